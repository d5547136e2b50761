import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { calendars, zoneOf, type Calendars, type Site } from '../../working-time/calendars'
import { compile } from '../../working-time/calendar'
import { dayAt } from '../../time-zones'
import { refreshed, type Late } from './chains'
import { stagesOf } from './plan'
import { plannedOf, type StoredChain, type StoredMilestone } from './stored-chain'
import { templateFor, type Template } from './templates'

interface StoredTemplate extends Template {
  ID: string
  calendar_code: string
  milestones: (Pick<StoredMilestone, 'position' | 'kind_code' | 'ownerRole_code' | 'evidence_code' | 'predecessors' | 'anchor_code' | 'minutes' | 'calendar_code' | 'weight'> & {
    dueDay?: number | null
    dueTime?: string | null
    orderEvent_code?: string | null
  })[]
}

interface Order extends Site {
  ID: string
  status_code: string
  receivedAt: string
  releasedAt?: string | null
  promisedAt?: string | null
  orderType: string | null
  deviceClass: string | null
  executionMode: string | null
}

const DAY = 86_400_000

/**
 * Gives an order the chain of its template as it is today: what changes in the template or on its calendars' names later changes
 * nothing for this order.
 *
 * @returns what is late at once; nothing when the order has a chain already, or no template fits
 */
export async function freezeChain(ID: string): Promise<{ isNew: boolean; late: Late[] }> {
  const { MilestoneChains, Milestones, MilestoneEvents } = entities()
  const templates = await allTemplates()
  if (!templates.length || (await SELECT.one.from(MilestoneChains).columns('ID').where({ workOrder_ID: ID }))) return { isNew: false, late: [] }
  const [order, all] = [await orderOf(ID), await calendars()]
  const template = templateFor(templates, order, dayAt(Date.parse(order.receivedAt), zoneOf(order)))
  if (!template?.milestones.length) return { isNew: false, late: [] }

  const chain: StoredChain = { ID: cds.utils.uuid(), workOrder_ID: ID, promisedAt: order.promisedAt, shipments: [], milestones: [] }
  chain.milestones = template.milestones.map(milestone => frozen(milestone, template, order, all))
  const stages = stagesOf(chain.milestones.map(milestone => plannedOf(chain, milestone)))
  for (const milestone of chain.milestones) milestone.stage = stages.get(milestone.kind_code)!
  const { late, figures } = refreshed(chain, all)
  for (const milestone of chain.milestones) milestone.plannedAt = milestone.dueAt

  const plannedAt = chain.milestones.map(milestone => milestone.dueAt!).sort().at(-1)
  await INSERT.into(MilestoneChains).entries({ ID: chain.ID, workOrder_ID: ID, template_ID: template.ID, templateNumber: template.number, plannedAt, ...figures })
  await INSERT.into(Milestones).entries(chain.milestones.map(milestone => ({ ...milestone, chain_ID: chain.ID, workOrder_ID: ID, eventCount: 1 })))
  const { timestamp, user } = cds.context!
  await INSERT.into(MilestoneEvents).entries(chain.milestones.map(({ ID: milestone_ID, dueAt }) => ({
    ID: cds.utils.uuid(), milestone_ID, workOrder_ID: ID, sequence: 1, type_code: 'planned', at: timestamp, recordedAt: timestamp, dueAt, text: template.number, userId: user.id
  })))
  // A plan that is longer than the promise from the start is no news of this order.
  return { isNew: true, late: late.filter(({ reason }) => reason === 'overdue') }
}

function frozen({ dueDay, dueTime, calendar_code, ...milestone }: StoredTemplate['milestones'][number], template: StoredTemplate, order: Order, all: Calendars): StoredMilestone {
  const hours = all.hoursAt(calendar_code ?? template.calendar_code, order)
  const released = order.releasedAt ?? cds.context!.timestamp.toISOString()
  return {
    ...milestone, ID: cds.utils.uuid(), stage: 0, status_code: 'waiting', hasEvidence: false, eventCount: 0,
    calendar_code: hours.calendar, timeZone: hours.timeZone, holidayRegion_code: hours.holidayRegion,
    anchorAt: new Date(milestone.anchor_code === 'received' ? order.receivedAt : released).toISOString(),
    targetAt: dueTime ? instantOf(order, dueDay ?? 0, dueTime) : null
  }
}

/** A time of day at the site so many days after the day of the receipt; one that a change of clocks skips is the instant of that change. */
function instantOf(order: Order, days: number, time: string): string {
  const timeZone = zoneOf(order)
  const day = new Date(Date.parse(`${dayAt(Date.parse(order.receivedAt), timeZone)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
  const fromThen = compile({ timeZone, week: Array.from({ length: 7 }, () => []), exceptions: [{ day, spans: [{ from: time, to: '24:00' }] }] })
  return new Date(fromThen.next(Date.parse(`${day}T00:00:00Z`) - DAY)).toISOString()
}

async function allTemplates(): Promise<StoredTemplate[]> {
  const { MilestoneTemplates } = entities()
  const columns = ['position', 'kind_code', 'ownerRole_code', 'evidence_code', 'predecessors', 'anchor_code', 'minutes', 'calendar_code', 'weight', 'dueDay', 'dueTime']
  const milestones = { ref: ['milestones'], expand: [...columns.map(column => ({ ref: [column] })), { ref: ['kind', 'orderEvent_code'], as: 'orderEvent_code' }], orderBy: [{ ref: ['position'] }] }
  return (await SELECT.from(MilestoneTemplates).columns(
    'ID', 'number', 'validFrom', 'validTo', 'calendar_code', 'orderType_code as orderType', 'deviceClass_code as deviceClass', 'executionMode_code as executionMode', milestones as never
  )) as unknown as StoredTemplate[]
}

async function orderOf(ID: string): Promise<Order> {
  const { WorkOrders } = entities()
  const order = await SELECT.one.from(WorkOrders, { ID } as never).columns(
    'ID', 'status_code', 'receivedAt', 'releasedAt', 'promisedAt', 'timeZone', 'country', 'region',
    'orderType_code as orderType', 'deviceClass_code as deviceClass', 'executionMode_code as executionMode'
  )
  return (order as unknown as Order) ?? fail(404, 'WORK_ORDER_UNKNOWN')
}

/** What an order has gone through before it got its chain. */
export async function stepsSinceRelease(workOrder_ID: string): Promise<{ event: string; at: string }[]> {
  const { Events } = entities()
  const steps = (await SELECT.from(Events).columns('type_code as event', 'at').where({ workOrder_ID }).orderBy('sequence')) as unknown as { event: string; at: string }[]
  return steps.slice(steps.findIndex(({ event }) => event === 'Released') + 1)
}
