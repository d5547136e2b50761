import path from 'node:path'
import cds from '@sap/cds'
import { memoRequestOf } from '../../srv/host-erp/s4/billing'
import { issueOf, receiptOf, returnOf, scrapOf, transferOf, vendorReturnOf } from '../../srv/host-erp/s4/goods-movements'
import { defectOf, notificationOf } from '../../srv/host-erp/s4/quality'
import { requisitionOf } from '../../srv/host-erp/s4/requisitions'
import { reservationOf } from '../../srv/host-erp/s4/reservations'
import { serviceConfirmationOf } from '../../srv/host-erp/s4/service-confirmations'
import { serviceOrderOf } from '../../srv/host-erp/s4/service-orders'
import { timeSheetEntryOf } from '../../srv/host-erp/s4/time-sheet'
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

const finding = {
  type: 'Q1', number: 'QN-000001', description: 'x'.repeat(80), longText: 'y'.repeat(2000), equipment: '10400001', serialNumber: 'MON-2041-0007', material: 'SP-2002', plant: '1010', batch: 'B1',
  customer: '10000101', supplier: '300', reportedOn: '2026-11-20', requiredEnd: '2026-12-20',
  items: [{
    text: 'z'.repeat(80), defect: { codeGroup: 'SENSOR', code: '01' }, objectPart: { codeGroup: 'MONITOR', code: '02' }, quantity: '1.5', unit: 'PCE',
    causes: [{ text: 'w'.repeat(90), cause: { codeGroup: 'MATERIAL', code: '03' }, isRootCause: true }]
  }]
}

const charge = {
  customer: '10000101', salesOrganization: '1010', distributionChannel: '10', division: '00', currency: 'EUR', pricingDate: '2026-11-20', reason: '001',
  items: [
    { description: 'x'.repeat(60), quantity: '2', unit: 'HUR', netAmount: '152' }, { material: 'SP-1004', quantity: '3', unit: 'PCE', netAmount: '100' }, { quantity: '2.5', unit: 'HUR', netAmount: '190.01' }
  ]
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
  }, key)],
  ['CE_QUALITYNOTIFICATION_0001', 'QualityNotification', notificationOf(finding, key)],
  ['API_DEFECT_SRV', 'A_Defect', defectOf(finding, key)],
  ['API_SERVICE_CONFIRMATION_SRV', 'A_ServiceConfirmation', serviceConfirmationOf({
    type: 'SVC1', description: 'x'.repeat(60), serviceOrder: '8000000001', isFinal: true,
    items: [{ serviceOrderItem: '10', product: 'SRV_01', description: 'y'.repeat(60), quantity: '1.5', unit: 'HUR', performedOn: '2026-11-20', performer: '1001' }]
  }, key)],
  ...[costObject, order, { wbsElement: 'AS.1510.GW' }].map((bearer): [string, string, Record<string, any>] => ['API_MANAGE_WORKFORCE_TIMESHEET', 'TimeSheetEntryCollection', timeSheetEntryOf({
    personnelNumber: 'T-1001', companyCode: '1010', workedOn: '2026-11-20', hours: '2.25', activityType: 'SERV01', senderCostCenter: 'CC-1010-S', costObject: bearer, text: 'x'.repeat(60)
  }, key)]),
  ['API_DEBIT_MEMO_REQUEST_SRV', 'A_DebitMemoRequest', memoRequestOf(charge, key)],
  ['API_CREDIT_MEMO_REQUEST_SRV', 'A_CreditMemoRequest', memoRequestOf({ ...charge, isCredit: true }, key)]
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
    if (element.elements && !element.target) return faultsOf(element, value)
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

  test('quantity times price is the amount, whatever it is divided by', () => {
    const items = memoRequestOf(charge, key).to_Item as Record<string, any>[]
    expect(items.map(({ RequestedQuantity, RequestedQuantityUnit, to_PricingElement: [price] }) => [RequestedQuantity, RequestedQuantityUnit, price.ConditionRateValue, price.ConditionQuantity, price.ConditionQuantityUnit]))
      .toEqual([['2', 'H', '76.00', '1', 'H'], ['3', 'PC', '100.00', '3', 'PC'], ['1', 'EA', '190.01', '1', 'EA']])
  })

  test('the note of a time sheet entry ends with the key, however long the text is', () => {
    const noteOf = (text?: string) => timeSheetEntryOf({ personnelNumber: '1', companyCode: '1010', workedOn: postingDate, hours: '1', activityType: 'A', costObject, text }, key).TimeSheetDataFields.TimeSheetNote
    expect([noteOf('x'.repeat(90)), noteOf()]).toEqual([expect.stringMatching(new RegExp(`^x{23} ${key}$`)), key])
  })

  test('empty values are left out, as the host takes them for given', () => {
    expect(Object.keys(reservationOf({ costObject, items: [part] }, key)).sort()).toEqual(['CostCenter', 'GoodsMovementType', 'to_ReservationDocumentItem'])
  })
})
