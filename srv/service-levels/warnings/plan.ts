import type { CompiledCalendar } from '../../working-time/calendar'
import type { ClockState } from '../clock'

export interface WarningRule {
  code: string
  level_code: 'yellow' | 'red'
  /** Share of the target that is used, in percent; 100: exceeded. Without it the agreed time before the due date. */
  percent?: number | null
  /** Somebody has to answer. */
  escalates?: boolean
}

/** A rule and the instant from which it holds, in milliseconds. */
export interface Instant {
  rule: WarningRule
  at: number
}

export interface Outlook {
  /** Rules that hold at that instant, the last one last. */
  holding: WarningRule[]
  /** Those to come if nothing happens, in order. */
  coming: Instant[]
}

/** A warning as it stands, as far as planning depends on it. */
export interface Standing {
  ID: string
  rule_code: string
  state_code: string
}

export interface Replanned {
  /** Planned warnings that are not to come, or not then. */
  dropped: string[]
  /** Warnings that were given and don't hold any more. */
  withdrawn: string[]
  resolved: string[]
  kept: string[]
  planned: Instant[]
}

/** Given, and not closed. */
export const GIVEN = ['Open', 'Acknowledged', 'HandedOver']

/**
 * When a running clock warns. A clock that waits or has stopped has nothing to come.
 *
 * A share that is reached when work ends for the day holds from the next working time on, since nobody is there to act. Once its
 * due date has passed a clock is overdue, at whatever hour.
 *
 * @param calendar the clock's; without one its target is an instant, and time counts round the clock
 * @param warnTime milliseconds of working time before the due date; a target that is no longer than that is not warned of in this way
 */
export function outlook(state: ClockState, calendar: CompiledCalendar | undefined, rules: WarningRule[], warnTime: number, now: number): Outlook {
  const { dueAt, startedAt, target } = state
  if (state.status !== 'running' || dueAt === undefined || !target) return { holding: [], coming: [] }
  const allowed = 'workingTime' in target ? target.workingTime : dueAt - startedAt!
  const before = (left: number) => (calendar ? calendar.subtract(dueAt, left) : dueAt - left)
  const instants = rules.flatMap((rule): Instant[] => {
    if (rule.percent === 100) return [{ rule, at: dueAt + 1 }]
    const left = rule.percent == null ? warnTime : (allowed * (100 - rule.percent)) / 100
    return left > 0 && left < allowed ? [{ rule, at: before(left) }] : []
  }).sort((a, b) => a.at - b.at)
  return { holding: instants.filter(({ at }) => at <= now).map(({ rule }) => rule), coming: instants.filter(({ at }) => at > now) }
}

/**
 * What becomes of a clock's warnings after its ledger or its calendar changed. Of several rules that hold already only the last
 * one warns, that which asks for an answer before others, and only unless it has warned before.
 */
export function replan(state: ClockState, { holding, coming }: Outlook, standing: Standing[], now: number): Replanned {
  const [planned, given] = [standing.filter(each => each.state_code === 'Planned'), standing.filter(each => GIVEN.includes(each.state_code))]
  const nothing = { withdrawn: [], resolved: [], kept: [], planned: [] }
  if (state.status === 'stopped') return { ...nothing, dropped: idsOf(planned), resolved: idsOf(given) }
  if (state.status !== 'running') return { ...nothing, dropped: idsOf(planned), kept: idsOf(given) }
  const kept = given.filter(each => holding.some(rule => rule.code === each.rule_code))
  const last = holding.findLast(({ escalates }) => escalates) ?? holding.at(-1)
  const hasWarned = last && kept.some(each => each.rule_code === last.code)
  return {
    dropped: idsOf(planned), resolved: [], kept: idsOf(kept), withdrawn: idsOf(given.filter(each => !kept.includes(each))),
    planned: [...(last && !hasWarned ? [{ rule: last, at: now }] : []), ...coming]
  }
}

const idsOf = (rows: Standing[]) => rows.map(({ ID }) => ID)
