import { compile, type CompiledCalendar } from '../../working-time/calendar'

/** Local times between which somebody does not want to be told; over midnight where the end is earlier. */
export interface QuietHours {
  timeZone: string
  from: string
  to: string
}

const kept = new Map<string, CompiledCalendar>()

/** The earliest instant from then on at which it is not quiet. */
export function afterQuiet(instant: number, { timeZone, from, to }: QuietHours): number {
  if (from === to) return instant
  const key = [timeZone, from, to].join()
  const known = kept.get(key) ?? compile({ timeZone, week: Array.from({ length: 7 }, () => [{ from: to, to: from }]) })
  kept.set(key, known)
  return known.next(instant)
}
