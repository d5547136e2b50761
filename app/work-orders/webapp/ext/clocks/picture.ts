/** A clock as the service draws it; instants as ISO strings. */
export interface ClockTimeLine {
  kind_code: string
  agreement_ID: string | null
  status_code: string
  startedAt: string
  now: string
  stoppedAt: string | null
  endsAt: string
  dueAt: string | null
  breachedAt: string | null
  remainingMinutes: number | null
  pauseReason: string | null
  workingTimes: { startsAt: string; endsAt: string }[]
  waits: { startsAt: string; endsAt: string; reason: string | null }[]
  earlierTargets: { dueAt: string | null; replacedAt: string; reason: string | null }[]
}

export interface Band {
  from: number
  width: number
}

/** Where everything stands in a picture that is 1000 units wide. */
export interface Picture {
  work: Band[]
  /** The part of the working hours after the due date. */
  late: Band[]
  waits: Band[]
  due?: number
  earlierDue: number[]
  /** Where the clock stands: now, or where it stopped. */
  now: number
}

const WIDTH = 1000
/** Free space on both sides, so that marks at the ends are whole. */
const MARGIN = 12

/** Lays a clock out from its start to its end. */
export function pictureOf(clock: ClockTimeLine): Picture {
  const [start, end] = [Date.parse(clock.startedAt), Date.parse(clock.endsAt)]
  const scale = (WIDTH - 2 * MARGIN) / Math.max(end - start, 1)
  const x = (instant: string | number) => round(MARGIN + (Math.min(Math.max(Number(new Date(instant)), start), end) - start) * scale)
  const band = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Band => ({ from: x(startsAt), width: round(x(endsAt) - x(startsAt)) })
  const until = clock.stoppedAt ?? clock.now
  const late = clock.breachedAt
    ? clock.workingTimes.filter(({ endsAt, startsAt }) => endsAt > clock.breachedAt! && startsAt < until)
        .map(({ startsAt, endsAt }) => band({ startsAt: later(startsAt, clock.breachedAt!), endsAt: earlier(endsAt, until) }))
    : []
  return {
    work: clock.workingTimes.map(band), late, waits: clock.waits.map(band),
    due: clock.dueAt ? x(clock.dueAt) : undefined,
    earlierDue: clock.earlierTargets.flatMap(({ dueAt }) => (dueAt ? [x(dueAt)] : [])),
    now: x(until)
  }
}

const later = (a: string, b: string) => (Date.parse(a) > Date.parse(b) ? a : b)
const earlier = (a: string, b: string) => (Date.parse(a) < Date.parse(b) ? a : b)
const round = (value: number) => Math.round(value * 10) / 10
