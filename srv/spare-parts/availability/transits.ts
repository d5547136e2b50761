import Decimal from 'decimal.js'
import { entities } from '../../entities'

export interface Transit { quantity: string; at: number | null }

/** Pieces on their way, by `part plant location` of where they go; what is meant for an order is promised already and left out. */
export async function transitsOf(part_IDs: string[]): Promise<Map<string, Transit>> {
  const { StockTransfers } = entities()
  const rows = (await SELECT.from(StockTransfers).columns('part_ID', 'toPlant', 'toStorageLocation', 'quantity', 'expectedAt')
    .where({ part_ID: { in: part_IDs }, state_code: 'Requested', reservation_ID: null })) as { part_ID: string; toPlant: string; toStorageLocation: string; quantity: string; expectedAt: string | null }[]
  const found = new Map<string, Transit>()
  for (const { part_ID, toPlant, toStorageLocation, quantity, expectedAt } of rows) {
    const key = [part_ID, toPlant, toStorageLocation].join(' ')
    const known = found.get(key)
    const at = expectedAt ? Date.parse(expectedAt) : null
    found.set(key, { quantity: new Decimal(known?.quantity ?? 0).plus(quantity).toFixed(), at: at === null || known?.at === null ? null : Math.max(at, known?.at ?? 0) })
  }
  return found
}
