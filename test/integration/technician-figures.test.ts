import cds from '@sap/cds'
import { action, order, startApp, takeOrder, technicianID } from '../setup/app'

const DISPATCH = '/odata/v4/dispatch'
const app = startApp()
const admin = () => app.as('admin')
const as = (user: string) => app.as(user)

const technician = async (number: string) => (await admin().get(`${DISPATCH}/Technicians?$filter=number eq '${number}'`)).data.value[0]
const performance = async (number: string) => (await admin().get(`${DISPATCH}/TechnicianPerformance?$filter=technician/number eq '${number}'&$orderby=model,faultCategory`)).data.value
const areaOf = async (ID: string) => (await as('agent').get(`${order(ID)}?$select=serviceArea_code`)).data.serviceArea_code

/** Takes an order of the machine tool, whose device class asks for no evidence, and has a technician complete it. */
async function complete(technician_ID: string, resolution_code = 'REPAIRED'): Promise<string> {
  const ID = await takeOrder(app, { symptom: `Spindle makes a loud noise ${cds.utils.uuid()}` })
  await step(ID, 'release')
  await repair(ID, technician_ID, resolution_code)
  return ID
}
async function repair(ID: string, technician_ID: string, resolution_code = 'REPAIRED') {
  await step(ID, 'assign', { technician_ID })
  await step(ID, 'start')
  await step(ID, 'complete', { resolution_code, summary: 'Done' })
}
async function step(ID: string, name: string, data: object = {}) {
  const { status, data: body } = await as('dispatcher').post(action(ID, name), data)
  if (status >= 300) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`)
}

describe('the area of an order', () => {
  test('is known from the moment it comes in, by whichever way', async () => {
    expect(await areaOf(await takeOrder(app))).toBe('DE-SOUTH')
    const { data: { value: [{ ID: equipment_ID }] } } = await as('agent').get(`/odata/v4/master-data/Equipment?$filter=serialNumber eq 'MON-2041-0088'`)
    const { data } = await as('agent').post('/odata/v4/work-orders/WorkOrders', { equipment_ID, symptom: 'Screen is dark', channel_code: 'portal', IsActiveEntity: true })
    expect(await areaOf(data.ID)).toBe('CN-EAST')
  })

  test('nobody sets by hand', async () => {
    const ID = await takeOrder(app)
    await as('dispatcher').patch(order(ID), { serviceArea_code: 'BENELUX' })
    expect(await areaOf(ID)).toBe('DE-SOUTH')
  })

  test('follows a changed place for all orders, closed ones included, and leaves who changed them last', async () => {
    const before = (await as('agent').get(`/odata/v4/work-orders/WorkOrders?$filter=city eq 'Leeds'&$select=ID,modifiedAt,serviceArea_code&$orderby=ID`)).data.value
    expect(new Set(before.map((each: { serviceArea_code: string }) => each.serviceArea_code))).toEqual(new Set(['UK-GULF']))
    const area = `${DISPATCH}/ServiceAreas(code='BENELUX',IsActiveEntity=`
    await admin().post(`${area}true)/aftersales.DispatchService.draftEdit`, { PreserveChanges: true })
    await admin().post(`${area}false)/places`, { country: 'GB', postalFrom: 'LS', postalTo: 'LS' })
    expect((await admin().post(`${area}false)/aftersales.DispatchService.draftActivate`, {})).status).toBe(200)
    expect((await admin().post(`${DISPATCH}/placeOrders`, {})).data.value).toBe(before.length)
    const after = (await as('agent').get(`/odata/v4/work-orders/WorkOrders?$filter=city eq 'Leeds'&$select=ID,modifiedAt,serviceArea_code&$orderby=ID`)).data.value
    expect(after).toEqual(before.map((each: object) => ({ ...each, serviceArea_code: 'BENELUX' })))
  })
})

describe('figures kept from the work', () => {
  test('the sample figures are those that the sample orders give', async () => {
    const everything = async () => [
      (await admin().get(`${DISPATCH}/TechnicianPerformance?$orderby=technician_ID,model,faultCategory`)).data.value,
      (await admin().get(`${DISPATCH}/Technicians?$select=number,repairCount,firstTimeFixRate,ratingAverage,ratingCount,modifiedAt&$orderby=number`)).data.value
    ]
    const shipped = await everything()
    expect(shipped[0].length).toBeGreaterThan(20)
    const { TechnicianRepairs } = cds.entities('aftersales')
    const repairs = () => SELECT.from(TechnicianRepairs).orderBy('workOrder_ID')
    const written = await repairs()
    await DELETE.from(TechnicianRepairs)
    expect((await admin().post(`${DISPATCH}/rebuildPerformance`, {})).data.value).toBe(written.length)
    expect(await everything()).toEqual(shipped)
    expect(await repairs()).toEqual(written)
  })

  test('grow with every completed order, and the rating comes with its acceptance', async () => {
    const me = await technicianID(app)
    const [person, rows] = [await technician('T-1001'), await performance('T-1001')]
    const ID = await complete(me)
    const { faultCategory_code } = (await as('agent').get(`${order(ID)}?$select=faultCategory_code`)).data
    const mine = (all: { model: string; faultCategory: string; repairs: number; firstTimeFixes: number }[]) =>
      all.find(({ model, faultCategory }) => model === 'TC-420' && faultCategory === faultCategory_code) ?? { repairs: 0, firstTimeFixes: 0 }
    const after = mine(await performance('T-1001'))
    expect([after.repairs, after.firstTimeFixes]).toEqual([mine(rows).repairs + 1, mine(rows).firstTimeFixes + 1])
    expect((await technician('T-1001')).repairCount).toBe(person.repairCount + 1)
    await step(ID, 'accept', { rating: 1 })
    const rated = await technician('T-1001')
    expect(rated.ratingCount).toBe(person.ratingCount + 1)
    expect(Number(rated.ratingAverage)).toBeCloseTo((Number(person.ratingAverage) * person.ratingCount + 1) / (person.ratingCount + 1), 1)
  })

  test('a reopened repair was none for the one who did it, and counts for the one who then does it', async () => {
    const [me, other] = [await technicianID(app), await technician('T-1012')]
    const [before, otherBefore] = [await technician('T-1001'), await technician('T-1012')]
    const ID = await complete(me)
    await step(ID, 'accept', { rating: 5 })
    await step(ID, 'reopen', { reason_code: 'NOTFIXED' })
    const after = await technician('T-1001')
    expect([after.repairCount, after.ratingCount]).toEqual([before.repairCount + 1, before.ratingCount])
    expect(after.firstTimeFixRate).toBe(Math.round((Math.round(before.firstTimeFixRate * before.repairCount / 100) * 100) / after.repairCount))
    await repair(ID, other.ID)
    expect(await technician('T-1012')).toMatchObject({ repairCount: otherBefore.repairCount + 1, firstTimeFixRate: 100 })
  })

  test('two orders of one person that are completed at once both count', async () => {
    const me = await technicianID(app)
    const { repairCount } = await technician('T-1001')
    await Promise.all([complete(me), complete(me), complete(me)])
    expect((await technician('T-1001')).repairCount).toBe(repairCount + 3)
  })
})
