import Decimal from 'decimal.js'
import { entities } from '../../entities'
import type { RequestedItem } from '../../host-erp/reading'
import { inTurn } from '../../turns'
import { hostReading } from './host'
import { isSamePlace } from './places'
import type { Part } from './refresh'

interface OnOrder { plant: string; storageLocation: string; onOrder: string; onOrderPromised: string; onOrderDate: string | null }

/** Reads what is requested or on order of parts, and writes it beside their stock. To be called without a transaction open. */
export async function refreshOnOrder(parts: Part[]): Promise<void> {
  const reading = await hostReading()
  for (const part of parts) {
    const askedAt = new Date().toISOString()
    const items = await reading.requestedItems(part.number)
    await inTurn(() => write(part.ID, items, askedAt))
  }
}

/** Rows that somebody has locked are passed over until the next time: a claim never waits for this. */
async function write(part_ID: string, items: RequestedItem[], orderedReadAt: string): Promise<void> {
  const { PartStocks } = entities()
  const rows = () => SELECT.from(PartStocks).columns('plant', 'storageLocation', 'onOrder', 'onOrderPromised', 'onOrderDate').where({ part_ID }).orderBy('plant', 'storageLocation')
  const stored = (await rows()) as OnOrder[]
  const free = (await rows().forUpdate({ ignoreLocked: true } as never)) as OnOrder[]
  const told = onOrderOf(items, await promisedAmong(items), plant => stored.find(row => row.plant === plant)?.storageLocation)
  const nothing = { onOrder: '0', onOrderPromised: '0', onOrderDate: null }
  const known = free.map(row => told.find(each => isSamePlace(each, row)) ?? { ...row, ...nothing })
  const unknown = told.filter(each => !stored.some(row => isSamePlace(row, each)))
  const entries = [...known, ...unknown].map(row => ({ part_ID, ...row, orderedReadAt }))
  if (entries.length) await UPSERT.into(PartStocks).entries(entries)
}

/**
 * What still comes, place by place. Pure. An item counts with what is requested and not delivered; one without a storage location goes to the first
 * place of its plant.
 *
 * @param isPromised whether an item was asked for by an order that waits for it
 */
export function onOrderOf(items: RequestedItem[], isPromised: (item: RequestedItem) => boolean, firstPlaceOf: (plant: string) => string | undefined): OnOrder[] {
  const found = new Map<string, OnOrder>()
  for (const item of items) {
    const open = Decimal.max(0, new Decimal(item.quantity).minus(item.delivered))
    const storageLocation = item.storageLocation ?? firstPlaceOf(item.plant)
    if (item.isDeleted || open.isZero() || !storageLocation) continue
    const key = `${item.plant} ${storageLocation}`
    const known = found.get(key) ?? { plant: item.plant, storageLocation, onOrder: '0', onOrderPromised: '0', onOrderDate: null }
    const promised = isPromised(item) ? open : new Decimal(0)
    const dates = [known.onOrderDate, isPromised(item) ? null : item.expectedOn].filter(day => day !== null).sort()
    found.set(key, { ...known, onOrder: open.plus(known.onOrder).toFixed(), onOrderPromised: promised.plus(known.onOrderPromised).toFixed(), onOrderDate: dates[0] ?? null })
  }
  return [...found.values()]
}

async function promisedAmong(items: RequestedItem[]): Promise<(item: RequestedItem) => boolean> {
  const { Requisitions } = entities()
  const numbers = [...new Set(items.map(({ requisition }) => requisition))]
  const rows = numbers.length ? ((await SELECT.from(Requisitions).columns('hostRequisition').where({ hostRequisition: { in: numbers }, reservation_ID: { '!=': null } })) as { hostRequisition: string }[]) : []
  const ours = new Set(rows.map(({ hostRequisition }) => hostRequisition))
  return item => ours.has(item.requisition)
}
