import cds from '@sap/cds'
import { calendars } from '../working-time/calendars'
import { calendarsAsOf } from './clock'
import { eventOf, iso, readingOf } from './entries'
import { clocksOf, read } from './ledger'
import { CLOCK_KINDS } from './order-clocks'
import { timeLineOf } from './time-line'

/** An order's clocks as they stand now, each with all that a picture of it needs. */
export async function drawClocks(workOrder_ID: string) {
  const now = cds.context!.timestamp.getTime()
  const [clocks, all] = [await clocksOf(workOrder_ID), await calendars()]
  return clocks.sort((a, b) => CLOCK_KINDS.indexOf(a.kind_code) - CLOCK_KINDS.indexOf(b.kind_code)).map(clock => {
    const state = read(clock, all, now)
    const calendar = state.target && 'calendar' in state.target ? all.named(state.target.calendar, calendarsAsOf(clock.entries.map(eventOf))) : undefined
    const { endsAt, workingTimes, waits } = timeLineOf(clock.entries.map(eventOf).filter(({ at }) => at <= now), state, calendar, now)
    const interval = ({ from, to }: { from: number; to: number }) => ({ startsAt: iso(from), endsAt: iso(to) })
    const stoppedAt = state.status === 'stopped' ? clock.entries.findLast(({ type_code }) => type_code === 'stopped')!.at : null
    return {
      ...readingOf(clock.kind_code, clock.entries, state), now: iso(now), stoppedAt, endsAt: iso(endsAt), workingTimes: workingTimes.map(interval),
      waits: waits.map(({ reason, ...wait }) => ({ ...interval(wait), reason: reason ?? null }))
    }
  })
}
