import { uuid } from '../work-orders/master-data'
import { Random } from '../work-orders/random'
import type { Database, Row } from '../work-orders/database'

const PLANTS = 10, LOCATIONS = 10, PARTS_AT_ONCE = 200
/** Sample data that deployment brought: it gives way to ours. */
const SAMPLES = ['PartAlerts', 'PartMovements', 'Reservations', 'VanStocks', 'UsualParts', 'PartDemands', 'Substitutes', 'PartSupplies', 'PartStocks', 'StockPlaces']

export const partID = (i: number) => uuid(20, i)
const plant = (i: number) => String(1000 + i)
const location = (i: number) => String(i + 1).padStart(4, '0')

/** So many parts in a hundred places, with a supply for each plant, and every fiftieth cell claimed in part. */
export async function seedCells(db: Database, parts: number): Promise<void> {
  for (const table of SAMPLES) await db.run(`DELETE FROM aftersales_${table}`)
  const places = Array.from({ length: PLANTS * LOCATIONS }, (_, i) => ({ plant: plant(Math.floor(i / LOCATIONS)), storageLocation: location(i % LOCATIONS) }))
  await db.insert('aftersales_StockPlaces', places.map((place, i) => ({
    ...place, name: `Place ${i}`, kind_code: i % LOCATIONS > 4 ? 'van' : i % LOCATIONS ? 'depot' : 'warehouse', deliveryHours: 12, isActive: true, latitude: 45 + (i % 10), longitude: 5 + (i % 13)
  })))
  const readAt = new Date().toISOString()
  for (let from = 0; from < parts; from += PARTS_AT_ONCE) {
    const some = Array.from({ length: Math.min(PARTS_AT_ONCE, parts - from) }, (_, i) => from + i)
    await db.insert('aftersales_Products', some.map(i => ({ ID: partID(i), number: `BENCH-${i}`, name: `Part ${i}`, productType: 'ERSA', baseUnit: 'EA', isActive: true })))
    await db.insert('aftersales_PartSupplies', some.flatMap(i => Array.from({ length: PLANTS }, (_, p) => ({ part_ID: partID(i), plant: plant(p), deliveryDays: 7 + (i % 20), goodsReceiptDays: 1, safetyStock: 2, price: 100, value: 90, currency_code: 'EUR', readAt }))))
    await db.insert('aftersales_PartStocks', some.flatMap(i => places.map((place, p) => cell(i, p, place, readAt))))
  }
  await db.settle()
}

function cell(i: number, p: number, place: Row, readAt: string): Row {
  const random = new Random(i * 101 + p)
  const unrestricted = random.between(0, 40)
  return {
    part_ID: partID(i), ...place, unrestricted, blocked: random.between(0, 2), reserved: Math.min(unrestricted, random.between(0, 3)), claimed: p % 50 ? 0 : Math.min(unrestricted, 1), unit: 'EA',
    readAt, isStale: false, onOrder: p % 7 ? 0 : 5, onOrderDate: p % 7 ? null : '2099-01-01', onOrderPromised: 0, version: 0
  }
}
