import cds from '@sap/cds'
import { OBJECTS, type PrivacyObject } from './objects'

interface Row { ID: string; [column: string]: unknown }
type Found = Map<string, string>

/** Key → the first reason why the row is left alone, of those among the keys that have one. A statement for each reason, whatever the number of rows. */
export async function obstaclesOf(object: PrivacyObject, IDs: string[]): Promise<Found> {
  const found: Found = new Map()
  const note = (code: string, keys: unknown[]) => keys.forEach(key => { if (key && !found.has(String(key))) found.set(String(key), code) })
  if (!IDs.length) return found
  note('LegalHold', await held(object, IDs))
  for (const [code, look] of Object.entries(LOOKS[object] ?? {})) note(code, await look(IDs))
  return found
}

/** The way to the order that a row belongs to. */
const ORDER_OF: Partial<Record<PrivacyObject, string>> = { WorkOrder: '', Notice: 'workOrder.', HostMessage: 'workOrder.' }

/** Of the row itself by its number, or of the customer that it belongs to. */
async function held(object: PrivacyObject, IDs: string[]): Promise<string[]> {
  const holds = (await SELECT.from('aftersales.LegalHolds').columns('object_code', 'objectNumber', 'customer_ID').where({ releasedAt: null })) as
    { object_code: string | null; objectNumber: string | null; customer_ID: string | null }[]
  if (!holds.length) return []
  const { entity, number } = OBJECTS[object]
  const order = ORDER_OF[object]
  const columns = ['ID', `${number} as ownNumber`, ...(order === undefined ? [] : [`${order}customer_ID as customer`, `${order}number as orderNumber`])]
  const rows = (await SELECT.from(entity).columns(...(columns as never[])).where({ ID: { in: IDs } })) as unknown as Row[]
  const numbers = new Set(holds.filter(hold => hold.object_code === object).map(hold => hold.objectNumber))
  const orders = new Set(holds.filter(hold => hold.object_code === 'WorkOrder').map(hold => hold.objectNumber))
  const customers = new Set(holds.map(hold => hold.customer_ID).filter(Boolean))
  return rows.filter(row => numbers.has(row.ownNumber as string) || orders.has(row.orderNumber as string) || customers.has(row.customer as string)).map(row => row.ID)
}

type Look = (IDs: string[]) => Promise<unknown[]>

const among = (entity: string, key: string, where: Record<string, unknown>): Look => async IDs =>
  ((await SELECT.distinct.from(entity).columns(`${key} as ID` as never).where({ [key]: { in: IDs }, ...where })) as unknown as Row[]).map(row => row.ID)

/** Whoever edits a row holds a copy of it. */
const edited = (entity: string): Look => async IDs => {
  const { drafts } = (cds.model!.definitions[entity] ?? {}) as { drafts?: never }
  return drafts ? ((await SELECT.from(drafts).columns('ID').where({ ID: { in: IDs } })) as Row[]).map(row => row.ID) : []
}

const LOOKS: Partial<Record<PrivacyObject, Record<string, Look>>> = {
  WorkOrder: {
    StillOpen: among('aftersales.WorkOrders', 'ID', { isOpen: true }),
    DraftOpen: edited('aftersales.WorkOrderService.WorkOrders'),
    HostMessageOpen: among('aftersales.HostMessages', 'workOrder_ID', { state_code: { in: ['Pending', 'Sent', 'NeedsAttention'] } }),
    PostingOpen: async IDs => [
      ...await among('aftersales.RepairCosts', 'workOrder_ID', { state_code: { in: ['Open', 'Incomplete', 'Posting'] } })(IDs),
      ...await among('aftersales.CostPostings', 'workOrder_ID', { state_code: { in: ['Queued', 'Failed', 'Reversing'] } })(IDs)
    ],
    NotificationOpen: among('aftersales.QualityNotifications', 'workOrder_ID', { isOpen: true }),
    CapaOpen: among('aftersales.CapaNotifications', 'notification.workOrder_ID', { 'capa.isOpen': true }),
    ReturnOpen: among('aftersales.WarrantyReturns', 'workOrder_ID', { state_code: { in: ['Open', 'Sent'] } })
  },
  Technician: {
    StillOpen: async IDs => [
      ...await among('aftersales.Technicians', 'ID', { isActive: true })(IDs),
      ...await among('aftersales.WorkOrders', 'technician_ID', { isOpen: true })(IDs)
    ],
    DraftOpen: edited('aftersales.DispatchService.Technicians'),
    PostingOpen: among('aftersales.RepairCosts', 'technician_ID', { state_code: { in: ['Open', 'Incomplete', 'Posting'] } }),
    CapaOpen: async IDs => {
      const persons = (await SELECT.from('aftersales.Technicians').columns('ID', 'userId').where({ ID: { in: IDs }, userId: { '!=': null } })) as unknown as Row[]
      if (!persons.length) return []
      const owners = new Set((await among('aftersales.CapaCases', 'owner', { isOpen: true })(persons.map(({ userId }) => userId as string))) as string[])
      return persons.filter(({ userId }) => owners.has(userId as string)).map(({ ID }) => ID)
    }
  },
  OnCallPerson: {
    StillOpen: async IDs => {
      const now = cds.context!.timestamp.toISOString()
      const shifts = ['main_ID', 'standBy_ID', 'lead_ID'].map(role => among('aftersales.OnCallShifts', role, { endsAt: { '>=': now } })(IDs))
      const busy = [...shifts, among('aftersales.Warnings', 'person_ID', { state_code: { in: ['Open', 'Acknowledged', 'HandedOver'] } })(IDs)]
      const found: unknown[] = []
      for (const each of busy) found.push(...await each)
      return found
    }
  },
  // Of an order that is still being worked on.
  Notice: { StillOpen: among('aftersales.Notices', 'ID', { 'workOrder.isOpen': true }) },
  HostMessage: { StillOpen: among('aftersales.HostMessages', 'ID', { 'workOrder.isOpen': true }) }
}
