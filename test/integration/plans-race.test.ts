import cds from '@sap/cds'
import fc from 'fast-check'
import { startApp, technicianID } from '../setup/app'
import { clearArea, MONDAY, overlaps, planner, visitOf } from '../setup/planning'
import { setTime } from '../setup/time'

const app = startApp()
const { released, act, give, held, history, planned } = planner(app)
const SLOTS = ['2027-03-01T08:00:00Z', '2027-03-01T09:30:00Z', '2027-03-01T13:00:00Z', '2027-03-02T08:00:00Z']

/** What several dispatchers do at the same moment. */
const deeds = fc.array(fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('publish' as const), plan: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('assign' as const, 'reassign' as const), order: fc.nat(5), person: fc.nat(1), slot: fc.nat(4) }) }
), { minLength: 4, maxLength: 9 })

test('whatever is published, assigned and moved at the same moment: nobody has two visits at once, and each order one at most', async () => {
  await fc.assert(fc.asyncProperty(deeds, async all => {
    setTime(MONDAY)
    await clearArea()
    const people = [await technicianID(app), (await cds.db.run(SELECT.one.from('aftersales.Technicians').columns('ID').where({ number: 'T-1012' }))).ID]
    const orders: string[] = []
    for (let i = 0; i < 6; i++) orders.push(await released())
    for (const i of [0, 1]) await give(orders[i], { technician_ID: people[i], plannedStart: SLOTS[2] })
    const plans = [await planned({ maxIterations: 300 }), await planned({ maxIterations: 300, seed: 7 })]
    // A slot of the plan itself is where the race is closest.
    const startOf = (deed: { order: number; slot: number }) => SLOTS[deed.slot] ?? visitOf(plans[0], orders[deed.order])?.plannedStart
    const answers = await Promise.all(all.map(deed => deed.kind === 'publish'
      ? act(plans[deed.plan].ID, 'publish')
      : give(orders[deed.order], { technician_ID: people[deed.person], plannedStart: startOf(deed) }, deed.kind)))
    expect(answers.map(({ status }) => status).filter(status => ![200, 409, 422].includes(status))).toEqual([])
    expect(overlaps(await held('plannedStart ne null'))).toEqual([])
    for (const ID of orders) await expectWhole(ID)
  }), { numRuns: 8, seed: 5, endOnFailure: true })
}, 600_000)

/** The order, its visit and its history say the same. */
async function expectWhole(ID: string): Promise<void> {
  const order = await cds.db.run(SELECT.one.from('aftersales.WorkOrders').columns('status_code', 'technician_ID', 'plannedStart', 'eventCount').where({ ID }))
  const visits = await held(`workOrder_ID eq ${ID}`), events = await history(ID)
  expect(visits.map(({ technician_ID, plannedStart }) => ({ technician_ID, at: Date.parse(plannedStart) })))
    .toEqual(order.status_code === 'Assigned' ? [{ technician_ID: order.technician_ID, at: Date.parse(order.plannedStart) }] : [])
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => i + 1))
  expect([events.length, events.at(-1).toStatus_code]).toEqual([order.eventCount, order.status_code])
  expect(events.slice(1).map(({ fromStatus_code }) => fromStatus_code)).toEqual(events.slice(0, -1).map(({ toStatus_code }) => toStatus_code))
}
