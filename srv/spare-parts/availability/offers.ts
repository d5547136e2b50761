import Decimal from 'decimal.js'
import { entities } from '../../entities'
import { distance } from './distance'
import { ANY_DAYS, earliestFrom, type Days, type Expectation, type PlaceSupply, type Source } from './earliest'
import { transitsOf } from './transits'

/** A place from which a part could come, for one site. */
export interface PlaceOffer {
  plant: string
  storageLocation: string
  placeName: string
  kind_code: string
  technicianName: string | null
  available: string
  inTransit: string
  onOrder: string
  onOrderDate: string | null
  expectedAt: string | null
  source_code: Source | null
  kilometres: number | null
  readAt: string | null
}

/** Where the part is needed and who comes. */
export interface Site {
  plant?: string | null
  latitude?: string | number | null
  longitude?: string | number | null
  technician_ID?: string | null
  days?: Days
}

interface StockRow {
  part_ID: string
  plant: string
  storageLocation: string
  available: string
  onOrder: string
  onOrderPromised: string
  onOrderDate: string | null
  readAt: string | null
  name: string | null
  kind_code: string
  deliveryHours: number | null
  latitude: string | null
  longitude: string | null
  technician_ID: string | null
  technicianName: string | null
  deliveryDays: number | null
  goodsReceiptDays: number | null
}

/** What it takes longer from another plant, whose goods cross a border more often than not. */
const OTHER_PLANT_HOURS = 72

/**
 * Places of parts, the earliest first; of those from which the parts come at the same time the van of who comes, then the nearest. Only from places
 * that somebody has put to use. Reads this module's tables in the caller's transaction.
 */
export async function offersOf(part_IDs: string[], quantity: string | number, site: Site, now: Date): Promise<Map<string, PlaceOffer[]>> {
  const [rows, transits] = [await stockRows(part_IDs), await transitsOf(part_IDs)]
  const found = new Map<string, (PlaceOffer & { rank: number[] })[]>(part_IDs.map(ID => [ID, []]))
  for (const row of rows) {
    const transit = transits.get([row.part_ID, row.plant, row.storageLocation].join(' '))
    const supply = supplyOf(row, transit, site)
    const expected = earliestFrom(supply, quantity, now.getTime(), site.days ?? ANY_DAYS)
    found.get(row.part_ID)!.push(offerOf(row, supply, expected, site))
  }
  for (const [ID, offers] of found) found.set(ID, offers.sort((a, b) => compare(a.rank, b.rank)))
  return new Map([...found].map(([ID, offers]) => [ID, offers.map(({ rank: _, ...offer }) => offer)]))
}

function supplyOf(row: StockRow, transit: { quantity: string; at: number | null } | undefined, site: Site): PlaceSupply {
  const isOwnVan = Boolean(row.technician_ID) && row.technician_ID === site.technician_ID
  const isElsewhere = Boolean(site.plant) && row.plant !== site.plant
  return {
    available: row.available, inTransit: transit?.quantity ?? '0', inTransitAt: transit?.at ?? null,
    onOrder: new Decimal(row.onOrder).minus(row.onOrderPromised).toFixed(), onOrderDate: row.onOrderDate,
    deliveryHours: isOwnVan ? 0 : (row.deliveryHours ?? 24) + (isElsewhere ? OTHER_PLANT_HOURS : 0), deliveryDays: row.deliveryDays, goodsReceiptDays: row.goodsReceiptDays ?? 0
  }
}

function offerOf(row: StockRow, supply: PlaceSupply, expected: Expectation | undefined, site: Site): PlaceOffer & { rank: number[] } {
  const kilometres = distance(row, site)
  const isOwnVan = Boolean(row.technician_ID) && row.technician_ID === site.technician_ID
  return {
    plant: row.plant, storageLocation: row.storageLocation, placeName: row.name ?? `${row.plant} ${row.storageLocation}`, kind_code: row.kind_code,
    technicianName: row.technicianName, available: row.available, inTransit: supply.inTransit, onOrder: row.onOrder, onOrderDate: row.onOrderDate,
    expectedAt: expected ? new Date(expected.at).toISOString() : null, source_code: expected?.source ?? null, kilometres, readAt: row.readAt,
    rank: [expected?.at ?? Infinity, isOwnVan ? 0 : 1, site.plant && row.plant !== site.plant ? 1 : 0, kilometres ?? Infinity, row.technician_ID ? 1 : 0]
  }
}

/** What is known beside places says how long a purchase for the plant takes. */
async function stockRows(part_IDs: string[]): Promise<StockRow[]> {
  const { PartStocks, PartSupplies } = entities()
  const rows = (await SELECT.from(PartStocks).columns(
    'part_ID', 'plant', 'storageLocation', 'available', 'onOrder', 'onOrderPromised', 'onOrderDate', 'readAt', 'place.name as name', 'place.kind.code as kind_code',
    'place.deliveryHours as deliveryHours', 'place.latitude as latitude', 'place.longitude as longitude', 'place.technician.ID as technician_ID', 'place.technician.name as technicianName'
  ).where({ part_ID: { in: part_IDs }, 'place.isActive': true } as never).orderBy('plant', 'storageLocation')) as StockRow[]
  const supplies = (await SELECT.from(PartSupplies).columns('part_ID', 'plant', 'deliveryDays', 'goodsReceiptDays').where({ part_ID: { in: part_IDs } })) as StockRow[]
  const byPlant = new Map(supplies.map(row => [`${row.part_ID} ${row.plant}`, row]))
  return rows.map(row => {
    const supply = byPlant.get(`${row.part_ID} ${row.plant}`)
    return { ...row, deliveryDays: supply?.deliveryDays ?? null, goodsReceiptDays: supply?.goodsReceiptDays ?? null }
  })
}

function compare(a: number[], b: number[]): number {
  const index = a.findIndex((value, i) => value !== b[i])
  return index < 0 ? 0 : a[index] - b[index]
}
