import cds from '@sap/cds'
import { idOf } from '../request-key'
import { costAmount } from './cost'
import { refuseFinished } from './finished'

interface CostItem {
  ID?: string
  workOrder_ID?: string
  quantity?: string | null
  rate?: string | null
  amount?: string | null
  currency_code?: string | null
  accountingIndicator_code?: string | null
  performedOn?: string | null
}

/** Computes amounts and fills currency and accounting indicator from the order, in drafts as in active items. */
export async function fillCostItem(req: cds.Request): Promise<void> {
  const items = itemsOf(req)
  if (!items.length) return
  const order = await orderOf(req, items)
  const decimals = await minorUnits(items.map(item => item.currency_code ?? order?.currency_code))
  for (const item of items) {
    const stored = needsStored(item) ? await storedItem(req, item) : undefined
    const current = { ...stored, ...item }
    if (req.event === 'CREATE' || !stored) {
      item.currency_code ??= current.currency_code ?? order?.currency_code
      item.accountingIndicator_code ??= current.accountingIndicator_code ?? order?.accountingIndicator_code
      item.performedOn ??= cds.context!.timestamp.toISOString().slice(0, 10)
    }
    item.amount = costAmount(current.quantity, current.rate, decimals.get((item.currency_code ?? current.currency_code) as string) ?? 2)
  }
}

/** Costs can be booked late, but not on orders that are closed or cancelled. */
export async function refuseCostsOfFinishedOrder(req: cds.Request): Promise<void> {
  const { WorkOrders } = cds.entities('aftersales')
  const ID = await workOrderID(req)
  const order = ID && (await SELECT.one.from(WorkOrders, { ID } as never).columns('status_code', 'number'))
  if (order) refuseFinished(order)
}

/** Sums the cost items in the database, in the transaction that changed them. */
export async function refreshCostTotal(req: cds.Request): Promise<void> {
  const ID = await workOrderID(req)
  if (!ID) return
  const { WorkOrders, CostItems } = cds.entities('aftersales')
  const total = SELECT.from(CostItems).columns({ func: 'sum', args: [{ ref: ['amount'] }], as: 'total' } as never).where({ workOrder_ID: ID })
  await UPDATE(WorkOrders, { ID } as never).with({ costTotal: { func: 'coalesce', args: [total, { val: 0 }] } } as never)
}

/** The items that a request carries: itself when it addresses items, nested ones when it addresses an order. */
function itemsOf(req: cds.Request): CostItem[] {
  if (isItem(req)) return [req.data].flat()
  return (req.data as { costItems?: CostItem[] }).costItems ?? []
}

const isItem = (req: cds.Request) => /\bCostItems\b/.test(req.target.name)

const needsStored = (item: CostItem) => item.ID && (item.quantity === undefined || item.rate === undefined || !item.currency_code)

const storedItem = (req: cds.Request, { ID }: CostItem) =>
  isItem(req) ? SELECT.one.from(req.target as never).columns('quantity', 'rate', 'currency_code', 'accountingIndicator_code').where({ ID }) : undefined

async function orderOf(req: cds.Request, items: CostItem[]) {
  if (!isItem(req)) return req.data as CostItem
  const ID = items[0].workOrder_ID ?? parentID(req)
  const { WorkOrders } = cds.entities('aftersales')
  return ID && SELECT.one.from(WorkOrders, { ID } as never).columns('currency_code', 'accountingIndicator_code')
}

async function workOrderID(req: cds.Request): Promise<string | undefined> {
  if (!isItem(req)) return (req.data as { ID: string }).ID
  const known = (req.data as CostItem).workOrder_ID ?? parentID(req)
  if (known || req.event === 'CREATE') return known
  const { CostItems } = cds.entities('aftersales')
  const item = await SELECT.one.from(CostItems).columns('workOrder_ID').where({ ID: idOf(req.params.at(-1)) })
  return item?.workOrder_ID
}

/** `/WorkOrders(…)/costItems(…)` names the order in its path. */
const parentID = (req: cds.Request) => (req.params.length > 1 || req.event === 'CREATE' ? idOf(req.params[0]) : undefined)

async function minorUnits(codes: (string | null | undefined)[]): Promise<Map<string, number>> {
  const known = codes.filter(Boolean) as string[]
  if (!known.length) return new Map()
  const rows = await SELECT.from('sap.common.Currencies').columns('code', 'minorUnit').where({ code: { in: known } })
  return new Map(rows.map((row: { code: string; minorUnit: number }) => [row.code, Number(row.minorUnit ?? 2)]))
}
