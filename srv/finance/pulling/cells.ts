/**
 * A decimal with at least so many digits after the point, and more only where they say something: ('12.5', 2) is 12.50, ('12.000', 0) is 12.
 * Whatever is no decimal stays as it is.
 */
export function withDecimals(value: string, digits: number): string {
  const point = value.indexOf('.')
  const whole = point < 0 ? value : value.slice(0, point)
  let fraction = point < 0 ? '' : value.slice(point + 1)
  while (fraction.length > digits && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  fraction = fraction.padEnd(digits, '0')
  return fraction ? `${whole}.${fraction}` : whole
}

const DAY = 86_400_000
/** Excel counts days from the end of 1899. */
const EPOCH = 25_569

/** What Excel calls a day or a moment (UTC), or nothing when the text is neither. */
export function serialOf(text: string): number | undefined {
  const time = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text)
  return Number.isNaN(time) ? undefined : time / DAY + EPOCH
}
