import Decimal from 'decimal.js'

/**
 * Values as OData V2 of the host writes them, and back. The only place that knows.
 */

const DAY = /^\d{4}-\d{2}-\d{2}$/
const V2_DATE = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/
const V2_TIME = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/

/** Decimals of currencies that have not two (ISO 4217). */
const CURRENCY_DECIMALS: Record<string, number> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3
}

/** ISO codes (UN/ECE recommendation 20) of units that the host knows by a code of its own. */
const HOST_UNITS: Record<string, string> = { C62: 'EA', PCE: 'PC', HUR: 'H', MTR: 'M', KGM: 'KG', GRM: 'G', LTR: 'L', MLT: 'ML', MTK: 'M2' }
const ISO_UNITS = Object.fromEntries(Object.entries(HOST_UNITS).map(([iso, host]) => [host, iso]))

/** `2026-11-22` → `/Date(1795305600000)/`: midnight UTC of the calendar day, whatever the zone. */
export const toDate = (day: string): string => `/Date(${Date.parse(`${toDay(day)}T00:00:00Z`)})/`

/** A calendar day as OData V4 has it, which is as it is. */
export function toDay(day: string): string {
  const time = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) throw new RangeError(`${day} is not a calendar day`)
  return day
}

/** `/Date(1795305600000)/` → `2026-11-22`; initial dates of the host are null. */
export function fromDate(value: string | null | undefined): string | null {
  return fromInstant(value)?.slice(0, 10) ?? null
}

/** An instant in UTC → `/Date(…+0000)/`, the form of DateTimeOffset. */
export function toInstant(instant: string): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) throw new RangeError(`${instant} is not a point in time`)
  return `/Date(${time}+0000)/`
}

/** The milliseconds are always UTC; the offset only says how the host would show them. */
export function fromInstant(value: string | null | undefined): string | null {
  const match = V2_DATE.exec(value ?? '')
  return match ? new Date(Number(match[1])).toISOString() : null
}

/** `13:05:09` → `PT13H05M09S`. */
export function toTime(time: string): string {
  const [hours, minutes, seconds = '00'] = time.split(':')
  return `PT${hours}H${minutes}M${seconds}S`
}

export function fromTime(value: string | null | undefined): string | null {
  const match = V2_TIME.exec(value ?? '')
  return match ? match.slice(1, 4).map(part => (part ?? '0').padStart(2, '0')).join(':') : null
}

/**
 * A quantity as decimal string for the host's Decimal(13,3).
 * @throws RangeError when it is not a number, has more decimals or does not fit: rounding would move other stock than asked for
 */
export function toQuantity(value: string | number, precision = 13, scale = 3): string {
  const decimal = new Decimal(value)
  if (!decimal.isFinite() || decimal.decimalPlaces() > scale) throw new RangeError(`${value} has more than ${scale} decimals`)
  if (decimal.abs().gte(new Decimal(10).pow(precision - scale))) throw new RangeError(`${value} has more than ${precision - scale} digits`)
  return decimal.toFixed()
}

/** An amount with exactly the decimals of its currency: 1234 JPY, 1.500 KWD. */
export function toAmount(value: string | number, currency: string): string {
  const decimals = decimalsOf(currency)
  const decimal = new Decimal(value)
  if (!decimal.isFinite() || decimal.decimalPlaces() > decimals) throw new RangeError(`${value} has more than the ${decimals} decimals of ${currency}`)
  return decimal.toFixed(decimals)
}

export const decimalsOf = (currency: string): number => CURRENCY_DECIMALS[currency] ?? 2

/** Numeric keys are stored with leading zeros (`ALPHA` conversion); others as they are. */
export function padded(value: string, length: number): string {
  return /^\d+$/.test(value) ? value.padStart(length, '0') : value
}

/** The number as people read it. */
export function stripped(value: string): string {
  return /^\d+$/.test(value) ? value.replace(/^0+(?=\d)/, '') : value
}

/** A unit of measure as the host knows it: ISO codes are translated, its own stay. */
export const toUnit = (unit: string): string => HOST_UNITS[unit.toUpperCase()] ?? unit.toUpperCase()

export const toIsoUnit = (unit: string): string => ISO_UNITS[unit] ?? unit

/** A text cut to the host's length, never within a character of two code units. */
export function toText(text: string, length: number): string {
  const cut = text.trim().slice(0, length)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

/** A string literal of a query or a key in a URL. */
export const literal = (value: string): string => `'${encodeURIComponent(value.replaceAll("'", "''"))}'`

/** A calendar day in a filter. */
export const dateLiteral = (day: string): string => `datetime'${day}T00:00:00'`

/** `13:05:09` in a filter. */
export const timeLiteral = (time: string): string => `time'${toTime(time)}'`

/** An instant in a filter, down to the second: some fields of the host have no fractions, and what is older by one must not be missed. */
export function instantLiteral(instant: string): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) throw new RangeError(`${instant} is not a point in time`)
  return `datetimeoffset'${new Date(time).toISOString().slice(0, 19)}Z'`
}

/**
 * An instant as day and time on the host's clock, for fields without a zone. Where the clock is turned back a time comes twice,
 * so that an hour is taken off in zones other than UTC.
 *
 * @param zone IANA name of the host's system time zone
 */
export function onHostClock(instant: string, zone = 'UTC'): { day: string; time: string } {
  const earlier = new Date(Date.parse(instant) - (zone === 'UTC' ? 0 : 3_600_000))
  const [day, time] = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(earlier).split(' ')
  return { day, time }
}
