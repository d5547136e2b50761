import cds from '@sap/cds'
import axios, { type AxiosInstance } from 'axios'
import { anonymous, PATHS, signedIn } from '../host-erp/client'
import { startApp, errorOf } from '../setup/app'
import { startHost } from '../setup/host'

jest.setTimeout(90_000)

const app = startApp()
const host = startHost(app)
const QUALITY = '/odata/v4/quality'
const MONITOR = '9794d8fa-6eaa-5598-8795-ec81af63a149'

const hostObject = (kind: string) => { Object.assign((cds.env.requires as Record<string, any>).quality, { hostObject: kind }) }
beforeEach(() => hostObject('notification'))
afterAll(() => hostObject('none'))

const path = (ID: string) => `${QUALITY}/QualityNotifications(ID=${ID},IsActiveEntity=true)`
const call = (ID: string, action: string, data: object = {}, user = 'quality') => app.as(user).post(`${path(ID)}/aftersales.QualityService.${action}`, data)
const read = async (ID: string) => (await app.as('quality').get(`${path(ID)}?$expand=hostRemarks($orderby=changedAt,item),hostState`)).data
const db = <T>(work: () => Promise<T>) => cds.tx({ user: cds.User.privileged } as never, work as never) as unknown as Promise<T>

let counter = 0
/** A notification about the monitor of the emergency room, outstanding, with one coded defect and its cause. */
async function notification(changes: object = {}): Promise<string> {
  const ID = cds.utils.uuid()
  await db(async () => {
    const { ID: customer_ID } = await SELECT.one.from('aftersales.Customers').columns('ID').orderBy('number') as { ID: string }
    await INSERT.into('aftersales.QualityNotifications').entries({
      ID, number: `QN-9${String(++counter).padStart(5, '0')}`, type_code: 'Q1', status_code: 'OSNO', shortText: 'SpO2 sensor has no value after three weeks in use', longText: 'Replaced on site.',
      equipment_ID: MONITOR, serialNumber: 'MON-2041-0007', udi: '(01)09520001000140(21)MON-2041-0007', plant: '1010', customer_ID, reportedOn: '2026-11-20',
      items: [{ position: 1, text: 'No value', defectGroup: 'SENSOR', defectCode: '01', quantity: 1, unit: 'EA', causes: [{ position: 1, causeGroup: 'MATERIAL', causeCode: '02', isRootCause: true }] }],
      ...changes
    })
  })
  return ID
}

/** As the person does who takes it up. */
async function takeUp(ID: string): Promise<void> {
  expect(errorOf(await call(ID, 'putInProcess'))).toMatchObject({ status: 200 })
}

const messageOf = async (ID: string): Promise<string> => (await db(() => SELECT.one.from('aftersales.QualityNotifications').columns('hostMessage_ID').where({ ID }) as never) as any).hostMessage_ID

/** Waits for what the round does after the host's answer. */
async function until<T>(look: () => Promise<T>, is: (value: T) => boolean): Promise<T> {
  for (const end = Date.now() + 20_000; ;) {
    const value = await look()
    if (is(value) || Date.now() > end) return value
    await new Promise(resolve => setTimeout(resolve, 40))
  }
}

async function handedOver(changes: object = {}) {
  const ID = await notification(changes)
  await takeUp(ID)
  const message = await host.until(await messageOf(ID), 'Confirmed', 'NeedsAttention')
  expect([message.state_code, message.lastError]).toEqual(['Confirmed', null])
  const row = await until(() => read(ID), ({ hostStatus }) => Boolean(hostStatus))
  return { ID, message, row, number: message.hostDocument as string }
}

let erp: AxiosInstance
beforeAll(async () => { erp = await signedIn(host.erp()) })
const change = async (entity: string, key: object, data: object) => expect((await anonymous(host.erp()).post('/__change', { entity, key, data })).status).toBe(200)

