import cds from '@sap/cds'
import { entities } from '../../entities'
import { rowOf } from '../asking'
import { sparePartsSettings } from '../settings'
import { learnUsual, type LearntPart, type Use } from './learning'

/** Repairs that are done, the latest ones: what was usual years ago needs no longer be. */
const DONE = ['Completed', 'Accepted', 'Closed']
const LATEST = 500

interface Subject { model: string; faultCategory: string }
interface WorkOrder { model: string; faultCategory_code: string }
interface Kept { ID: string; part_ID: string; isManual: boolean }

/** Has the usual parts of an order's model and fault learnt anew soon. To be called in the transaction of what happened to the order. */
export async function noteRepair(workOrder_ID: string): Promise<void> {
  const { WorkOrders, UsualPartChanges } = entities()
  const order = await rowOf<Partial<WorkOrder>>(SELECT.one.from(WorkOrders, { ID: workOrder_ID } as never).columns('model', 'faultCategory_code'))
  if (!order?.model || !order.faultCategory_code) return
  await UPSERT.into(UsualPartChanges).entries({ model: order.model, faultCategory: order.faultCategory_code, changedAt: now() } as never)
}

/** Has everything learnt anew; answers how many faults of models there are. */
export async function noteAllRepairs(): Promise<number> {
  const { WorkOrders, UsualPartChanges } = entities()
  const subjects = (await SELECT.distinct.from(WorkOrders).columns('model', 'faultCategory_code as faultCategory')
    .where({ model: { '!=': null }, faultCategory_code: { '!=': null }, status_code: { in: DONE } } as never)) as Subject[]
  if (subjects.length) await UPSERT.into(UsualPartChanges).entries(subjects.map(subject => ({ ...subject, changedAt: now() })) as never)
  return subjects.length
}

export const isLearningDue = async (): Promise<boolean> => Boolean(await SELECT.one.from(entities().UsualPartChanges).columns('model'))

/**
 * Learns the next faults of models that changed, in the caller's transaction. Rows that another instance works on are left to it.
 *
 * @returns whether there may be more
 */
export async function learnNext(): Promise<boolean> {
  const { UsualPartChanges } = entities()
  const { planningBatch } = sparePartsSettings()
  const due = (await cds.run(SELECT.from(UsualPartChanges).columns('model', 'faultCategory').orderBy('changedAt').limit(planningBatch)
    .forUpdate({ ignoreLocked: true } as never))) as Subject[]
  for (const subject of due) {
    await learn(subject)
    await DELETE.from(UsualPartChanges).where({ ...subject })
  }
  return due.length === planningBatch
}

async function learn({ model, faultCategory }: Subject): Promise<void> {
  const { WorkOrders, Reservations, UsualParts } = entities()
  const repairs = (await SELECT.from(WorkOrders).columns('ID').where({ model, faultCategory_code: faultCategory, status_code: { in: DONE } } as never)
    .orderBy('completedAt desc').limit(LATEST)) as { ID: string }[]
  const uses = repairs.length ? (await SELECT.from(Reservations).columns('workOrder_ID', 'part_ID', 'sum(consumedQuantity) as pieces')
    .where({ workOrder_ID: { in: repairs.map(({ ID }) => ID) }, consumedQuantity: { '>': 0 } } as never).groupBy('workOrder_ID', 'part_ID')) as Use[] : []
  const learnt = learnUsual(repairs.length, uses.map(use => ({ ...use, pieces: Number(use.pieces) })))
  const known = (await SELECT.from(UsualParts).columns('ID', 'part_ID', 'isManual').where({ model, faultCategory_code: faultCategory })) as Kept[]
  for (const part of learnt) await keep({ model, faultCategory }, part, known.find(({ part_ID }) => part_ID === part.part_ID))
  const forgotten = known.filter(({ part_ID }) => !learnt.some(part => part.part_ID === part_ID))
  for (const { ID, isManual } of forgotten) {
    if (isManual) await UPDATE(UsualParts).with({ repairs: repairs.length, repairsWithPart: 0, pieces: 0, share: 0 } as never).where({ ID })
    else await DELETE.from(UsualParts).where({ ID })
  }
}

async function keep({ model, faultCategory }: Subject, { quantity, ...counts }: LearntPart, known?: Kept): Promise<void> {
  const { UsualParts } = entities()
  if (known) await UPDATE(UsualParts).with({ ...counts, ...(!known.isManual && { quantity }) } as never).where({ ID: known.ID })
  else await INSERT.into(UsualParts).entries({ model, faultCategory_code: faultCategory, quantity, ...counts })
}

const now = () => cds.context!.timestamp.toISOString()
