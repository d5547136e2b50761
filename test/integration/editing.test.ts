import { action, errorOf, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'

const app = startApp()
const post = (user: string, ID: string, name: string, data: object = {}, isActive = true) => app.as(user).post(action(ID, name, isActive), data)
const edit = (user: string, ID: string) => post(user, ID, 'draftEdit', { PreserveChanges: true })
const save = (user: string, ID: string) => post(user, ID, 'draftActivate', {}, false)
const patchDraft = (user: string, ID: string, data: object) => app.as(user).patch(order(ID, false), data)
const read = async (ID: string, query = '') => (await app.as('agent').get(order(ID) + query)).data

test('an edited order keeps its changes, and the history says what changed', async () => {
  const ID = await takeOrder(app)
  await edit('agent', ID)
  await patchDraft('agent', ID, { symptom: 'Spindle is blocked', contactName: 'K. Lang' })
  expect((await save('agent', ID)).status).toBe(200)
  expect(await read(ID)).toMatchObject({ symptom: 'Spindle is blocked', contactName: 'K. Lang' })
  const changed = (await app.as('agent').get(`${order(ID)}/events?$filter=type_code eq 'Changed'`)).data.value[0]
  expect(changed.text).toContain('Spindle makes a loud noise → Spindle is blocked')
  expect(changed.text).not.toContain('K. Lang')
})

test('saving can not set what only the system sets', async () => {
  const ID = await takeOrder(app)
  const before = await read(ID)
  await app.as('admin').patch(order(ID), { status_code: 'Closed', costTotal: 99, number: 'X', isOpen: false, rating: 5, technician_ID: await technicianID(app) })
  const fields = ({ status_code, costTotal, number, isOpen, rating, technician_ID }: Record<string, unknown>) => ({ status_code, costTotal, number, isOpen, rating, technician_ID })
  expect(fields(await read(ID))).toEqual(fields(before))
})

test('while somebody edits an order, steps on it are refused with 423 and nothing is lost', async () => {
  const ID = await takeOrder(app)
  await edit('agent', ID)
  for (const user of ['dispatcher', 'agent']) {
    expect(errorOf(await post(user, ID, 'release'))).toMatchObject({ status: 423, code: 'WORK_ORDER_BEING_EDITED' })
  }
  await save('agent', ID)
  expect((await post('dispatcher', ID, 'release')).data.status_code).toBe('Released')
})

test('a changed priority moves the promise, counted from the receipt', async () => {
  const ID = await takeOrder(app, { priority_code: '4' })
  await app.as('dispatcher').patch(order(ID), { priority_code: '1' })
  const { promisedAt, receivedAt, priority_code } = await read(ID)
  expect(priority_code).toBe('1')
  expect(new Date(promisedAt).getTime() - new Date(receivedAt).getTime()).toBe(4 * 3_600_000)
})

test('messages stand at their fields', async () => {
  const ID = await takeOrder(app)
  await edit('agent', ID)
  await patchDraft('agent', ID, { contactEmail: 'nowhere', contactPhone: 'call me' })
  const { status, data } = await save('agent', ID)
  expect(status).toBe(400)
  const targets = [data.error, ...(data.error.details ?? [])].map((e: { target?: string }) => e.target)
  expect(targets).toEqual(expect.arrayContaining(['in/contactEmail', 'in/contactPhone']))
})

test('cost items compute their amounts, and the order its total, to the cent', async () => {
  const ID = await takeOrder(app)
  const items = `${order(ID)}/costItems`
  const add = (data: object) => app.as('agent').post(items, data)
  expect((await add({ type_code: 'labour', quantity: '1.5', unit: 'H', rate: '33.33' })).data).toMatchObject({ amount: '50.000', currency_code: 'EUR' })
  expect((await add({ type_code: 'part', quantity: '3', unit: 'PC', rate: '0.335' })).data.amount).toBe('1.010')
  const { data: travel } = await add({ type_code: 'travel', quantity: '100', unit: 'KM', rate: '0.52' })
  expect(Number((await read(ID)).costTotal)).toBe(103.01)
  await app.as('agent').patch(`${order(ID)}/costItems(ID=${travel.ID},IsActiveEntity=true)`, { quantity: '10' })
  expect(Number((await read(ID)).costTotal)).toBe(56.21)
  await app.as('agent').delete(`${order(ID)}/costItems(ID=${travel.ID},IsActiveEntity=true)`)
  expect(Number((await read(ID)).costTotal)).toBe(51.01)
})

test('cost items of a draft compute their amounts at once, and count when it is saved', async () => {
  const ID = await takeOrder(app)
  await edit('agent', ID)
  const { data } = await app.as('agent').post(`${order(ID, false)}/costItems`, { type_code: 'labour', quantity: '2', rate: '80' })
  expect(data.amount).toBe('160.000')
  const { data: changed } = await app.as('agent').patch(`${order(ID, false)}/costItems(ID=${data.ID},IsActiveEntity=false)`, { rate: '81.005' })
  expect(changed.amount).toBe('162.010')
  expect(Number((await read(ID)).costTotal)).toBe(0)
  await save('agent', ID)
  expect(Number((await read(ID)).costTotal)).toBe(162.01)
})

test('a cost item may have another currency than the order, whose total adds up only its own', async () => {
  const ID = await takeOrder(app)
  const add = (data: object) => app.as('agent').post(`${order(ID)}/costItems`, { type_code: 'external', quantity: '1', ...data })
  expect((await add({ rate: '5', currency_code: 'USD' })).data).toMatchObject({ amount: '5.000', currency_code: 'USD' })
  await add({ rate: '7' })
  expect(Number((await read(ID)).costTotal)).toBe(7)
  expect(errorOf(await add({ rate: '5', currency_code: 'XXX' }))).toMatchObject({ status: 400, code: 'ASSERT_TARGET' })
  expect(errorOf(await add({}))).toMatchObject({ status: 400, code: 'RATE_MISSING' })
})

test('a closed order takes no more changes and no more costs', async () => {
  const ID = await takeOrder(app)
  await post('agent', ID, 'cancel', { reason_code: 'CUSTOMER' })
  expect(errorOf(await app.as('agent').patch(order(ID), { symptom: 'x' }))).toMatchObject({ status: 409, code: 'WORK_ORDER_FINISHED' })
  expect(errorOf(await app.as('agent').post(`${order(ID)}/costItems`, { type_code: 'part', quantity: '1', rate: '5' })))
    .toMatchObject({ status: 409, code: 'WORK_ORDER_FINISHED' })
})

test('a photo is attached and read back; other kinds of files and too large ones are refused', async () => {
  const ID = await takeOrder(app)
  const attach = async (filename: string, mimeType: string, content: Buffer) => {
    const { data } = await app.as('agent').post(`${order(ID)}/attachments`, { filename, mimeType })
    const path = `${order(ID)}/attachments(up__ID=${ID},ID=${data.ID},IsActiveEntity=true)/content`
    const put = await app.as('agent').put(path, content, { headers: { 'content-type': mimeType }, maxBodyLength: Infinity })
    return { put, get: () => app.as('agent').get(path, { responseType: 'arraybuffer' }) }
  }
  const photo = Buffer.from('89504e470d0a1a0a', 'hex')
  const { put, get } = await attach('nameplate.png', 'image/png', photo)
  expect(put.status).toBeLessThan(300)
  expect(Buffer.from((await get()).data).equals(photo)).toBe(true)
  expect((await attach('run.exe', 'application/x-msdownload', photo)).put.status).toBeGreaterThanOrEqual(400)
  expect((await attach('drawing.svg', 'image/svg+xml', photo)).put.status).toBeGreaterThanOrEqual(400)
  const large = await attach('long.mp4', 'video/mp4', Buffer.alloc(51 * 1024 * 1024))
  expect(large.put.status).toBeGreaterThanOrEqual(400)
  expect(large.put.status).toBeLessThan(500)
  expect((await app.as('agent').get(`${WORK_ORDERS}/WorkOrders/$count`)).status).toBe(200)
})
