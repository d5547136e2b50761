import cds from '@sap/cds'
import { entities } from '../../entities'
import { grouped } from '../../grouped'
import type { Calendars } from '../../working-time/calendars'
import type { ClockState } from '../clock'
import { iso, targetEntry } from '../entries'
import { hoursOf } from '../../working-time/hours'
import type { Clock } from '../ledger'
import { escalationAt } from './ladder'
import { GIVEN, outlook, replan, type Instant, type Standing, type WarningRule } from './plan'
import { warningRules } from './rules'

interface Planned { clock: Clock; state: ClockState }
type StandingRow = Standing & { clock_ID: string; hours: string; escalateAt: string | null; escalationLevel: number | null }

/** What an agreement that says nothing means, and orders without one. */
const WARN_MINUTES = 60
const MINUTE = 60_000

/**
 * Plans the warnings of clocks anew, in the transaction that has moved them: those to come follow the due date, those that were
 * given are closed where they don't hold any more.
 *
 * @param how `areNew`: clocks that can't have warnings yet; `isQuiet`: what holds already counts as given, and nobody is asked
 */
export async function planWarnings(moved: Planned[], all: Calendars, { areNew = false, isQuiet = false } = {}): Promise<void> {
  if (!moved.length) return
  const { Warnings, Clocks } = entities()
  const now = cds.context!.timestamp.getTime()
  const [rules, warnMinutes] = [await warningRules(), await warnMinutesOf(moved)]
  const standing = areNew ? new Map<string, StandingRow[]>() : await standingOf(moved.map(({ clock }) => clock.ID))
  const plans = moved.map(({ clock, state }) => {
    const { agreement_ID } = targetEntry(clock.entries)
    const calendar = state.target && 'calendar' in state.target ? all.named(state.target.calendar) : undefined
    const view = outlook(state, calendar, rules, (warnMinutes.get(agreement_ID ?? '') ?? WARN_MINUTES) * MINUTE, now)
    return { clock, state, view, ...replan(state, view, standing.get(clock.ID) ?? [], now) }
  })
  const ids = (part: 'dropped' | 'withdrawn' | 'resolved') => plans.flatMap(plan => plan[part])
  if (ids('dropped').length) await DELETE.from(Warnings).where({ ID: { in: ids('dropped') }, state_code: 'Planned' })
  await close('Withdrawn', ids('withdrawn'))
  await close('Resolved', ids('resolved'))
  for (const { clock, state, kept } of plans) await keepLadder((standing.get(clock.ID) ?? []).filter(({ ID }) => kept.includes(ID)), clock, state, all)
  const rows = plans.flatMap(({ clock, state, planned }) => planned.map(each => ({ ...rowOf(clock, state, each), ...(isQuiet && each.at === now && { state_code: 'Open', firedAt: iso(now) }) })))
  if (rows.length) await INSERT.into(Warnings).entries(rows)
  // New clocks are green by default.
  for (const { level, rule, IDs } of levels(plans)) if (!areNew || rule) await UPDATE(Clocks).with({ level_code: level, rule_code: rule } as never).where({ ID: { in: IDs } })
}

async function standingOf(clocks: string[]): Promise<Map<string, StandingRow[]>> {
  const { Warnings } = entities()
  const rows = (await SELECT.from(Warnings).columns('ID', 'clock_ID', 'rule_code', 'state_code', 'hours', 'escalateAt', 'escalationLevel')
    .where({ clock_ID: { in: clocks }, state_code: { in: ['Planned', ...GIVEN] } })) as StandingRow[]
  return grouped(rows, ({ clock_ID }) => clock_ID)
}

async function warnMinutesOf(moved: Planned[]): Promise<Map<string, number>> {
  const { Agreements } = entities()
  const IDs = [...new Set(moved.flatMap(({ clock }) => targetEntry(clock.entries).agreement_ID ?? []))]
  const rows = IDs.length ? await SELECT.from(Agreements).columns('ID', 'warnMinutes').where({ ID: { in: IDs } }) : []
  return new Map(rows.map(({ ID, warnMinutes }: { ID: string; warnMinutes?: number | null }) => [ID, warnMinutes ?? WARN_MINUTES]))
}

async function close(state_code: 'Withdrawn' | 'Resolved', IDs: string[]): Promise<void> {
  const { Warnings } = entities()
  if (IDs.length) await UPDATE(Warnings).with({ state_code, closedAt: now(), escalateAt: null } as never).where({ ID: { in: IDs } })
}

/** Nobody is asked further while a clock waits; when it runs again, whoever was asked has the whole time once more. */
async function keepLadder(kept: StandingRow[], { entries }: Clock, { status }: ClockState, all: Calendars): Promise<void> {
  const { Warnings } = entities()
  if (status === 'paused' && kept.some(each => each.escalateAt)) await UPDATE(Warnings).with({ escalateAt: null } as never).where({ ID: { in: kept.map(({ ID }) => ID) } })
  if (status !== 'running' || entries.at(-1)?.type_code !== 'resumed') return
  for (const { ID, escalateAt, escalationLevel, state_code, hours } of kept) {
    if (escalateAt || !escalationLevel) continue
    await UPDATE(Warnings, { ID } as never).with({ escalateAt: await escalationAt(escalationLevel, state_code === 'Acknowledged', hours, all) } as never)
  }
}

function rowOf({ ID, workOrder_ID }: Clock, { target }: ClockState, { rule, at }: Instant) {
  return {
    ID: cds.utils.uuid(), workOrder_ID, clock_ID: ID, rule_code: rule.code, level_code: rule.level_code, state_code: 'Planned', fireAt: iso(at),
    hours: target && 'calendar' in target && hoursOf(target.calendar).calendar ? target.calendar : null
  }
}

/** What lists show of each clock: a paused one keeps what it had. */
function levels(plans: { clock: Clock; state: ClockState; view: { holding: WarningRule[] } }[]) {
  const groups = new Map<string, { level: string; rule: string | null; IDs: string[] }>()
  for (const { clock, state, view } of plans) {
    if (state.status === 'paused') continue
    const last = view.holding.at(-1)
    const [level, rule] = state.status === 'stopped' ? (state.breachedAt ? ['red', 'breach'] : ['green', null]) : [last?.level_code ?? 'green', last?.code ?? null]
    const key = `${level} ${rule}`
    groups.set(key, groups.get(key) ?? { level, rule, IDs: [] })
    groups.get(key)!.IDs.push(clock.ID)
  }
  return [...groups.values()]
}

const now = () => cds.context!.timestamp.toISOString()
