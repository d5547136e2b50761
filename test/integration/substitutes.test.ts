import cds from '@sap/cds'
import { anonymous, PATHS, signedIn } from '../host-erp/client'
import type SparePartsService from '../../srv/spare-parts/service'
import { followRequisitions } from '../../srv/spare-parts/requisitions/following'
import { lookAtSupplies } from '../../srv/spare-parts/stock/handlers'
import { action, startApp, takeOrder, WORK_ORDERS } from '../setup/app'
import { startHost } from '../setup/host'

const PARTS = '/odata/v4/spare-parts'
const SERVICE = 'aftersales.SparePartsService'
const app = startApp()
const host = startHost(app)
const ids: Record<string, string> = {}
let order: string

type Row = Record<string, any>
const db = () => cds.entities('aftersales')
const post = async (path: string, data: object = {}, user = 'parts') => app.as(user).post(`${PARTS}/${path}`, data)
const on = (ID: string, name: string, data: object = {}, user = 'parts') => post(`Reservations(${ID})/${SERVICE}.${name}`, data, user)
const decide = (ID: string, name: string, data: object, user: string) => post(`SubstitutionRequests(${ID})/${SERVICE}.${name}`, data, user)
const read = async (path: string): Promise<Row> => (await app.as('parts').get(`${PARTS}/${path}`)).data
const reservation = (ID: string) => read(`Reservations(${ID})`)
const stock = async (part: string, place = '0001') => cds.db.run(SELECT.one.from(db().PartStocks).where({ part_ID: ids[part], plant: '1010', storageLocation: place })) as Promise<Row>
const history = async () => ((await app.as('agent').get(`${WORK_ORDERS}/WorkOrders(ID=${order},IsActiveEntity=true)/events?$orderby=sequence`)).data.value as Row[]).map(({ type_code }) => type_code)
const need = async (part: string, quantity = 1, more: object = {}) => {
  const { status, data } = await post('need', { workOrder_ID: order, part_ID: ids[part], quantity, ...more })
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`)
  return data.ID as string
}
const substitutable = (part: string, substitute: string) =>
  cds.db.run(INSERT.into(db().Substitutes).entries({ ID: cds.utils.uuid(), part_ID: ids[part], substitute_ID: ids[substitute], kind_code: 'manual', priority: 5 }))

beforeAll(async () => {
  const requires = cds.env.requires as Record<string, any>
  requires.spareParts = { ...requires.spareParts, look: 0 }
  for (const { ID, number } of await cds.db.run(SELECT.from(db().Products).columns('ID', 'number'))) ids[number] = ID
  await substitutable('SP-1001', 'SP-1011')
  await substitutable('SP-1002', 'SP-1012')
  order = await takeOrder(app, { serialNumber: 'MON-2041-0007', symptom: 'Sensor broken' })
  await app.as('dispatcher').post(action(order, 'release'), {})
})

describe('a substitute', () => {
  test('of a class without approval takes the place of the part at once, and its claim', async () => {
    const ID = await need('SP-1002')
    const claimed = await on(ID, 'claim', { plant: '1010', storageLocation: '0002' })
    expect([claimed.status, claimed.data]).toMatchObject([200, { state_code: 'Claimed' }])
    const { status, data } = await on(ID, 'useSubstitute', { part_ID: ids['SP-1012'], reason: 'Older model' })
    expect([status, data]).toMatchObject([200, { part_ID: ids['SP-1012'], insteadOf_ID: ids['SP-1002'], state_code: expect.stringMatching(/Claimed|Reserved/) }])
    expect(Number((await stock('SP-1002', '0002')).claimed)).toBe(0)
    expect(await history()).toContain('PartSubstituted')
    const held = (await cds.db.run(SELECT.from(db().PartStocks).columns('sum(claimed) as claimed').where({ part_ID: ids['SP-1012'] }))) as Row[]
    expect(Number(held[0].claimed)).toBe(1)
  })

  test('that nobody knows as one is refused', async () => {
    const ID = await need('SP-1002')
    expect((await on(ID, 'useSubstitute', { part_ID: ids['SP-4001'] })).data.error.code).toBe('SUBSTITUTE_UNKNOWN')
    expect((await on(ID, 'useSubstitute', { part_ID: ids['SP-1002'] })).data.error.code).toBe('SUBSTITUTE_IS_PART')
  })

  test('of a medical class is held until somebody of quality who did not ask for it agrees, once', async () => {
    const ID = await need('SP-1001')
    expect((await on(ID, 'useSubstitute', { part_ID: ids['SP-1011'], reason: 'The last one is gone' })).data).toMatchObject({ part_ID: ids['SP-1001'], alertRule_code: 'waitsApproval', alertLevel: 2 })
    const [request] = (await read(`SubstitutionRequests?$filter=reservation_ID eq ${ID}`)).value
    expect(request).toMatchObject({ state_code: 'Requested', substitute_ID: ids['SP-1011'] })
    expect(Number((await stock('SP-1011', request.storageLocation)).claimed)).toBe(1)
    expect((await on(ID, 'useSubstitute', { part_ID: ids['SP-1011'] })).data.error.code).toBe('SUBSTITUTE_ASKED_ALREADY')
    expect((await decide(request.ID, 'approve', {}, 'parts')).data.error.code).toBe('SUBSTITUTION_OWN')
    expect((await decide(request.ID, 'approve', {}, 'technician')).status).toBe(403)
    const answers = await Promise.all([decide(request.ID, 'approve', {}, 'qm'), decide(request.ID, 'decline', { decision: 'No' }, 'quality')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await cds.db.run(UPDATE(db().SubstitutionRequests).with({ requestedBy: 'agent' }).where({ ID: request.ID }))
    const settled = await reservation(ID)
    const isApproved = answers[0].status === 200
    expect(settled).toMatchObject(isApproved ? { part_ID: ids['SP-1011'], state_code: expect.stringMatching(/Claimed|Reserved/), alertRule_code: 'held' } : { part_ID: ids['SP-1001'], state_code: 'Needed' })
    expect(Number((await stock('SP-1011', request.storageLocation)).claimed)).toBe(isApproved ? 1 : 0)
  })

  test('is free again when it is declined, and when nobody needs it any more', async () => {
    const before = Number((await cds.db.run(SELECT.one.from(db().PartStocks).columns('sum(claimed) as claimed').where({ part_ID: ids['SP-1011'] })) as Row).claimed)
    for (const end of ['decline', 'release']) {
      const ID = await need('SP-1001')
      await on(ID, 'useSubstitute', { part_ID: ids['SP-1011'] })
      const [request] = (await read(`SubstitutionRequests?$filter=reservation_ID eq ${ID}`)).value
      if (end === 'decline') expect((await decide(request.ID, 'decline', { decision: 'Not for this ward' }, 'qm')).data).toMatchObject({ state_code: 'Declined', decision: 'Not for this ward' })
      else expect((await on(ID, 'release')).status).toBe(200)
      expect((await read(`SubstitutionRequests(${request.ID})`)).state_code).toBe(end === 'decline' ? 'Declined' : 'Withdrawn')
    }
    const after = (await cds.db.run(SELECT.one.from(db().PartStocks).columns('sum(claimed) as claimed').where({ part_ID: ids['SP-1011'] }))) as Row
    expect(Number(after.claimed)).toBe(before)
  })

  test('of a medical class is none of the parts planner\'s to decide', async () => {
    const ID = await need('SP-1001')
    await on(ID, 'useSubstitute', { part_ID: ids['SP-1011'] }, 'agent')
    const [request] = (await read(`SubstitutionRequests?$filter=reservation_ID eq ${ID}`)).value
    expect((await decide(request.ID, 'approve', {}, 'parts')).data.error.code).toBe('SUBSTITUTION_FOR_QUALITY')
  })
})

describe('a part that has to be bought', () => {
  let ID: string
  let requisition: Row

  test('is requested once, and moves the promise to the customer', async () => {
    const before = (await app.as('agent').get(`${WORK_ORDERS}/WorkOrders(ID=${order},IsActiveEntity=true)`)).data.promisedAt
    ID = await need('SP-3001', 2)
    const answers = await Promise.all([on(ID, 'requisition'), on(ID, 'requisition')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    requisition = (await read(`Requisitions?$filter=reservation_ID eq ${ID}`)).value[0]
    expect(requisition).toMatchObject({ supplier: '0017300004', plant: '1010' })
    expect(Date.parse(requisition.expectedOn)).toBeGreaterThan(Date.now() + 26 * 86_400_000)
    const { promisedAt } = (await app.as('agent').get(`${WORK_ORDERS}/WorkOrders(ID=${order},IsActiveEntity=true)`)).data
    expect(Date.parse(promisedAt)).toBeGreaterThan(Math.max(Date.parse(before), Date.parse(requisition.expectedOn)))
    expect(await history()).toEqual(expect.arrayContaining(['PartRequested', 'PromiseMoved']))
    expect(await reservation(ID)).toMatchObject({ state_code: 'Needed', alertRule_code: 'onItsWay', alertLevel: 3 })
  })

  test('has the number of the host when that has confirmed it', async () => {
    await host.until(requisition.hostMessage_ID, 'Confirmed')
    requisition = await read(`Requisitions(${requisition.ID})`)
    expect(requisition).toMatchObject({ state_code: 'InPurchase', hostRequisition: expect.stringMatching(/\d+/) })
  })

  test('follows purchasing: ordered, late, delivered and held for who waits for it', async () => {
    const key = { PurchaseRequisition: requisition.hostRequisition, PurchaseRequisitionItem: '00010' }
    const change = async (data: object) => expect((await anonymous(host.erp()).post('/__change', { entity: 'A_PurchaseRequisitionItem', key, data })).status).toBe(200)
    await change({ PurchasingDocument: '4500000123', PurchasingDocumentItem: '00010', DeliveryDate: '2026-01-02' })
    await followRequisitions()
    expect(await read(`Requisitions(${requisition.ID})`)).toMatchObject({ state_code: 'Ordered', purchaseOrder: '4500000123', expectedOn: '2026-01-02' })
    expect(await reservation(ID)).toMatchObject({ alertRule_code: 'supplierLate', alertLevel: 1 })

    const session = await signedIn(host.erp())
    const receipt = {
      GoodsMovementCode: '01', PostingDate: '/Date(1795305600000)/', DocumentDate: '/Date(1795305600000)/', ReferenceDocument: 'receipt', to_MaterialDocumentItem: [{
        Material: 'SP-3001', Plant: '1010', StorageLocation: requisition.storageLocation, GoodsMovementType: '501', QuantityInEntryUnit: '2', PurchaseOrder: '4500000123', PurchaseOrderItem: '00010'
      }]
    }
    expect((await session.post(`${PATHS.movements}/A_MaterialDocumentHeader`, receipt)).status).toBe(201)
    await followRequisitions()
    expect(await read(`Requisitions(${requisition.ID})`)).toMatchObject({ state_code: 'Delivered' })
    expect(await reservation(ID)).toMatchObject({ state_code: expect.stringMatching(/Claimed|Reserved/), plant: '1010', storageLocation: requisition.storageLocation, alertRule_code: 'held' })
    expect(await history()).toEqual(expect.arrayContaining(['PartOrdered', 'PartArrived', 'PartClaimed']))
  })

  test('that the host refuses is red, with its words', async () => {
    await cds.db.run(UPDATE(db().Products).with({ number: 'SP-9999' }).where({ ID: ids['SP-4001'] }))
    const other = await need('SP-4001')
    await on(other, 'requisition')
    const [row] = (await read(`Requisitions?$filter=reservation_ID eq ${other}`)).value
    await host.until(row.hostMessage_ID, 'NeedsAttention')
    expect(await read(`Requisitions(${row.ID})`)).toMatchObject({ state_code: 'Refused', refusal: expect.stringContaining('SP-9999') })
    expect(await reservation(other)).toMatchObject({ alertRule_code: 'refused', alertLevel: 1 })
    await cds.db.run(UPDATE(db().Products).with({ number: 'SP-4001' }).where({ ID: ids['SP-4001'] }))
  })
})

test('a need that nobody holds turns red by time alone, and its part runs out', async () => {
  const ID = await need('SP-1003', 500, { neededAt: new Date(Date.now() + 10 * 86_400_000).toISOString() })
  expect(await reservation(ID)).toMatchObject({ alertRule_code: null, alertLevel: 0 })
  await cds.db.run(UPDATE(db().Reservations).with({ neededAt: new Date(Date.now() + 3_600_000).toISOString() }).where({ ID }))
  const { modifiedAt } = await reservation(ID)
  await lookAtSupplies()
  // When its pieces last moved stays what it was.
  expect(await reservation(ID)).toMatchObject({ alertRule_code: 'needsPart', alertLevel: 1, modifiedAt })
  expect((await read(`PartAlerts?$filter=part_ID eq ${ids['SP-1003']} and plant eq '1010'`)).value).toMatchObject([{ rule_code: 'stockOut', level: 1 }])
})

describe('dispatch', () => {
  const recommend = async (ID: string): Promise<Row[]> => (await app.as('dispatcher').get(`/odata/v4/dispatch/WorkOrders(${ID})/aftersales.DispatchService.recommend(limit=50)`)).data.ranked
  const partsFactor = (row: Row) => row.factors.find(({ factor_code }: Row) => factor_code === 'parts')

  test('knows who has the needed part in the van, and when the others come', async () => {
    const other = await takeOrder(app, { serialNumber: 'MON-2041-0007', symptom: 'No power' })
    await app.as('dispatcher').post(action(other, 'release'), {})
    expect((await recommend(other)).every(row => partsFactor(row).raw === null)).toBe(true)
    await post(`Parts(${ids['SP-1004']})/${SERVICE}.refreshStock`)
    const { data } = await post('need', { workOrder_ID: other, part_ID: ids['SP-1004'], quantity: 1 })
    const [best] = await recommend(other)
    const { plant, storageLocation } = (await cds.db.run(SELECT.one.from(db().Technicians).columns('plant', 'storageLocation').where({ number: best.number }))) as Row
    const inVan = (unrestricted: number) => cds.db.run(UPDATE(db().PartStocks).with({ unrestricted }).where({ part_ID: ids['SP-1004'], plant, storageLocation }))
    const share = async () => Number(partsFactor((await recommend(other)).find(({ number }) => number === best.number)!).raw)
    await inVan(1)
    expect(await share()).toBe(100)
    await inVan(0)
    expect(await share()).toBe(0)

    const { serviceArea_code } = (await cds.db.run(SELECT.one.from(db().WorkOrders).columns('serviceArea_code').where({ ID: other }))) as Row
    const service = cds.services['aftersales.SparePartsService'] as unknown as SparePartsService
    expect((await cds.tx({ user: cds.User.privileged } as never, (() => service.partArrivals(serviceArea_code)) as never) as unknown as Map<string, number>).has(other)).toBe(false)
    await on(data.ID, 'claim', { plant: '1010', storageLocation: '0001' })
    const arrivals = (await cds.tx({ user: cds.User.privileged } as never, (() => service.partArrivals(serviceArea_code)) as never)) as unknown as Map<string, number>
    expect(arrivals.get(other)).toBe(Date.parse((await reservation(data.ID)).expectedAt))
  })
})
