import path from 'node:path'
import cds from '@sap/cds'
import { issueOf, receiptOf, returnOf, scrapOf, transferOf, vendorReturnOf } from '../../srv/host-erp/s4/goods-movements'
import { requisitionOf } from '../../srv/host-erp/s4/requisitions'
import { reservationOf } from '../../srv/host-erp/s4/reservations'
import { serviceOrderOf } from '../../srv/host-erp/s4/service-orders'
import { keyOf } from '../../srv/host-erp/keys'

const external = path.resolve(__dirname, '../../srv/host-erp/external')
const key = keyOf('HM-00000001', 'a')
const part = { material: 'SP-1004', plant: '1010', storageLocation: '0001', batch: 'B1', quantity: '2.5', unit: 'PCE' }
const order = { order: '4711' }
const costObject = { costCenter: '10101301' }

function bySuccessor<T>(make: () => T): T {
  const { S4HANA } = cds.env.requires as Record<string, any>
  const posting = S4HANA.posting
  S4HANA.posting = { requisitionApi: 'CE_PURCHASEREQUISITION_0001' }
  try { return make() } finally { S4HANA.posting = posting }
}

const postingDate = '2026-11-22'
const movements = [
  returnOf({ costObject, postingDate, items: [{ ...part, serialNumbers: ['S1'], isBlocked: true }] }, key),
  scrapOf({ costObject, postingDate, items: [part] }, key),
  receiptOf({ postingDate, items: [part] }, key),
  vendorReturnOf({ supplier: '17300001', postingDate, items: [part] }, key),
  transferOf({ postingDate, items: [{ ...part, toStorageLocation: '0001', toPlant: '1110' }] }, key)
]

const documents: [string, string, Record<string, any>][] = [
  ['API_RESERVATION_DOCUMENT_SRV', 'A_ReservationDocumentHeader', reservationOf({ costObject: { wbsElement: 'W-1' }, neededOn: '2026-12-01', items: [part] }, key)],
  ['API_RESERVATION_DOCUMENT_SRV', 'A_ReservationDocumentHeader', reservationOf({ costObject: order, items: [part] }, key)],
  ['API_MATERIAL_DOCUMENT_SRV', 'A_MaterialDocumentHeader',
    issueOf({ costObject, postingDate: '2026-11-22', items: [{ ...part, serialNumbers: ['S1'], reservation: { document: '12', item: '1', isFinal: true } }] }, key)],
  ...movements.map((document): [string, string, Record<string, any>] => ['API_MATERIAL_DOCUMENT_SRV', 'A_MaterialDocumentHeader', document]),
  ['API_MATERIAL_DOCUMENT_SRV', 'A_MaterialDocumentHeader', transferOf({ postingDate: '2026-11-22', items: [{ ...part, toStorageLocation: 'V001' }] }, key)],
  ['API_PURCHASEREQ_PROCESS_SRV', 'A_PurchaseRequisitionHeader',
    requisitionOf({ description: 'x'.repeat(60), purchasingGroup: '001', items: [{ ...part, neededOn: '2026-12-24', supplier: '300', costObject }] }, key)],
  ['CE_PURCHASEREQUISITION_0001', 'PurchaseReqn', bySuccessor(() =>
    requisitionOf({ description: 'x'.repeat(60), items: [{ ...part, neededOn: '2026-12-24', costObject: { wbsElement: 'W-1' } }, { ...part, neededOn: '2026-12-24', costObject: order }] }, key))],
  ['API_SERVICE_ORDER_SRV', 'A_ServiceOrder', serviceOrderOf({
    type: 'SVO1', description: 'x'.repeat(60), customer: '10000101', equipment: '10000001', salesOrganization: '1010', from: '2026-11-23T08:00:00Z',
    items: [{ product: 'SP-1004', description: 'y'.repeat(60), quantity: '1', unit: 'HUR' }]
  }, key)]
]

let definitions: Record<string, any>
beforeAll(async () => {
  definitions = cds.linked((await cds.load([...new Set(documents.map(([api]) => path.join(external, `${api}.cds`)))])) as never).definitions
})

/** OData V2 has its own form of dates, and decimals as strings; V4 has plain days and numbers. */
const isDate = (entity: string, value: any) => (/^CE_/.test(entity) ? /^\d{4}-\d{2}-\d{2}$/ : /^\/Date\(-?\d+(\+0000)?\)\/$/).test(value)
const isDecimal = (entity: string, value: any) => typeof value === (/^CE_/.test(entity) ? 'number' : 'string')

/** Fields that the API does not have, or whose values it could not store. */
function faultsOf(entity: any, row: Record<string, any>): string[] {
  return Object.entries(row).flatMap(([name, value]) => {
    const element = entity.elements[name]
    if (!element) return [`${name} is unknown`]
    if (element.target) return (value as object[]).flatMap(child => faultsOf(definitions[element.target], child))
    if (element.type === 'cds.String' && element.length && String(value).length > element.length) return [`${name} is too long`]
    if (['cds.Date', 'cds.DateTime'].includes(element.type)) return isDate(entity.name, value) ? [] : [`${name} is no date`]
    if (element.type === 'cds.Decimal') return isDecimal(entity.name, value) ? [] : [`${name} is no decimal string`]
    return []
  })
}

describe('documents for the host', () => {
  test.each(documents)('%s: what is written has the API\'s own names and fits its lengths', (api, entity, document) => {
    expect(faultsOf(definitions[`${api}.${entity}`], document)).toEqual([])
    expect(JSON.stringify(document)).toContain(key)
  })

  test('the movement type follows from who bears the cost', () => {
    const typeOf = (cost?: object) => (issueOf({ costObject: cost, postingDate: '2026-11-22', items: [part] }, key).to_MaterialDocumentItem[0]).GoodsMovementType
    expect([typeOf(costObject), typeOf(order), typeOf()]).toEqual(['201', '261', '291'])
  })

  test('pieces that come back have the movement type of where they come from, defective ones go into blocked stock', () => {
    const itemOf = (cost?: object, isBlocked?: boolean) => returnOf({ costObject: cost, postingDate, items: [{ ...part, isBlocked }] }, key).to_MaterialDocumentItem[0]
    expect([costObject, order, undefined].map(cost => itemOf(cost).GoodsMovementType)).toEqual(['202', '262', '292'])
    expect([itemOf(costObject, true).InventoryStockType, itemOf(costObject).InventoryStockType]).toEqual(['07', undefined])
    expect(movements.map(document => [document.GoodsMovementCode, document.to_MaterialDocumentItem[0].GoodsMovementType])).toEqual([['03', '202'], ['03', '551'], ['05', '501'], ['01', '122'], ['04', '301']])
  })

  test('empty values are left out, as the host takes them for given', () => {
    expect(Object.keys(reservationOf({ costObject, items: [part] }, key)).sort()).toEqual(['CostCenter', 'GoodsMovementType', 'to_ReservationDocumentItem'])
  })
})
