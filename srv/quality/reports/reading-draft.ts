import { entities } from '../../entities'
import { signaturesOf } from '../signatures/broken'
import { many } from './reading-notification'

type Row = Record<string, any>

/** What the draft for an authority is made of: its form, filled in. */
export interface DraftContent {
  head: Row
  fields: Row[]
  signatures: Row[]
}

export async function draftContent(ID: string): Promise<DraftContent | undefined> {
  const { RegulatoryReports, RegulatoryReportFields, ReportValues } = entities()
  const [head] = await many(SELECT.localized.from(RegulatoryReports).columns(
    'ID', 'number', 'authority.name as authorityName', 'authority.timeZone as timeZone', 'kind.name as kindName', 'status.name as statusName', 'status_code', 'paragraph', 'follows.number as followsNumber', 'awareAt', 'awareOn',
    'dueOn', 'dueAt', 'submittedAt', 'submittedBy', 'reference', 'isLate', 'notification.number as notificationNumber', 'notification.shortText as shortText', 'notification.serialNumber as serialNumber',
    'notification.model as model', 'decision.paragraph as decisionParagraph', 'decision.ruleSet.name as ruleSetName', 'decision.decidedBy as decidedBy', 'decision.decidedAt as decidedAt'
  ).where({ ID }))
  if (!head) return undefined
  const fields = await many(SELECT.localized.from(RegulatoryReportFields).columns(
    'field', 'position', 'value', 'form.label as label', 'form.section as section', 'form.isRequired as isRequired', 'form.valueList as valueList'
  ).where({ report_ID: ID }).orderBy('position', 'field'))
  const lists = [...new Set(fields.flatMap(({ valueList }) => valueList ?? []))]
  const values = lists.length ? await many(SELECT.localized.from(ReportValues).columns('valueList', 'value', 'name').where({ valueList: { in: lists } })) : []
  const nameOf = (list: string, code: string) => values.find(({ valueList, value }) => valueList === list && value === code)?.name
  return {
    head,
    fields: fields.map(field => ({ ...field, valueName: field.valueList && field.value ? namesIn(field.value, code => nameOf(field.valueList, code)) : null })),
    signatures: await signaturesOf({ object: 'RegulatoryReports', objectID: ID })
  }
}

/** A field can hold several codes. */
const namesIn = (value: string, nameOf: (code: string) => string | undefined): string =>
  value.split(/[,;\n]\s*/).map(code => [code, nameOf(code)].filter(Boolean).join(' ')).join('\n')
