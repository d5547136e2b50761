import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { ClockTimeLine } from './picture'
import type { LedgerEntry, OrderClocks } from './words'

interface Named { code: string; name: string }

/** Reads an order's clocks and their ledger, latest entry first. */
export async function readClocks(model: ODataModel, workOrder: string): Promise<OrderClocks> {
  const [clocks, ledger, kinds, statuses] = await Promise.all([
    timeLines(model, workOrder),
    rows<LedgerEntry>(model, '/ClockEvents', {
      $filter: `workOrder_ID eq ${workOrder}`, $orderby: 'recordedAt desc,sequence desc',
      $select: 'ID,at,recordedAt,sequence,reason,reasonName,text,userId,targetMinutes,targetAt',
      $expand: 'kind($select=code,name),type($select=code,name),calendar($select=code,name)'
    }),
    names(model, '/ClockKinds'), names(model, '/ClockStatuses')
  ])
  return { clocks, ledger, kinds, statuses }
}

async function timeLines(model: ODataModel, workOrder: string): Promise<ClockTimeLine[]> {
  const operation = model.bindContext('/timeLines(...)')
  operation.setParameter('workOrder_ID', workOrder)
  await operation.invoke()
  return (operation.getBoundContext().getObject() as { value: ClockTimeLine[] }).value
}

async function names(model: ODataModel, path: string): Promise<Record<string, string>> {
  const all = await rows<Named>(model, path, { $select: 'code,name' })
  return Object.fromEntries(all.map(({ code, name }) => [code, name]))
}

export const rows = <Row>(model: ODataModel, path: string, parameters: object): Promise<Row[]> =>
  model.bindList(path, undefined, [], [], parameters).requestContexts(0, 200).then(contexts => contexts.map((context: Context) => context.getObject() as Row))
