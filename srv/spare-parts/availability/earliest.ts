import Decimal from 'decimal.js'

/**
 * When pieces from a place can be at a site. Pure. Quantities are decimal strings, instants milliseconds since 1970, days YYYY-MM-DD.
 */

export interface PlaceSupply {
  available: string
  /** On its way to this place, and when the last of it arrives. */
  inTransit: string
  inTransitAt: number | null
  /** On order and promised to nobody, and the day on which the first of it comes. */
  onOrder: string
  onOrderDate: string | null
  /** Hours from the decision until a part from here is at a site near by. */
  deliveryHours: number
  /** Calendar days from an order to its delivery; null where nobody knows. */
  deliveryDays: number | null
  /** Working days from delivery until the goods lie in their place. */
  goodsReceiptDays: number
}

export type Source = 'stock' | 'transit' | 'order' | 'purchase'

export interface Expectation { at: number; source: Source }

/** Of a site, as far as goods are concerned. */
export interface Days {
  /** The instant itself when goods are taken in then, else the next such instant. */
  next(instant: number): number
  /** Whether goods are received on the UTC day that begins at the instant. */
  isWorkingDay(midnight: number): boolean
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A day without a time counts until its noon: what comes on that day is in its place by the afternoon. */
const NOON = 12 * HOUR

/** Without a calendar goods travel on any day and are received from Monday to Friday. */
export const ANY_DAYS: Days = { next: instant => instant, isWorkingDay: midnight => ![0, 6].includes(new Date(midnight).getUTCDay()) }

/**
 * The first of these that covers the quantity: what lies there, with what is on its way, with what is on order, or a new purchase. Days of delivery
 * are calendar days and those of goods receipt working days, as the host counts them.
 *
 * @returns nothing where the quantity can't be had from here, as far as one knows
 */
export function earliestFrom(place: PlaceSupply, quantity: string | number, now: number, days: Days = ANY_DAYS): Expectation | undefined {
  const atSite = (ready: number, source: Source): Expectation => ({ at: place.deliveryHours ? days.next(ready + place.deliveryHours * HOUR) : ready, source })
  const stock = new Decimal(place.available)
  if (stock.gte(quantity)) return atSite(now, 'stock')
  const withTransit = stock.plus(place.inTransitAt === null ? 0 : place.inTransit)
  if (withTransit.gte(quantity)) return atSite(Math.max(now, place.inTransitAt!), 'transit')
  const onOrder = place.onOrderDate === null ? undefined : atSite(received(Math.max(startOf(now), Date.parse(place.onOrderDate)), place.goodsReceiptDays, days, now), 'order')
  if (onOrder && withTransit.plus(place.onOrder).gte(quantity)) return onOrder
  return purchaseFor(place, now, days)
}

/** A new purchase that is asked for now. */
export function purchaseFor(place: PlaceSupply, now: number, days: Days = ANY_DAYS): Expectation | undefined {
  if (place.deliveryDays === null) return undefined
  const ready = received(startOf(now) + place.deliveryDays * DAY, place.goodsReceiptDays, days, now)
  return { at: place.deliveryHours ? days.next(ready + place.deliveryHours * HOUR) : ready, source: 'purchase' }
}

function received(day: number, workingDays: number, days: Days, now: number): number {
  let at = day
  for (let left = workingDays; left > 0;) {
    at += DAY
    if (days.isWorkingDay(at) || at - day > 60 * DAY) left--
  }
  return Math.max(now, at + NOON)
}

const startOf = (instant: number) => Math.floor(instant / DAY) * DAY
