/** False for names that the zone database doesn't have. */
export const isTimeZone = (name: string): boolean => Boolean(dayFormat(name))

/** The calendar day (YYYY-MM-DD) on which an instant falls in a zone. */
export const dayAt = (instant: number, timeZone: string): string => dayFormat(timeZone)!.format(instant)

/** Kept, since making one takes as long as a statement. Names that don't exist are not kept: there is no end of them. */
const formats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(timeZone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    formats.set(timeZone, format)
    return format
  } catch {
    return undefined
  }
}
