import { action, errorOf, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'

const app = startApp()
const events = async (ID: string) =>
  (await app.as('agent').get(`${order(ID)}/events?$orderby=sequence&$select=sequence,type_code,fromStatus_code,toStatus_code,reason,userId`)).data.value
const post = (user: string, ID: string, name: string, data: object = {}) => app.as(user).post(action(ID, name), data)

async function inProgress(changes?: Record<string, unknown>): Promise<string> {
  const ID = await takeOrder(app, changes)
  await post('agent', ID, 'release')
  await post('dispatcher', ID, 'assign', { technician_ID: await technicianID(app) })
  expect((await post('technician', ID, 'start')).data.status_code).toBe('InProgress')
  return ID
}

test('a repair goes from the call to the signature, and its history tells every step', async () => {
  const ID = await takeOrder(app)
  expect((await post('agent', ID, 'release')).data.status_code).toBe('Released')
  const plannedStart = '2026-12-01T08:00:00.000Z'
  const assigned = (await post('dispatcher', ID, 'assign', { technician_ID: await technicianID(app), plannedStart })).data
  expect(assigned).toMatchObject({ status_code: 'Assigned', technician_ID: await technicianID(app) })
  expect(new Date(assigned.plannedStart).toISOString()).toBe(plannedStart)
  expect((await post('technician', ID, 'start')).data.status_code).toBe('InProgress')
  expect((await post('technician', ID, 'hold', { reason_code: 'PART' })).data).toMatchObject({ status_code: 'OnHold', holdReason_code: 'PART' })
  expect((await post('technician', ID, 'resume')).data).toMatchObject({ status_code: 'InProgress', holdReason_code: null })
  expect((await post('technician', ID, 'complete', { resolution_code: 'REPAIRED', summary: 'Bearing replaced' })).data)
    .toMatchObject({ status_code: 'Completed', isOpen: false, firstTimeFix: true, summary: 'Bearing replaced' })
  expect((await post('technician', ID, 'accept', { rating: 5, comment: 'Quick' })).data).toMatchObject({ status_code: 'Accepted', rating: 5 })
  expect((await post('controller', ID, 'close')).data.status_code).toBe('Closed')

  expect(await events(ID)).toEqual([
    ['Created', null, 'New', null, 'agent'],
    ['Released', 'New', 'Released', null, 'agent'],
    ['Assigned', 'Released', 'Assigned', null, 'dispatcher'],
    ['Started', 'Assigned', 'InProgress', null, 'technician'],
    ['Held', 'InProgress', 'OnHold', 'PART', 'technician'],
    ['Resumed', 'OnHold', 'InProgress', null, 'technician'],
    ['Completed', 'InProgress', 'Completed', 'REPAIRED', 'technician'],
    ['Accepted', 'Completed', 'Accepted', null, 'technician'],
    ['Closed', 'Accepted', 'Closed', null, 'controller']
  ].map(([type_code, fromStatus_code, toStatus_code, reason, userId], i) =>
    expect.objectContaining({ sequence: i + 1, type_code, fromStatus_code, toStatus_code, reason, userId })))
})

test('a wrong step is 409 with a text that names what is possible and where the order is', async () => {
  const ID = await takeOrder(app)
  expect(errorOf(await post('dispatcher', ID, 'start'))).toEqual({
    status: 409, code: 'WORK_ORDER_WRONG_STEP', target: undefined,
    message: '“Start work” is possible only in status Assigned, but the order is in status New. Refresh the order: somebody may have changed it meanwhile.'
  })
  const chinese = await app.as('dispatcher').post(action(ID, 'start'), {}, { headers: { 'accept-language': 'zh-CN' } })
  expect(errorOf(chinese).message).toContain('“开始工作”只能在状态“已派工”下执行')
})

test('an order that does not exist is 404', async () => {
  expect((await post('dispatcher', '11111111-1111-4111-8111-111111111111', 'release')).status).toBe(404)
})

test('of two people who press at once one wins, the other gets 409, and the history has one entry', async () => {
  for (let round = 0; round < 5; round++) {
    const ID = await takeOrder(app)
    const answers = await Promise.all([post('agent', ID, 'release'), post('dispatcher', ID, 'release'), post('admin', ID, 'release')])
    expect(answers.map(a => a.status).sort()).toEqual([200, 409, 409])
    expect((await events(ID)).map((e: { type_code: string }) => e.type_code)).toEqual(['Created', 'Released'])
  }
})

test('of two dispatchers who assign at once one wins', async () => {
  const ID = await takeOrder(app)
  await post('agent', ID, 'release')
  const { data } = await app.as('dispatcher').get(`/odata/v4/dispatch/WorkOrders(${ID})/aftersales.DispatchService.recommend()`)
  const able: { technician_ID: string }[] = data.ranked.slice(0, 2)
  const answers = await Promise.all(able.map(({ technician_ID }) => post('dispatcher', ID, 'assign', { technician_ID })))
  expect(answers.map(a => a.status).sort()).toEqual([200, 409])
  const winner = answers.find(a => a.status === 200)!.data.technician_ID
  expect((await app.as('agent').get(order(ID))).data.technician_ID).toBe(winner)
})

test('an assignment can be withdrawn, and an order cancelled while it is open', async () => {
  const ID = await takeOrder(app)
  await post('agent', ID, 'release')
  await post('dispatcher', ID, 'assign', { technician_ID: await technicianID(app) })
  expect((await post('dispatcher', ID, 'unassign')).data).toMatchObject({ status_code: 'Released', technician_ID: null })
  expect((await post('agent', ID, 'cancel', { reason_code: 'DUPLICATE' })).data).toMatchObject({ status_code: 'Cancelled', isOpen: false })
  expect((await post('agent', ID, 'release')).status).toBe(409)
})

test('a reopened order counts as not fixed first time', async () => {
  const ID = await inProgress()
  await post('technician', ID, 'complete', { resolution_code: 'REPAIRED' })
  expect((await post('agent', ID, 'reopen', { reason_code: 'NOTFIXED' })).data)
    .toMatchObject({ status_code: 'Released', isOpen: true, firstTimeFix: false, reopenCount: 1, technician_ID: null, completedAt: null })
  await post('dispatcher', ID, 'assign', { technician_ID: await technicianID(app) })
  await post('technician', ID, 'start')
  expect((await post('technician', ID, 'complete', { resolution_code: 'REPAIRED' })).data.firstTimeFix).toBe(false)
})

test('a resolution that leaves the fault in place is no first-time fix', async () => {
  const ID = await inProgress()
  expect((await post('technician', ID, 'complete', { resolution_code: 'NOFAULT' })).data.firstTimeFix).toBe(false)
})

test('complete needs a resolution, and a known one', async () => {
  const ID = await inProgress()
  expect(errorOf(await post('technician', ID, 'complete'))).toMatchObject({ status: 400, target: 'resolution_code' })
  expect(errorOf(await post('technician', ID, 'complete', { resolution_code: 'MAGIC' }))).toMatchObject({ status: 422, code: 'CODE_UNKNOWN', target: 'resolution_code' })
})

test('a medical device is completed only with test data and UDI', async () => {
  const ID = await inProgress({ serialNumber: 'MON-2041-0007' })
  const complete = (data: object) => post('technician', ID, 'complete', { resolution_code: 'REPAIRED', ...data })
  expect(errorOf(await complete({}))).toMatchObject({ status: 422, code: 'TEST_DATA_REQUIRED', target: 'testData' })
  expect(errorOf(await complete({ testData: 'Leakage 12 µA' }))).toMatchObject({ status: 422, code: 'UDI_REQUIRED', target: 'udi' })
  expect((await complete({ testData: 'Leakage 12 µA', udi: '(01)09520001000140(21)2041-0007' })).data)
    .toMatchObject({ status_code: 'Completed', testData: 'Leakage 12 µA' })
})

test('a rating is 1 to 5', async () => {
  const ID = await inProgress()
  await post('technician', ID, 'complete', { resolution_code: 'REPAIRED' })
  for (const rating of [0, 6]) expect(errorOf(await post('agent', ID, 'accept', { rating }))).toMatchObject({ status: 422, target: 'rating' })
})

test('notes are added, never changed; the history is written by nobody', async () => {
  const ID = await takeOrder(app)
  await post('technician', ID, 'addNote', { text: 'not mine' }).then(a => expect(a.status).toBe(403))
  await post('agent', ID, 'addNote', { text: '  Key at the gate ' })
  const { data } = await app.as('agent').get(`${order(ID)}/notes`)
  expect(data.value).toEqual([expect.objectContaining({ text: 'Key at the gate', createdBy: 'agent' })])
  expect(errorOf(await post('agent', ID, 'addNote', { text: '   ' }))).toMatchObject({ status: 400, target: 'text' })
  const [event] = (await app.as('agent').get(`${order(ID)}/events`)).data.value
  for (const path of [`${WORK_ORDERS}/Notes(${data.value[0].ID})`, `${WORK_ORDERS}/Events(${event.ID})`]) {
    expect((await app.as('admin').patch(path, { text: 'x' })).status).toBe(405)
    expect((await app.as('admin').delete(path)).status).toBe(405)
  }
  expect((await app.as('admin').post(`${WORK_ORDERS}/Events`, { workOrder_ID: ID })).status).toBe(405)
  expect((await app.as('admin').delete(order(ID))).status).toBe(405)
})
