import Decimal from 'decimal.js'
import { entities } from '../../entities'
import type { InfoRecord, PlantSupply } from '../../host-erp/reading'
import { inTurn } from '../../turns'
import { sparePartsSettings } from '../settings'
import { learnSuccessors } from '../substitutes/learning'
import { hostReading } from './host'
import type { Part } from './refresh'

/** Reads how the plants that have a part get it: lead time, supplier, price, value, successor. To be called without a transaction open. */
export async function refreshSupplies(parts: Part[]): Promise<void> {
  const reading = await hostReading()
  for (const part of parts) {
    const plants = await inTurn(() => plantsOf(part.ID))
    const records = await reading.infoRecords(part.number)
    const supplies = await Promise.all(plants.map(async plant => ({ plant, planning: await reading.supply(part.number, plant) })))
    await inTurn(() => write(part, supplies, records))
  }
}

/** Of these parts those whose supply was never read, or longer ago than it is good for. */
export async function staleSupplies(part_IDs: string[]): Promise<Part[]> {
  const { Products, PartSupplies } = entities()
  const since = new Date(Date.now() - sparePartsSettings().supplyFreshness).toISOString()
  const fresh = (await SELECT.from(PartSupplies).columns('part_ID', 'min(readAt) as readAt').where({ part_ID: { in: part_IDs } }).groupBy('part_ID')) as { part_ID: string; readAt: string }[]
  const known = new Set(fresh.filter(({ readAt }) => readAt > since).map(({ part_ID }) => part_ID))
  const stale = part_IDs.filter(ID => !known.has(ID))
  return stale.length ? ((await SELECT.from(Products).columns('ID', 'number').where({ ID: { in: stale } })) as Part[]) : []
}

/** Those that have it, and those with places in use: they could get it. */
async function plantsOf(part_ID: string): Promise<string[]> {
  const { PartStocks, StockPlaces } = entities()
  const having = (await SELECT.distinct.from(PartStocks).columns('plant').where({ part_ID })) as { plant: string }[]
  const used = (await SELECT.distinct.from(StockPlaces).columns('plant').where({ isActive: true })) as { plant: string }[]
  return [...new Set([...having, ...used].map(({ plant }) => plant))].sort()
}

async function write({ ID: part_ID }: Part, supplies: { plant: string; planning?: PlantSupply }[], records: InfoRecord[]): Promise<void> {
  const { PartSupplies } = entities()
  const readAt = new Date().toISOString()
  const rows = supplies.map(({ plant, planning }) => ({ part_ID, plant, ...supplyOf(planning, recordFor(plant, records)), readAt }))
  if (rows.length) await UPSERT.into(PartSupplies).entries(rows)
  await learnSuccessors(part_ID, [...new Set(supplies.flatMap(({ planning }) => planning?.successor ?? []))], supplies.flatMap(({ planning }) => planning?.discontinuedFrom ?? []).sort()[0] ?? null)
}

/** Of a plant's own terms before those of all plants, the regular supplier's, then the quickest. */
export function recordFor(plant: string, records: InfoRecord[]): InfoRecord | undefined {
  const rank = (record: InfoRecord) => [record.plant === plant ? 0 : 1, record.isRegularSupplier ? 0 : 1, record.deliveryDays]
  return records.filter(record => !record.plant || record.plant === plant).sort((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    const at = left.findIndex((value, i) => value !== right[i])
    return at < 0 ? 0 : left[at] - right[at]
  })[0]
}

/** What the supplier's record says of days and price stands above what planning assumes. Prices and values are of one unit. */
export function supplyOf(planning: PlantSupply | undefined, record: InfoRecord | undefined) {
  const ofOne = (amount: string | null | undefined, per: string | null | undefined) => (amount ? new Decimal(amount).div(per || 1).toDecimalPlaces(3).toFixed() : null)
  return {
    supplier: record?.supplier ?? null, deliveryDays: record?.deliveryDays || planning?.deliveryDays || null, goodsReceiptDays: planning?.goodsReceiptDays ?? 0,
    safetyStock: planning?.safetyStock ?? null, reorderPoint: planning?.reorderPoint ?? null,
    price: ofOne(record?.price, record?.per), value: ofOne(planning?.value, planning?.per), currency_code: record?.currency ?? planning?.currency ?? null
  }
}
