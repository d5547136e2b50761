import { errorOf, MASTER_DATA, startApp } from '../setup/app'
import { startHost } from '../setup/host'
import { replicationOf } from '../setup/replication'

jest.setTimeout(120_000)

const app = startApp()
const host = startHost(app)
const { settings, start, load, ended, act, read, rejects, replica, change } = replicationOf(app, host)

const FOREVER = '9999-12-31'
const partner = (number: string) => ({ BusinessPartner: number })
const piece = (number: string) => ({ Equipment: number, ValidityEndDate: FOREVER })

afterEach(() => settings({}))

test('changes can not be fetched before a first full load', async () => {
  expect(errorOf(await start('equipment', 'delta'))).toMatchObject({ status: 409, code: 'REPLICATION_FULL_LOAD_FIRST', target: 'mode_code' })
})

describe('a full load', () => {
  test('of equipment brings along the customers and products that it refers to', async () => {
    await change('A_BusinessPartner', partner('0010000901'), { Customer: '0010000901', BusinessPartnerFullName: 'Neue Klinik' })
    await change('A_Product', { Product: 'XR-1' }, { ProductType: 'FERT', BaseUnit: 'EA' })
    await change('A_ProductDescription', { Product: 'XR-1', Language: 'EN' }, { ProductDescription: 'X-Ray Unit' })
    await change('Equipment', piece('10400031'), { Material: 'XR-1' })
    await change('EquipmentPartner', { Equipment: '10400031', PartnerFunction: 'AG', EquipmentPartnerObjectNmbr: '000001' }, { Partner: '10000901' })
    const run = await load('equipment')
    expect(run).toMatchObject({ state_code: 'Finished', expected: 43, read: 43, written: 43, rejected: 0, deactivated: 0, progress: 100, error: null })
    const { value: [module] } = await read("Equipment?$filter=number eq '10400002'&$expand=customer,product,parent")
    expect(module).toMatchObject({
      serialNumber: 'MOD-2041-0071', warrantyStart: '2024-01-01', warrantyEnd: '2029-12-31', isActive: true, deviceClass_code: 'MD-IIa',
      customer: { number: '0010000101' }, product: { number: 'PM-800-M2' }, parent: { number: '10400001' }
    })
    const { value: [unit] } = await read("Equipment?$filter=number eq '10400031'&$expand=customer,product")
    expect(unit).toMatchObject({ customer: { number: '0010000901', name: 'Neue Klinik' }, product: { number: 'XR-1', name: 'X-Ray Unit' } })
  })

  test('of customers answers at once and goes on in the background', async () => {
    const { status, data } = await start('customers')
    expect([status, data.state_code, data.startedBy]).toEqual([200, 'Running', 'admin'])
    expect(await ended(data.ID)).toMatchObject({ state_code: 'Finished', expected: 15, read: 15, rejected: 0, progress: 100 })
    expect(await replica('Customers', '0010000101')).toMatchObject({ phone: '+49711555010', city: 'Stuttgart', language: 'de', isActive: true })
  })

  test('of products takes over names in other languages', async () => {
    await change('A_ProductDescription', { Product: 'PM-800', Language: 'ZH' }, { ProductDescription: '监护仪 PM 800' })
    expect(await load('products')).toMatchObject({ state_code: 'Finished', rejected: 0 })
    const { value } = await read("Products?$filter=number eq 'PM-800'", 'zh-CN')
    expect(value[0].name).toBe('监护仪 PM 800')
    expect((await replica('Products', 'PM-800')).name).toBe('Patient Monitor Vitalux PM 800')
  })

  test('leaves alone what the host does not know', async () => {
    expect(await replica('Customers', '0010000101')).toMatchObject({ timeZone: 'Europe/Berlin', latitude: '48.804512' })
    expect(await replica('Equipment', '10400001')).toMatchObject({ department: 'Emergency Room', timeZone: 'Europe/Berlin' })
  })

  test('changes nothing the second time', async () => {
    for (const [object, rows] of [['customers', 15], ['products', 23], ['equipment', 43]])
      expect([object, await load(object as string)]).toEqual([object, expect.objectContaining({ read: rows, written: 0, unchanged: rows })])
  })

  test('deactivates what the host has no more and never deletes it', async () => {
    await change('Equipment', piece('10400030'), 'delete')
    expect(await load('equipment')).toMatchObject({ state_code: 'Finished', read: 42, deactivated: 1 })
    expect(await replica('Equipment', '10400030')).toMatchObject({ isActive: false })
  })

  test('links a part to a parent that comes after it', async () => {
    await change('Equipment', piece('10400040'), { SuperordinateEquipment: '90000001' })
    await change('Equipment', piece('90000001'), { EquipmentName: 'Late Parent', SerialNumber: 'LATE-1', ValidityStartDate: '2024-01-01' })
    expect(await load('equipment')).toMatchObject({ state_code: 'Finished', written: 2 })
    const { value } = await read("Equipment?$filter=number eq '10400040'&$expand=parent")
    expect(value[0].parent).toMatchObject({ number: '90000001', name: 'Late Parent' })
    expect(await load('equipment')).toMatchObject({ written: 0 })
  })
})

