import cds from '@sap/cds'
import { iso } from '../matching/presentation'
import { dayName } from '../matching/technician'
import { changeOf, slotsBefore, unservedOf, type Change } from './difference'
import { figuresOf, type Figures } from './figures'
import { travelBetween } from './places'
import type { Schedule, Slot } from './schedule'
import type { Sorted } from './sorting'
import type { FixedVisit, PlannedOrder } from './world'

const MINUTE = 60_000
const REASONS = { 'nobody-eligible': 'nobody', 'out-of-reach': 'outOfReach', 'days-full': 'full' } as const

/** Everything of a plan that is stored when it is ready. */
export interface PlanResult {
  header: Record<string, unknown>
  figures: object[]
  visits: PlanVisitRow[]
  unserved: object[]
}

interface PlanVisitRow {
  workOrder_ID: string
  technician_ID: string | null
  plannedStart: string | null
  change_code: Change
  [field: string]: unknown
}

/** The rows of a plan, with what would change and how it compares. */
export function resultOf(plan_ID: string, { world, crews }: Sorted, schedule: Schedule, lost: Record<string, number>): PlanResult {
  const before = figuresOf(slotsBefore(world, schedule), schedule, world), after = figuresOf(schedule.slots, schedule, world)
  const visits = [...dayRows(plan_ID, schedule, world), ...droppedRows(plan_ID, schedule, world)]
  const changed = (change: Change) => visits.filter(({ change_code }) => change_code === change).length
  const unserved = [...unservedOf(world, schedule, lost).map(order => unservedRow(order, schedule)), ...crews.map(order => ({ ...missing(order), reason_code: 'crew' }))]
  const total = (figures: Figures) => Object.values(figures.unserved).reduce((sum, count) => sum + count, 0) + crews.length
  return {
    header: {
      orderCount: world.orders.length + crews.length, technicianCount: world.technicians.length, currency_code: world.currency, iterations: schedule.plan.iterations,
      unservedBefore: total(before), unservedAfter: total(after), breachesBefore: before.breaches, breachesAfter: after.breaches,
      travelBefore: Math.round(before.travel), travelAfter: Math.round(after.travel), moneyBefore: cents(before.money), moneyAfter: cents(after.money),
      addedCount: changed('added'), movedCount: changed('moved'), reassignedCount: changed('reassigned'), droppedCount: changed('dropped')
    },
    figures: figureRows(before, after, schedule).map(row => ({ plan_ID, ...row })),
    visits, unserved: unserved.map(row => ({ ID: cds.utils.uuid(), plan_ID, ...row }))
  }
}

type World = Sorted['world']

/** Day by day, in the sequence of the day, what stands included. */
function dayRows(plan_ID: string, { days, slots, places }: Schedule, world: World): PlanVisitRow[] {
  return days.flatMap((day, r) => {
    const standing = [...day.begun, ...day.pinned, ...day.blocking].map(fixed => ({ from: fixed.from, to: fixed.to, place: places.of(fixed.spot), fixed }))
    const planned = slots.filter(slot => slot.day === r).map(slot => ({ from: slot.from, to: slot.to, place: places.of(slot.order.spot), slot }))
    const { ID: technician_ID } = world.technicians[day.technician].technician
    let place = day.end
    return [...standing, ...planned].sort((a, b) => a.from - b.from).map((visit, i) => {
      const travelMinutes = Math.round(travelBetween(places, place, visit.place))
      place = visit.place
      const row = 'slot' in visit ? plannedRow(visit.slot, technician_ID) : fixedRow(visit.fixed)
      return { ID: cds.utils.uuid(), plan_ID, technician_ID, day: dayName(day.day), sequence: i + 1, plannedStart: iso(visit.from), plannedEnd: iso(visit.to), travelMinutes, ...row }
    })
  })
}

function plannedRow({ order, from, to }: Slot, technician_ID: string) {
  const late = order.deadline === null ? 0 : Math.max(0, to - order.deadline)
  return { ...beforeRow(order), change_code: changeOf(order, { technician_ID, from, to })!, lateMinutes: late ? Math.ceil(late / MINUTE) : null, isFixed: false }
}

const fixedRow = ({ workOrder_ID, technician_ID, assignment_ID, from, to }: FixedVisit) => ({
  workOrder_ID, assignment_ID, technicianBefore_ID: technician_ID, startBefore: iso(from), endBefore: iso(to), orderEventCount: null, change_code: 'unchanged' as const,
  lateMinutes: null, isFixed: true
})

const beforeRow = ({ ID, eventCount, visit }: PlannedOrder) => ({
  workOrder_ID: ID, orderEventCount: eventCount, assignment_ID: visit?.assignment_ID ?? null, technicianBefore_ID: visit?.technician_ID ?? null,
  startBefore: isoOf(visit?.from), endBefore: isoOf(visit?.to)
})

function droppedRows(plan_ID: string, { slots }: Schedule, world: World): PlanVisitRow[] {
  const served = new Set(slots.map(({ order }) => order.ID))
  return world.orders.filter(({ ID, visit }) => visit && !served.has(ID)).map(order => ({
    ID: cds.utils.uuid(), plan_ID, technician_ID: null, day: null, sequence: null, plannedStart: null, plannedEnd: null, travelMinutes: null, lateMinutes: null, isFixed: false,
    change_code: 'dropped', ...beforeRow(order)
  }))
}

const missing = ({ ID, priority, visit }: PlannedOrder) =>
  ({ workOrder_ID: ID, priority_code: priority, isDropped: Boolean(visit), days: null as number | null, technicians: null as number | null, rule_code: null as string | null, ruleTechnicians: null as number | null })

function unservedRow(order: PlannedOrder, { plan, days, eligibility }: Schedule) {
  const { reason, days: count } = plan.unserved.find(each => each.order === order.ID)!
  const rule = reason === 'nobody-eligible' ? eligibility.reason(order.job, days[0].day) : undefined
  return {
    ...missing(order), reason_code: REASONS[reason], days: count, technicians: eligibility.size, rule_code: rule?.rule ?? null, ruleTechnicians: rule?.technicians ?? null
  }
}

function figureRows(before: Figures, after: Figures, { plan: { cost, terms } }: Schedule) {
  const both = (figure_code: string, of: (figures: Figures) => number | null) => ({ figure_code, valueBefore: cents(of(before)), valueAfter: cents(of(after)) })
  const planner = (figure_code: string, value: number) => ({ figure_code, valueBefore: null, valueAfter: cents(value) })
  return [
    both('served', ({ served }) => served), ...['1', '2', '3', '4'].map(priority => both(`unserved${priority}`, ({ unserved }) => unserved[priority])),
    ...(['breaches', 'travel', 'overtime', 'money', 'balance'] as const).map(figure => both(figure, figures => figures[figure])),
    planner('cost', cost), planner('termTravel', terms.travel), planner('termOvertime', terms.overtime), planner('termBalance', terms.balance), planner('termLateness', terms.lateness),
    planner('termMoved', terms.moved), planner('termRetold', terms.retold), planner('termPreference', terms.preference)
  ]
}

const cents = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100)
const isoOf = (instant: number | null | undefined) => (instant == null ? null : iso(instant))
