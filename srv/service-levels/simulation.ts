import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'
import { requireTimeZone } from '../input-guards'
import { calendars, type Calendars } from '../working-time/calendars'
import { explain, type Case } from './determination'
import { iso } from './entries'
import type { Hours } from '../working-time/hours'
import { factsOf } from './order-facts'

export interface SimulationInput {
  workOrder_ID?: string | null
  serviceContract?: string | null
  customer_ID?: string | null
  model?: string | null
  importance_code?: string | null
  priority_code?: string | null
  region_code?: string | null
  executionMode_code?: string | null
  timeZone?: string | null
  start?: string | null
}

export interface DueDateInput {
  calendar_code: string
  timeZone?: string | null
  region_code?: string | null
  start: string
  minutes: number
}

const MINUTE = 60_000
const MOST_INTERVALS = 100

/** Which agreement would hold, and when its clocks would be due. */
export async function simulate(input: SimulationInput) {
  requireTimeZone(input.timeZone)
  const all = await calendars()
  const subject = await subjectOf(input)
  const { hit, considered, terms } = await explain(subject, all)
  return {
    agreement_ID: hit?.ID ?? null,
    number: hit?.number ?? null,
    considered: considered.map(({ agreement: { ID, number, name }, specificity, failed }) => ({ ID, number, name, specificity, failed: failed ?? null })),
    clocks: terms.map(({ kind, target, pauseReasons }) => {
      const { minutes, hours } = target as { minutes: number; hours: Hours }
      return {
        kind_code: kind, minutes, calendar_code: hours.calendar, timeZone: hours.timeZone, holidayRegion_code: hours.holidayRegion, pauseReasons,
        dueAt: iso(reach(() => all.of(hours).add(subject.start, minutes * MINUTE)))
      }
    })
  }
}

/** A preview of a calendar. */
export async function dueDate({ calendar_code, timeZone, region_code, start, minutes }: DueDateInput) {
  requireTimeZone(timeZone)
  if (minutes < 0) fail(422, 'MINUTES_NEGATIVE', { target: 'minutes' })
  const all = await calendars()
  if (!all.has(calendar_code)) fail(422, 'CODE_UNKNOWN', { target: 'calendar_code', args: [calendar_code] })
  const calendar = all.of(all.hoursAt(calendar_code, { timeZone, ...regionParts(region_code) }))
  const from = Date.parse(start)
  const due = reach(() => calendar.add(from, minutes * MINUTE)) ?? fail(422, 'CALENDAR_TOO_SHORT', { target: 'minutes' })
  const workingTimes = calendar.intervals(from, due).slice(0, MOST_INTERVALS)
  return { dueAt: iso(due), workingTimes: workingTimes.map(each => ({ startsAt: iso(each.from), endsAt: iso(each.to) })) }
}

/** False when one of these calendars has less working time in the years to come than is asked of it. */
export function hasWorkingTime(all: Calendars, calendar_code: string, minutes: number): boolean {
  return reach(() => all.of(all.hoursAt(calendar_code, {})).add(cds.context!.timestamp.getTime(), minutes * MINUTE)) !== undefined
}

function reach(add: () => number): number | undefined {
  try {
    return add()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

async function subjectOf(input: SimulationInput): Promise<Case> {
  const order = input.workOrder_ID ? (await factsOf(input.workOrder_ID)).case : undefined
  const given = {
    serviceContract: input.serviceContract, customer: input.customer_ID, model: input.model,
    importance: input.importance_code, priority: input.priority_code, region: input.region_code
  }
  const criteria = { ...order?.criteria, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)) }
  return {
    criteria,
    site: { ...order?.site, ...(input.timeZone && { timeZone: input.timeZone }), ...regionParts(input.region_code) },
    executionMode: input.executionMode_code ?? order?.executionMode,
    start: input.start ? Date.parse(input.start) : order?.start ?? cds.context!.timestamp.getTime(),
    targetHours: input.priority_code ? await targetHoursOf(input.priority_code) : order?.targetHours
  }
}

function regionParts(code?: string | null) {
  if (!code) return {}
  const [country, region] = code.split('-')
  return { country, region: region ?? null }
}

async function targetHoursOf(priority: string): Promise<number> {
  const { Priorities } = entities()
  const found = await SELECT.one.from(Priorities, { code: priority } as never).columns('targetHours')
  return found?.targetHours ?? fail(422, 'CODE_UNKNOWN', { target: 'priority_code', args: [priority] })
}
