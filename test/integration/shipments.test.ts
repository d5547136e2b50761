import { errorOf, startApp, technicianID } from '../setup/app'
import { iso, LEVELS, milestonesOf } from '../setup/milestones'
import { setTime } from '../setup/time'

const app = startApp()
const { toldOf, milestones, statuses, take, lathe, excavator, ordered, ship, report } = milestonesOf(app)

describe('a shipment', () => {
  test('stands for the milestone that its leg brings, and moves the forecast with its estimate', async () => {
    const ID = await ordered()
    const { data: shipment, status } = await ship(ID)
    expect(status).toBe(201)
    const { partsReady } = await milestones(ID)
    expect(shipment.milestone_ID).toBe(partsReady.ID)
    expect(iso(partsReady.dueAt)).toBe('2026-03-15T10:00:00.000Z')
    expect(iso(partsReady.forecastAt)).toBe('2026-03-14T04:00:00.000Z')
  
    expect((await report(shipment.ID, '2026-03-11T00:00:00Z', { type_code: 'estimateChanged', estimatedAt: '2026-03-18T04:00:00Z', reference: 'e-1' })).status).toBe(200)
    const moved = await milestones(ID)
    expect(iso(moved.partsReady.forecastAt)).toBe('2026-03-18T04:00:00.000Z')
    expect(Date.parse(moved.repaired.forecastAt)).toBeGreaterThan(Date.parse('2026-03-18T04:00:00Z'))
    expect(moved.partsReady).toMatchObject({ isLate: true, status_code: 'waiting' })
    // Told of the cause, not of all that follows from it.
    expect(toldOf(ID).filter(([, what]) => what !== 'partsShipped')).toEqual([['Shipment.Slipped', shipment.number, 4 * 1440], ['Milestone.Late', 'partsReady', 'forecast']])

    await report(shipment.ID, '2026-03-11T00:01:00Z', { type_code: 'estimateChanged', estimatedAt: '2026-03-18T04:00:00Z', reference: 'e-1' })
    expect((await app.as('parts').get(`${LEVELS}/ShipmentEvents?$filter=shipment_ID eq ${shipment.ID}`)).data.value).toHaveLength(2)
  })

  test('is entered once for each leg: the second time its number is refused', async () => {
    const ID = await ordered()
    await ship(ID)
    const again = await ship(ID)
    expect(again.status).toBe(409)
    expect(errorOf(again)).toMatchObject({ code: 'SHIPMENT_KNOWN', target: 'number' })
    expect((await ship(ID, { leg_code: 'import' })).status).toBe(201)
  })

  test('passes customs and is delivered: the milestones are reached, with its number as the evidence', async () => {
    const ID = await ordered()
    const { data: shipment } = await ship(ID)
    await report(shipment.ID, '2026-03-10T00:00:00Z', { type_code: 'pickedUp' })
    expect(await statuses(ID)).toMatchObject({ partsShipped: 'done', customsCleared: 'open' })
    await report(shipment.ID, '2026-03-12T00:00:00Z', { type_code: 'customsCleared', location: 'Perth' })
    await report(shipment.ID, '2026-03-14T05:00:00Z', { type_code: 'delivered', at: '2026-03-14T03:00:00Z' })
    const { partsReady } = await milestones(ID)
    expect(partsReady).toMatchObject({ status_code: 'done', hasEvidence: true, evidenceReference: shipment.number, lateMinutes: -31 * 60 })
    expect(iso(partsReady.doneAt)).toBe('2026-03-14T03:00:00.000Z')
    // What was told late and had happened before changes nothing.
    await report(shipment.ID, '2026-03-14T06:00:00Z', { type_code: 'delayed', at: '2026-03-13T00:00:00Z' })
    expect((await app.as('parts').get(`${LEVELS}/Shipments(${shipment.ID})`)).data.status_code).toBe('delivered')
  })

  test('that is one of two reaches the milestone only with the other', async () => {
    const ID = await ordered()
    const [{ data: first }, { data: second }] = [await ship(ID), await ship(ID, { number: `${ID.slice(0, 8)}-2` })]
    await report(first.ID, '2026-03-12T00:00:00Z', { type_code: 'delivered' })
    expect((await milestones(ID)).partsReady).toMatchObject({ status_code: 'waiting' })
    await report(second.ID, '2026-03-13T00:00:00Z', { type_code: 'delivered' })
    expect((await milestones(ID)).partsReady).toMatchObject({ status_code: 'done' })
  })

  test('can’t be evidence for another order, nor be told of what is still to come', async () => {
    const [ID, other] = [await ordered(), await excavator()]
    const { ID: milestone_ID } = (await milestones(other)).partsReady
    expect(errorOf(await ship(ID, { milestone_ID }))).toMatchObject({ status: 422, code: 'MILESTONE_OF_OTHER_ORDER' })
    expect((await ship(ID, {}, 'agent')).status).toBe(403)
    setTime('2026-03-10T00:00:00Z')
    const { data: shipment } = await ship(ID)
    expect(errorOf(await report(shipment.ID, '2026-03-10T00:00:00Z', { type_code: 'delivered', at: '2026-03-11T00:00:00Z' }))).toMatchObject({ code: 'TIME_IN_FUTURE' })
    expect(errorOf(await report(shipment.ID, '2026-03-10T00:00:00Z', { type_code: 'teleported' }))).toMatchObject({ code: 'CODE_UNKNOWN' })
    expect(errorOf(await report(shipment.ID, '2026-03-10T00:00:00Z', { type_code: 'estimateChanged' }))).toMatchObject({ code: 'ESTIMATE_MISSING' })
  })
})

