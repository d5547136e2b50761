import { errorOf, letTechnicianDoAll, order, startApp, takeOrder, technicianID } from '../setup/app'
import { clocksOf, iso, LEVELS } from '../setup/clocks'
import { setTime } from '../setup/time'

const app = startApp()
letTechnicianDoAll()
const { post, promise, ledger, clocksAt, dueDates, take, machineTool } = clocksOf(app)

test('an order that comes in has the clocks of its agreement, due in the working time of its site', async () => {
  setTime('2026-03-06T19:00:00Z') // Friday, 20:00 in Stuttgart
  const ID = await machineTool()
  expect(await dueDates(ID)).toEqual({
    response: '2026-03-06T20:00:00.000Z', // 21:00
    arrival: '2026-03-09T11:00:00.000Z', // two hours on Friday, six on Monday from 6:00
    fix: '2026-03-09T19:00:00.000Z',
    completion: '2026-03-10T19:00:00.000Z'
  })
  expect(iso((await promise(ID)).promisedAt)).toBe('2026-03-09T19:00:00.000Z')
  expect(await ledger(ID, 'fix')).toEqual([expect.objectContaining({
    sequence: 1, type_code: 'started', targetMinutes: 960, calendar_code: 'SHIFTS', timeZone: 'Europe/Berlin', holidayRegion_code: 'DE-BW', pauseReasons: 'ACCESS APPROVAL CUSTOMER'
  })])
})

test('a holiday of the region is no working time', async () => {
  setTime('2026-06-03T19:00:00Z') // Wednesday, 21:00; Thursday is Corpus Christi in Baden-Württemberg
  expect((await dueDates(await machineTool())).fix).toBe('2026-06-05T19:00:00.000Z')
})

test('the steps of a repair drive the clocks: the customer’s waiting counts not, ours does', async () => {
  setTime('2026-03-09T06:00:00Z') // Monday, 7:00
  const ID = await machineTool()
  const technician_ID = await technicianID(app)
  await take('agent', ID, 'release', '2026-03-09T06:05:00Z')
  await take('dispatcher', ID, 'assign', '2026-03-09T06:30:00Z', { technician_ID })
  await take('technician', ID, 'start', '2026-03-09T09:00:00Z')
  await take('technician', ID, 'hold', '2026-03-09T10:00:00Z', { reason_code: 'CUSTOMER' })
  expect(await promise(ID)).toMatchObject({ isOverdue: false })
  expect(iso((await promise(ID)).promisePausedAt)).toBe('2026-03-09T10:00:00.000Z')
  expect((await clocksAt(ID)).fix).toMatchObject({ status_code: 'paused', dueAt: null, remainingMinutes: 720, pauseReason: 'CUSTOMER' })
  setTime('2026-04-01T10:00:00Z')
  expect(await promise(ID)).toMatchObject({ isOverdue: false })

  // From Monday 11:00 to Tuesday 9:00 local time eleven hours and three were working time.
  await take('technician', ID, 'resume', '2026-03-10T08:00:00Z')
  expect(iso((await promise(ID)).promisedAt)).toBe('2026-03-10T20:00:00.000Z')
  expect(await promise(ID)).toMatchObject({ promisePausedAt: null })
  await take('technician', ID, 'hold', '2026-03-10T09:00:00Z', { reason_code: 'PART' })
  expect((await clocksAt(ID)).fix).toMatchObject({ status_code: 'running' })
  await take('technician', ID, 'resume', '2026-03-10T15:00:00Z')
  expect(iso((await promise(ID)).promisedAt)).toBe('2026-03-10T20:00:00.000Z')

  await take('technician', ID, 'complete', '2026-03-10T18:00:00Z', { resolution_code: 'REPAIRED' })
  await take('technician', ID, 'accept', '2026-03-10T18:30:00Z', { rating: 4 })
  const done = await clocksAt(ID)
  expect(Object.values<any>(done).map(clock => [clock.kind_code, clock.status_code, clock.breachedAt])).toEqual([
    ['response', 'stopped', null], ['arrival', 'stopped', null], ['fix', 'stopped', null], ['completion', 'stopped', null]
  ])
  expect(done.fix).toMatchObject({ elapsedMinutes: 14 * 60, remainingMinutes: 120 })

  await take('agent', ID, 'reopen', '2026-03-12T08:00:00Z', { reason_code: 'NOTFIXED' })
  const again = await clocksAt(ID)
  expect(again.fix).toMatchObject({ status_code: 'running', remainingMinutes: 120 })
  expect(iso(again.fix.dueAt)).toBe('2026-03-12T10:00:00.000Z')
  expect(again.response.status_code).toBe('stopped')
  expect(iso((await promise(ID)).promisedAt)).toBe('2026-03-12T10:00:00.000Z')

  const entries = await ledger(ID, 'fix')
  expect(entries.map((e: any) => [e.sequence, e.type_code, e.reason, e.userId])).toEqual([
    [1, 'started', null, 'agent'], [2, 'paused', 'CUSTOMER', 'technician'], [3, 'resumed', 'Resumed', 'technician'],
    [4, 'stopped', 'Completed', 'technician'], [5, 'resumed', 'Reopened', 'agent']
  ])
  expect(entries[1].reasonName).toBe('Waiting for Customer')
})

