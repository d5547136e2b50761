import { documents, errorOf, issue, movement, PATHS, reservation, signedIn } from '../host-erp/client'
import { host, plain, post, reserve, session, useStandIn } from '../setup/stand-in'

jest.setTimeout(120_000)

useStandIn()

async function stock(material: string, plant: string, location: string, type = '01', special = ''): Promise<number> {
  const filter = `Material eq '${material}' and Plant eq '${plant}' and StorageLocation eq '${location}' and InventoryStockType eq '${type}' and InventorySpecialStockType eq '${special}'`
  const { data } = await session.get(`${PATHS.stock}/A_MatlStkInAcctMod`, { params: { $filter: filter } })
  return data.d.results.reduce((sum: number, row: any) => sum + Number(row.MatlWrhsStkQtyInMatlBaseUnit), 0)
}

describe('signing in', () => {
  test('a wrong password is refused with 401', async () => {
    const { status, headers } = await plain.get(`${PATHS.products}/A_Product`, { auth: { ...host.auth, password: 'wrong' } })
    expect([status, headers['www-authenticate']]).toEqual([401, expect.stringContaining('Basic')])
  })

  test('reading works without a token, writing is refused with 403 and "Required"', async () => {
    expect((await plain.get(`${PATHS.products}/A_Product?$top=1`, { auth: host.auth })).status).toBe(200)
    const { status, headers } = await plain.post(`${PATHS.reservations}/A_ReservationDocumentHeader`, reservation('none'), { auth: host.auth })
    expect([status, headers['x-csrf-token']]).toEqual([403, 'Required'])
  })

  test('a token is worth nothing without the cookie of its session', async () => {
    const other = await signedIn(host)
    const { status } = await plain.post(`${PATHS.reservations}/A_ReservationDocumentHeader`, reservation('none'),
      { auth: host.auth, headers: { 'x-csrf-token': String(other.defaults.headers.common['x-csrf-token']) } })
    expect(status).toBe(403)
  })

  test('what the adapter translates to is not reachable from outside', async () => {
    expect((await plain.get('/odata/v4/API_PRODUCT_SRV/A_Product', { auth: host.auth })).status).toBe(404)
  })
})

describe('reservations', () => {
  test('header and items are created in one request, with numbers of the host, and stock stays', async () => {
    const before = await stock('SP-1004', '1010', '0001')
    const { status, data } = await reserve('RES-1')
    expect(status).toBe(201)
    expect(data.d.Reservation).toMatch(/^\d{10}$/)
    expect(data.d.to_ReservationDocumentItem.results).toEqual([expect.objectContaining({ Reservation: data.d.Reservation, ReservationItem: '0001', RecordType: '' })])
    expect(await stock('SP-1004', '1010', '0001')).toBe(before)
    const { data: read } = await session.get(`${PATHS.reservations}/A_ReservationDocumentHeader('${data.d.Reservation}')?$expand=to_ReservationDocumentItem`)
    expect(read.d.to_ReservationDocumentItem.results[0]).toMatchObject({ Product: 'SP-1004', ReservationItemText: 'RES-1', ResvnItmWithdrawnQtyInBaseUnit: '0.000' })
  })

  test('are deleted as a whole, but not once something was withdrawn', async () => {
    const number = (await reserve('RES-2')).data.d.Reservation
    expect((await session.delete(`${PATHS.reservations}/A_ReservationDocumentHeader('${number}')`)).status).toBe(204)
    expect((await session.get(`${PATHS.reservations}/A_ReservationDocumentHeader('${number}')`)).status).toBe(404)
    const used = (await reserve('RES-3')).data.d.Reservation
    expect((await post(movement('RES-3', { Reservation: used, ReservationItem: '0001', QuantityInEntryUnit: '1' }))).status).toBe(201)
    expect((await session.delete(`${PATHS.reservations}/A_ReservationDocumentHeader('${used}')`)).status).toBe(400)
  })

  test('a material that the plant does not know is refused with the host message', async () => {
    expect(errorOf(await reserve('RES-4', { Product: 'SP-9999' }))).toEqual({ status: 400, code: 'M3/305', text: 'Material SP-9999 does not exist or is not activated' })
  })
})

