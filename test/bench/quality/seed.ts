import type { Database, Row } from '../work-orders/database'
import { EQUIPMENT, equipment, uuid } from '../work-orders/master-data'
import { orderID } from '../work-orders/orders'
import { Random } from '../work-orders/random'
import { seed } from '../work-orders/seed'

const CHUNK = 4000, DAY = 86_400_000
/** Sample data that deployment brought: it gives way to ours. */
const SAMPLES = [
  'CapaNotifications', 'CapaCases', 'NotificationCauses', 'NotificationItems', 'NotificationTasks', 'NotificationActivities', 'ComplaintRecords', 'RegulatoryDecisions', 'RegulatoryReports',
  'QualityNotifications', 'TrendSignals', 'TrendPoints', 'TrendSeries', 'PartBatches', 'FittedParts'
]
const PARTS = 500
/** Every hundredth batch is a large one. */
const USUAL = 100, LARGE = 2000, EVERY = 100
const OWNERS = 20

export interface Stock { notifications: number; fittedParts: number; orders: number }
export interface Batch { part_ID: string; batch: string; from: number; size: number }

export const partID = (i: number) => uuid(30, i)
export const notificationID = (i: number) => uuid(31, i)

/** All batches that so many fitted parts come from. */
export function batchesOf(fittedParts: number): Batch[] {
  const batches: Batch[] = []
  for (let from = 0; from < fittedParts;) {
    const i = batches.length, size = Math.min(fittedParts - from, i % EVERY === EVERY - 1 ? LARGE : USUAL)
    batches.push({ part_ID: partID(i % PARTS), batch: `B${String(i).padStart(7, '0')}`, from, size })
    from += size
  }
  return batches
}

/** Notifications of eight years, five percent of them open and a sixth of those due, and parts in equipment; orders and customers as for the measurement of orders. */
export async function seedQuality(db: Database, { notifications, fittedParts, orders }: Stock): Promise<void> {
  for (const table of SAMPLES) await db.run(`DELETE FROM aftersales_${table}`)
  await seed(db, orders)
  await db.insert('aftersales_Products', Array.from({ length: PARTS }, (_, i) => ({ ID: partID(i), number: `BENCH-${i}`, name: `Part ${i}`, productType: 'ERSA', baseUnit: 'EA', isActive: true })))
  const batches = batchesOf(fittedParts), today = new Date().setUTCHours(12, 0, 0, 0)
  await inChunks(db, 'aftersales_PartBatches', batches.length, i => ({ part_ID: batches[i].part_ID, batch: batches[i].batch, supplier: `10${i % 40}`, source_code: 'goodsReceipt' }))
  let batch = 0
  await inChunks(db, 'aftersales_FittedParts', fittedParts, i => {
    while (i >= batches[batch].from + batches[batch].size) batch++
    return fittedPart(i, batches[batch], orders, today)
  })
  await inChunks(db, 'aftersales_QualityNotifications', notifications, i => notification(i, batches, orders, today))
  await db.settle()
}

function fittedPart(i: number, { part_ID, batch }: Batch, orders: number, today: number): Row {
  const random = new Random(i * 31 + 7), fittedAt = today - random.between(30, 2500) * DAY
  return {
    ID: uuid(32, i), equipment_ID: equipment[random.between(0, EQUIPMENT - 1)].ID as string, part_ID, batch, quantity: 1, fittedAt: iso(fittedAt), fittedBy_ID: orderID(random.between(0, orders - 1)),
    removedAt: random.next() < 0.3 ? iso(fittedAt + random.between(1, 29) * DAY) : null
  }
}

function notification(i: number, batches: Batch[], orders: number, today: number): Row {
  const random = new Random(i * 17 + 3), isOpen = random.next() < 0.05, device = equipment[random.between(0, EQUIPMENT - 1)], about = batches[random.between(0, batches.length - 1)]
  const created = today - (isOpen ? random.between(0, 36) : random.between(30, 2900)) * DAY
  const isClockRunning = isOpen && random.next() < 0.05
  return {
    ID: notificationID(i), number: `QB-${String(i).padStart(7, '0')}`, type_code: random.oneOf(['Q1', 'Q2', 'Q3']), status_code: isOpen ? random.oneOf(['OSNO', 'NOPR', 'NOPR', 'NOPO']) : 'NOCO', isOpen,
    origin_code: random.oneOf(['manual', 'order', 'rule']), shortText: `Sensor reads zero (${i % 997})`, priority_code: random.oneOf(['1', '2', '3', '4']), workOrder_ID: orderID(random.between(0, orders - 1)),
    equipment_ID: device.ID, serialNumber: device.serialNumber, model: device.model, manufacturer: device.manufacturer, deviceClass_code: device.deviceClass_code, plant: device.plant,
    part_ID: about.part_ID, batch: about.batch, customer_ID: device.customer_ID, customerName: device.siteName, country: 'DE', supplier: `10${i % 40}`, faultCategory_code: 'SENSOR',
    patientImpact_code: 'none', eventDate: day(created), awareAt: iso(created), reportedOn: day(created), requiredEnd: day(created + 30 * DAY), owner: i % OWNERS ? `engineer${i % OWNERS}` : 'quality',
    mayBeReportable: false, isClockRunning, clockDueAt: isClockRunning ? iso(created + 30 * DAY) : null, clockWarnAt50: isClockRunning ? iso(created + 15 * DAY) : null, clockWarnAt75: isClockRunning ? iso(created + 22 * DAY) : null,
    createdAt: iso(created), createdBy: 'agent', modifiedAt: iso(created), modifiedBy: 'agent'
  }
}

async function inChunks(db: Database, table: string, count: number, row: (i: number) => Row): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) await db.insert(table, Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => row(from + i)))
}

const iso = (time: number) => new Date(time).toISOString()
const day = (time: number) => iso(time).slice(0, 10)