test('what was known at a past instant can be read at any time', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool()
  await take('agent', ID, 'release', '2026-03-09T06:05:00Z')
  await take('dispatcher', ID, 'assign', '2026-03-09T06:30:00Z', { technician_ID: await technicianID(app) })
  await take('technician', ID, 'start', '2026-03-09T09:00:00Z')
  await take('technician', ID, 'hold', '2026-03-09T10:00:00Z', { reason_code: 'ACCESS' })
  const shown: any[] = []
  for (const instant of ['2026-03-09T06:10:00Z', '2026-03-09T09:30:00Z', '2026-03-09T10:00:00Z']) shown.push(await clocksAt(ID, instant))
  expect(shown.map(clocks => clocks.fix.status_code)).toEqual(['running', 'running', 'paused'])
  expect(shown.map(clocks => clocks.response.status_code)).toEqual(['running', 'stopped', 'stopped'])
  await take('technician', ID, 'resume', '2026-03-11T09:00:00Z')
  expect(await clocksAt(ID, '2026-03-09T10:00:00Z')).toEqual(shown[2])
  expect((await clocksAt(ID, '2026-03-11T09:30:00Z', '2026-03-11T08:00:00Z')).fix).toMatchObject({ status_code: 'paused' })
  expect((await clocksAt(ID, '2026-03-08T00:00:00Z')).fix).toMatchObject({ status_code: 'notStarted', dueAt: null })
})

test('the ledger read now says what lists show', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool()
  await take('agent', ID, 'release', '2026-03-09T06:05:00Z')
  await take('dispatcher', ID, 'assign', '2026-03-09T08:30:00Z', { technician_ID: await technicianID(app) })
  const { data } = await app.as('agent').get(`${LEVELS}/Clocks?$filter=workOrder_ID eq ${ID}`)
  const now = await clocksAt(ID)
  expect(data.value).toHaveLength(4)
  for (const { kind_code, status_code, dueAt, startedAt, breachedAt } of data.value)
    expect([kind_code, status_code, iso(dueAt), iso(startedAt), iso(breachedAt)])
      .toEqual([kind_code, now[kind_code].status_code, iso(now[kind_code].dueAt), iso(now[kind_code].startedAt), iso(now[kind_code].breachedAt)])
  expect(iso(now.response.breachedAt)).toBe('2026-03-09T07:00:00.000Z')
})

test('a cancelled order stops all its clocks', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool()
  await take('agent', ID, 'cancel', '2026-03-09T06:10:00Z', { reason_code: 'CUSTOMER' })
  expect(Object.values<any>(await clocksAt(ID)).map(clock => clock.status_code)).toEqual(['stopped', 'stopped', 'stopped', 'stopped'])
})

test('where nobody travels there is no arrival to wait for', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool({ executionMode_code: 'remote' })
  expect(Object.keys(await clocksAt(ID))).toEqual(['response', 'fix', 'completion'])
  setTime('2026-03-09T07:00:00Z')
  await app.as('agent').patch(order(ID), { executionMode_code: 'onsite' })
  expect(iso((await clocksAt(ID)).arrival.dueAt)).toBe('2026-03-09T14:00:00.000Z')
  await app.as('agent').patch(order(ID), { executionMode_code: 'depot' })
  expect((await clocksAt(ID)).arrival.status_code).toBe('stopped')
})

