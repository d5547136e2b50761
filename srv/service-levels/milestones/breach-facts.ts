import cds from '@sap/cds'
import { iso } from '../entries'
import { forecastBreach, type BreachForecast } from './breach-risk'

/** How many earlier repairs count at each level of likeness. */
const LATEST = 300

interface Order {
  ID: string
  receivedAt: string
  promisedAt: string | null
  promisePausedAt: string | null
  plannedStart: string | null
  startedAt: string | null
  isOpen: boolean
  faultCategory_code: string | null
  model: string | null
  priority_code: string | null
}
interface Repair { receivedAt: string; startedAt: string; completedAt: string; faultCategory_code: string | null }

/** The risk that an order's fix is late, with reasons in the reader's language. */
export async function breachRisk(ID: string) {
  const { WorkOrders } = cds.entities('aftersales')
  const order = (await SELECT.one.from(WorkOrders, ID as never).columns(
    'ID', 'receivedAt', 'promisedAt', 'promisePausedAt', 'plannedStart', 'startedAt', 'isOpen', 'faultCategory_code', 'model', 'priority_code'
  )) as unknown as Order
  if (!order.isOpen || !order.promisedAt || order.promisePausedAt) return { risk: null, dueAt: order.promisedAt, expectedAt: null, known: null, reasons: [] }
  const { risk, expectedAt, known, reasons } = await forecastOf(order)
  return { risk, dueAt: order.promisedAt, expectedAt: iso(expectedAt), known, reasons: reasons.map(reason => ({ ...reason, text: textOf(reason.code) })) }
}

async function forecastOf(order: Order): Promise<BreachForecast> {
  const { faultCategory_code, model, priority_code, plannedStart, startedAt } = order
  const all = await latest({}, 'receivedAt')
  const fault = await latest({ faultCategory_code }, 'completedAt')
  const sameModel = await latest({ faultCategory_code, model }, 'completedAt')
  const isUnplanned = !plannedStart && !startedAt
  const priority = isUnplanned ? await latest({ priority_code }, 'promisedAt') : []
  return forecastBreach({
    now: cds.context!.timestamp.getTime(), dueAt: Date.parse(order.promisedAt!), receivedAt: Date.parse(order.receivedAt),
    plannedStart: instantOf(plannedStart), startedAt: instantOf(startedAt), partsAt: await partsExpected(order.ID),
    work: { closest: sameModel.map(workOf), similar: fault.map(workOf), all: all.map(workOf) },
    wait: { closest: priority.filter(each => each.faultCategory_code === faultCategory_code).map(waitOf), similar: priority.map(waitOf), all: all.map(waitOf) }
  })
}

const workOf = ({ startedAt, completedAt }: Repair) => Math.max(0, Date.parse(completedAt) - Date.parse(startedAt))
const waitOf = ({ receivedAt, startedAt }: Repair) => Math.max(0, Date.parse(startedAt) - Date.parse(receivedAt))

/** The latest repairs that meet some criteria; none where the order doesn't tell one. Sorted by what an index is sorted by. */
async function latest(criteria: Record<string, string | null>, by: 'receivedAt' | 'completedAt' | 'promisedAt'): Promise<Repair[]> {
  if (Object.values(criteria).some(value => !value)) return []
  const { WorkOrders } = cds.entities('aftersales')
  return (await SELECT.from(WorkOrders).columns('receivedAt', 'startedAt', 'completedAt', 'faultCategory_code')
    .where({ ...criteria, startedAt: { '!=': null }, completedAt: { '<=': cds.context!.timestamp } }).orderBy(`${by} desc`).limit(LATEST)) as unknown as Repair[]
}

/** When the last part that is on its way should be there. */
async function partsExpected(workOrder_ID: string): Promise<number | null> {
  const { Shipments } = cds.entities('aftersales')
  const rows = (await SELECT.from(Shipments).columns('estimatedAt')
    .where`workOrder_ID = ${workOrder_ID} and status.isFinal = false and leg.milestone.code = 'partsReady' and estimatedAt is not null`) as { estimatedAt: string }[]
  return rows.length ? Math.max(...rows.map(({ estimatedAt }) => Date.parse(estimatedAt))) : null
}

const instantOf = (value: string | null) => (value ? Date.parse(value) : null)
const textOf = (code: string) => cds.i18n.messages.at(`breachReason.${code}`, cds.context?.locale ?? 'en') ?? code
