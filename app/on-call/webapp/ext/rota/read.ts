import Filter from 'sap/ui/model/Filter'
import FilterOperator from 'sap/ui/model/FilterOperator'
import Sorter from 'sap/ui/model/Sorter'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Finding, Shift } from './rows'

const PERSON = '($select=ID,name)'

/** The shifts that touch a stretch of time. */
export async function readShifts(model: ODataModel, from: Date, to: Date): Promise<Shift[]> {
  const binding = model.bindList('/OnCallShifts', undefined, [new Sorter('startsAt')], [
    new Filter('IsActiveEntity', FilterOperator.EQ, true),
    new Filter('startsAt', FilterOperator.LT, to.toISOString()),
    new Filter('endsAt', FilterOperator.GT, from.toISOString())
  ], {
    $select: 'ID,team,region_code,timeZone,startsAt,endsAt', $expand: `main${PERSON},standBy${PERSON},lead${PERSON},region($select=name)`, $$groupId: '$auto'
  })
  const contexts = await binding.requestContexts(0, 1000)
  return contexts.map(context => context.getObject() as Shift)
}

/** Gaps and overlaps in the days to come, with the names of their regions. */
export async function readFindings(model: ODataModel, days: number): Promise<(Finding & { regionName?: string })[]> {
  const operation = model.bindContext('/checkRota(...)')
  operation.setParameter('days', days)
  await operation.invoke()
  const { value } = operation.getBoundContext().getObject() as { value: Finding[] }
  const codes = [...new Set(value.flatMap(({ region_code }) => region_code ?? []))]
  if (!codes.length) return value
  const regions = await model.bindList('/Regions', undefined, [], [new Filter({ filters: codes.map(code => new Filter('code', FilterOperator.EQ, code)), and: false })], { $select: 'code,name' }).requestContexts(0, codes.length)
  const names = new Map(regions.map(context => [context.getProperty('code') as string, context.getProperty('name') as string]))
  return value.map(finding => ({ ...finding, regionName: names.get(finding.region_code ?? '') }))
}