describe('goods movements', () => {
  test('an issue for a reservation lowers stock and counts as withdrawn', async () => {
    const before = await stock('SP-1004', '1010', '0001')
    const Reservation = (await reserve('GI-1')).data.d.Reservation
    const { status, data } = await post(movement('GI-1', { Reservation, ReservationItem: '0001', QuantityInEntryUnit: '1' }))
    expect([status, data.d.MaterialDocument]).toEqual([201, expect.stringMatching(/^49\d{8}$/)])
    expect(data.d.to_MaterialDocumentItem.results[0]).toMatchObject({ Material: 'SP-1004', GoodsMovementType: '201', CostCenter: '0010101301' })
    expect(await stock('SP-1004', '1010', '0001')).toBe(before - 1)
    const { data: item } = await session.get(`${PATHS.reservations}/A_ReservationDocumentItem(Reservation='${Reservation}',ReservationItem='0001',RecordType='')`)
    expect(item.d).toMatchObject({ ResvnItmWithdrawnQtyInBaseUnit: '1.000', ReservationItemIsFinallyIssued: false })
  })

  test('a deficit is refused with the message of the host and moves nothing', async () => {
    const before = await stock('SP-1001', '1010', '0001')
    const response = await post(issue('GI-2', { Material: 'SP-1001', QuantityInEntryUnit: String(before + 4) }))
    expect(errorOf(response)).toEqual({ status: 400, code: 'M7/021', text: 'Deficit of SL Unrestricted-use 4 EA : SP-1001 1010 0001' })
    expect(response.data.error.innererror.errordetails).toEqual([expect.objectContaining({ code: 'M7/021', severity: 'error', message: expect.stringContaining('Deficit') })])
    expect(await stock('SP-1001', '1010', '0001')).toBe(before)
    expect(await documents(host, 'GI-2')).toEqual([])
  })

  test('of two items one of which has a deficit, neither is posted', async () => {
    const before = await stock('SP-1004', '1010', '0001')
    const both = issue('GI-3')
    both.to_MaterialDocumentItem.push({ ...both.to_MaterialDocumentItem[0], Material: 'SP-1003' } as any)
    expect((await post(both)).status).toBe(400)
    expect(await stock('SP-1004', '1010', '0001')).toBe(before)
  })

  test('311 carries parts from the warehouse to a van', async () => {
    const [main, van] = [await stock('SP-1002', '1710', '0001'), await stock('SP-1002', '1710', 'V006')]
    const { status } = await post(movement('TR-1', { Material: 'SP-1002', Plant: '1710', StorageLocation: '0001', GoodsMovementType: '311', IssuingOrReceivingStorageLoc: 'V006', QuantityInEntryUnit: '2.5' }, '04'))
    expect([status, await stock('SP-1002', '1710', '0001'), await stock('SP-1002', '1710', 'V006')]).toEqual([201, main - 2.5, van + 2.5])
  })

  test('541 keeps stock at the supplier, 344 blocks it, 551 scraps it', async () => {
    const place = { Material: 'SP-2001', Plant: '1510', StorageLocation: '0002', QuantityInEntryUnit: '1' }
    const before = await stock('SP-2001', '1510', '0002')
    for (const [type, more] of [['541', { Supplier: '0017300003' }], ['344', {}], ['551', {}]] as const)
      expect((await post(movement('MV', { ...place, GoodsMovementType: type, ...more }, '04'))).status).toBe(201)
    expect(await stock('SP-2001', '1510', '0002')).toBe(before - 3)
    expect(await stock('SP-2001', '1510', '0002', '07')).toBe(1)
    expect(await stock('SP-2001', '1510', '', '01', 'O')).toBe(1)
  })

  test('a reversal is a document of its own, brings stock and reservation back, and works once', async () => {
    const before = await stock('SP-1004', '1010', '0001')
    const Reservation = (await reserve('RV-1')).data.d.Reservation
    const { MaterialDocument, MaterialDocumentYear } = (await post(movement('RV-1', { Reservation, ReservationItem: '0001', QuantityInEntryUnit: '2' }))).data.d
    const cancel = () => session.post(`${PATHS.movements}/Cancel?MaterialDocumentYear='${MaterialDocumentYear}'&MaterialDocument='${MaterialDocument}'`)
    const { status, data } = await cancel()
    expect(status).toBe(200)
    expect(data.d.MaterialDocument).not.toBe(MaterialDocument)
    expect(await stock('SP-1004', '1010', '0001')).toBe(before)
    const items = await session.get(`${PATHS.movements}/A_MaterialDocumentItem?$filter=ReversedMaterialDocument eq '${MaterialDocument}'`)
    expect(items.data.d.results).toEqual([expect.objectContaining({ MaterialDocument: data.d.MaterialDocument, GoodsMovementType: '202', Reservation })])
    const { data: item } = await session.get(`${PATHS.reservations}/A_ReservationDocumentItem(Reservation='${Reservation}',ReservationItem='0001',RecordType='')`)
    expect(item.d).toMatchObject({ ResvnItmWithdrawnQtyInBaseUnit: '0.000', ReservationItemIsFinallyIssued: false })
    expect((await cancel()).status).toBe(400)
  })

  test('documents are found by the reference of the caller', async () => {
    await post(issue('REF-0001'))
    const { data } = await session.get(`${PATHS.movements}/A_MaterialDocumentHeader?$filter=ReferenceDocument eq 'REF-0001'&$expand=to_MaterialDocumentItem`)
    expect(data.d.results).toEqual([expect.objectContaining({ ReferenceDocument: 'REF-0001', PostingDate: '/Date(1795305600000)/' })])
    expect((await session.get(`${PATHS.movements}/A_MaterialDocumentHeader?$filter=ReferenceDocument eq 'REF-none'`)).data.d.results).toEqual([])
  })

  test('a batch request carries a change set', async () => {
    const body = ['--b', 'Content-Type: multipart/mixed; boundary=c', '', '--c', 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', 'Content-ID: 1', '',
      'POST A_MaterialDocumentHeader HTTP/1.1', 'Content-Type: application/json', 'Accept: application/json', '', JSON.stringify(issue('BATCH-1')), '--c--', '--b--', ''].join('\r\n')
    const { status, data } = await session.post(`${PATHS.movements}/$batch`, body, { headers: { 'content-type': 'multipart/mixed; boundary=b' } })
    expect([status, data]).toEqual([202, expect.stringContaining('HTTP/1.1 201 Created')])
    expect(await documents(host, 'BATCH-1')).toHaveLength(1)
  })
})

