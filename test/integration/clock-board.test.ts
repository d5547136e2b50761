import { action, errorOf, order, startApp, takeOrder, technicianID } from '../setup/app'
import { setTime } from '../setup/time'

const LEVELS = '/odata/v4/service-levels'
const app = startApp()
const post = (user: string, ID: string, name: string, data: object = {}) => app.as(user).post(action(ID, name), data)
const board = async (filter: string, user = 'dispatcher') => {
  const { status, data } = await app.as(user).get(`${LEVELS}/ClockBoard?$filter=${filter}&$orderby=dueAt,kind_code`)
  if (status !== 200) throw new Error(JSON.stringify(data))
  return data.value as { number: string; kind_code: string; criticality: number; technician_ID: string | null }[]
}
const ofOrder = async (ID: string, filter: string) => (await board(`workOrder_ID eq ${ID} and ${filter}`)).map(({ kind_code, criticality }) => [kind_code, criticality])
const drawn = async (ID: string) => {
  const { data } = await app.as('agent').get(`${LEVELS}/timeLines(workOrder_ID=${ID})`)
  return Object.fromEntries(data.value.map((clock: { kind_code: string }) => [clock.kind_code, clock]))
}
const stretches = (list: { startsAt: string; endsAt: string }[]) => list.map(({ startsAt, endsAt }) => [startsAt, endsAt].map(at => new Date(at).toISOString().slice(0, 16)))

