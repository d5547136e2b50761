import { Decimal } from 'decimal.js'
import { costAmount } from '../../srv/work-orders/cost'
import { priorityOf, shortTextOf, type PriorityRule } from '../../srv/work-orders/triage'
import { localDay, warrantyStatus } from '../../srv/work-orders/warranty'
import { by, grouped, readTables, rowsOf, type Row } from './tables'

const tables = readTables()
const orders = rowsOf(tables, 'WorkOrders')
const statuses = by(rowsOf(tables, 'WorkOrderStatuses'), 'code')
const equipment = by(rowsOf(tables, 'Equipment'), 'ID')
const events = grouped(rowsOf(tables, 'Events'), 'workOrder_ID')
const costItems = grouped(rowsOf(tables, 'CostItems'), 'workOrder_ID')
const minorUnits = new Map(tables.get('sap.common.Currencies')!.rows.map(row => [row.code, Number(row.minorUnit)]))
const columns = (row: Row, names: string[]) => Object.fromEntries(names.map(name => [name, row[name]]))

/** The end of an order's history, or what is wrong with it. */
function replay(history: Row[]) {
  let status = ''
  history.forEach((event, i) => {
    if (Number(event.sequence) !== i + 1) throw new Error(`sequence ${event.sequence} at place ${i + 1}`)
    if (event.fromStatus_code !== status) throw new Error(`${event.type_code} from ${event.fromStatus_code} in ${status}`)
    if (i > 0 && event.at < history[i - 1].at) throw new Error(`${event.type_code} before ${history[i - 1].type_code}`)
    status = event.toStatus_code
  })
  return { status, count: history.length, previous: history.at(-1)!.fromStatus_code }
}

describe('sample orders', () => {
  test('show every status, and some are overdue', () => {
    expect(new Set(orders.map(o => o.status_code))).toEqual(new Set(statuses.keys()))
    expect(orders.filter(o => o.isOpen === 'true' && o.promisedAt < '2026-11-22').length).toBeGreaterThanOrEqual(8)
  })

  test('keep clear of the numbers that the counter gives out', () => {
    expect(orders.map(o => o.number).filter(number => !/^WO-S\d{5}$/.test(number))).toEqual([])
    expect(new Set(orders.map(o => o.number)).size).toBe(orders.length)
    expect(new Set(orders.map(o => o.intakeKey)).size).toBe(orders.length)
  })

  test.each(orders)('$number: its history replays to its status', order => {
    expect(replay(events.get(order.ID)!)).toEqual({
      status: order.status_code, count: Number(order.eventCount), previous: order.previousStatus_code
    })
    expect(order.isOpen).toBe(statuses.get(order.status_code)!.isOpen)
  })

  test.each(orders)('$number: its times follow one another', order => {
    const times = ['receivedAt', 'releasedAt', 'startedAt', 'completedAt', 'acceptedAt', 'closedAt'].map(f => order[f]).filter(Boolean)
    expect(times).toEqual([...times].sort())
    expect(times.at(-1)! < '2026-11-22').toBe(true)
  })

  test.each(orders)('$number: its costs are right to the last minor unit', order => {
    const items = costItems.get(order.ID) ?? []
    const decimals = minorUnits.get(order.currency_code)!
    for (const item of items)
      expect([item.currency_code, item.amount]).toEqual([order.currency_code, costAmount(item.quantity, item.rate, decimals)])
    const total = items.reduce((sum, item) => sum.plus(item.amount), new Decimal(0))
    expect(new Decimal(order.costTotal).equals(total)).toBe(true)
  })

  test.each(orders)('$number: carries its equipment, warranty and priority as on the day it came in', order => {
    const device = equipment.get(order.equipment_ID)!
    const snapshot = ['serialNumber', 'model', 'manufacturer', 'udiDI', 'deviceClass_code', 'importance_code', 'siteName', 'timeZone', 'customer_ID']
    expect(columns(order, snapshot)).toEqual(columns(device, snapshot))
    expect(order.warrantyStatus_code).toBe(warrantyStatus(device, localDay(new Date(order.receivedAt), device.timeZone)))
    expect(order.priority_code).toBe(
      priorityOf(order.urgency_code, order.importance_code, order.patientImpact_code, rowsOf(tables, 'PriorityRules') as unknown as PriorityRule[])
    )
    expect(order.shortText).toBe(shortTextOf(order.symptom))
  })

  test('carry resolution, test data and UDI once completed, where the device class asks for them', () => {
    const classes = by(rowsOf(tables, 'DeviceClasses'), 'code')
    const completed = orders.filter(o => o.completedAt)
    expect(completed.length).toBeGreaterThan(20)
    for (const order of completed) {
      const { requiresTestData, requiresUdi } = classes.get(order.deviceClass_code)!
      expect([order.number, Boolean(order.resolution_code)]).toEqual([order.number, true])
      if (requiresTestData === 'true') expect([order.number, Boolean(order.testData)]).toEqual([order.number, true])
      if (requiresUdi === 'true') expect(order.udi).toContain(`(01)${order.udiDI}`)
    }
  })
})

describe('sample equipment', () => {
  test('has UDI-DIs with a correct GS1 check digit', () => {
    const gtins = [...equipment.values()].map(e => e.udiDI).filter(Boolean)
    expect(gtins.length).toBeGreaterThan(10)
    expect(gtins.filter(gtin => !isGtin14(gtin))).toEqual([])
  })

  test('is in warranty, under contract or neither, today and in the years to come', () => {
    for (const day of ['2026-11-22', '2029-06-30'])
      expect(new Set([...equipment.values()].map(e => warrantyStatus(e, day)))).toEqual(new Set(['warranty', 'contract', 'none']))
  })

  test('stands in time zones that exist', () => {
    for (const { timeZone } of equipment.values()) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
  })
})

/** GS1 General Specifications 7.9: weights 3 and 1 from the left, the last digit fills up to a multiple of ten. */
function isGtin14(gtin: string): boolean {
  const sum = [...gtin].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 1 : 3), 0)
  return /^\d{14}$/.test(gtin) && sum % 10 === 0
}
