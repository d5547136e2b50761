import cds from '@sap/cds'
import { keepForecastsNow } from '../../srv/service-levels/forecast/handlers'
import { startApp, takeOrder, technicianID } from '../setup/app'
import { iso, LEVELS, milestonesOf } from '../setup/milestones'
import { scannedBy, statementsOf } from '../setup/plans'
import { setTime } from '../setup/time'

const app = startApp()
const { lathe, take, ordered, ship, report } = milestonesOf(app)
const get = async (path: string, user = 'dispatcher') => (await app.as(user).get(`${LEVELS}/${path}`)).data
const stored = async (ID: string, user = 'dispatcher') => (await get(`BreachForecasts?$filter=workOrder_ID eq ${ID}`, user)).value[0]
const live = (ID: string) => get(`breachRisk(workOrder_ID=${ID})`)
const at = async (instant: string) => { setTime(instant); await keepForecastsNow() }
const privileged = <T>(work: () => Promise<T>) => cds.tx({ user: cds.User.privileged } as never, work as never) as unknown as Promise<T>

describe('the forecast of an order', () => {
  test('is kept by a round in the background, as it is told when asked', async () => {
    const ID = await lathe()
    expect((await stored(ID)).risk).toBeNull()
    await at('2026-03-09T08:00:00Z')
    const { risk, expectedAt, dueAt, known, reasons, computedAt } = await stored(ID)
    const now = await live(ID)
    expect({ risk, known }).toEqual({ risk: now.risk, known: now.known })
    expect([iso(expectedAt), iso(dueAt), iso(computedAt)]).toEqual([iso(now.expectedAt), iso(now.dueAt), '2026-03-09T08:00:00.000Z'])
    expect(reasons).toEqual(now.reasons.map(({ code, percent }: any) => ({ code, percent })))
  })

  test('follows what happens to the order at the next round, and the clock in a quarter of an hour', async () => {
    const ID = await lathe()
    await at('2026-03-09T08:00:00Z')
    const before = await stored(ID)
    await take('dispatcher', ID, 'assign', '2026-03-09T08:01:00Z', { technician_ID: await technicianID(app), plannedStart: new Date(Date.parse(before.dueAt) + 3_600_000).toISOString() })
    await keepForecastsNow()
    const after = await stored(ID)
    expect(after.risk).toBeGreaterThan(90)
    expect(after.reasons[0].code).toBe('arrivalAfterDue')
    await at('2026-03-09T08:15:00Z')
    expect(iso((await stored(ID)).computedAt)).toBe('2026-03-09T08:01:00.000Z')
    await at('2026-03-09T08:16:00Z')
    expect(iso((await stored(ID)).computedAt)).toBe('2026-03-09T08:16:00.000Z')
  })

  test('follows the parts that are on their way', async () => {
    const ID = await ordered()
    const { data: shipment } = await ship(ID, { estimatedAt: '2026-03-20T04:00:00Z' })
    await keepForecastsNow()
    expect(await stored(ID)).toMatchObject({ risk: 100 })
    expect(Date.parse((await stored(ID)).expectedAt)).toBeGreaterThanOrEqual(Date.parse('2026-03-20T04:00:00Z'))
    await report(shipment.ID, '2026-03-09T11:00:00Z', { type_code: 'estimateChanged', estimatedAt: '2026-03-25T04:00:00Z' })
    await keepForecastsNow()
    expect(Date.parse((await stored(ID)).expectedAt)).toBeGreaterThanOrEqual(Date.parse('2026-03-25T04:00:00Z'))
  })

  test('expects the end within the hours that were agreed for the site', async () => {
    setTime('2026-03-06T15:30:00Z') // Friday, half an hour before the end of work in Sweden
    const ID = await takeOrder(app, { serialNumber: 'WAS-0009-7701', symptom: 'Drum makes a loud noise', executionMode_code: 'onsite' })
    await at('2026-03-06T15:45:00Z')
    const [{ calendar_code }] = (await get(`clocksAt(workOrder_ID=${ID})`)).value.filter(({ kind_code }: any) => kind_code === 'fix')
    const { expectedAt } = await stored(ID)
    const hours = await get(`dueDate(calendar_code='${calendar_code}',start=${new Date(Date.parse(expectedAt) - 60_000).toISOString()},minutes=1,timeZone='Europe/Stockholm',region_code='SE')`)
    expect([calendar_code, iso(hours.dueAt)]).toEqual(['OFFICE', new Date(expectedAt).toISOString()])
    expect(Date.parse(expectedAt)).toBeGreaterThan(Date.parse('2026-03-09T00:00:00Z'))
  })

  test('says nothing while the order waits for the customer, or once it is done', async () => {
    setTime('2026-03-09T06:00:00Z')
    const [ID, cancelled] = [await takeOrder(app, { serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite' }), await lathe()]
    await take('agent', cancelled, 'cancel', '2026-03-09T08:00:00Z', { reason_code: 'DUPLICATE' })
    await take('agent', ID, 'release', '2026-03-09T08:00:00Z')
    await take('dispatcher', ID, 'assign', '2026-03-09T08:00:00Z', { technician_ID: await technicianID(app) })
    await take('technician', ID, 'start', '2026-03-09T08:10:00Z')
    await keepForecastsNow()
    expect((await stored(ID)).risk).not.toBeNull()
    await take('technician', ID, 'hold', '2026-03-09T08:20:00Z', { reason_code: 'CUSTOMER' })
    await keepForecastsNow()
    expect([(await stored(ID)).risk, (await stored(cancelled)).risk]).toEqual([null, null])
    await take('technician', ID, 'resume', '2026-03-09T08:30:00Z')
    await keepForecastsNow()
    expect((await stored(ID)).risk).not.toBeNull()
  })

  test('stands on the board beside the clock of the fix, and on no other', async () => {
    const ID = await lathe()
    await keepForecastsNow()
    const rows = (await get(`ClockBoard?$filter=workOrder_ID eq ${ID}&$orderby=kind_code`)).value
    const { risk, riskCriticality } = await stored(ID)
    for (const row of rows) expect([row.kind_code, row.risk, row.riskCriticality]).toEqual([row.kind_code, ...(row.kind_code === 'fix' ? [risk, riskCriticality] : [null, 0])])
  })

  test('is there for orders that came before there were forecasts', async () => {
    const { BreachForecasts, WorkOrders } = cds.entities('aftersales')
    const open = await privileged(() => SELECT.from(WorkOrders).columns('ID').where({ isOpen: true, promisedAt: { '!=': null }, promisePausedAt: null }) as never) as { ID: string }[]
    const known = new Set((await privileged(() => SELECT.from(BreachForecasts).columns('workOrder_ID') as never) as { workOrder_ID: string }[]).map(({ workOrder_ID }) => workOrder_ID))
    expect(open.filter(({ ID }) => !known.has(ID))).toEqual([])
  })

  test('is read by those who read the order, and by nobody else', async () => {
    const ID = await lathe()
    await keepForecastsNow()
    expect(await stored(ID, 'agent')).toBeDefined()
    expect(await stored(ID, 'technician')).toBeUndefined()
    await take('dispatcher', ID, 'assign', '2026-03-09T08:00:00Z', { technician_ID: await technicianID(app) })
    expect(await stored(ID, 'technician')).toBeDefined()
    expect((await app.as('dispatcher').patch(`${LEVELS}/BreachForecasts(workOrder_ID=${ID})`, { risk: 0 })).status).toBe(405)
  })
})

test('what is due is found, computed and told by index', async () => {
  await lathe()
  await keepForecastsNow()
  const ID = await lathe('2026-03-09T07:05:00Z')
  const statements = await statementsOf(() => keepForecastsNow())
  expect((await stored(ID)).risk).not.toBeNull()
  const scans = []
  for (const sql of statements) for (const scan of await scannedBy(sql, ['WorkOrders', 'ClockEvents', 'Shipments', 'Notices', 'BreachForecasts'])) scans.push({ scan, sql })
  expect(scans).toEqual([])
})
