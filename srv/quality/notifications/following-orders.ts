import { entities } from '../../entities'
import { followSteps, idsOf } from '../../order-steps'
import { nameOfCode, textOf } from '../../words'
import type { Row } from './facts'
import { noteOnOrder, workOrders } from './order-history'
import { raise } from './raising'
import { partLives } from './removed-parts'
import { type NotificationRule, type Occurrence, type Proposal, proposalsOf } from './rule-matching'

/** Rules look at orders when they come, change, are done or are given up, in the transaction in which that happens. */
export function followOrders(): void {
  const orders = workOrders()
  if (!orders) return
  followSteps(orders, ['New', 'Completed', 'Closed', 'Cancelled'], async happened => {
    for (const ID of idsOf(happened)) await propose(ID)
  })
  orders.on('WorkOrder.Changed' as never, ({ data: { ID, fields } }: { data: { ID: string; fields: string[] } }) =>
    fields.includes('patientImpact_code') ? propose(ID) : undefined)
}

/** Each rule makes one proposal of an order, however often it fires. */
async function propose(workOrder_ID: string): Promise<void> {
  const order = await orderOf(workOrder_ID)
  if (!order || !mayFire(order)) return
  const rules = (await SELECT.from(entities().NotificationRules).where({ isActive: true }).orderBy('position', 'code')) as unknown as NotificationRule[]
  if (!rules.length) return
  for (const proposal of proposalsOf(await occurrenceOf(order), rules)) await proposeBy(proposal, workOrder_ID, order.number as string)
}

async function proposeBy({ rule, values }: Proposal, workOrder_ID: string, order: string): Promise<void> {
  const resolution = values.resolution ? await nameOfCode('ResolutionCodes', values.resolution as string) : ''
  const longText = textOf(`quality.rule.${rule.trigger_code}`, { ...values, resolution, order, earlier: values.order })
  const { number, created } = await raise({
    type_code: rule.notificationType_code, origin_code: 'rule', rule_code: rule.code, occasion: `${rule.code}/${workOrder_ID}`, workOrder_ID, longText, priority_code: rule.priority_code
  })
  if (created) await noteOnOrder(workOrder_ID, 'QualityProposed', 'quality.proposed', { number, rule: await nameOfCode('NotificationRules', rule.code) })
}

async function orderOf(ID: string): Promise<Row | undefined> {
  return (await SELECT.one.from(entities().WorkOrders, { ID } as never).columns(
    'ID', 'number', 'status_code', 'orderType_code', 'equipment_ID', 'patientImpact_code', 'deviceClass_code', 'model', 'faultCategory_code', 'resolution_code', 'finalTest_code',
    'startedAt', 'receivedAt', { ref: ['resolution', 'isFix'], as: 'isFix' } as never
  )) as unknown as Row | undefined
}

/** Most orders that come in are of no concern: for these nothing more is read. */
const mayFire = ({ status_code, patientImpact_code, startedAt }: Row) =>
  ['Completed', 'Closed'].includes(status_code as string) || (status_code === 'Cancelled' ? Boolean(startedAt) : ['possible', 'harm'].includes(patientImpact_code as string))

async function occurrenceOf(order: Row): Promise<Occurrence> {
  const isDone = ['Completed', 'Closed'].includes(order.status_code as string)
  const earlier = isDone ? await sameFaultBefore(order) : undefined
  return {
    ...(order as unknown as Occurrence),
    status: order.status_code as string,
    wasStarted: Boolean(order.startedAt),
    daysSinceSameFault: earlier && (new Date(order.receivedAt as string).getTime() - new Date(earlier.completedAt).getTime()) / 86_400_000,
    earlierOrder: earlier?.number,
    partLives: isDone ? await partLives(order.ID as string, order.equipment_ID as string | null) : []
  }
}

/** The last order of this equipment and fault that was done before this one came in. */
async function sameFaultBefore({ ID, equipment_ID, faultCategory_code, receivedAt }: Row): Promise<{ number: string; completedAt: string } | undefined> {
  if (!equipment_ID || !faultCategory_code) return
  const { WorkOrders } = entities()
  return (await SELECT.one.from(WorkOrders).columns('number', 'completedAt').where`equipment_ID = ${equipment_ID} and faultCategory_code = ${faultCategory_code}
    and ID != ${ID} and completedAt <= ${receivedAt} and status_code in ('Completed', 'Accepted', 'Closed')`.orderBy('completedAt desc')) as unknown as { number: string; completedAt: string } | undefined
}