describe('a notification that is taken up', () => {
  test('goes to the host with its items, causes, equipment and serial number, and shows the number and status there', async () => {
    const { row, message, number } = await handedOver()
    expect(row).toMatchObject({ hostDocument: number.replace(/^0+/, ''), hostStatus: 'OSNO', hostState: { name: 'Outstanding' }, hostDeliveryCode: 'Confirmed', hostRemarks: [] })
    const { data } = await axios.get(`${host.erp().url}${PATHS.notifications}/QualityNotification('${number}')?$expand=_QualityNotificationItem($expand=_QltyNotificationItemCause),_QltyNotificationLongText`, { auth: host.erp().auth })
    expect(data).toMatchObject({
      NotificationType: 'Q1', NotificationText: expect.stringMatching(new RegExp(`^SpO2 sensor has no .* ${message.idempotencyKey}$`)), Plant: '1010',
      NotificationReportingDate: '2026-11-20', Customer: expect.stringMatching(/^\d{10}$/)
    })
    expect(data._QltyNotificationLongText[0].QltyNotificationLongText.split('\n')).toEqual(expect.arrayContaining([
      `Notification: ${row.number}`, 'Equipment: 10400001', 'Serial number: MON-2041-0007', 'SpO2 sensor has no value after three weeks in use', 'Replaced on site.'
    ]))
    expect(data._QualityNotificationItem).toMatchObject([{
      NotificationItemText: '10400001 / MON-2041-0007 No value', DefectCodeCatalog: '9', DefectCodeGroup: 'SENSOR', DefectCode: '01',
      _QltyNotificationItemCause: [{ NotificationCauseCodeCatalog: '5', NotificationCauseCodeGroup: 'MATERIAL', NotificationCauseCode: '02', NotificationRootCause: 'X' }]
    }])
  })

  test('is in the host once, though the answer to the first attempt was lost', async () => {
    await host.faults({ next: ['dropAfter'] })
    const { message } = await handedOver()
    expect(message.attempts).toBe(2)
    expect(await host.documents(message.idempotencyKey)).toMatchObject([{ type: 'notification', number: message.hostDocument }])
  })

  test('that the network doubled needs a person, who flags one in the host and sends again', async () => {
    await host.faults({ next: ['duplicate'] })
    const ID = await notification()
    await takeUp(ID)
    const message = await host.until(await messageOf(ID), 'NeedsAttention', 'Confirmed')
    expect(message).toMatchObject({ state_code: 'NeedsAttention', lastErrorCode: 'HOST_DOCUMENT_TWICE' })
    const [first, second] = message.lastError.split(', ')
    await change('QualityNotification', { QualityNotification: second }, { IsDeleted: true })
    expect((await call(ID, 'sendToHost')).status).toBe(200)
    expect(await host.until(await messageOf(ID), 'Confirmed')).toMatchObject({ ID: message.ID, hostDocument: first })
  })

  test('shows why the host refuses it, and goes there anew once that is mended', async () => {
    const ID = await notification({ customer_ID: null })
    await takeUp(ID)
    const first = await messageOf(ID)
    await host.until(first, 'NeedsAttention')
    expect(await read(ID)).toMatchObject({ hostDocument: null, hostDeliveryCode: 'NeedsAttention', hostError: expect.stringContaining('Customer') })
    await db(async () => {
      const { ID: customer_ID } = await SELECT.one.from('aftersales.Customers').columns('ID').orderBy('number') as { ID: string }
      await UPDATE('aftersales.QualityNotifications').with({ customer_ID } as never).where({ ID })
    })
    expect((await call(ID, 'sendToHost')).status).toBe(200)
    const second = await messageOf(ID)
    expect(second).not.toBe(first)
    await host.until(second, 'Confirmed')
    expect(await host.message(first)).toMatchObject({ state_code: 'GivenUp' })
    expect(await read(ID)).toMatchObject({ hostDocument: expect.stringMatching(/^\d+$/), hostDeliveryCode: 'Confirmed' })
  })

  test('waits while the host is away, without holding up who works on it', async () => {
    await host.faults({ next: ['unavailable', 'unavailable', 'unavailable'], retryAfter: 0 })
    const { row } = await handedOver()
    expect(row).toMatchObject({ status_code: 'NOPR', hostDeliveryCode: 'Confirmed' })
  })

  test('goes there once, however often it is postponed and taken up again', async () => {
    const { ID, message } = await handedOver()
    expect((await call(ID, 'postpone', { reason: 'The part is with its supplier' })).status).toBe(200)
    await takeUp(ID)
    expect(await messageOf(ID)).toBe(message.ID)
  })
})

