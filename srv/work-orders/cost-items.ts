import cds from '@sap/cds'
import { entities } from '../entities'
import { idOf } from '../request-key'
import { costAmount } from './cost'
import { refuseFinished } from './finished'

export interface CostItem {
  ID?: string
  workOrder_ID?: string
  type_code?: string | null
  description?: string | null
  quantity?: string | number | null
  unit?: string | null
  rate?: string | number | null
  amount?: string | null
  currency_code?: string | null
  accountingIndicator_code?: string | null
  performedOn?: string | null
  [field: string]: unknown
}

/** Told before cost items change, so that others refuse it, or fill what they know: items are those of the request itself. */
export interface CostsChanging {
  event: 'CREATE' | 'UPDATE' | 'DELETE'
  workOrder_ID?: string
  /** Nothing counts yet: somebody edits the order. */
  isDraft: boolean
  /** All items of the order: those that are missing will be deleted. */
  isWhole: boolean
  items: CostItem[]
}
export interface CostsChanged { IDs: string[] }

type Announce = (changing: CostsChanging) => Promise<unknown>

/** Computes amounts and fills currency and accounting indicator from the order, in drafts as in active items. */
export async function fillCostItem(req: cds.Request, announce: Announce): Promise<void> {
  const items = itemsOf(req)
  const isWhole = !isItem(req) && req.event === 'UPDATE' && Boolean((req.data as { costItems?: unknown }).costItems)
  if (!items.length && !isWhole) return
  const order = await orderOf(req, items)
  const stored = await storedItems(req, items)
  for (const item of items) {
    const known = item.ID ? stored.get(item.ID) : undefined
    if (req.event !== 'CREATE' && known) continue
    item.currency_code ??= order?.currency_code
    item.accountingIndicator_code ??= order?.accountingIndicator_code
    item.performedOn ??= cds.context!.timestamp.toISOString().slice(0, 10)
  }
  const workOrder_ID = isItem(req) ? await workOrderID(req) : (req.data as { ID?: string }).ID ?? idOf(req.params.at(-1))
  await announce({ event: isItem(req) ? eventOf(req) : isWhole ? 'UPDATE' : 'CREATE', workOrder_ID, isDraft: isDraft(req), isWhole, items })
  await computeAmounts(items, stored)
}

/** Asks before an item is deleted. */
export async function announceDeletion(req: cds.Request, announce: Announce): Promise<void> {
  const ID = idOf(req.params.at(-1))
  if (ID) await announce({ event: 'DELETE', workOrder_ID: await workOrderID(req), isDraft: isDraft(req), isWhole: false, items: [{ ID }] })
}

/**
 * Fills the amounts of items, rounded to the decimals of their currencies.
 * @param stored what is there already of items that come with some of their fields
 */
export async function computeAmounts(items: CostItem[], stored = new Map<string, CostItem>()): Promise<void> {
  const whole = items.map(item => ({ ...(item.ID ? stored.get(item.ID) : undefined), ...item }))
  const decimals = await minorUnits(whole.map(({ currency_code }) => currency_code))
  items.forEach((item, index) => {
    const { quantity, rate, currency_code, hostAmount } = whole[index]
    if (hostAmount == null) item.amount = costAmount(quantity, rate, decimals.get(currency_code!) ?? 2)
  })
}

/** Costs can be booked late, but not on orders that are closed or cancelled. */
export async function refuseCostsOfFinishedOrder(req: cds.Request): Promise<void> {
  const { WorkOrders } = entities()
  const ID = await workOrderID(req)
  const order = ID && (await SELECT.one.from(WorkOrders, { ID } as never).columns('status_code', 'number'))
  if (order) refuseFinished(order)
}

/** The order whose items a request has changed, with their sum made anew; none when it changed no items. */
export async function refreshCostTotal(req: cds.Request): Promise<string | undefined> {
  if (!isItem(req) && !(req.data as { costItems?: unknown }).costItems) return undefined
  const ID = await workOrderID(req)
  if (ID) await sumCostItems([ID])
  return ID
}

/** Sums the cost items in the database, in the transaction that changed them: those in the order's own currency, as two can't be added up. */
export async function sumCostItems(orderIDs: string[]): Promise<void> {
  const { WorkOrders, CostItems } = entities()
  for (const ID of orderIDs) {
    const order = (await SELECT.one.from(WorkOrders, { ID } as never).columns('currency_code')) as { currency_code: string | null } | null
    const total = SELECT.from(CostItems).columns({ func: 'sum', args: [{ ref: ['amount'] }], as: 'total' } as never)
      .where({ workOrder_ID: ID, ...(order?.currency_code && { currency_code: order.currency_code }) } as never)
    await UPDATE(WorkOrders, { ID } as never).with({ costTotal: { func: 'coalesce', args: [total, { val: 0 }] } } as never)
  }
}

/** The items that a request carries: itself when it addresses items, nested ones when it addresses an order. */
function itemsOf(req: cds.Request): CostItem[] {
  if (isItem(req)) return [req.data].flat()
  return (req.data as { costItems?: CostItem[] }).costItems ?? []
}

const isItem = (req: cds.Request) => /\bCostItems\b/.test(req.target.name)

const isDraft = (req: cds.Request) => Boolean((req.target as unknown as { isDraft?: boolean }).isDraft)
const eventOf = (req: cds.Request) => (['UPDATE', 'PATCH'].includes(req.event) ? 'UPDATE' : 'CREATE') as 'CREATE' | 'UPDATE'

async function storedItems(req: cds.Request, items: CostItem[]): Promise<Map<string, CostItem>> {
  const IDs = items.map(({ ID }) => ID).filter(Boolean) as string[]
  if (req.event === 'CREATE' || !IDs.length) return new Map()
  const rows = (await SELECT.from(isItem(req) ? (req.target as never) : entities().CostItems).where({ ID: { in: IDs } })) as unknown as CostItem[]
  return new Map(rows.map(row => [row.ID!, row]))
}

async function orderOf(req: cds.Request, items: CostItem[]) {
  if (!isItem(req)) return req.data as CostItem
  const ID = items[0].workOrder_ID ?? parentID(req)
  const { WorkOrders } = entities()
  return ID && SELECT.one.from(WorkOrders, { ID } as never).columns('currency_code', 'accountingIndicator_code')
}

/** Once it is deleted, an item does not say any more whose it was. */
const orders = new WeakMap<cds.Request, Promise<string | undefined>>()

function workOrderID(req: cds.Request): Promise<string | undefined> {
  const known = orders.get(req) ?? findOrder(req)
  orders.set(req, known)
  return known
}

async function findOrder(req: cds.Request): Promise<string | undefined> {
  if (!isItem(req)) return (req.data as { ID: string }).ID
  const known = (req.data as CostItem).workOrder_ID ?? parentID(req)
  if (known || req.event === 'CREATE') return known
  const { CostItems } = entities()
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