describe('records that do not fit', () => {
  test('are rejected with a reason in the language of the reader, and the others are written', async () => {
    await change('Equipment', piece('90000002'), { EquipmentName: 'Without serial number', SerialNumber: '', ManufacturerSerialNumber: '', ValidityStartDate: '2024-01-01' })
    await change('Equipment', piece('90000003'), {
      EquipmentName: 'Odd codes', SerialNumber: 'ODD-1', TechnicalObjectType: 'X-RAY', ABCIndicator: 'Z', Material: 'NOWHERE', ValidityStartDate: '2024-01-01'
    })
    await change('EquipmentPartner', { Equipment: '90000003', PartnerFunction: 'SP', EquipmentPartnerObjectNmbr: '000001' }, { Partner: '0099999999' })
    const run = await load('equipment')
    expect(run).toMatchObject({ state_code: 'Finished', rejected: 1, warnings: 1, written: 1 })
    expect((await rejects(run.ID)).map(({ number, code, field, unknown }) => [number, code, field, unknown])).toEqual([
      ['90000002', 'SERIAL_NUMBER_MISSING', 'serialNumber', null],
      ['90000003', 'CODE_UNKNOWN', 'deviceClass_code', 'X-RAY'], ['90000003', 'CODE_UNKNOWN', 'importance_code', 'Z'],
      ['90000003', 'CUSTOMER_UNKNOWN', 'customer', '0099999999'], ['90000003', 'PRODUCT_UNKNOWN', 'product', 'NOWHERE']
    ])
    expect((await rejects(run.ID))[0].finding.name).toBe('The serial number is missing. Fill it in the host.')
    expect((await rejects(run.ID, 'zh-CN'))[0].finding.name).toBe('缺少序列号。请在主系统中补充。')
    expect(await replica('Equipment', '90000002')).toBeUndefined()
    expect(await replica('Equipment', '90000003')).toMatchObject({ deviceClass_code: null, customer_ID: null, name: 'Odd codes' })
  })

  test('leave the replica of before as it is, and active', async () => {
    await change('Equipment', piece('10400005'), { EquipmentName: '' })
    const run = await load('equipment')
    expect(run).toMatchObject({ state_code: 'Finished', rejected: 2, deactivated: 0 })
    expect(await replica('Equipment', '10400005')).toMatchObject({ isActive: true })
    expect((await replica('Equipment', '10400005')).name).toBeTruthy()
  })
})