test('an order that comes back from work in other hands keeps one unbroken ledger, though many act at once', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await takeOrder(app, { serialNumber: 'VEN-3107-0012', symptom: 'Ventilator alarm, does not start', executionMode_code: 'onsite' })
  await take('agent', ID, 'release', '2026-03-09T06:05:00Z')
  setTime('2026-03-09T07:00:00Z')
  const restored = (user: string) => app.as(user).post(`${LEVELS}/recordRestoration`, { workOrder_ID: ID })
  const answers = await Promise.all([
    restored('agent'), restored('dispatcher'), restored('admin'),
    app.as('dispatcher').patch(order(ID), { priority_code: '2' }), post('dispatcher', ID, 'assign', { technician_ID: await technicianID(app) })
  ])
  expect(answers.map(answer => answer.status).slice(0, 3).sort()).toEqual([200, 409, 409])
  expect(errorOf(answers.find(answer => answer.status === 409)!).code).toBe('RESTORATION_NOT_AWAITED')
  expect(answers.slice(3).map(answer => answer.status)).toEqual([200, 200])
  for (const kind of ['response', 'restore', 'fix']) {
    const entries = await ledger(ID, kind)
    expect(entries.map((e: any) => e.sequence)).toEqual(entries.map((_: unknown, i: number) => i + 1))
  }
  expect((await clocksAt(ID)).restore.status_code).toBe('stopped')
})

test('the customer can work again earlier than it was written down, but not in the future', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await takeOrder(app, { serialNumber: 'VEN-3107-0012', symptom: 'Ventilator alarm', executionMode_code: 'onsite' })
  setTime('2026-03-09T09:00:00Z')
  const restored = (at: string) => app.as('agent').post(`${LEVELS}/recordRestoration`, { workOrder_ID: ID, at, text: 'Spare ventilator in use' })
  expect(errorOf(await restored('2026-03-09T09:00:01Z'))).toMatchObject({ status: 422, code: 'TIME_IN_FUTURE', target: 'at' })
  expect(errorOf(await restored('2026-03-09T05:59:00Z'))).toMatchObject({ status: 422, code: 'TIME_BEFORE_LAST_ENTRY', target: 'at' })
  expect((await restored('2026-03-09T08:00:00Z')).status).toBe(200)
  expect((await clocksAt(ID)).restore).toMatchObject({ status_code: 'stopped', elapsedMinutes: 120 })
  expect((await clocksAt(ID, '2026-03-09T08:30:00Z', '2026-03-09T08:30:00Z')).restore).toMatchObject({ status_code: 'running' })
})

test('a step taken while somebody edits the order leaves the clocks alone, and so does a restoration', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await takeOrder(app, { serialNumber: 'VEN-3107-0012', symptom: 'Ventilator alarm' })
  await post('agent', ID, 'draftEdit', { PreserveChanges: true })
  expect(errorOf(await app.as('dispatcher').post(`${LEVELS}/redetermine`, { workOrder_ID: ID }))).toMatchObject({ status: 423 })
  expect((await post('dispatcher', ID, 'release')).status).toBe(423)
  expect(await ledger(ID, 'fix')).toHaveLength(1)
})

test('a technician sees the clocks of own orders only', async () => {
  setTime('2026-03-09T06:00:00Z')
  const [mine, other] = [await machineTool(), await machineTool()]
  await take('agent', mine, 'release', '2026-03-09T06:05:00Z')
  await take('dispatcher', mine, 'assign', '2026-03-09T06:30:00Z', { technician_ID: await technicianID(app) })
  const seen = async (path: string) => (await app.as('technician').get(`${LEVELS}/${path}`)).data.value
  expect((await seen(`Clocks?$filter=workOrder_ID eq ${mine}`))).toHaveLength(4)
  expect((await seen(`Clocks?$filter=workOrder_ID eq ${other}`))).toEqual([])
  expect(await ledger(other, 'fix', 'technician')).toEqual([])
  expect((await app.as('technician').get(`${LEVELS}/clocksAt(workOrder_ID=${mine})`)).data.value).toHaveLength(4)
  expect((await app.as('technician').get(`${LEVELS}/clocksAt(workOrder_ID=${other})`)).status).toBe(404)
  expect((await app.as('technician').post(`${LEVELS}/recordRestoration`, { workOrder_ID: other })).status).toBe(404)
  expect((await app.as('technician').post(`${LEVELS}/redetermine`, { workOrder_ID: mine })).status).toBe(403)
})

test('nobody writes clocks or their ledger but the service', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool()
  const [entry] = await ledger(ID, 'fix')
  for (const path of [`ClockEvents(${entry.ID})`, `Clocks(${entry.clock_ID})`]) {
    expect((await app.as('admin').patch(`${LEVELS}/${path}`, { sequence: 9 })).status).toBe(405)
    expect((await app.as('admin').delete(`${LEVELS}/${path}`)).status).toBe(405)
  }
})
