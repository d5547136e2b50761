import { entities } from '../../entities'
import { fail } from '../../errors'
import { poolOf, type Situation } from '../matching/kept'
import { judge } from '../matching/matching'
import { readTechnicians } from '../matching/reading'
import { sentenceOf } from '../matching/sentences'
import type { Technician } from '../matching/technician'
import { planJob } from './plan-job'
import type { PlannedChange } from './publishing'
import { ORDER_COLUMNS, type StoredOrder } from './reading'

/** So many broken rules are told. */
const TOLD = 5

export interface NewVisit {
  workOrder_ID: string
  technician: Technician
  plannedStart: string
  plannedEnd: string
  travelMinutes: number | null
  latitude: string | null
  longitude: string | null
}

/**
 * Checks visits of people who are locked against the rules and against what the database says now; those that the plan moves are
 * withdrawn already. Among themselves they were planned without overlap.
 *
 * @throws 409 with the rules that no longer hold
 */
export async function checkedVisits(changes: PlannedChange[], now: Situation): Promise<NewVisit[]> {
  const { WorkOrders } = entities()
  const IDs = changes.map(({ workOrder_ID }) => workOrder_ID)
  const orders = new Map(((await SELECT.from(WorkOrders).columns(...(ORDER_COLUMNS as unknown as never[])).where({ ID: { in: IDs } })) as StoredOrder[]).map(order => [order.ID, order]))
  const people = [...new Set(changes.map(({ technician_ID }) => technician_ID!))]
  const pool = poolOf(await readTechnicians(now.calendars, people), now.calendars)
  const broken: string[] = []
  const visits = changes.flatMap(({ workOrder_ID, technician_ID, plannedStart, plannedEnd, travelMinutes }) => {
    const order = orders.get(workOrder_ID)!, at = Date.parse(plannedStart!)
    const job = planJob(order, now, at)
    const verdict = judge({ ...job, at, needs: { ...job.needs, minutes: (Date.parse(plannedEnd!) - at) / 60_000 } }, pool, {}, technician_ID!)
    if (verdict && !('rule' in verdict)) {
      const { latitude, longitude } = order
      return [{ workOrder_ID, technician: verdict.technician, plannedStart: plannedStart!, plannedEnd: plannedEnd!, travelMinutes, latitude, longitude }]
    }
    broken.push(verdict ? `${order.number}, ${verdict.technician.name}: ${sentenceOf(verdict, now.tables)}` : order.number)
    return []
  })
  if (broken.length) fail(409, 'PLAN_RULE_FAILED', { args: [broken.slice(0, TOLD).join(' ')] })
  return visits
}
