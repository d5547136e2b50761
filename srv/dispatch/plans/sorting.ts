import { calendarDay, midnight } from '../matching/calendar-day'
import type { Pool } from '../matching/pool'
import { weightsFor } from '../matching/weights'
import { instant, planJob, spotAt } from './plan-job'
import type { PlanSources, StoredOrder, StoredVisit } from './reading'
import type { FixedVisit, PlannedOrder, PlannedTechnician, PlanningWorld, VisitBefore } from './world'

const MINUTE = 60_000
/** An order that can't wait and has no promise is wanted so soon. */
const URGENT_WITHIN = 240 * MINUTE

export interface PlanRange {
  area: string
  firstDay: number
  lastDay: number
  now: number
  frozenMinutes: number
  /** Who drops out, and which order can't wait. */
  absent?: string | null
  urgent?: string | null
}

/** The world of a plan, and the orders that a plan can't give a visit: they take a crew. */
export interface Sorted { world: PlanningWorld; crews: PlannedOrder[] }

/** Sorts what was read into what is to be planned and what stands. */
export function sorted(sources: PlanSources, range: PlanRange): Sorted {
  const { orders, visits, situation } = sources
  const byOrder = new Map<string, StoredVisit[]>()
  for (const visit of visits) byOrder.set(visit.workOrder_ID, [...(byOrder.get(visit.workOrder_ID) ?? []), visit])
  const planned: PlannedOrder[] = [], crews: PlannedOrder[] = []
  const moving = new Set<StoredVisit>()
  for (const order of orders) {
    const own = byOrder.get(order.ID) ?? [], each = plannedOrder(order, sources, range)
    if (each.job.needs.crewSize > 1 || own.length > 1) {
      if (order.status_code === 'Released') crews.push(each)
      continue
    }
    if (order.status_code === 'Assigned' && !mayMove(order, own[0], range, situation.pool)) continue
    if (own.length) moving.add(own[0])
    planned.push({ ...each, visit: visitBefore(order, own[0]) })
  }
  const { area, firstDay, lastDay, now } = range
  return {
    crews,
    world: {
      area, firstDay, lastDay, now, roads: situation.tables.roadsIn(area), currency: sources.currency, orders: planned.sort((a, b) => (a.number < b.number ? -1 : 1)),
      technicians: techniciansOf(sources, range), fixed: visits.filter(visit => !moving.has(visit)).flatMap(fixedVisit)
    }
  }
}

function plannedOrder(order: StoredOrder, { situation, partsAt }: PlanSources, { now, urgent }: PlanRange): PlannedOrder {
  const isUrgent = order.ID === urgent
  const job = planJob(order, situation, now)
  const weights = weightsFor(order.serviceArea_code, order.orderType_code, situation.tables.weights)
  const promise = order.promisePausedAt ? null : instant(order.promisedAt)
  return {
    ID: order.ID, number: order.number, eventCount: order.eventCount, priority: order.priority_code, spot: spotAt(order.latitude, order.longitude), job, isUrgent,
    earliest: Math.max(now, isUrgent ? 0 : instant(order.requestedStart) ?? 0, partsAt.get(order.ID) ?? 0), deadline: isUrgent ? Math.min(promise ?? Infinity, now + URGENT_WITHIN) : promise,
    preferredMinutes: weights.preferred ?? 0
  }
}

/** A visit may move unless it is pinned, under way or about to begin; one that was missed has to. Those of somebody who drops out must. */
function mayMove(order: StoredOrder, visit: StoredVisit | undefined, { firstDay, lastDay, now, frozenMinutes, absent }: PlanRange, pool: Pool): boolean {
  const at = instant(visit?.plannedStart ?? order.plannedStart)
  if (visit?.state_code === 'Started') return false
  if (at === null || (instant(visit?.plannedEnd) ?? at) <= now) return true
  const technician_ID = visit?.technician_ID ?? order.technician_ID
  const timeZone = pool.technicians[pool.indexOf(technician_ID ?? '') ?? -1]?.timeZone ?? 'UTC'
  if (at < midnight(firstDay, timeZone) || at >= midnight(lastDay + 1, timeZone)) return false
  return technician_ID === absent || (at >= now + frozenMinutes * MINUTE && !visit?.isPinned)
}

function visitBefore({ technician_ID, plannedStart }: StoredOrder, visit?: StoredVisit): VisitBefore | undefined {
  if (visit) return { assignment_ID: visit.ID, technician_ID: visit.technician_ID, from: instant(visit.plannedStart), to: instant(visit.plannedEnd) }
  return technician_ID ? { assignment_ID: null, technician_ID, from: instant(plannedStart), to: null } : undefined
}

function fixedVisit({ ID, workOrder_ID, technician_ID, plannedStart, plannedEnd, latitude, longitude, state_code }: StoredVisit): FixedVisit[] {
  const [from, to] = [instant(plannedStart), instant(plannedEnd)]
  if (from === null || to === null) return []
  return [{ assignment_ID: ID, workOrder_ID, technician_ID, from, to, spot: spotAt(latitude, longitude), isStarted: state_code === 'Started' }]
}

function techniciansOf({ situation: { pool, calendars }, versions, technicians }: PlanSources, { firstDay, lastDay, absent }: PlanRange): PlannedTechnician[] {
  const numbers = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i)
  return pool.technicians.filter(({ ID, isActive }) => isActive && versions.has(ID) && ID !== absent).map(technician => {
    const { latitude, longitude } = technicians.get(technician.ID)!
    return { technician, base: spotAt(latitude, longitude), days: numbers.map(day => calendarDay(calendars.named(technician.hours), day, technician.timeZone)) }
  })
}
