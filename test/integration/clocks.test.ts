import { action, errorOf, letTechnicianDoAll, order, startApp, takeOrder, technicianID } from '../setup/app'
import { setTime } from '../setup/time'

const LEVELS = '/odata/v4/service-levels'
const app = startApp()
letTechnicianDoAll()
const post = (user: string, ID: string, name: string, data: object = {}) => app.as(user).post(action(ID, name), data)
const promise = async (ID: string) => (await app.as('agent').get(`${order(ID)}?$select=promisedAt,promisePausedAt,isOverdue,receivedAt`)).data
const iso = (value: string | null) => (value ? new Date(value).toISOString() : null)
const ledger = async (ID: string, kind: string, user = 'agent') =>
  (await app.as(user).get(`${LEVELS}/ClockEvents?$filter=workOrder_ID eq ${ID} and kind_code eq '${kind}'&$orderby=sequence`)).data.value
const clocksAt = async (ID: string, at?: string, knownAt?: string) => {
  const instants = Object.entries({ at, knownAt }).filter(([, value]) => value).map(([name, value]) => `,${name}=${value}`).join('')
  const { data, status } = await app.as('agent').get(`${LEVELS}/clocksAt(workOrder_ID=${ID}${instants})`)
  if (status !== 200) throw new Error(JSON.stringify(data))
  return Object.fromEntries(data.value.map((clock: { kind_code: string }) => [clock.kind_code, clock]))
}
const dueDates = async (ID: string) => Object.fromEntries(Object.values<any>(await clocksAt(ID)).map(clock => [clock.kind_code, iso(clock.dueAt)]))
const take = (user: string, ID: string, name: string, at: string, data?: object) => {
  setTime(at)
  return post(user, ID, name, data).then(answer => {
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.data)}`)
    return answer.data
  })
}

/** Two shifts, Mon–Fri 6–14 and 14–22 in Stuttgart: response 1 h, arrival 8 h, fix 16 h, completion 32 h; waits for customer, access, approval. */
const machineTool = (changes: object = {}) => takeOrder(app, { serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite', symptom: 'Spindle makes a loud noise', ...changes })

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
