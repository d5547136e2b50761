import { entities } from '../../entities'
import { fail } from '../../errors'
import type { Order } from './orders'

export interface PlaceRow {
  plant: string; storageLocation: string; name: string | null; kind: string; technician_ID: string | null; deliveryHours: number | null; available: number
}

/** Where pieces of a part lie that nobody has been promised; places that are in use only, the nearest to deliver first. */
export async function placesWith(part_ID: string): Promise<PlaceRow[]> {
  const { PartStocks } = entities()
  const rows = (await SELECT.from(PartStocks).columns(
    'plant', 'storageLocation', 'available', 'place.name as name', 'place.kind.code as kind', 'place.technician.ID as technician_ID', 'place.deliveryHours as deliveryHours'
  ).where('part_ID =', part_ID, 'and place.isActive = true and unrestricted - reserved - claimed > 0')) as unknown as PlaceRow[]
  return rows.map(row => ({ ...row, available: Number(row.available) })).sort((a, b) => (a.deliveryHours ?? 99) - (b.deliveryHours ?? 99) || compare(a, b))
}

const compare = (a: PlaceRow, b: PlaceRow) => `${a.plant} ${a.storageLocation}`.localeCompare(`${b.plant} ${b.storageLocation}`)

/**
 * The places that an order takes parts from without anybody choosing: the van of its technician, then warehouse and depot of its plant. What
 * lies in the van of somebody else, or in another plant, is taken by choice only.
 */
export function usualPlaces(places: PlaceRow[], order: Order, carrier_ID?: string | null): PlaceRow[] {
  const people = [carrier_ID, order.technician_ID].filter(Boolean)
  const own = places.filter(({ technician_ID }) => technician_ID && people.includes(technician_ID))
  const shared = places.filter(({ kind, plant }) => kind !== 'van' && (!order.plant || plant === order.plant))
  return [...own, ...shared]
}

/** 422 for a place that nobody knows, or from which nothing is promised. */
export async function refuseUnusedPlace(plant: string, storageLocation: string): Promise<void> {
  const { StockPlaces } = entities()
  const place = await SELECT.one.from(StockPlaces).columns('isActive').where({ plant, storageLocation })
  if (!place) fail(422, 'STOCK_PLACE_UNKNOWN', { target: 'storageLocation', args: [plant, storageLocation] })
  if (!place.isActive) fail(422, 'STOCK_PLACE_INACTIVE', { target: 'storageLocation', args: [plant, storageLocation] })
}

/** Both parts of a place, or none. */
export function chosenPlace(plant?: string | null, storageLocation?: string | null): { plant: string; storageLocation: string } | undefined {
  if (!plant && !storageLocation) return undefined
  if (!plant || !storageLocation) fail(422, 'STOCK_PLACE_INCOMPLETE', { target: plant ? 'storageLocation' : 'plant' })
  return { plant: plant!, storageLocation: storageLocation! }
}
