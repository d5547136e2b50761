import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { ifPresent } from '../../present'
import type WorkOrderService from '../../work-orders/service'

/** An order, as far as its parts need it. */
export interface Order { ID: string; number: string; status_code: string; plant: string | null; equipment_ID: string | null; technician_ID: string | null }

/** These see and touch the parts of every order; others, technicians, those of their own. */
const SEES_ALL = ['PartsPlanner', 'Dispatcher', 'ServiceAgent', 'Admin']

/** The order with its row locked: whatever happens to its parts, and to itself, happens one after the other. */
export async function lockedOrder(ID: string): Promise<Order> {
  const { WorkOrders } = entities()
  const order = await SELECT.one.from(WorkOrders).columns('ID', 'number', 'status_code', 'plant', 'equipment_ID', 'technician_ID').where({ ID }).forUpdate()
  return (order as unknown as Order | undefined) ?? fail(404, 'WORK_ORDER_UNKNOWN')
}

/** 409 for an order that is closed or cancelled: it takes no more parts. */
export function refuseFinishedOrder({ number, status_code }: Order): void {
  if (['Closed', 'Cancelled'].includes(status_code)) fail(409, 'PARTS_ORDER_FINISHED', { args: [number] })
}

/** 403 for a technician whose order it is not. Actions that are bound to a reservation have this in their access rules. */
export async function refuseForeignOrder({ technician_ID }: Order, user: cds.User): Promise<void> {
  if (SEES_ALL.some(role => user.is(role))) return
  const { Technicians } = entities()
  const mine = technician_ID && (await SELECT.one.from(Technicians).columns('ID').where({ ID: technician_ID, userId: user.id }))
  if (!mine) fail(403, 'NOT_ALLOWED')
}

export const workOrders = () => ifPresent<WorkOrderService & cds.ApplicationService>('work-orders')

/**
 * Writes what became of a part into its order's history, from the key `part.<what>` in the language of whoever acts.
 * @param isAutomatic the service did it by itself
 */
export async function noteOnOrder(ID: string, event: string, what: string, values: Record<string, string | number>, isAutomatic = false): Promise<void> {
  await workOrders()?.noteParts(ID, event, sentence(`part.${what}`, values), isAutomatic)
}

export function sentence(key: string, values: Record<string, string | number | null | undefined>): string {
  const text = cds.i18n.messages.at(key, cds.context?.locale ?? 'en') ?? key
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')).slice(0, 1000)
}
