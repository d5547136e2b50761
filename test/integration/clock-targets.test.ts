import { errorOf, letTechnicianDoAll, order, startApp, takeOrder, technicianID } from '../setup/app'
import { clocksOf, iso, LEVELS } from '../setup/clocks'
import { setTime } from '../setup/time'

const app = startApp()
letTechnicianDoAll()
const { promise, ledger, clocksAt, dueDates, take, machineTool } = clocksOf(app)

test('a changed priority gives a new target from the original start and keeps the earlier one with its reason', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await takeOrder(app, { priority_code: '4' })
  expect(iso((await promise(ID)).promisedAt)).toBe('2026-03-12T06:00:00.000Z')
  setTime('2026-03-09T09:00:00Z')
  await app.as('dispatcher').patch(order(ID), { priority_code: '1' })
  const { fix } = await clocksAt(ID)
  expect([iso(fix.startedAt), iso(fix.dueAt)]).toEqual(['2026-03-09T06:00:00.000Z', '2026-03-09T10:00:00.000Z'])
  expect(fix.earlierTargets.map((each: any) => [iso(each.dueAt), iso(each.replacedAt), each.reason])).toEqual([['2026-03-12T06:00:00.000Z', '2026-03-09T09:00:00.000Z', 'priority']])
  expect(iso((await promise(ID)).promisedAt)).toBe('2026-03-09T10:00:00.000Z')
  const [changed] = (await app.as('agent').get(`${order(ID)}/events?$filter=type_code eq 'Changed'`)).data.value
  expect(changed.text).toContain('2026-03-12T06:00:00.000Z → 2026-03-09T10:00:00.000Z')
})

test('a promise given by hand stands until the priority changes, and no hold moves it', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool()
  await app.as('dispatcher').patch(order(ID), { promisedAt: '2026-03-20T16:00:00Z' })
  await take('agent', ID, 'release', '2026-03-09T06:05:00Z')
  await take('dispatcher', ID, 'assign', '2026-03-09T06:30:00Z', { technician_ID: await technicianID(app) })
  await take('technician', ID, 'start', '2026-03-09T09:00:00Z')
  await take('technician', ID, 'hold', '2026-03-09T10:00:00Z', { reason_code: 'CUSTOMER' })
  expect((await clocksAt(ID)).completion.status_code).toBe('paused')
  expect(await promise(ID)).toMatchObject({ promisePausedAt: null })
  expect(iso((await promise(ID)).promisedAt)).toBe('2026-03-20T16:00:00.000Z')
  expect((await ledger(ID, 'fix')).map((e: any) => [e.type_code, e.reason])).toEqual([['started', null], ['targetChanged', 'promise']])
})

test('a promise that a system posts with the order stands', async () => {
  setTime('2026-03-09T06:00:00Z')
  const { data: equipment } = await app.as('agent').get(`/odata/v4/work-orders/Equipment?$filter=serialNumber eq 'MIL-0850-2210'`)
  const { data } = await app.as('agent').post('/odata/v4/work-orders/WorkOrders', {
    equipment_ID: equipment.value[0].ID, symptom: 'Coolant leaks', channel_code: 'alert', promisedAt: '2026-03-13T12:00:00Z'
  })
  expect(await dueDates(data.ID)).toMatchObject({ fix: '2026-03-13T12:00:00.000Z', response: '2026-03-09T07:00:00.000Z' })
  expect(iso((await promise(data.ID)).promisedAt)).toBe('2026-03-13T12:00:00.000Z')
})

test('without an agreement the fix is due as the priority says, round the clock, and nothing pauses it', async () => {
  setTime('2026-03-06T19:00:00Z')
  const ID = await takeOrder(app, { serialNumber: 'INF-2200-0301', symptom: 'Display dark', priority_code: '3', executionMode_code: 'onsite' })
  expect(await dueDates(ID)).toEqual({ fix: '2026-03-07T19:00:00.000Z' })
  await take('agent', ID, 'release', '2026-03-06T19:05:00Z')
  await take('dispatcher', ID, 'assign', '2026-03-06T19:30:00Z', { technician_ID: await technicianID(app) })
  await take('technician', ID, 'start', '2026-03-06T20:00:00Z')
  await take('technician', ID, 'hold', '2026-03-06T21:00:00Z', { reason_code: 'CUSTOMER' })
  expect(iso((await promise(ID)).promisedAt)).toBe('2026-03-07T19:00:00.000Z')
  setTime('2026-03-07T19:00:01Z')
  expect(await promise(ID)).toMatchObject({ isOverdue: true })
})

test('an order that is older than the clocks gets them with its history when the agreements are applied to it', async () => {
  const { data } = await app.as('agent').get(`/odata/v4/work-orders/WorkOrders?$filter=status_code eq 'InProgress' and startswith(number,'WO-S')&$orderby=number&$top=1&$expand=events($filter=type_code eq 'Started')`)
  const [{ ID, receivedAt, events: [started] }] = data.value
  expect(await clocksAt(ID)).toEqual({})
  await app.as('dispatcher').post(`${LEVELS}/redetermine`, { workOrder_ID: ID, text: 'Taken over' })
  const clocks = await clocksAt(ID)
  expect(iso(clocks.fix.startedAt)).toBe(iso(receivedAt))
  expect(clocks.fix.status_code).toBe('running')
  if (clocks.arrival) expect(iso((await ledger(ID, 'arrival')).at(-1).at)).toBe(iso(started.at))
})

test('a priority that the agreement does not look at moves no deadline, whether the order is worked on or waits', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool({ priority_code: '2' })
  const due = iso((await promise(ID)).promisedAt)
  await app.as('dispatcher').patch(order(ID), { priority_code: '1' })
  expect(iso((await promise(ID)).promisedAt)).toBe(due)
  await take('agent', ID, 'release', '2026-03-09T06:05:00Z')
  await take('dispatcher', ID, 'assign', '2026-03-09T06:30:00Z', { technician_ID: await technicianID(app) })
  await take('technician', ID, 'start', '2026-03-09T09:00:00Z')
  await take('technician', ID, 'hold', '2026-03-09T10:00:00Z', { reason_code: 'CUSTOMER' })
  await app.as('dispatcher').patch(order(ID), { priority_code: '4' })
  expect(iso((await promise(ID)).promisedAt)).toBe(due)
  expect(iso((await promise(ID)).promisePausedAt)).toBe('2026-03-09T10:00:00.000Z')
  expect(await ledger(ID, 'fix')).toHaveLength(2)
})

test('a promise that is taken back leaves the one that was agreed', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool()
  const due = iso((await promise(ID)).promisedAt)
  await app.as('dispatcher').patch(order(ID), { promisedAt: '2026-03-20T16:00:00Z' })
  await app.as('dispatcher').patch(order(ID), { promisedAt: null })
  expect(iso((await promise(ID)).promisedAt)).toBe(due)
  expect((await clocksAt(ID)).fix.earlierTargets.map((each: any) => [iso(each.dueAt), each.reason])).toEqual([[due, 'promise'], ['2026-03-20T16:00:00.000Z', 'promise']])
})

test('agreements are not applied to an order that is over', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool()
  await take('agent', ID, 'cancel', '2026-03-09T06:10:00Z', { reason_code: 'CUSTOMER' })
  expect(errorOf(await app.as('admin').post(`${LEVELS}/redetermine`, { workOrder_ID: ID }))).toMatchObject({ status: 409, code: 'WORK_ORDER_FINISHED' })
})
