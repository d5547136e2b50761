import cds from '@sap/cds'
import { isTaken } from '../../contention'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nextNumbers } from '../../number-range'
import { isTimeZone, dayAt } from '../../time-zones'
import { dayNumber } from '../matching/technician'
import { planSettings } from './settings'

export interface Wanted {
  from: string
  to: string
  area_code: string
  seconds?: number | null
  keepsPromises?: boolean | null
  seed?: number | null
  maxIterations?: number | null
  technician_ID?: string | null
  workOrder_ID?: string | null
  reason?: string | null
}

/** Seconds to mend a plan: people wait for it. */
const MENDING_SECONDS = 5

/**
 * Puts a plan into the queue. An area has one at a time: of two who ask at once the database refuses the second.
 *
 * @returns the plan's ID
 * @throws 404 or 422 for what can't be planned, 409 while the area is being planned
 */
export async function ask(wanted: Wanted, isReplan: boolean): Promise<string> {
  const { Plans } = entities()
  const { from, to, area_code, keepsPromises, seed, maxIterations, technician_ID, workOrder_ID, reason } = wanted
  const settings = planSettings()
  const seconds = wanted.seconds ?? (isReplan ? MENDING_SECONDS : settings.seconds)
  await checkArea(area_code, from, to)
  if (!(seconds >= 1 && seconds <= settings.mostSeconds)) fail(422, 'PLAN_SECONDS_WRONG', { target: 'seconds', args: [settings.mostSeconds] })
  if (maxIterations != null && maxIterations < 1) fail(422, 'PLAN_ITERATIONS_WRONG', { target: 'maxIterations' })
  if (isReplan) await checkDisruption(wanted)
  const ID = cds.utils.uuid()
  const [number] = await nextNumbers('Plan')
  try {
    await INSERT.into(Plans).entries({
      ID, number, area_code, firstDay: from, lastDay: to, seconds, seed: seed ?? 1, maxIterations, keepsPromises: Boolean(keepsPromises), isReplan, reason: reason?.trim() || null,
      absent_ID: technician_ID, urgent_ID: workOrder_ID, state_code: 'Queued', busyArea: area_code
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    fail(409, 'PLAN_AREA_BUSY', { target: 'area_code', args: [area_code, '–'] })
  }
  return ID
}

async function checkArea(code: string, from: string, to: string): Promise<void> {
  const { ServiceAreas, Plans } = entities()
  const area = await SELECT.one.from(ServiceAreas, { code } as never).columns('timeZone')
  if (!area) fail(422, 'PLAN_AREA_UNKNOWN', { target: 'area_code', args: [code] })
  const today = dayAt(cds.context!.timestamp.getTime(), area.timeZone && isTimeZone(area.timeZone) ? area.timeZone : 'UTC')
  const { days } = planSettings(), length = dayNumber(to) - dayNumber(from) + 1
  if (from < today || !(length >= 1 && length <= days)) fail(422, 'PLAN_DAYS_WRONG', { target: 'to', args: [days] })
  const busy = await SELECT.one.from(Plans).columns('number').where({ busyArea: code })
  if (busy) fail(409, 'PLAN_AREA_BUSY', { target: 'area_code', args: [code, busy.number] })
}

async function checkDisruption({ area_code, technician_ID, workOrder_ID }: Wanted): Promise<void> {
  const { Technicians, WorkOrders } = entities()
  if (!technician_ID && !workOrder_ID) fail(422, 'PLAN_DISRUPTION_MISSING', { target: 'technician_ID' })
  if (technician_ID && !(await SELECT.one.from(Technicians, { ID: technician_ID } as never).columns('ID'))) fail(422, 'TECHNICIAN_UNKNOWN', { target: 'technician_ID' })
  if (!workOrder_ID) return
  const order = await SELECT.one.from(WorkOrders, { ID: workOrder_ID } as never).columns('status_code', 'serviceArea_code', 'executionMode_code')
  const isFit = order && ['Released', 'Assigned'].includes(order.status_code) && order.serviceArea_code === area_code && [null, 'onsite'].includes(order.executionMode_code)
  if (!isFit) fail(422, 'PLAN_URGENT_ORDER_WRONG', { target: 'workOrder_ID', args: [area_code] })
}
