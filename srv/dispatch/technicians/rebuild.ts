import { entities } from '../../entities'
import { SUMS, TOTALS, totalsOf, type Totals } from './figures'
import { repairedIn, type HoldStep } from './work-time'

const CHUNK = 1000

interface Order {
  ID: string
  technician_ID: string
  model: string | null
  faultCategory_code: string | null
  startedAt: string | null
  completedAt: string
  firstTimeFix: boolean | null
  rating: number | null
}

/**
 * Builds the figures of all technicians anew. Orders that are not written down as somebody's repair yet, such as imported ones,
 * count for the technician who stands in them; what was written down stays.
 *
 * @returns how many repairs were added
 */
export async function rebuildPerformance(): Promise<number> {
  const { TechnicianRepairs, TechnicianPerformance, Technicians } = entities()
  const added = await addMissing()
  const key = ['technician_ID', 'model', 'faultCategory']
  await DELETE.from(TechnicianPerformance)
  await (INSERT.into(TechnicianPerformance) as unknown as { from(query: unknown): Promise<unknown> }).from(SELECT.from(TechnicianRepairs).columns(...key, ...SUMS as never[]).groupBy(...key))
  const totals = await SELECT.from(TechnicianRepairs).columns('technician_ID', ...TOTALS as never[]).groupBy('technician_ID')
  await writeAll(totals as (Totals & { technician_ID: string })[])
  const without = { repairCount: 0, firstTimeFixRate: null, ratingCount: 0, ratingAverage: null }
  await UPDATE(Technicians).with(without).where({ repairCount: { '>': 0 }, ID: { 'not in': SELECT.from(TechnicianRepairs).columns('technician_ID') } } as never)
  return added
}

/** In sets, with all that the table wants of a new row; held still meanwhile, so that nobody's change is undone. */
async function writeAll(totals: (Totals & { technician_ID: string })[]): Promise<void> {
  const { Technicians } = entities()
  for (let from = 0; from < totals.length; from += CHUNK) {
    const sums = new Map(totals.slice(from, from + CHUNK).map(each => [each.technician_ID, each]))
    const people = (await SELECT.from(Technicians).columns('ID', 'number', 'name', 'modifiedAt', 'modifiedBy').where({ ID: { in: [...sums.keys()] } }).forUpdate()) as { ID: string }[]
    if (people.length) await UPSERT.into(Technicians).entries(people.map(person => ({ ...person, ...totalsOf(sums.get(person.ID)!) })))
  }
}

async function addMissing(): Promise<number> {
  const { WorkOrders, TechnicianRepairs } = entities()
  let [after, added] = ['', 0]
  for (;;) {
    const orders = (await SELECT.from(WorkOrders)
      .columns('ID', 'technician_ID', 'model', 'faultCategory_code', 'startedAt', 'completedAt', 'firstTimeFix', 'rating')
      .where({
        ID: { '>': after }, technician_ID: { '!=': null }, completedAt: { '!=': null }, status_code: { in: ['Completed', 'Accepted', 'Closed'] }
      } as never).and({ ID: { 'not in': SELECT.from(TechnicianRepairs).columns('workOrder_ID') } } as never).orderBy('ID').limit(CHUNK)) as unknown as Order[]
    if (!orders.length) return added
    const holds = await holdsOf(orders)
    await INSERT.into(TechnicianRepairs).entries(orders.map(order => repairOf(order, holds.get(order.ID)!)))
    after = orders.at(-1)!.ID
    added += orders.length
  }
}

async function holdsOf(orders: Order[]): Promise<Map<string, HoldStep[]>> {
  const { Events } = entities()
  const steps = (await SELECT.from(Events).columns('workOrder_ID', 'type_code', 'at')
    .where({ workOrder_ID: { in: orders.map(({ ID }) => ID) }, type_code: { in: ['Held', 'Resumed'] } })) as (HoldStep & { workOrder_ID: string })[]
  const byOrder = new Map<string, HoldStep[]>(orders.map(({ ID }) => [ID, []]))
  for (const step of steps) byOrder.get(step.workOrder_ID)!.push(step)
  return byOrder
}

function repairOf({ ID, technician_ID, model, faultCategory_code, startedAt, completedAt, firstTimeFix, rating }: Order, holds: HoldStep[]) {
  const since = startedAt ? holds.filter(({ at }) => Date.parse(at) >= Date.parse(startedAt) && Date.parse(at) <= Date.parse(completedAt)) : []
  return {
    workOrder_ID: ID, technician_ID, model: model ?? '', faultCategory: faultCategory_code ?? '', completedAt,
    minutes: startedAt ? repairedIn(startedAt, completedAt, since) : null, isFirstTimeFix: Boolean(firstTimeFix), rating
  }
}
