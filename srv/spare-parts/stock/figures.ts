import Decimal from 'decimal.js'
import type { OpenReservation, StockLevel } from '../../host-erp/reading'

/**
 * The host's figures of one part, place by place. Pure: what the host told goes in, rows come out. Quantities are decimal strings.
 */

export interface PlaceFigures {
  plant: string
  storageLocation: string
  unrestricted: string
  blocked: string
  reserved: string
  unit: string | null
}

/**
 * Batches of a place are summed; stock in quality inspection counts as blocked, since nobody may take it.
 *
 * A reservation without a storage location may be served from anywhere in its plant: it is laid on the place with the most that is not
 * promised, so that the plant as a whole is never promised twice.
 *
 * @param isOurs whether the text of a reservation names one of our messages: those pieces are counted as claimed already
 */
export function figuresOf(levels: StockLevel[], reservations: OpenReservation[], isOurs: (reference: string) => boolean): PlaceFigures[] {
  const places = new Map<string, PlaceFigures>()
  const at = (plant: string, storageLocation: string, unit: string | null = null) => {
    const key = keyOf({ plant, storageLocation })
    if (!places.has(key)) places.set(key, { plant, storageLocation, unrestricted: '0', blocked: '0', reserved: '0', unit })
    return places.get(key)!
  }
  for (const { plant, storageLocation, stockType, quantity, unit } of levels) {
    const place = at(plant, storageLocation, unit)
    const field = stockType === 'unrestricted' ? 'unrestricted' : 'blocked'
    place[field] = new Decimal(place[field]).plus(quantity).toFixed()
  }
  const others = reservations.filter(({ reference }) => !reference || !isOurs(reference))
  for (const { plant, storageLocation, quantity } of others.filter(each => each.storageLocation)) add(at(plant, storageLocation!), quantity)
  for (const { plant, quantity } of others.filter(each => !each.storageLocation)) {
    const [roomiest] = [...places.values()].filter(place => place.plant === plant).sort((a, b) => new Decimal(free(b)).cmp(free(a)) || (a.storageLocation < b.storageLocation ? -1 : 1))
    if (roomiest) add(roomiest, quantity)
  }
  return [...places.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const add = (place: PlaceFigures, quantity: string) => { place.reserved = new Decimal(place.reserved).plus(quantity).toFixed() }
const free = ({ unrestricted, reserved }: PlaceFigures) => new Decimal(unrestricted).minus(reserved)

export const keyOf = ({ plant, storageLocation }: { plant: string; storageLocation: string }): string => `${plant} ${storageLocation}`
