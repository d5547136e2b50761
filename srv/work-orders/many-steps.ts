import cds from '@sap/cds'
import { entities } from '../entities'
import type { Flow } from '../status-flow'
import { beingEdited, drafts, explain, OPEN, type Step } from './transitions'

/** An order of many that take the same step, with what is its own in it. */
export interface OwnStep {
  ID: string
  changes?: Record<string, unknown>
  text?: string
}

/** Orders of one statement. */
const BATCH = 200

/**
 * Moves orders to the next status together, with the histories: the same conditional UPDATE as that of a single one, for all of a batch.
 * Either all of them move, or the first that can't is told as for a single one, and the caller's transaction is over.
 */
export async function takeSteps(steps: OwnStep[], flow: Flow, { action, event }: Pick<Step, 'action' | 'event'>): Promise<void> {
  const sorted = [...steps].sort((a, b) => (a.ID < b.ID ? -1 : 1))
  for (let i = 0; i < sorted.length; i += BATCH) await takeBatch(sorted.slice(i, i + BATCH), flow, { action, event })
}

interface Before { ID: string; eventCount: number; status_code: string }

async function takeBatch(steps: OwnStep[], flow: Flow, { action, event }: Pick<Step, 'action' | 'event'>): Promise<void> {
  const { WorkOrders, Events } = entities()
  const IDs = steps.map(({ ID }) => ID)
  // Everybody locks orders in the order of their IDs.
  const rows = (await SELECT.from(WorkOrders).columns('ID', 'eventCount', 'status_code').where({ ID: { in: IDs } }).orderBy('ID').forUpdate()) as Before[]
  const before = new Map(rows.map(row => [row.ID, row]))
  const changed = await UPDATE(WorkOrders)
    .with({ ...ownChanges(steps), previousStatus_code: { ref: ['status_code'] }, status_code: flow.to, isOpen: OPEN.has(flow.to), eventCount: { '+=': 1 } } as never)
    .where({ ID: { in: IDs }, status_code: { in: flow.from } })
    .and('ID not in', SELECT.from(drafts()).columns('ID').where({ ID: { in: IDs } }) as never)
  if ((changed as unknown as number) !== steps.length) await explain(await stuck(IDs, before, flow), flow, action)
  const { timestamp, user } = cds.context!
  await INSERT.into(Events).entries(steps.map(({ ID, text }) => ({
    ID: cds.utils.uuid(), workOrder_ID: ID, sequence: before.get(ID)!.eventCount + 1, type_code: event, at: timestamp, userId: user.id,
    fromStatus_code: before.get(ID)!.status_code, toStatus_code: flow.to, text
  })))
}

/** The first order that could not move. */
async function stuck(IDs: string[], before: Map<string, Before>, { from }: Flow): Promise<string> {
  const edited = await beingEdited(IDs)
  return IDs.find(ID => !from.includes(before.get(ID)?.status_code ?? '')) ?? IDs.find(ID => edited.has(ID))!
}

/** What each order gets of its own, as one expression for each field: `case ID when … then … end`. */
function ownChanges(steps: OwnStep[]): Record<string, unknown> {
  const { elements } = entities().WorkOrders as unknown as { elements: Record<string, { type: string; length?: number }> }
  return Object.fromEntries(Object.keys(steps[0].changes ?? {}).map(field => {
    const { type, length } = elements[field]
    const values = steps.map(({ ID, changes }) => ({ ID, value: changes![field] ?? null }))
    if (values.every(({ value }) => value === values[0].value)) return [field, values[0].value]
    const branches = values.flatMap(({ ID, value }) => ['when', { val: ID }, 'then', { val: value, cast: { type, length } }])
    return [field, { xpr: ['case', { ref: ['ID'] }, ...branches, 'end'] }]
  }))
}
