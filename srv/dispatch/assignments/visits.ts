import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { noteMatchingChange } from '../matching/changes'
import type { Job } from '../matching/job'
import { poolOf, type Situation } from '../matching/kept'
import { failedRule, judge, type Ranked, type Rejected } from '../matching/matching'
import { factorRow, iso } from '../matching/presentation'
import { HELD, readTechnicians } from '../matching/reading'
import { sentenceOf } from '../matching/sentences'
import { dispatchSettings } from '../settings'

export interface Visit {
  workOrder_ID: string
  technician_ID: string
  role: 'lead' | 'second'
  /** Without one the person knows of the order, and nothing of the day is taken. */
  at?: number
  latitude: string | null
  longitude: string | null
  /** Whether the offer passes on when it is not answered. */
  passesOn: boolean
  chosen?: Ranked
  best?: Ranked
  overruleReason?: string | null
}

/** Locks people until the transaction ends, always in the same order: whoever gives one of them a visit meanwhile waits. */
export async function lockTechnicians(IDs: string[]): Promise<void> {
  const { Technicians } = entities()
  for (const ID of [...new Set(IDs)].sort())
    if (!(await UPDATE(Technicians).with({ scheduleVersion: { '+=': 1 } } as never).where({ ID, isActive: true }))) fail(422, 'TECHNICIAN_UNKNOWN', { target: 'technician_ID' })
}

/** A visit that no rule forbids, with its place in the day; one without a time has none. */
export interface CheckedVisit extends Visit { place?: Ranked }

/**
 * Checks a visit of somebody who is locked against what the database says now. Nothing is written.
 *
 * @throws 422 with the rule that fails, 409 when the person has another visit at that time
 */
export async function checkVisit(visit: Visit, job: Job, { calendars, tables }: Situation): Promise<CheckedVisit> {
  const { technician_ID, at } = visit
  const pool = poolOf(await readTechnicians(calendars, [technician_ID]), calendars)
  const visitJob = { ...job, at, isSecond: visit.role === 'second' }
  const verdict = at === undefined ? failedRule(visitJob, pool, technician_ID) : judge(visitJob, pool, {}, technician_ID)
  if (verdict && 'rule' in verdict) await refuse(verdict, visitJob, tables)
  return { ...visit, place: verdict as Ranked | undefined }
}

async function refuse(rejected: Rejected, { at, needs }: Job, tables: Situation['tables']): Promise<never> {
  const { technician, rule } = rejected
  if (rule !== 'overlap') fail(422, 'RULE_FAILED', { target: 'technician_ID', args: [technician.name, sentenceOf(rejected, tables)] })
  const until = at! + (needs.minutes * 60_000)
  const other = technician.visits.find(visit => visit.from < until && visit.to > at!) ?? technician.visits[0]
  const { WorkOrders } = entities()
  const order = await SELECT.one.from(WorkOrders, { ID: other.workOrder_ID } as never).columns('number')
  return fail(409, 'TECHNICIAN_BUSY', { target: 'plannedStart', args: [technician.name, order?.number ?? '', iso(other.from), iso(other.to)] })
}

export async function writeVisit(visit: CheckedVisit): Promise<void> {
  const { Assignments, AssignmentFactors } = entities()
  const ID = cds.utils.uuid(), now = cds.context!.timestamp
  const { place, chosen, best, workOrder_ID, technician_ID, role, latitude, longitude } = visit
  noteMatchingChange(technician_ID)
  const { answerMinutes } = dispatchSettings()
  await INSERT.into(Assignments).entries({
    ID, workOrder_ID, technician_ID, role, latitude, longitude, state_code: 'Offered', offeredAt: now.toISOString(),
    answerBy: visit.passesOn && answerMinutes ? iso(now.getTime() + answerMinutes * 60_000) : null,
    plannedStart: place ? iso(place.start) : null, plannedEnd: place ? iso(place.end) : null, travelMinutes: place ? Math.round(place.travelMinutes) : null,
    rank: chosen?.rank ?? null, score: cents(chosen?.total), bestTechnician_ID: best?.technician.ID ?? null, bestScore: cents(best?.total),
    overruleReason: visit.overruleReason ?? null
  })
  const factors = (chosen?.factors ?? []).map(factor => ({ ID: cds.utils.uuid(), assignment_ID: ID, ...factorRow(factor) }))
  if (factors.length) await INSERT.into(AssignmentFactors).entries(factors)
}

const cents = (value: number | undefined) => (value === undefined ? null : Math.round(value * 100) / 100)

/** Visits of orders that take somebody's time, leads first. */
export async function heldVisits(...orders: string[]): Promise<StoredVisit[]> {
  const { Assignments } = entities()
  const rows = (await SELECT.from(Assignments).columns('ID', 'workOrder_ID', 'technician_ID', 'technician.name as name', 'role', 'state_code', 'plannedStart', 'plannedEnd')
    .where({ workOrder_ID: { in: orders }, state_code: { in: HELD } })) as unknown as StoredVisit[]
  return rows.sort((a, b) => a.role.localeCompare(b.role))
}

export interface StoredVisit {
  ID: string
  workOrder_ID: string
  technician_ID: string
  name: string
  role: 'lead' | 'second'
  state_code: string
  plannedStart: string | null
  plannedEnd: string | null
}

/** Moves visits of orders from some states to another one. */
export async function moveVisits(orders: string[], from: string[], to: string): Promise<void> {
  const { Assignments } = entities()
  const visits = (await heldVisits(...orders)).filter(({ state_code }) => from.includes(state_code))
  if (!visits.length) return
  await UPDATE(Assignments).with({ state_code: to } as never).where({ ID: { in: visits.map(({ ID }) => ID) }, state_code: { in: from } })
  noteMatchingChange(...visits.map(({ technician_ID }) => technician_ID))
}