describe('changes', () => {
  test('are fetched since the last finished run, and fetching them again changes nothing', async () => {
    await load('customers')
    await change('A_BusinessPartner', partner('0010000102'), { BusinessPartnerFullName: 'Klinikum Elbufer Nord' })
    expect(await load('customers', 'delta')).toMatchObject({ state_code: 'Finished', written: 1, mode_code: 'delta' })
    expect((await replica('Customers', '0010000102')).name).toBe('Klinikum Elbufer Nord')
    expect(await load('customers', 'delta')).toMatchObject({ state_code: 'Finished', written: 0, deactivated: 0 })
  })

  test('deactivate what the host marks as blocked or for deletion', async () => {
    await change('A_BusinessPartner', partner('0010000103'), { BusinessPartnerIsBlocked: true })
    await change('Equipment', piece('10400010'), { EquipmentIsMarkedForDeletion: true })
    await change('A_Product', { Product: 'SP-1004' }, { IsMarkedForDeletion: true })
    for (const [object, entity, number] of [['customers', 'Customers', '0010000103'], ['equipment', 'Equipment', '10400010'], ['products', 'Products', 'SP-1004']]) {
      expect([object, await load(object, 'delta')]).toEqual([object, expect.objectContaining({ state_code: 'Finished', deactivated: 1 })])
      expect(await replica(entity, number)).toMatchObject({ isActive: false })
    }
  })
})

describe('one object', () => {
  test('is worked on by one run at a time, which can be cancelled and resumed where it stood', async () => {
    settings({ pageSize: 2 })
    await host.faults({ latency: { ms: 150, jitter: 0 }, applyTo: 'all' })
    const { data: { ID } } = await start('equipment')
    expect(errorOf(await start('equipment'))).toMatchObject({ status: 409, code: 'REPLICATION_RUNNING' })
    expect((await start('customers', 'delta')).status).toBe(200)
    await new Promise(resolve => setTimeout(resolve, 900))
    expect((await act(ID, 'cancel')).data).toMatchObject({ state_code: 'Cancelled' })
    await host.faults({})
    await new Promise(resolve => setTimeout(resolve, 300))
    const stopped = await read(`ReplicationRuns(${ID})`)
    expect(stopped.read).toBeGreaterThan(0)
    expect(stopped.read).toBeLessThan(40)
    expect(errorOf(await act(ID, 'cancel'))).toMatchObject({ status: 409, code: 'REPLICATION_WRONG_STATE' })
    expect((await act(ID, 'resume')).status).toBe(200)
    expect(await ended(ID)).toMatchObject({ state_code: 'Finished', read: stopped.expected, deactivated: 0 })
  })

  test('is started once when two people start it in the same moment', async () => {
    const answers = await Promise.all([start('products'), start('products'), start('products')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const { data } = answers.find(({ status }) => status === 200)!
    expect(await ended(data.ID)).toMatchObject({ state_code: 'Finished' })
  })

  test('can not be resumed from a load that a later one has overtaken', async () => {
    settings({ maxFailures: 1 })
    await host.faults({ next: ['internalError'], applyTo: 'all' })
    const failed = await load('products')
    expect(failed).toMatchObject({ state_code: 'Failed', read: 0 })
    await load('products')
    expect(errorOf(await act(failed.ID, 'resume'))).toMatchObject({ status: 409, code: 'REPLICATION_RUN_OUTDATED' })
  })
})

describe('access', () => {
  test('to runs is for administrators and auditors, starting one for administrators', async () => {
    expect((await app.as('dispatcher').post(`${MASTER_DATA}/replicate`, { object_code: 'customers', mode_code: 'full' })).status).toBe(403)
    expect((await app.as('auditor').post(`${MASTER_DATA}/replicate`, { object_code: 'customers', mode_code: 'full' })).status).toBe(403)
    for (const entity of ['ReplicationRuns', 'ReplicationRejects']) {
      expect((await app.as('dispatcher').get(`${MASTER_DATA}/${entity}`)).status).toBe(403)
      expect((await app.as('auditor').get(`${MASTER_DATA}/${entity}`)).status).toBe(200)
    }
  })

  test('does not lead to an unknown mode or object', async () => {
    expect(errorOf(await start('customers', 'event'))).toMatchObject({ status: 400, target: 'mode_code' })
    expect(errorOf(await start('orders'))).toMatchObject({ status: 400, target: 'object_code' })
  })
})
