import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import cds from '@sap/cds'
import { startApp } from '../setup/app'
import { startHost } from '../setup/host'
import { replicationOf } from '../setup/replication'

jest.setTimeout(120_000)

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'host-events-'))
const file = path.join(folder, 'events')
const app = startApp()
const requires = cds.env.requires as Record<string, any>
requires.messaging = { ...requires.messaging, kind: 'file-based-messaging', impl: '@sap/cds/libx/_runtime/messaging/file-based.js', local: false, file, interval: 50 }
const host = startHost(app, {}, { events: file })
const { settings, change, read, rejects, replica, until } = replicationOf(app, host)

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const piece = (number: string) => ({ Equipment: number, ValidityEndDate: '9999-12-31' })
const today = () => new Date().toISOString().slice(0, 10)
const dayRun = async (object: string) => (await read(`ReplicationRuns?$filter=mode_code eq 'event' and object_code eq '${object}'`)).value[0]
const waiting = () => SELECT.from('aftersales.AnnouncedChanges').columns('object_code', 'number') as unknown as Promise<object[]>
const emit = async (topic: string, data: object) => (await cds.connect.to('messaging')).emit(topic, data)

describe('a business event of the host', () => {
  test('brings the change of a customer, a product and a piece of equipment within moments', async () => {
    await change('A_BusinessPartner', { BusinessPartner: '0010000102' }, { BusinessPartnerFullName: 'Klinikum Elbufer Süd' })
    await change('A_ProductDescription', { Product: 'SP-1004', Language: 'EN' }, { ProductDescription: 'Power Supply 24 V, Revision B' })
    await change('EquipmentWarranty', { Equipment: '10400001', WarrantyType: '1' }, { WarrantyEndDate: '2035-12-31' })
    await until(() => replica('Customers', '0010000102'), ({ name }) => name === 'Klinikum Elbufer Süd')
    await until(() => replica('Products', 'SP-1004'), ({ name }) => name === 'Power Supply 24 V, Revision B')
    await until(() => replica('Equipment', '10400001'), ({ warrantyEnd }) => warrantyEnd === '2035-12-31')
  })

  test('is counted on the run of its object and day', async () => {
    await change('A_BusinessPartner', { BusinessPartner: '0010000102' }, { BusinessPartnerFullName: 'Klinikum Elbufer' })
    const run = await until(() => dayRun('customers'), ({ written }) => written >= 2)
    expect(run).toMatchObject({ state_code: 'Finished', written: 2, rejected: 0 })
    expect(run.startedAt.slice(0, 10)).toBe(today())
    expect((await read("ReplicationRuns?$filter=mode_code eq 'event' and object_code eq 'customers'")).value).toHaveLength(1)
  })

  test('makes a replica of new equipment with its customer', async () => {
    await change('Equipment', piece('90000010'), { EquipmentName: 'New Monitor', SerialNumber: 'NEW-10', ValidityStartDate: '2026-01-01' })
    await change('EquipmentPartner', { Equipment: '90000010', PartnerFunction: 'SP', EquipmentPartnerObjectNmbr: '000001' }, { Partner: '0010000101' })
    await until(() => replica('Equipment', '90000010'), row => Boolean(row?.customer_ID))
  })

  test('deactivates the replica when the record is gone by then', async () => {
    await change('Equipment', piece('90000010'), 'delete')
    await emit('sap.s4.beh.equipment.v1.Equipment.Changed.v1', { Equipment: '90000010' })
    await until(() => replica('Equipment', '90000010'), ({ isActive }) => isActive === false)
  })

  test('about a record that does not fit leaves a reject', async () => {
    await change('Equipment', piece('10400007'), { SerialNumber: '', ManufacturerSerialNumber: '' })
    const run = await until(() => dayRun('equipment'), ({ rejected }) => rejected > 0)
    expect(await rejects(run.ID)).toEqual(expect.arrayContaining([expect.objectContaining({ number: '10400007', code: 'SERIAL_NUMBER_MISSING' })]))
  })

  test('may name a number with leading zeros', async () => {
    await change('A_BusinessPartner', { BusinessPartner: '0010000104' }, { BusinessPartnerFullName: 'Parkklinik' })
    await emit('sap.s4.beh.businesspartner.v1.BusinessPartner.Changed.v1', { BusinessPartner: '10000104' })
    await until(() => replica('Customers', '0010000104'), ({ name }) => name === 'Parkklinik')
    await until(waiting, rows => rows.length === 0)
  })

  test('without a key does no harm', async () => {
    await emit('sap.s4.beh.equipment.v1.Equipment.Changed.v1', {})
    await change('EquipmentWarranty', { Equipment: '10400002', WarrantyType: '1' }, { WarrantyEndDate: '2036-12-31' })
    await until(() => replica('Equipment', '10400002'), ({ warrantyEnd }) => warrantyEnd === '2036-12-31')
  })
})

describe('while the host is down', () => {
  test('an event waits, the run shows why, and the change arrives when the host is back', async () => {
    settings({ sweep: 100 })
    await until(waiting, rows => rows.length === 0)
    await host.faults({ rates: { unavailable: 1 }, applyTo: 'all' })
    await change('A_BusinessPartner', { BusinessPartner: '0010000105' }, { BusinessPartnerFullName: 'Later Hospital' })
    const failed = await until(() => dayRun('customers'), ({ state_code }) => state_code === 'Failed')
    expect(failed.error).toBeTruthy()
    expect(await waiting()).toEqual([{ object_code: 'customers', number: '0010000105' }])
    await host.faults({})
    await until(() => replica('Customers', '0010000105'), ({ name }) => name === 'Later Hospital')
    expect(await dayRun('customers')).toMatchObject({ state_code: 'Finished', errorCode: null, error: null })
    expect(await waiting()).toEqual([])
  })
})
