import { entities } from '../../entities'

/** A field of an authority's form, named in the language of the request. */
export interface MissingField { field: string; label: string }

/** What the authority asks for and the report has no entry for. */
export async function missingFields(report_ID: string): Promise<MissingField[]> {
  const asked = (await SELECT.localized.from(entities().RegulatoryReportFields).columns('field', 'value', 'form.label as label')
    .where({ report_ID, 'form.isRequired': true }).orderBy('position')) as unknown as (MissingField & { value: string | null })[]
  return asked.filter(({ value }) => !value?.trim()).map(({ field, label }) => ({ field, label }))
}
