import { entities } from '../entities'
import { determine, type Agreement, type Considered, type Criteria } from './agreements'
import { zoneOf, type Calendars, type Site } from '../working-time/calendars'
import type { ClockTerms } from './entries'
import { dayAt } from '../time-zones'
import { ROUND_THE_CLOCK_HOURS } from '../working-time/hours'
import { CLOCK_KINDS, type ClockKind } from './order-clocks'

/** What an order or a simulation brings: who, what, where and when. */
export interface Case {
  criteria: Criteria
  site: Site
  executionMode?: string | null
  /** When the clocks start, in milliseconds. */
  start: number
  /** What the order's priority promises where no agreement does. */
  targetHours?: number | null
}

export interface StoredAgreement extends Agreement {
  name: string
  calendar_code: string
  targets: { clock_code: ClockKind; minutes: number; calendar_code?: string | null }[]
  pauses: { holdReason_code: string; clock_code?: string | null }[]
}

/**
 * The terms of each clock of an order: those of the most specific agreement, and for the fix what the priority
 * promises, round the clock, where no agreement says anything.
 */
export async function termsFor(subject: Case, all: Calendars): Promise<ClockTerms[]> {
  const { hit } = determine(await agreements(subject, all), criteriaOf(subject, all), dayOf(subject))
  return termsOf(hit, subject, all)
}

/** The same for many orders, with one look at the agreements. */
export async function termsForEach(subjects: Case[], all: Calendars): Promise<ClockTerms[][]> {
  const stored = await agreements()
  return subjects.map(subject => termsOf(determine(stored, criteriaOf(subject, all), dayOf(subject)).hit, subject, all))
}

/** The same with everything that was considered, for people who want to know why. */
export async function explain(subject: Case, all: Calendars): Promise<{ hit?: StoredAgreement; considered: Considered<StoredAgreement>[]; terms: ClockTerms[] }> {
  const found = determine(await agreements(), criteriaOf(subject, all), dayOf(subject))
  return { ...found, terms: termsOf(found.hit, subject, all) }
}

/** Where nobody travels, nobody arrives. */
function termsOf(agreement: StoredAgreement | undefined, { site, executionMode, targetHours }: Case, all: Calendars): ClockTerms[] {
  return CLOCK_KINDS.flatMap((kind): ClockTerms[] => {
    const agreed = agreement?.targets.find(target => target.clock_code === kind)
    if (kind === 'arrival' && executionMode && executionMode !== 'onsite') return []
    if (!agreed) {
      if (kind !== 'fix' || targetHours == null) return []
      return [{ kind, target: { minutes: targetHours * 60, hours: ROUND_THE_CLOCK_HOURS }, pauseReasons: [], agreement_ID: null }]
    }
    const hours = all.hoursAt(agreed.calendar_code ?? agreement!.calendar_code, site)
    const pauses = agreement!.pauses.filter(({ clock_code }) => !clock_code || clock_code === kind)
    const pauseReasons = [...new Set(pauses.map(pause => pause.holdReason_code))].sort()
    return [{ kind, target: { minutes: agreed.minutes, hours }, pauseReasons, agreement_ID: agreement!.ID }]
  })
}

const dayOf = ({ start, site }: Case) => dayAt(start, zoneOf(site))
const criteriaOf = ({ criteria, site }: Case, all: Calendars): Criteria => ({ region: all.regionOf(site), ...criteria })

/** Agreements with what belongs to them, in one statement: those that can fit the case, or all. */
async function agreements(subject?: Case, all?: Calendars): Promise<StoredAgreement[]> {
  const { Agreements } = entities()
  const query = SELECT.from(Agreements).columns(
    'ID', 'number', 'name', 'validFrom', 'validTo', 'serviceContract', 'customer_ID as customer', 'model', 'importance_code as importance',
    'priority_code as priority', 'region_code as region', 'calendar_code',
    expand('targets', 'clock_code', 'minutes', 'calendar_code') as never, expand('pauses', 'holdReason_code', 'clock_code') as never
  )
  if (subject) query.where(possible(criteriaOf(subject, all!), dayOf(subject)) as never)
  return (await query) as unknown as StoredAgreement[]
}

const expand = (composition: string, ...columns: string[]) => ({ ref: [composition], expand: columns.map(column => ({ ref: [column] })) })

const COLUMNS: Record<keyof Criteria, string> = {
  serviceContract: 'serviceContract', customer: 'customer_ID', model: 'model', importance: 'importance_code', priority: 'priority_code', region: 'region_code'
}

/** What the database can rule out before anything is compared here, as a CQN condition. */
function possible(criteria: Criteria, day: string): unknown[] {
  const fits = (Object.keys(COLUMNS) as (keyof Criteria)[]).map(name => {
    const value = criteria[name]
    const values = name === 'region' && value ? [value.split('-')[0], value] : [value].filter(Boolean)
    return openOr(COLUMNS[name], ...(values.length ? ['in', { list: values.map(val => ({ val })) }] : []))
  })
  return [...fits, openOr('validFrom', '<=', { val: day }), openOr('validTo', '>=', { val: day })].flatMap((condition, i) => (i ? ['and', condition] : [condition]))
}

const openOr = (column: string, ...test: unknown[]) => ({
  xpr: [{ ref: [column] }, 'is', 'null', ...(test.length ? ['or', { ref: [column] }, ...test] : [])]
})
