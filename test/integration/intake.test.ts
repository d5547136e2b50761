import cds from '@sap/cds'
import { errorOf, order, startApp, takeOrder, WORK_ORDERS } from '../setup/app'

const app = startApp()
const intake = (data: object, user = 'agent') => app.as(user).post(`${WORK_ORDERS}/intake`, data)
const count = async () => Number((await app.as('agent').get(`${WORK_ORDERS}/WorkOrders/$count`)).data)

test('a call with serial number and symptom becomes an order with everything derived', async () => {
  const { data } = await intake({ channel_code: 'phone', serialNumber: 'MON-2041-0007', symptom: 'Emergency room monitor is dead, patient in the room' })
  expect(data).toMatchObject({
    created: true, status_code: 'New', serialNumber: 'MON-2041-0007', customerName: 'Klinikum am Neckarbogen', department: 'Emergency Room',
    warrantyStatus_code: 'warranty', accountingIndicator_code: 'warranty', faultCategory_code: 'NOPOWER', urgency_code: 'H',
    patientImpact_code: 'possible', priority_code: '1', executionMode_code: 'onsite'
  })
  expect(data.number).toMatch(/^WO-\d{6}$/)
  const stored = (await app.as('agent').get(order(data.ID))).data
  expect(stored).toMatchObject({ model: 'PM-800', deviceClass_code: 'MD-IIb', timeZone: 'Europe/Berlin', isOpen: true })
  expect(new Date(stored.promisedAt).getTime() - new Date(stored.receivedAt).getTime()).toBe(4 * 3_600_000)
})

test('Chinese words are understood as well', async () => {
  const { data } = await intake({ channel_code: 'phone', serialNumber: 'EXC-0210-4401', symptom: '挖掘机液压漏油' })
  expect(['HYDRAULIC', 'LEAK']).toContain(data.faultCategory_code)
})

test('values that the caller gives are kept', async () => {
  const { data } = await intake({
    channel_code: 'email', serialNumber: 'LAT-0420-1105', symptom: 'noise', priority_code: '4', executionMode_code: 'depot',
    department: 'Hall 7', contactName: 'M. Schmitt', contactPhone: '+49 711 1234', contactEmail: 'm@example.com', requestedStart: '2026-12-24T07:00:00Z'
  })
  const stored = (await app.as('agent').get(order(data.ID))).data
  expect(stored).toMatchObject({ priority_code: '4', executionMode_code: 'depot', department: 'Hall 7', contactName: 'M. Schmitt', contactEmail: 'm@example.com' })
  expect(new Date(stored.requestedStart).toISOString()).toBe('2026-12-24T07:00:00.000Z')
})

test('the same channel and reference is one order, however often and at once it comes', async () => {
  const request = { channel_code: 'portal', serialNumber: 'LAT-0420-1105', symptom: 'Coolant leaks', reference: 'P-4711' }
  const before = await count()
  const answers = await Promise.all(Array.from({ length: 6 }, () => intake(request)))
  answers.push(await intake(request))
  expect(new Set(answers.map(a => a.data.ID)).size).toBe(1)
  expect(answers.filter(a => a.data.created)).toHaveLength(1)
  expect(await count()).toBe(before + 1)
  expect((await intake({ ...request, channel_code: 'email' })).data.created).toBe(true)
})

test('an unknown serial number is 422 with code and target, and nothing is stored', async () => {
  const before = await count()
  expect(errorOf(await intake({ channel_code: 'phone', serialNumber: 'NO-SUCH', symptom: 'dead' })))
    .toMatchObject({ status: 422, code: 'SERIAL_NUMBER_UNKNOWN', target: 'serialNumber' })
  expect(await count()).toBe(before)
})

test('unknown codes are 422, empty values 400, and both name their field', async () => {
  const good = { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: 'noise' }
  expect(errorOf(await intake({ ...good, channel_code: 'pigeon' }))).toMatchObject({ status: 422, code: 'CODE_UNKNOWN', target: 'channel_code' })
  expect(errorOf(await intake({ ...good, priority_code: '9' }))).toMatchObject({ status: 422, code: 'CODE_UNKNOWN', target: 'priority_code' })
  expect(errorOf(await intake({ ...good, executionMode_code: 'teleport' }))).toMatchObject({ status: 422, target: 'executionMode_code' })
  expect(errorOf(await intake({ ...good, symptom: '   ' }))).toMatchObject({ status: 400, code: 'ASSERT_MANDATORY', target: 'symptom' })
})

test('it tells of open orders for the same equipment without blocking', async () => {
  const first = await takeOrder(app, { serialNumber: 'MIL-0850-2211', symptom: 'Tool changer stuck' })
  const { data, headers } = await intake({ channel_code: 'phone', serialNumber: 'MIL-0850-2211', symptom: 'Display dark' })
  expect(data.created).toBe(true)
  expect(data.probableDuplicates.map((d: { ID: string }) => d.ID)).toContain(first)
  expect(headers['sap-messages']).toContain('PROBABLE_DUPLICATES')
})

test('it tells of a repeat failure within 90 days, and links to the earlier repair', async () => {
  const done = await takeOrder(app, { serialNumber: 'DRY-0008-7810', symptom: 'Water leaks from the door' })
  const { WorkOrders } = cds.entities('aftersales')
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  await UPDATE(WorkOrders, { ID: done } as never).with({ status_code: 'Closed', isOpen: false, receivedAt: daysAgo(89) })
  const again = await intake({ channel_code: 'phone', serialNumber: 'DRY-0008-7810', symptom: 'It leaks again' })
  expect(again.data.repeatFailures.map((r: { ID: string }) => r.ID)).toEqual([done])
  expect((await app.as('agent').get(order(again.data.ID))).data.repeatOf_ID).toBe(done)
  await UPDATE(WorkOrders, { ID: done } as never).with({ receivedAt: daysAgo(91) })
  expect((await intake({ channel_code: 'phone', serialNumber: 'DRY-0008-7810', symptom: 'leaks' })).data.repeatFailures).toEqual([])
})

test('a system may post an order directly and gets the same derived values; the same reference twice is 409', async () => {
  const { data: equipment } = await app.as('agent').get(`${WORK_ORDERS}/Equipment?$filter=serialNumber eq 'LAT-0420-1105'`)
  const body = { equipment_ID: equipment.value[0].ID, symptom: 'Coolant leaks', channel_code: 'alert', reference: 'A-1', status_code: 'Closed', number: 'MINE' }
  const { status, data } = await app.as('agent').post(`${WORK_ORDERS}/WorkOrders`, body)
  expect(status).toBe(201)
  expect(data).toMatchObject({ status_code: 'New', serialNumber: 'LAT-0420-1105', isOpen: true })
  expect(data.number).toMatch(/^WO-/)
  expect(errorOf(await app.as('agent').post(`${WORK_ORDERS}/WorkOrders`, body))).toMatchObject({ status: 409, code: 'REQUEST_ALREADY_TAKEN' })
})

test('numbers are never given twice', async () => {
  const IDs = await Promise.all(Array.from({ length: 10 }, () => takeOrder(app)))
  const numbers = await Promise.all(IDs.map(async ID => (await app.as('agent').get(order(ID))).data.number))
  expect(new Set(numbers).size).toBe(10)
})
