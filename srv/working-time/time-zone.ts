/** A stretch of time in which a zone keeps one offset from UTC. Instants and offsets in milliseconds. */
export interface Period {
  from: number
  to: number
  offset: number
}

const DAY = 86_400_000
const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?/

/**
 * The offsets of an IANA zone between two instants, in order and without gaps: one period, or more where clocks change.
 *
 * @throws RangeError when there is no such zone
 */
export function offsetsOf(timeZone: string, from: number, to: number): Period[] {
  const offsetAt = offsetReader(timeZone)
  const periods: Period[] = [{ from, to, offset: offsetAt(from) }]
  for (let before = from; before < to; before += DAY) {
    const after = Math.min(before + DAY, to)
    const [last, offset] = [periods.at(-1)!, offsetAt(after)]
    if (offset === last.offset) continue
    last.to = changeBetween(offsetAt, before, after)
    periods.push({ from: last.to, to, offset })
  }
  return periods
}

/** Clocks never change twice within a day. */
function changeBetween(offsetAt: (instant: number) => number, before: number, after: number): number {
  const first = offsetAt(before)
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle) === first) low = middle
    else high = middle
  }
  return high
}

function offsetReader(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return instant => {
    const name = format.formatToParts(instant).find(part => part.type === 'timeZoneName')!.value
    const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(name)!
    const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
    return sign === '-' ? -offset : offset
  }
}