describe('other documents', () => {
  test('a service order changes only with the ETag that was read', async () => {
    const { data } = await session.post(`${PATHS.serviceOrders}/A_ServiceOrder`, {
      ServiceOrderType: 'SVO1', SoldToParty: '0010000101', PurchaseOrderByCustomer: 'SO-1', to_Item: [{ Product: 'SP-1001', Quantity: '1' }],
      to_ReferenceObject: [{ ServiceReferenceEquipment: '10400001', SrvcRefObjIsMainObject: true }]
    })
    const path = `${PATHS.serviceOrders}/A_ServiceOrder('${data.d.ServiceOrder}')`
    const etag = data.d.__metadata.etag
    const release = (match?: string) => session.patch(path, { ServiceOrderIsReleased: 'X' }, { headers: match ? { 'If-Match': match } : {} })
    expect((await release()).status).toBe(428)
    expect((await release(etag)).status).toBe(204)
    expect((await release(etag)).status).toBe(412)
    expect((await session.get(`${path}?$expand=to_Item`)).data.d).toMatchObject({ ServiceOrderIsReleased: 'X', to_Item: { results: [{ ServiceOrderItem: '000010' }] } })
    const confirmation = await session.post(`${PATHS.confirmations}/A_ServiceConfirmation`, { ServiceConfirmationType: 'SVC1', ReferenceServiceOrder: data.d.ServiceOrder, to_Item: [{ ActualServiceDuration: '1.50' }] })
    expect([confirmation.status, confirmation.data.d?.to_Item.results[0].ServiceConfirmationItem]).toEqual([201, '000010'])
  })

  test('a requisition of the V4 API is seen through the V2 API', async () => {
    const { status, data } = await session.post(`${PATHS.requisitionsV4}/PurchaseReqn`, {
      _PurchaseRequisitionItem: [{ Material: 'SP-1003', Plant: '1010', RequestedQuantity: 2, PurReqnExternalReference: 'PR-1', _PurchaseReqnAcctAssgmt: [{ CostCenter: '0010101301' }] }]
    })
    expect(status).toBe(201)
    const v2 = await session.get(`${PATHS.requisitions}/A_PurchaseRequisitionItem?$filter=PurReqnExternalReference eq 'PR-1'&$expand=to_PurchaseReqnAcctAssgmt`)
    expect(v2.data.d.results).toEqual([expect.objectContaining({ PurchaseRequisition: data.PurchaseRequisition, PurchaseRequisitionItem: '00010', RequestedQuantity: '2.000' })])
    expect(v2.data.d.results[0].to_PurchaseReqnAcctAssgmt.results[0].CostCenter).toBe('0010101301')
  })

  test('a quality notification is created with items, causes and long text', async () => {
    const { status, data } = await session.post(`${PATHS.notifications}/QualityNotification`, {
      NotificationType: 'Q3', NotificationText: 'Sensor drifts', Material: 'SP-1001',
      _QualityNotificationItem: [{ DefectCodeGroup: 'QM-E', DefectCode: '1', _QltyNotificationItemCause: [{ NotificationCauseText: 'Ageing' }] }],
      _QltyNotificationLongText: [{ Language: 'EN', QltyNotificationLongText: 'Equipment 10400001, serial MON-2041-0007, QN-1' }]
    })
    expect([status, data.QualityNotification]).toEqual([201, expect.stringMatching(/^\d{12}$/)])
    expect(await documents(host, 'QN-1')).toEqual([expect.objectContaining({ type: 'notification', number: data.QualityNotification })])
  })
})

