import cds from '@sap/cds'
import { startApp, takeOrder } from '../setup/app'
import { scannedBy, statementsOf } from '../setup/plans'
import { setTime } from '../setup/time'
import { overdueOrders } from '../../srv/service-levels/milestones/overdue'
import { giveWarnings } from '../../srv/service-levels/warnings/handlers'
import { inTurn } from '../../srv/turns'

const LEVELS = '/odata/v4/service-levels'
const PARTS = '/odata/v4/spare-parts'
const TABLES = ['WorkOrders', 'Clocks', 'Warnings', 'Notices', 'Milestones', 'PartStocks', 'Reservations', 'PartMovements']
const app = startApp()

/** Tables that grow with the orders, and that statements of this work read from end to end. */
async function scans(work: () => Promise<unknown>) {
  const statements = await statementsOf(work)
  expect(statements.length).toBeGreaterThan(0)
  const found = []
  for (const sql of statements) for (const scan of await scannedBy(sql, TABLES)) found.push({ scan, sql })
  return found
}
const read = (path: string, service = LEVELS) => async () => {
  const { status, data } = await app.as('dispatcher').get(`${service}/${path}`)
  expect([status, data.error]).toEqual([200, undefined])
}

test('what is due is found, passed on and given by index', async () => {
  setTime('2026-03-09T06:00:00Z')
  await takeOrder(app, { serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite' })
  const steps = ['2026-03-10T05:00:00Z', '2026-03-10T05:15:00Z', '2026-03-10T06:00:30Z']
  expect(await scans(async () => {
    for (const instant of steps) {
      setTime(instant)
      await giveWarnings()
    }
  })).toEqual([])
})

test('late milestones are found by index', async () => {
  expect(await scans(() => inTurn(() => overdueOrders()))).toEqual([])
})

const SELECT = '$select=number,kind_code,dueAt,shortText,customerName,technician_ID&$expand=rule,priority&$top=30&$count=true'
test.each([
  ['overdue', `ClockBoard?${SELECT}&$filter=status_code eq 'running' and dueWithin eq 0&$orderby=dueAt`],
  ['due in the next hours', `ClockBoard?${SELECT}&$filter=status_code eq 'running' and dueWithin eq 8&$orderby=dueAt`],
  ['waiting', `ClockBoard?${SELECT}&$filter=status_code eq 'paused'&$orderby=startedAt`],
  ['the number on the tile', `ClockBoard/$count?$filter=status_code eq 'running' and dueWithin le 1`],
  ['warnings to answer', `Warnings?$filter=state_code eq 'Open' or state_code eq 'HandedOver'&$orderby=fireAt&$top=30&$count=true`],
  ['own notices', 'MyNotices?$orderby=createdAt desc&$top=30']
])('the board reads by index: %s', async (_, path) => {
  expect(await scans(read(path))).toEqual([])
})

const ID = 'a36b8bcb-6b75-575e-92ef-3bf446d9c6f6'
test.each([
  ['where a part is', `Availability?$filter=part_ID eq ${ID}&$orderby=available desc&$count=true&$top=100`],
  ['what lies in a place', `Availability?$filter=plant eq '1010' and storageLocation eq 'V001'&$top=100`],
  ['parts of an order', `Reservations?$filter=workOrder_ID eq ${ID}&$expand=part,state,alertRule&$top=30`],
  ['who needs a part', `Reservations?$filter=part_ID eq ${ID} and state_code eq 'Needed'&$top=30`],
  ['red needs', 'Reservations?$filter=alertLevel eq 1&$orderby=neededAt&$expand=part,state,alertRule&$count=true&$top=30'],
  ['the story of a need', `Reservations(${ID})/movements?$orderby=sequence desc&$top=30`]
])('parts are read by index: %s', async (_, path) => {
  expect(await scans(async () => { await app.as('dispatcher').get(`${PARTS}/${path}`) })).toEqual([])
})

test('a list that has no index is told from one that has', async () => {
  expect((await scans(read(`Warnings?$filter=comment eq 'late'&$orderby=closedAt`))).map(({ scan }) => scan.split(':')[0])).toContain('Warnings')
})

test('each of the latest events that a limited person reads looks up its own order, instead of all visible ones first', async () => {
  Object.assign((cds.env.requires.auth as unknown as { users: object }).users, { ofPlant: { roles: ['Auditor'], attr: { plant: ['1010'] } } })
  const statements = await statementsOf(async () => { expect((await app.as('ofPlant').get('/odata/v4/work-orders/Events?$orderby=at desc&$top=30')).status).toBe(200) })
  const ofEvents = statements.filter(sql => /aftersales_WorkOrderService_Events/i.test(sql))
  expect(ofEvents.length).toBeGreaterThan(0)
  for (const sql of ofEvents) expect(sql).toMatch(/exists\s*\(\s*SELECT 1/i)
  expect(ofEvents.join()).not.toMatch(/ in \(SELECT/i)
})