/** Two shifts, Mon–Fri 6–14 and 14–22 in Stuttgart: response 1 h, arrival 8 h, fix 16 h, completion 32 h; waits for customer, access, approval. */
const machineTool = () => takeOrder(app, { serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite', symptom: 'Spindle makes a loud noise' })

test('the board says which clocks are due in the next hours, and in which colour', async () => {
  setTime('2026-03-09T06:00:00Z') // Monday, 7:00
  const ID = await machineTool()
  expect(await ofOrder(ID, 'dueWithin eq 2')).toEqual([['response', 3]])
  expect(await ofOrder(ID, 'dueWithin eq 8')).toEqual([['response', 3]])
  expect(await ofOrder(ID, 'dueWithin eq 24')).toEqual([['response', 3], ['arrival', 3]])
  expect(await ofOrder(ID, 'dueWithin eq 0')).toEqual([])
  setTime('2026-03-09T07:30:00Z')
  expect(await ofOrder(ID, 'dueWithin eq 0')).toEqual([['response', 1]])
  expect(await ofOrder(ID, 'dueWithin eq 8')).toEqual([['arrival', 3]])
  expect(await ofOrder(ID, 'dueWithin le 8')).toEqual([['response', 1], ['arrival', 3]])
  const { data: count } = await app.as('dispatcher').get(`${LEVELS}/ClockBoard/$count?$filter=workOrder_ID eq ${ID} and status_code eq 'running' and dueWithin le 1`)
  expect(count).toBe(1)
})

test('a clock that waits stands on the board without a due date, one that has stopped does not', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool()
  await post('agent', ID, 'release')
  await post('dispatcher', ID, 'assign', { technician_ID: await technicianID(app) })
  await post('technician', ID, 'start')
  await post('technician', ID, 'hold', { reason_code: 'CUSTOMER' })
  expect(await ofOrder(ID, `status_code eq 'paused'`)).toEqual([['completion', 0], ['fix', 0]])
  expect(await ofOrder(ID, 'dueWithin le 1000')).toEqual([])
})

test('the board is narrowed to a customer, a region, a technician; technicians see their own orders only', async () => {
  setTime('2026-03-09T06:00:00Z')
  const [ID, other] = [await machineTool(), await machineTool()]
  await post('agent', ID, 'release')
  const technician_ID = await technicianID(app)
  await post('dispatcher', ID, 'assign', { technician_ID })
  const { data: { customer_ID, region } } = await app.as('agent').get(order(ID))
  const found = await board(`customer_ID eq ${customer_ID} and region eq '${region}' and technician_ID eq ${technician_ID} and workOrder_ID eq ${ID}`)
  expect(found.map(row => row.kind_code)).toEqual(['arrival', 'fix', 'completion'])
  expect(await board(`workOrder_ID eq ${other}`, 'technician')).toEqual([])
  expect((await board(`workOrder_ID eq ${ID}`, 'technician')).length).toBe(3)
})

test('hours that the board can’t understand are refused', async () => {
  for (const filter of ['dueWithin gt 2', 'dueWithin eq null', 'dueWithin eq -1'])
    expect([filter, errorOf(await app.as('dispatcher').get(`${LEVELS}/ClockBoard?$filter=${filter}`))]).toEqual([filter, expect.objectContaining({ status: 400, code: 'DUE_WITHIN_UNKNOWN' })])
})

test('a clock is drawn with the working hours it runs on, the time it waited, and its due date', async () => {
  setTime('2026-03-09T19:00:00Z') // Monday, 20:00: two hours of work are left on this day
  const ID = await machineTool()
  await post('agent', ID, 'release')
  await post('dispatcher', ID, 'assign', { technician_ID: await technicianID(app) })
  await post('technician', ID, 'start')
  setTime('2026-03-09T20:00:00Z')
  await post('technician', ID, 'hold', { reason_code: 'CUSTOMER' })
  setTime('2026-03-10T06:00:00Z')
  await post('technician', ID, 'resume')
  const { fix } = await drawn(ID)
  expect(stretches(fix.workingTimes)).toEqual([['2026-03-09T19:00', '2026-03-09T21:00'], ['2026-03-10T05:00', '2026-03-10T21:00']])
  expect(stretches(fix.waits)).toEqual([['2026-03-09T20:00', '2026-03-10T06:00']])
  expect(fix).toMatchObject({ status_code: 'running', remainingMinutes: 900 })
  expect(new Date(fix.endsAt).toISOString()).toBe(new Date(fix.dueAt).toISOString())
})

test('nobody sees the clocks of an order that is not theirs', async () => {
  const ID = await machineTool()
  expect((await app.as('technician').get(`${LEVELS}/timeLines(workOrder_ID=${ID})`)).status).toBe(404)
})

test('pages learn what their user may do: an admin maintains, a dispatcher simulates and answers, a technician answers', async () => {
  const permissions = async (user: string) => {
    const { mayMaintain, maySimulate, mayAnswer, mayHandOver } = (await app.as(user).get(`${LEVELS}/CurrentUser`)).data
    return [mayMaintain, maySimulate, mayAnswer, mayHandOver]
  }
  expect(await permissions('admin')).toEqual([true, true, true, true])
  expect(await permissions('dispatcher')).toEqual([false, true, true, true])
  expect(await permissions('technician')).toEqual([false, false, true, false])
  expect((await app.as('auditor').get('/odata/v4/work-orders/CurrentUser')).data.maySeeClocks).toBe(true)
})

test('an order’s page learns what its user may do about the service level, milestones, shipments and notices', async () => {
  const permissions = async (user: string) => {
    const { data } = await app.as(user).get(`${LEVELS}/CurrentUser`)
    const { maySeeNotices } = (await app.as(user).get('/odata/v4/work-orders/CurrentUser')).data
    const asked = ['maySeeAgreements', 'mayForecast', 'mayRestore', 'mayRedetermine', 'mayPlanMilestones', 'maySteerMilestones', 'mayShip']
    return [...asked.filter(name => data[name]), ...maySeeNotices ? ['maySeeNotices'] : [], ...data.roles]
  }
  expect(await permissions('dispatcher')).toEqual([
    'maySeeAgreements', 'mayForecast', 'mayRestore', 'mayRedetermine', 'mayPlanMilestones', 'maySteerMilestones', 'mayShip', 'maySeeNotices', 'Dispatcher'
  ])
  expect(await permissions('technician')).toEqual(['mayForecast', 'mayRestore', 'mayShip', 'Technician'])
  expect(await permissions('parts')).toEqual(['mayForecast', 'mayShip', 'PartsPlanner'])
  expect(await permissions('quality')).toEqual(['QualityEngineer'])
  expect(await permissions('auditor')).toEqual(['maySeeAgreements', 'mayForecast', 'maySeeNotices', 'Auditor'])
})
