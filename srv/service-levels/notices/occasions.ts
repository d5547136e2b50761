import cds from '@sap/cds'
import { entities } from '../../entities'
import { nextNumbers } from '../../number-range'
import { iso } from '../entries'
import { customerOf, customersOrders, valuesFor, type CustomersOrder } from './customers'
import { namesOf, type Names } from './names'
import { writeNotices, type NoticeRequest } from './writing'

interface Occasion { ID: string; workOrder_ID: string; template: string; at: string }

const BATCH = 200

/**
 * Notes that the customers of orders should be told something, in the transaction in which it happens. What the notice says is read when it is
 * written, soon after: a visit that was moved twice in a minute is told once, and one that was called off is not.
 */
export async function noteOccasion(orders: string[], template: string): Promise<void> {
  const at = cds.context!.timestamp
  await INSERT.into(entities().NoticeOccasions).entries(orders.map(workOrder_ID => ({ ID: cds.utils.uuid(), workOrder_ID, template, at })))
}

/** Whether there is anything to tell: a look without a lock. */
export const isOccasion = async (): Promise<boolean> => Boolean(await SELECT.one.from(entities().NoticeOccasions).columns('ID'))

/**
 * Writes the notices of the next occasions, in the caller's transaction. The turn's number makes another instance wait.
 *
 * @returns whether there may be more
 */
export async function tellCustomers(): Promise<boolean> {
  const { NoticeOccasions } = entities()
  await nextNumbers('OccasionTurn')
  const occasions = (await SELECT.from(NoticeOccasions).columns('ID', 'workOrder_ID', 'template', 'at').orderBy('at').limit(BATCH)) as Occasion[]
  if (!occasions.length) return false
  const IDs = [...new Set(occasions.map(({ workOrder_ID }) => workOrder_ID))]
  const orders = new Map((await customersOrders(IDs)).map(order => [order.ID, order]))
  const [reasons, visits] = [await holdReasons(), await visitsTold(IDs)]
  const latest = new Map(occasions.map(occasion => [`${occasion.workOrder_ID} ${occasion.template}`, occasion]))
  await writeNotices([...latest.values()].flatMap(({ workOrder_ID, template, at }) => {
    const order = orders.get(workOrder_ID)
    const [to, about] = [order && customerOf(order), order && OCCASIONS[template]?.(order, reasons)]
    const visit = template === 'visit' ? visits.get(workOrder_ID) : undefined
    const matter = [template, workOrder_ID, about?.on].join(' ').trim()
    if (!to || !about || visit?.startsWith(matter)) return []
    const values = { ...valuesFor(order!), ...about.values }
    return [{ matter: REPEATED.has(template) ? `${matter} ${iso(Date.parse(at))}` : matter, workOrder_ID, to, template: visit ? 'visitMoved' : template, values }]
  }))
  await DELETE.from(NoticeOccasions).where({ ID: { in: occasions.map(({ ID }) => ID) } })
  return occasions.length === BATCH
}

/** What an order has to say at an occasion, and what tells this one from others of the same kind; nothing when it has passed. */
type Telling = (order: CustomersOrder, reasons: Names) => { on?: string; values?: NoticeRequest['values'] } | undefined

const OCCASIONS: Record<string, Telling> = {
  received: ({ status_code }) => (status_code === 'Cancelled' ? undefined : {}),
  visit: ({ status_code, plannedStart }) => {
    const at = Date.parse(plannedStart ?? '')
    return status_code === 'Assigned' && at > cds.context!.timestamp.getTime() ? { on: iso(at)!, values: { visitAt: new Date(at) } } : undefined
  },
  waiting: ({ status_code, holdReason_code }, reasons) => {
    const reason = status_code === 'OnHold' && reasons.get(holdReason_code ?? '')
    return reason ? { values: { reason } } : undefined
  },
  completed: ({ status_code, completedAt }) => {
    const at = Date.parse(completedAt ?? '')
    return status_code === 'Completed' ? { on: iso(at)!, values: { completedAt: new Date(at) } } : undefined
  }
}

/** A visit can be moved away and back, and an order wait twice for the same. */
const REPEATED = new Set(['visit', 'waiting'])

/** What only the customer can change, in all languages. */
async function holdReasons(): Promise<Names> {
  const { HoldReasons } = entities()
  const told = (await SELECT.from(HoldReasons).columns('code').where({ tellsCustomer: true })) as { code: string }[]
  const names = await namesOf('HoldReasons')
  return new Map(told.map(({ code }) => [code, names.get(code)!]))
}

/** The visit that each order's customer was told of last. */
async function visitsTold(IDs: string[]): Promise<Map<string, string>> {
  const { Notices } = entities()
  const rows = (await SELECT.from(Notices).columns('workOrder_ID', 'matter')
    .where({ workOrder_ID: { in: IDs }, template: { in: ['visit', 'visitMoved'] } }).orderBy('createdAt')) as { workOrder_ID: string; matter: string }[]
  return new Map(rows.map(({ workOrder_ID, matter }) => [workOrder_ID, matter]))
}
