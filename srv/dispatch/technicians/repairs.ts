import { entities } from '../../entities'
import { repairedIn } from './work-time'

interface Order {
  ID: string
  technician_ID: string | null
  model: string | null
  faultCategory_code: string | null
  startedAt: string | null
  completedAt: string | null
  firstTimeFix: boolean | null
  reopenCount: number
  rating: number | null
  resolution_isFix: boolean | null
}

type Repair = { workOrder_ID: string; technician_ID: string; completedAt: string }

/** Whose figures changed, and in which of their rows. */
export interface Touched { technician_ID: string; model: string; faultCategory: string }

const COLUMNS = [
  'ID', 'technician_ID', 'model', 'faultCategory_code', 'startedAt', 'completedAt', 'firstTimeFix', 'reopenCount', 'rating',
  { ref: ['resolution', 'isFix'], as: 'resolution_isFix' }
]

/** Writes down that somebody completed an order. The second time, the same person's row is written anew. */
export async function noteCompletion(ID: string): Promise<Touched | undefined> {
  const { WorkOrders, TechnicianRepairs } = entities()
  const order = (await SELECT.one.from(WorkOrders, { ID } as never).columns(...COLUMNS as never[])) as unknown as Order | undefined
  if (!order?.technician_ID || !order.completedAt) return
  const earlier = (await SELECT.from(TechnicianRepairs).columns('technician_ID').where({ workOrder_ID: ID })) as Repair[]
  const isOwn = earlier.some(({ technician_ID }) => technician_ID === order.technician_ID)
  // Whoever repairs what another has left unrepaired did it at the first visit all the same.
  const isFirstTimeFix = earlier.length > 0 && !isOwn ? Boolean(order.resolution_isFix) : Boolean(order.firstTimeFix)
  const repair = {
    workOrder_ID: ID, technician_ID: order.technician_ID, model: order.model ?? '', faultCategory: order.faultCategory_code ?? '',
    completedAt: order.completedAt, minutes: await minutesOf(order), isFirstTimeFix, rating: order.rating
  }
  await UPSERT.into(TechnicianRepairs).entries(repair)
  return repair
}

/** Writes down how the customer rated the repair: it is that of the person who completed it last. */
export async function noteRating(ID: string): Promise<Touched | undefined> {
  const { WorkOrders } = entities()
  const { rating } = (await SELECT.one.from(WorkOrders, { ID } as never).columns('rating')) as unknown as Pick<Order, 'rating'>
  return changeLast(ID, { rating })
}

/** What had to be opened again was not repaired, whatever the customer had said. */
export const noteReopening = (ID: string): Promise<Touched | undefined> => changeLast(ID, { isFirstTimeFix: false, rating: null })

async function changeLast(ID: string, changes: object): Promise<Touched | undefined> {
  const { TechnicianRepairs } = entities()
  const last = (await SELECT.one.from(TechnicianRepairs).where({ workOrder_ID: ID }).orderBy('completedAt desc')) as (Repair & Touched) | undefined
  if (!last) return
  await UPDATE(TechnicianRepairs).with(changes).where({ workOrder_ID: ID, technician_ID: last.technician_ID })
  return last
}

async function minutesOf({ ID, startedAt, completedAt }: Order): Promise<number | null> {
  if (!startedAt) return null
  const { Events } = entities()
  const holds = await SELECT.from(Events).columns('type_code', 'at').where({ workOrder_ID: ID, type_code: { in: ['Held', 'Resumed'] }, at: { between: startedAt, and: completedAt } } as never)
  return repairedIn(startedAt, completedAt!, holds as { type_code: 'Held' | 'Resumed'; at: string }[])
}
