import { entities } from '../../entities'
import type { Job } from '../matching/job'
import { factsOf, jobOf, type OrderFacts } from '../matching/job-of-order'
import type { Situation } from '../matching/kept'
import { match, type Ranked } from '../matching/matching'

import { weightsOf, workOrders, write } from './assigning'
import { checkVisit, heldVisits, lockTechnicians, writeVisit, type StoredVisit } from './visits'
import { historyText } from './words'

/** So many are tried: each may have got another visit since the situation was read. */
const CANDIDATES = 3

/**
 * Asks the next recommended person in place of one who declined or did not answer. Whoever was asked for this order already is
 * not asked again; when nobody is left, the order waits for a dispatcher.
 *
 * @param text why, for the history
 */
export async function passOn(visit: StoredVisit, now: Situation, text: string): Promise<void> {
  const order = await factsOf(visit.workOrder_ID)
  if (order.status_code !== 'Assigned') return
  if (visit.role === 'second') return passOnSecond(visit, order, now)
  const [second] = (await heldVisits(order.ID)).filter(({ role }) => role === 'second')
  // Whoever comes along keeps the time.
  const job = await jobOf(order, now, { without: [...(await askedBefore(order.ID)), ...(second ? [second.technician_ID] : [])], at: second && visit.plannedStart })
  await workOrders().withdrawVisit(order.ID, text)
  for (const next of match(job, now.pool, weightsOf(order, now), CANDIDATES).ranked) {
    const choice = { technician_ID: next.technician.ID, second_ID: second?.technician_ID }
    if (await isTaken(() => write({ order, job, now, choice, at: next.start, best: next, chosen: next }))) return
  }
}

async function passOnSecond(visit: StoredVisit, order: OrderFacts, now: Situation): Promise<void> {
  const others = (await heldVisits(order.ID)).map(({ technician_ID }) => technician_ID)
  const job = await jobOf(order, now, { isSecond: true, at: visit.plannedStart, without: [...(await askedBefore(order.ID)), ...others] })
  for (const next of match(job, now.pool, weightsOf(order, now), CANDIDATES).ranked)
    if (await isTaken(() => giveSecond(next, order, job, now))) {
      await workOrders().noteVisit(order.ID, 'VisitOffered', historyText('secondAsked', { name: next.technician.name }))
      return
    }
}

async function giveSecond(next: Ranked, order: OrderFacts, job: Job, now: Situation): Promise<void> {
  await lockTechnicians([next.technician.ID])
  const { latitude, longitude } = order
  const visit = { workOrder_ID: order.ID, technician_ID: next.technician.ID, role: 'second' as const, at: next.start, latitude, longitude }
  await writeVisit(await checkVisit({ ...visit, passesOn: true, chosen: next, best: next }, job, now))
}

/** False when a rule or another visit is in the way by now; nothing has been written then. */
async function isTaken(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (['RULE_FAILED', 'TECHNICIAN_BUSY', 'TECHNICIAN_UNKNOWN'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

async function askedBefore(workOrder_ID: string): Promise<string[]> {
  const { Assignments } = entities()
  const rows = (await SELECT.from(Assignments).columns('technician_ID').where({ workOrder_ID, state_code: { in: ['Declined', 'Expired'] } })) as { technician_ID: string }[]
  return rows.map(({ technician_ID }) => technician_ID)
}