describe('by hand', () => {
  test('a notification goes to the host that was taken up while nothing went there', async () => {
    hostObject('none')
    const ID = await notification()
    await takeUp(ID)
    expect(await messageOf(ID)).toBeNull()
    expect(errorOf(await call(ID, 'sendToHost'))).toMatchObject({ status: 422, code: 'QUALITY_HOST_NONE' })
    hostObject('notification')
    expect((await call(ID, 'sendToHost')).status).toBe(200)
    await host.until(await messageOf(ID), 'Confirmed')
    expect(errorOf(await call(ID, 'sendToHost'))).toMatchObject({ status: 409, code: 'QUALITY_HOST_HAS_IT' })
  })

  test('nothing goes there that nobody has taken up', async () => {
    expect(errorOf(await call(await notification(), 'sendToHost'))).toMatchObject({ status: 409, code: 'QUALITY_HOST_NOT_TAKEN_UP' })
  })

  test('only quality people send and ask', async () => {
    const { ID } = await handedOver()
    for (const user of ['agent', 'technician', 'auditor'])
      for (const action of ['sendToHost', 'refreshFromHost']) expect([user, action, (await call(ID, action, {}, user)).status]).toEqual([user, action, 403])
    expect((await app.as('agent').post(`${QUALITY}/followHost`, {})).status).toBe(403)
  })
})

