import type { EquipmentRecord } from '../../reading'
import { dateLiteral, fromDate, instantLiteral, padded, stripped } from '../../wire-format'
import { api } from '../connection'
import { streetOf } from './customers'
import { many, pagesOf, textOf, type Row } from './pages'

/** The current record of each piece: earlier ones end before the last day of the calendar. */
export const equipment = pagesOf<EquipmentRecord>({
  api: api('API_EQUIPMENT'),
  entity: 'Equipment',
  key: 'Equipment',
  keyLength: 18,
  current: `ValidityEndDate eq ${dateLiteral('9999-12-31')}`,
  changedSince: instant => `LastChangeDateTime ge ${instantLiteral(instant)}`,
  select: [
    'SerialNumber', 'ManufacturerSerialNumber', 'EquipmentName', 'ManufacturerPartTypeName', 'AssetManufacturerName', 'UniqueItemIdentifier',
    'TechnicalObjectType', 'ABCIndicator', 'MaintenancePlant', 'FunctionalLocationLabelName', 'FunctionalLocation', 'BusinessPartnerName1', 'StreetName',
    'HouseNumber', 'CityName', 'PostalCode', 'Region', 'Country', 'Material', 'SuperordinateEquipment', 'EquipmentIsMarkedForDeletion', 'EquipmentIsInactive',
    'to_Partner/PartnerFunction', 'to_Partner/Partner', 'to_Warranty/WarrantyStartDate', 'to_Warranty/WarrantyEndDate'
  ],
  expand: ['to_Partner', 'to_Warranty'],
  toRecord: equipmentOf
})

/** Partner functions of the customer, in the order in which they count: AG and SP are the sold-to party by its German and English key. */
const SOLD_TO = ['AG', 'SP']

export function equipmentOf(row: Row): EquipmentRecord {
  const partners = many(row.to_Partner)
  const customer = SOLD_TO.map(role => partners.find(({ PartnerFunction }) => PartnerFunction === role)).find(Boolean)
  const warranty = lastOf(many(row.to_Warranty).map(({ WarrantyStartDate: start, WarrantyEndDate: end }) => ({ start: fromDate(start), end: fromDate(end) })))
  return {
    key: row.Equipment,
    number: stripped(row.Equipment ?? ''),
    serialNumber: textOf(row.SerialNumber) ?? textOf(row.ManufacturerSerialNumber),
    name: textOf(row.EquipmentName),
    model: textOf(row.ManufacturerPartTypeName),
    manufacturer: textOf(row.AssetManufacturerName),
    udiDI: deviceIdentifier(textOf(row.UniqueItemIdentifier)),
    deviceClass: textOf(row.TechnicalObjectType),
    importance: textOf(row.ABCIndicator),
    plant: textOf(row.MaintenancePlant),
    functionalLocation: textOf(row.FunctionalLocationLabelName) ?? textOf(row.FunctionalLocation),
    siteName: textOf(row.BusinessPartnerName1),
    street: streetOf(row),
    city: textOf(row.CityName),
    postalCode: textOf(row.PostalCode),
    region: textOf(row.Region),
    country: textOf(row.Country),
    warrantyStart: warranty?.start ?? null,
    warrantyEnd: warranty?.end ?? null,
    product: numberOf(row.Material),
    customer: customer?.Partner ? padded(customer.Partner, 10) : null,
    parent: numberOf(row.SuperordinateEquipment),
    isActive: !row.EquipmentIsMarkedForDeletion && !row.EquipmentIsInactive
  }
}

/** A piece can have a warranty from its manufacturer and one from us: the one that ends last covers it. */
const lastOf = (warranties: { start: string | null; end: string | null }[]) =>
  warranties.reduce<(typeof warranties)[number] | undefined>((last, each) => (!last || (each.end ?? '') > (last.end ?? '') ? each : last), undefined)

const numberOf = (value: unknown): string | null => stripped(textOf(value) ?? '') || null

/** The device identifier of a whole UDI in GS1 form, `(01)09520001000140(21)…`; other identifiers stay as they are. */
function deviceIdentifier(identifier: string | null): string | null {
  return /^(?:\(01\)|01)(\d{14})/.exec(identifier ?? '')?.[1] ?? identifier
}