describe('master data', () => {
  test('customers, equipment and products are those of the sample, in pages and with what belongs to them', async () => {
    const { data: customers } = await session.get(`${PATHS.businessPartners}/A_BusinessPartner?$filter=Customer eq '0010000106'&$expand=to_BusinessPartnerAddress/to_EmailAddress`)
    expect(customers.d.results[0].to_BusinessPartnerAddress.results[0]).toMatchObject({ CityName: '上海', to_EmailAddress: { results: [{ EmailAddress: 'service@pujiang.example' }] } })
    const page = await session.get(`${PATHS.equipment}/Equipment?$orderby=Equipment&$skip=40&$top=5&$inlinecount=allpages&$expand=to_Partner,to_Warranty`)
    expect([page.data.d.__count, page.data.d.results.map((row: any) => row.Equipment)]).toEqual(['43', ['10400041', '10400042', '10400043']])
    expect(page.data.d.results[1]).toMatchObject({ ValidityEndDate: '/Date(253402214400000)/', to_Partner: { results: [{ PartnerFunction: 'AG', Partner: '0010000114' }, expect.anything()] } })
    const { data: product } = await session.get(`${PATHS.products}/A_Product('SP-1012')?$expand=to_Description,to_Plant/to_ProductSupplyPlanning,to_Valuation`)
    expect(product.d.to_Description.results.map((row: any) => [row.Language, row.ProductDescription])).toEqual([['EN', 'Lithium-Ion Battery 10.8 V'], ['ZH', '10.8 V 锂离子电池']])
    expect(product.d.to_Plant.results[0].to_ProductSupplyPlanning.FollowUpProduct).toBe('SP-1002')
  })

  test('a bill of material has spare parts with alternatives, and parts have a lead time', async () => {
    const { data } = await session.get(`${PATHS.billsOfMaterial}/MaterialBOM?$filter=Material eq 'PM-800' and Plant eq '1010'&$expand=to_BillOfMaterialItem`)
    const items = data.d.results[0].to_BillOfMaterialItem.results
    expect(items.filter((item: any) => item.AlternativeItemGroup === '01').map((item: any) => [item.BillOfMaterialComponent, item.AlternativeItemPriority])).toEqual([['SP-1001', '01'], ['SP-1011', '02']])
    expect(items.every((item: any) => item.BOMItemIsSparePart === 'X')).toBe(true)
    const { data: records } = await session.get(`${PATHS.infoRecords}/A_PurgInfoRecdOrgPlantData?$filter=Material eq 'SP-3001' and Plant eq '1010'`)
    expect(records.d.results[0].MaterialPlannedDeliveryDurn).toBe('28')
  })

  test('only what was changed since is read again', async () => {
    const since = new Date(Date.now() - 2000).toISOString().slice(0, 19) + 'Z'
    const delta = async () => (await session.get(`${PATHS.products}/A_Product?$filter=LastChangeDateTime gt datetimeoffset'${since}'`)).data.d.results.map((row: any) => row.Product)
    expect(await delta()).toEqual([])
    const { data } = await plain.post('/__change', { entity: 'A_ProductDescription', key: { Product: 'SP-4001', Language: 'EN' }, data: { ProductDescription: 'Drain Pump, Quiet' } })
    expect(data.affected).toBe(1)
    expect(await delta()).toEqual(['SP-4001'])
    await plain.post('/__change', { entity: 'A_BusinessPartnerAddress', key: { BusinessPartner: '0010000101' }, data: { StreetName: 'Uferweg 14' } })
    const partners = await session.get(`${PATHS.businessPartners}/A_BusinessPartner?$filter=LastChangeDate ge datetime'${since.slice(0, 10)}T00:00:00'`)
    expect(partners.data.d.results.map((row: any) => row.BusinessPartner)).toEqual(['0010000101'])
  })

  test('master data is not written through the APIs', async () => {
    expect((await session.post(`${PATHS.products}/A_Product`, { Product: 'X' })).status).toBe(405)
  })
})