describe('what people of the host do', () => {
  test('is told as remarks with before and after; the record here stays as it is', async () => {
    const { ID, number, row: before } = await handedOver()
    await change('QualityNotification', { QualityNotification: number }, { NotifProcessingPhase: '3', NotificationText: 'Sensor of the monitor', NotificationRequiredEndDate: '2026-12-15' })
    await change('QualityNotificationItem', { QualityNotification: number, NotificationItem: '0002' }, { NotificationItemText: 'Cable frayed', DefectCodeGroup: 'CABLE', DefectCode: '07' })
    expect((await call(ID, 'refreshFromHost')).status).toBe(200)
    const row = await read(ID)
    expect(row).toMatchObject({ hostStatus: 'NOPR', hostState: { name: 'In Process' }, status_code: 'NOPR', shortText: before.shortText, requiredEnd: before.requiredEnd })
    expect(row.hostRemarks.map(({ kind_code, item, before: was, after }: any) => [kind_code, item, was, after])).toEqual(expect.arrayContaining([
      ['status', null, 'OSNO', 'NOPR'], ['text', null, expect.stringContaining('SpO2'), 'Sensor of the monitor'], ['requiredEnd', null, null, '2026-12-15'],
      ['itemAdded', '0002', null, 'CABLE/07 · Cable frayed']
    ]))
    expect(row.hostRemarks).toHaveLength(4)
    await call(ID, 'refreshFromHost')
    expect((await read(ID)).hostRemarks).toHaveLength(4)
  })

  test('comes by itself with the next look: one question for all documents', async () => {
    const { ID, number } = await handedOver()
    expect((await app.as('qm').post(`${QUALITY}/followHost`, {})).status).toBe(204)
    await change('QualityNotification', { QualityNotification: number }, { NotifProcessingPhase: '4', NotificationCompletionDate: '2026-11-22' })
    expect((await app.as('qm').post(`${QUALITY}/followHost`, {})).status).toBe(204)
    const row = await read(ID)
    // Completed there is not completed here: that is signed.
    expect(row).toMatchObject({ hostStatus: 'NOCO', status_code: 'NOPR', completedAt: null })
    expect(row.hostRemarks.map(({ kind_code, after }: any) => [kind_code, after])).toEqual(expect.arrayContaining([['status', 'NOCO'], ['completion', '2026-11-22']]))
  })

  test('comes at once where the host tells by an event', async () => {
    const { ID, number } = await handedOver()
    await change('QualityNotification', { QualityNotification: number }, { IsDeleted: true })
    const messaging = await cds.connect.to('messaging')
    await db(() => messaging.emit('sap.s4.beh.qualitynotification.v1.QualityNotification.Changed.v1', { QualityNotification: number }) as never)
    expect(await until(() => read(ID), row => row.hostStatus === 'DLFL')).toMatchObject({ hostStatus: 'DLFL', hostRemarks: [{ kind_code: 'status', before: 'OSNO', after: 'DLFL' }] })
  })

  test('is not lost when somebody else took in meanwhile what the host said before', async () => {
    const { ID, number } = await handedOver()
    await change('QualityNotification', { QualityNotification: number }, { NotifProcessingPhase: '3' })
    await host.faults({ latency: { ms: 700 }, applyTo: 'all' })
    const refreshed = call(ID, 'refreshFromHost')
    await new Promise(resolve => setTimeout(resolve, 350))
    await db(() => UPDATE('aftersales.HostQualityObjects').with({ revision: { '+=': 1 } } as never).where({ notification_ID: ID }) as never)
    expect((await refreshed).data).toMatchObject({ hostStatus: 'NOPR' })
  })

  test('stays to be read while the host does not answer, and who asks is told so', async () => {
    const { ID, number } = await handedOver()
    await change('QualityNotification', { QualityNotification: number }, { NotifProcessingPhase: '3' })
    // For all, since a look of the service's own may be under way.
    await host.faults({ rates: { unavailable: 1 }, applyTo: 'all' })
    expect(errorOf(await call(ID, 'refreshFromHost'))).toMatchObject({ status: 503, code: 'HOST_UNAVAILABLE' })
    await host.faults({})
    expect((await call(ID, 'refreshFromHost')).data).toMatchObject({ hostStatus: 'NOPR' })
  })
})

describe('a host that keeps defects', () => {
  test('gets the first finding with its equipment, and tells when it is flagged for deletion', async () => {
    hostObject('defect')
    const { ID, message, row, number } = await handedOver()
    expect(row).toMatchObject({ hostStatus: 'CRTD', hostState: { name: 'Created' } })
    const find = () => erp.get(`${PATHS.defects}/A_Defect?$filter=Defect%20eq%20'${number}'`)
    const [defect] = (await find()).data.d.results
    expect(defect).toMatchObject({
      DefectText: expect.stringMatching(new RegExp(`^SpO2 sensor has no .* ${message.idempotencyKey}$`)), Equipment: '000000000010400001', DefectCodeCatalog: '9', DefectCodeGroup: 'SENSOR', DefectCode: '01', Plant: '1010'
    })
    await change('A_Defect', { DefectInternalID: defect.DefectInternalID }, { IsDeleted: 'X' })
    await call(ID, 'refreshFromHost')
    expect(await read(ID)).toMatchObject({ hostStatus: 'DLFL', hostRemarks: [{ kind_code: 'status' }, { kind_code: 'itemDeleted', item: '0001' }] })
  })

  test('has one though the answer was lost, and refuses one that is not coded', async () => {
    hostObject('defect')
    await host.faults({ next: ['dropAfter'] })
    const { message } = await handedOver()
    expect(await host.documents(message.idempotencyKey)).toMatchObject([{ type: 'defect', number: message.hostDocument }])
    const ID = await notification({ items: [] })
    await takeUp(ID)
    expect(await host.until(await messageOf(ID), 'NeedsAttention')).toMatchObject({ lastError: expect.stringContaining('DefectCode') })
  })
})
