import cds from '@sap/cds'
import { changeStamp, toSeconds } from '../documents/dates'
import { readMasters } from '../documents/masters'
import { FOREVER } from './master-data'
import { customers, equipment } from './sample'

const FIRST = 20000001
const CHUNK = 2000

/** Adds many pieces of equipment, each with customer and warranty, for tests of large loads. */
export async function generateEquipment({ equipment: wanted }: { equipment: number }): Promise<{ equipment: number; total: number }> {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 1_000_000) throw new Error('equipment: a number from 1 to 1000000')
  const [{ last }] = await cds.run(SELECT.from('API_EQUIPMENT.Equipment').columns('max(Equipment) as last').where({ Equipment: { '>=': String(FIRST) } })) as { last: string | null }[]
  const first = last ? Number(last) + 1 : FIRST
  for (let from = 0; from < wanted; from += CHUNK) await insert(first + from, Math.min(CHUNK, wanted - from))
  await readMasters()
  const [{ total }] = await cds.run(SELECT.from('API_EQUIPMENT.Equipment').columns('count(*) as total')) as { total: number }[]
  return { equipment: wanted, total }
}

async function insert(first: number, count: number): Promise<void> {
  const changed = toSeconds(changeStamp())
  const rows = Array.from({ length: count }, (_, index) => {
    const number = first + index
    const model = equipment[number % equipment.length]
    return { number: String(number), customer: customers[number % customers.length], model, serial: `GEN-${number}` }
  })
  await cds.run(INSERT.into('API_EQUIPMENT.Equipment').entries(rows.map(({ number, customer, model, serial }) => ({
    Equipment: number, ValidityEndDate: FOREVER, ValidityStartDate: '2024-01-01', EquipmentName: model.model, EquipmentCategory: 'S', AssetManufacturerName: model.manufacturer,
    ManufacturerPartTypeName: model.model, ManufacturerSerialNumber: serial, SerialNumber: serial, Material: model.model, MaintenancePlant: model.plant, ABCIndicator: 'C',
    BusinessPartnerName1: customer.name.slice(0, 40), CityName: customer.city, PostalCode: customer.postalCode, StreetName: customer.street, Country: customer.country,
    SuperordinateEquipment: '', CreationDate: '2024-01-01', LastChangeDateTime: changed, EquipmentIsMarkedForDeletion: false, EquipmentIsInactive: false
  }))))
  await cds.run(INSERT.into('API_EQUIPMENT.EquipmentPartner').entries(rows.map(({ number, customer }) => ({
    Equipment: number, PartnerFunction: 'AG', EquipmentPartnerObjectNmbr: '000001', Partner: customer.number, CreationDate: '2024-01-01'
  }))))
  await cds.run(INSERT.into('API_EQUIPMENT.EquipmentWarranty').entries(rows.map(({ number }) => ({
    Equipment: number, WarrantyType: '1', MasterWarranty: '', WarrantyStartDate: '2024-01-01', WarrantyEndDate: '2029-12-31'
  }))))
}
