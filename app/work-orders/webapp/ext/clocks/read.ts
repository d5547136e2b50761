import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call, names, rows } from '../live/requests'
import type { Running } from '../live/countdown'
import type { Agreement } from './agreement'
import type { ClockTimeLine } from './picture'
import type { Risk } from './risk'
import type { Standing } from './standing'
import type { LedgerEntry, OrderClocks } from './words'

interface Level { kind_code: string; level_code: Running['level']; rule: { name: string } | null }

/** Reads how an order's clocks stand. */
export async function readStandings(model: ODataModel, workOrder: string): Promise<Standing[]> {
  const [clocks, levels, kinds, statuses, reasons] = await Promise.all([
    call<{ value: ClockTimeLine[] }>(model, '/timeLines', { workOrder_ID: workOrder }),
    rows<Level>(model, '/Clocks', { $filter: `workOrder_ID eq ${workOrder}`, $select: 'ID,kind_code,level_code', $expand: 'rule($select=code,name)' }),
    names(model, '/ClockKinds'), names(model, '/ClockStatuses'), names(model, '/HoldReasons')
  ])
  return clocks.value.map(clock => {
    const { kind_code: kind, status_code: status, pauseReason } = clock
    const warned = levels.find(({ kind_code }) => kind_code === kind)
    return {
      ...clock, kindName: kinds[kind] ?? kind, statusName: statuses[status] ?? status, pauseReasonName: pauseReason ? reasons[pauseReason] ?? pauseReason : '',
      level: warned?.level_code, rule: warned?.rule?.name ?? ''
    }
  })
}

/** Reads what the section shows: clocks, their ledger, latest entry first, the agreement, and the forecast. */
export async function readClocks(model: ODataModel, workOrder: string, may: { maySeeAgreements: boolean; mayForecast: boolean }): Promise<OrderClocks> {
  const [clocks, ledger, risk] = await Promise.all([
    readStandings(model, workOrder),
    rows<LedgerEntry>(model, '/ClockEvents', {
      $filter: `workOrder_ID eq ${workOrder}`, $orderby: 'recordedAt desc,sequence desc',
      $select: 'ID,at,recordedAt,sequence,reason,reasonName,text,userId,targetMinutes,targetAt',
      $expand: 'kind($select=code,name),type($select=code,name),calendar($select=code,name)'
    }),
    may.mayForecast ? call<Risk>(model, '/breachRisk', { workOrder_ID: workOrder }) : null
  ])
  return { clocks, ledger, risk, agreements: may.maySeeAgreements ? await readAgreements(model, clocks) : [] }
}

async function readAgreements(model: ODataModel, clocks: Standing[]): Promise<Agreement[]> {
  const IDs = [...new Set(clocks.flatMap(({ agreement_ID }) => agreement_ID ?? []))]
  if (!IDs.length) return []
  return rows<Agreement>(model, '/Agreements', {
    $filter: `IsActiveEntity eq true and (${IDs.map(ID => `ID eq ${ID}`).join(' or ')})`, $select: 'ID,number,name',
    $expand: 'terms($expand=kind($select=code,name),clock($select=code,name))'
  })
}
