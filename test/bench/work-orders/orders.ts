import type { Row } from './database'
import { equipment, TECHNICIANS, uuid } from './master-data'
import { Random } from './random'

const HOUR = 3_600_000, DAY = 24 * HOUR, YEARS = 8
const OPEN_SHARE = 0.05
/** The words that people search for stand in few orders. */
const FAULTS = {
  NOPOWER: 'Does not turn on, no LED lit', ALARM: 'Alarm E-204 after self test', SENSOR: 'Pressure sensor reads zero', DISPLAY: 'Touch panel does not react',
  BATTERY: 'Battery empty after ten minutes', LEAK: 'Water leaks below the housing', NOISE: 'Fan makes a loud noise', MECHANICAL: 'Infusion pump bracket broken',
  SOFTWARE: 'Freezes after the update', NETWORK: 'No connection to the central station', CALIBRATION: 'Safety check due', COOLING: 'Overheats in summer'
} as const
const OPEN_STATES = { New: 10, Released: 20, Assigned: 35, InProgress: 25, OnHold: 10 }
const DONE_STATES = { Completed: 1, Accepted: 1, Closed: 93, Cancelled: 5 }
const WAY = ['New', 'Released', 'Assigned', 'InProgress', 'Completed', 'Accepted', 'Closed']
const EVENTS = ['Created', 'Released', 'Assigned', 'Started', 'Completed', 'Accepted', 'Closed']
const TARGET_HOURS: Record<string, number> = { 1: 4, 2: 8, 3: 24, 4: 72 }

export interface OrderRows { WorkOrders: Row[]; Events: Row[]; CostItems: Row[]; Notes: Row[] }

export const orderID = (i: number) => uuid(4, i)

/** Orders `from` ≤ i < `to` with what belongs to them: an order depends on its index and on today's date only. */
export function orderRows(from: number, to: number, today: number): OrderRows {
  const rows: OrderRows = { WorkOrders: [], Events: [], CostItems: [], Notes: [] }
  for (let i = from; i < to; i++) addOrder(rows, i, new Random(i * 7919 + 1), today)
  return rows
}

function addOrder(rows: OrderRows, i: number, random: Random, today: number): void {
  const isOpen = random.next() < OPEN_SHARE
  const status = isOpen ? random.weighted(OPEN_STATES) : random.weighted(DONE_STATES)
  const received = today - (isOpen ? random.next() * 3 : 3 + random.next() * YEARS * 365) * DAY
  const steps = stepsTo(status)
  const order = { ...origin(i, random, received), ...progress(status, steps, received, random), ...snapshot(random.oneOf(equipment)) }
  const events = history(i, status, steps, received)
  const costs = steps > 4 ? costItems(i, random, received) : []
  order.eventCount = events.length
  order.costTotal = costs.reduce((sum, item) => sum + Number(item.amount), 0)
  rows.WorkOrders.push(order)
  rows.Events.push(...events)
  rows.CostItems.push(...costs)
  if (random.next() < 0.15) rows.Notes.push({ ID: uuid(7, i), workOrder_ID: order.ID, text: 'Device log stored with the order.', createdAt: iso(received + HOUR), createdBy: 'agent' })
}

/** How many stations of the usual way an order has passed. */
const stepsTo = (status: string) => (status === 'OnHold' ? 4 : status === 'Cancelled' ? 2 : WAY.indexOf(status) + 1)

function origin(i: number, random: Random, received: number): Row {
  const category = random.oneOf(Object.keys(FAULTS) as (keyof typeof FAULTS)[])
  const priority = random.weighted({ 1: 10, 2: 25, 3: 45, 4: 20 })
  const text = `${FAULTS[category]} (${i % 997})`
  return {
    ID: orderID(i), number: `H-${String(i).padStart(7, '0')}`, intakeKey: orderID(i), channel_code: random.oneOf(['phone', 'email', 'portal']), orderType_code: 'SM01',
    shortText: text, symptom: `${text}. Seen since the morning, the ward uses a spare device.`, faultCategory_code: category,
    urgency_code: random.oneOf(['H', 'M', 'L']), patientImpact_code: 'none', priority_code: priority, executionMode_code: random.oneOf(['onsite', 'remote', 'depot']),
    warrantyStatus_code: 'none', accountingIndicator_code: 'billable', contactName: `Contact ${i % 500}`, contactPhone: '+49 711 5550100',
    receivedAt: iso(received), promisedAt: iso(received + TARGET_HOURS[priority] * HOUR), currency_code: 'EUR', reopenCount: 0,
    createdAt: iso(received), createdBy: 'agent', modifiedAt: iso(received), modifiedBy: 'agent'
  }
}

function progress(status: string, steps: number, received: number, random: Random): Row {
  const at = (step: number) => (steps > step ? iso(received + step * HOUR) : null)
  return {
    status_code: status, isOpen: status in OPEN_STATES, previousStatus_code: steps > 1 ? WAY[steps - 2] : null,
    technician_ID: steps > 2 ? uuid(3, random.between(0, TECHNICIANS - 1)) : null, releasedAt: at(1), plannedStart: at(2), startedAt: at(3), completedAt: at(4),
    acceptedAt: at(5), closedAt: at(6), holdReason_code: status === 'OnHold' ? 'PART' : null, resolution_code: steps > 4 ? 'REPAIRED' : null,
    summary: steps > 4 ? 'Part replaced, safety test passed.' : null, firstTimeFix: steps > 4 ? random.next() < 0.8 : null, rating: steps > 5 ? random.between(1, 5) : null
  }
}

const SNAPSHOT = ['serialNumber', 'model', 'manufacturer', 'udiDI', 'deviceClass_code', 'importance_code', 'plant', 'functionalLocation', 'siteName', 'city', 'country',
  'timeZone', 'latitude', 'longitude', 'department', 'customer_ID']

function snapshot(device: Row): Row {
  return { equipment_ID: device.ID, customerName: device.siteName, ...Object.fromEntries(SNAPSHOT.map(field => [field, device[field]])) }
}

function history(i: number, status: string, steps: number, received: number): Row[] {
  const types = EVENTS.slice(0, steps)
  if (status === 'OnHold') types.push('Held')
  if (status === 'Cancelled') types.push('Cancelled')
  return types.map((type, step) => ({
    ID: uuid(5, i * 10 + step), workOrder_ID: orderID(i), sequence: step + 1, type_code: type, at: iso(received + step * HOUR), userId: 'dispatcher',
    fromStatus_code: step ? WAY[step - 1] : null, toStatus_code: step < steps ? WAY[step] : status
  }))
}

function costItems(i: number, random: Random, received: number): Row[] {
  return Array.from({ length: random.between(0, 3) }, (_, item) => {
    const quantity = random.between(1, 8), rate = random.between(20, 400)
    return {
      ID: uuid(6, i * 10 + item), workOrder_ID: orderID(i), type_code: ['labour', 'part', 'travel'][item], description: 'As reported', quantity, unit: 'EA', rate,
      amount: quantity * rate, currency_code: 'EUR', accountingIndicator_code: 'billable', performedOn: iso(received).slice(0, 10), createdAt: iso(received), createdBy: 'agent'
    }
  })
}

const iso = (time: number) => new Date(Math.round(time)).toISOString()