describe('the breach forecast', () => {
  const risk = async (ID: string, user = 'dispatcher', language = 'en') =>
    (await app.as(user).get(`${LEVELS}/breachRisk(workOrder_ID=${ID})`, { headers: { 'Accept-Language': language } }))
  const codes = ({ data }: { data: any }) => data.reasons.map(({ code }: any) => code)

  test('tells the risk of an order with its reasons, in the reader’s language', async () => {
    const ID = await lathe()
    const before = await risk(ID)
    expect(before.data.risk).toBeGreaterThan(0)
    expect(codes(before)).toContain('noArrivalPlanned')
    const { dueAt } = before.data
    const plannedStart = new Date(Date.parse(dueAt) + 3_600_000).toISOString()
    await take('dispatcher', ID, 'assign', '2026-03-09T07:30:00Z', { technician_ID: await technicianID(app), plannedStart })
    const late = await risk(ID, 'dispatcher', 'zh-CN')
    expect(late.data.risk).toBeGreaterThan(90)
    expect(late.data.reasons[0]).toMatchObject({ code: 'arrivalAfterDue', text: '技术员计划在到期之后到达。' })
    expect(Date.parse(late.data.expectedAt)).toBeGreaterThan(Date.parse(plannedStart))
  })

  test('rests on parts that are on their way', async () => {
    const ID = await ordered()
    await ship(ID, { estimatedAt: '2026-03-20T04:00:00Z' })
    const { data } = await risk(ID)
    expect(data).toMatchObject({ risk: 100, reasons: [{ code: 'partsAfterDue' }, expect.anything()] })
    expect(Date.parse(data.expectedAt)).toBeGreaterThanOrEqual(Date.parse('2026-03-20T04:00:00Z'))
  })

  test('says nothing of an order that is done or waits for the customer, nor to those who can’t read it', async () => {
    const ID = await lathe()
    await take('agent', ID, 'cancel', '2026-03-09T08:00:00Z', { reason_code: 'DUPLICATE' })
    expect((await risk(ID)).data).toMatchObject({ risk: null, reasons: [] })
    expect((await risk(await lathe(), 'technician')).status).toBe(404)
  })
})
