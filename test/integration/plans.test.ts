import cds from '@sap/cds'
import { action, errorOf, order, startApp, technicianID } from '../setup/app'
import { setTime } from '../setup/time'
import { workOnPlans } from '../../srv/dispatch/plans/handlers'
import { clearArea, DAYS, DISPATCH, forgetWhatIsKept, MONDAY, overlaps, planner, visitOf } from '../setup/planning'

const app = startApp()
const { dispatcher, released, optimize, read, act, give: assign, held, history, planned } = planner(app)

beforeEach(async () => {
  setTime(MONDAY)
  await clearArea()
})

describe('a plan', () => {
  test('proposes a visit for every order, with figures before and after, and changes nothing yet', async () => {
    const orders = [await released(), await released(), await released()]
    const plan = await planned()
    expect(plan).toMatchObject({ state_code: 'Ready', progress: 100, orderCount: 3, addedCount: 3, unservedBefore: 3, unservedAfter: 0, unserved: [] })
    for (const ID of orders) {
      expect(visitOf(plan, ID)).toMatchObject({ change_code: 'added', startBefore: null, technicianBefore_ID: null, isFixed: false })
      expect((await dispatcher().get(order(ID))).data.status_code).toBe('Released')
    }
    expect(plan.travelAfter).toBeGreaterThan(0)
    const figure = (code: string) => plan.figures.find((each: any) => each.figure_code === code)
    expect([figure('served').valueBefore, figure('served').valueAfter].map(Number)).toEqual([0, 3])
    expect(Number(figure('termTravel').valueAfter)).toBe(Number(figure('travel').valueAfter))
    expect(await held(`plannedStart ne null`)).toEqual([])
  })

  test('says of an order without a visit why, in the language of the reader', async () => {
    const ID = await released()
    await cds.db.run(UPDATE('aftersales.WorkOrders').with({ model: 'NOBODY-1' } as never).where({ ID }))
    await cds.db.run(INSERT.into('aftersales.WorkRequirements').entries({ ID: cds.utils.uuid(), model: 'NOBODY-1', certificate_code: 'ISO-DEF', minutes: 60 }))
    await forgetWhatIsKept()
    const plan = await planned()
    expect(plan.unservedAfter).toBe(1)
    expect(plan.unserved[0]).toMatchObject({ workOrder_ID: ID, reason_code: 'nobody', rule_code: 'certificate', text: expect.stringContaining('technicians may do it') })
    const { data } = await dispatcher().get(`${DISPATCH}/PlanUnserved(${plan.unserved[0].ID})?$select=text`, { headers: { 'Accept-Language': 'zh-CN' } })
    expect(data.text).toContain('技术员')
  })

  test('leaves work for a crew to the dispatcher, and says so in the language of the reader', async () => {
    const ID = await released()
    await cds.db.run(UPDATE('aftersales.WorkOrders').with({ model: 'CREW-1' } as never).where({ ID }))
    await cds.db.run(INSERT.into('aftersales.WorkRequirements').entries({ ID: cds.utils.uuid(), model: 'CREW-1', crewSize: 2 }))
    await forgetWhatIsKept()
    const { unservedAfter, unserved: [row] } = await planned()
    expect(unservedAfter).toBe(1)
    expect(row).toMatchObject({ workOrder_ID: ID, reason_code: 'crew', text: 'It takes more than one person: give it to a crew by hand.' })
    const { data } = await dispatcher().get(`${DISPATCH}/PlanUnserved(${row.ID})?$select=text`, { headers: { 'Accept-Language': 'zh-CN' } })
    expect(data.text).toBe('需要多人协作，请手动派单。')
  })

  test('is read by whoever plans, not by technicians', async () => {
    expect((await app.as('technician').get(`${DISPATCH}/Plans`)).status).toBe(403)
    expect((await app.as('technician').get(`${DISPATCH}/PlanVisits`)).status).toBe(403)
    expect((await app.as('technician').post(`${DISPATCH}/optimize`, DAYS)).status).toBe(403)
    expect((await app.as('auditor').get(`${DISPATCH}/Plans`)).status).toBe(200)
    expect((await app.as('auditor').post(`${DISPATCH}/optimize`, DAYS)).status).toBe(403)
  })

  test('is the only one of its area while it waits or runs', async () => {
    await released()
    const answers = await Promise.all([optimize(), optimize(), optimize()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(errorOf(answers.find(({ status }) => status === 409)!)).toMatchObject({ code: 'PLAN_AREA_BUSY' })
    await workOnPlans()
    expect((await optimize()).status).toBe(200)
    await workOnPlans()
  })

  test('is refused for days that are over or too many, and for areas that nobody knows', async () => {
    expect(errorOf(await optimize({ from: '2027-02-01' }))).toMatchObject({ status: 422, code: 'PLAN_DAYS_WRONG' })
    expect(errorOf(await optimize({ to: '2027-05-01' }))).toMatchObject({ status: 422, code: 'PLAN_DAYS_WRONG' })
    expect(errorOf(await optimize({ area_code: 'ATLANTIS' }))).toMatchObject({ status: 422, code: 'PLAN_AREA_UNKNOWN' })
    expect(errorOf(await optimize({ seconds: 100_000 }))).toMatchObject({ status: 422, code: 'PLAN_SECONDS_WRONG' })
  })

  test('that is stopped stays stopped', async () => {
    await released()
    const { data: { ID } } = await optimize({ seconds: 60, maxIterations: null })
    await new Promise(resolve => setTimeout(resolve, 500))
    expect((await act(ID, 'cancel')).data.state_code).toBe('Cancelled')
    await workOnPlans()
    expect(await read(ID)).toMatchObject({ state_code: 'Cancelled', visits: [] })
    expect(errorOf(await act(ID, 'publish'))).toMatchObject({ status: 409, code: 'PLAN_WRONG_STATE' })
  })

  test('whose process died is taken up once more, and has failed when that happens again', async () => {
    await released()
    const plan = await planned()
    const leave = (attempts: number) => cds.db.run(UPDATE('aftersales.Plans').with({ state_code: 'Running', busyArea: 'DE-SOUTH', attempts, leaseUntil: '2027-03-01T03:59:00Z' } as never).where({ ID: plan.ID }))
    await cds.db.run(DELETE.from('aftersales.PlanVisits').where({ plan_ID: plan.ID }))
    await cds.db.run(DELETE.from('aftersales.PlanFigures').where({ plan_ID: plan.ID }))
    await cds.db.run(DELETE.from('aftersales.PlanTechnicians').where({ plan_ID: plan.ID }))
    await leave(1)
    await workOnPlans()
    expect(await read(plan.ID)).toMatchObject({ state_code: 'Ready', addedCount: 1 })
    await leave(2)
    await workOnPlans()
    expect(await read(plan.ID)).toMatchObject({ state_code: 'Failed', failure: expect.stringContaining('interrupted') })
    expect((await optimize()).status).toBe(200)
    await workOnPlans()
  })

  test('that another process works on is left to it', async () => {
    await released()
    const plan = await planned()
    await cds.db.run(UPDATE('aftersales.Plans').with({ state_code: 'Running', leaseUntil: '2027-03-01T04:00:10Z' } as never).where({ ID: plan.ID }))
    await workOnPlans()
    expect((await read(plan.ID)).state_code).toBe('Running')
  })
})

describe('publishing', () => {
  test('gives all visits at once, and the histories say by which plan', async () => {
    const orders = [await released(), await released(), await released()]
    const plan = await planned()
    expect((await act(plan.ID, 'publish')).data).toMatchObject({ state_code: 'Published', publishedBy: 'dispatcher' })
    for (const ID of orders) {
      const { data } = await dispatcher().get(order(ID))
      const visit = visitOf(plan, ID)
      expect(data).toMatchObject({ status_code: 'Assigned', technician_ID: visit.technician_ID })
      expect(Date.parse(data.plannedStart)).toBe(Date.parse(visit.plannedStart))
      expect(await held(`workOrder_ID eq ${ID}`)).toMatchObject([{ technician_ID: visit.technician_ID, state_code: 'Offered', answerBy: null }])
      expect((await history(ID)).at(-1)).toMatchObject({ type_code: 'Assigned', text: expect.stringContaining(plan.number) })
    }
    expect(errorOf(await act(plan.ID, 'publish'))).toMatchObject({ status: 409, code: 'PLAN_WRONG_STATE' })
  })

  test('means for clocks, milestones, forecasts and customers what assigning each order would have meant', async () => {
    const machine = { serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite' }
    const [alone, ...together] = [await released(machine), await released(machine), await released(machine)]
    const { data: { ranked: [first] } } = await dispatcher().get(`${DISPATCH}/WorkOrders(${alone})/aftersales.DispatchService.recommend(limit=1)`)
    await assign(alone, { technician_ID: first.technician_ID })
    await cds.db.run(UPDATE('aftersales.Assignments').with({ isPinned: true } as never).where({ workOrder_ID: alone }))
    const plan = await planned()
    const before = await Promise.all(together.map(traces))
    expect((await act(plan.ID, 'publish')).status).toBe(200)
    const expected = await traces(alone)
    expect(expected).toMatchObject({ clocks: expect.arrayContaining([['response', 'stopped', 'stopped Assigned']]), occasions: ['visit'] })
    for (const [i, ID] of together.entries()) {
      expect(await traces(ID)).toEqual(expected)
      expect(before[i]).not.toEqual(expected)
    }
  })

  test('gives back and gives anew what it moves, with one history', async () => {
    const technician_ID = await technicianID(app)
    const [ill, other] = [await released(), await released()]
    for (const [i, ID] of [ill, other].entries()) await assign(ID, { technician_ID, plannedStart: `2027-03-0${i + 1}T09:00:00Z` })
    const plan = await planned({ technician_ID, reason: 'Ill' }, 'replan')
    expect((await act(plan.ID, 'publish')).status).toBe(200)
    for (const ID of [ill, other]) {
      const events = await history(ID)
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => i + 1))
      expect(events.slice(-2)).toMatchObject([
        { type_code: 'Unassigned', fromStatus_code: 'Assigned', toStatus_code: 'Released', userId: 'dispatcher', text: expect.stringContaining(plan.number) },
        { type_code: 'Assigned', fromStatus_code: 'Released', toStatus_code: 'Assigned', userId: 'dispatcher', text: expect.stringContaining(plan.number) }
      ])
      const visits = await cds.db.run(SELECT.from('aftersales.Assignments').columns('state_code').where({ workOrder_ID: ID }).orderBy('state_code'))
      expect(visits.map(({ state_code }: any) => state_code)).toEqual(['Offered', 'Withdrawn'])
    }
  })

  test('writes nothing when an order has changed meanwhile, and names it', async () => {
    const [one, two] = [await released(), await released()]
    const plan = await planned()
    await dispatcher().post(action(two, 'cancel'), { reason_code: 'DUPLICATE' })
    const refused = errorOf(await act(plan.ID, 'publish'))
    expect(refused).toMatchObject({ status: 409, code: 'PLAN_OUTDATED' })
    expect(refused.message).toContain((await dispatcher().get(order(two))).data.number)
    expect(refused.message).not.toContain((await dispatcher().get(order(one))).data.number)
    expect((await dispatcher().get(order(one))).data.status_code).toBe('Released')
    expect((await read(plan.ID)).state_code).toBe('Ready')
  })

  test('writes nothing when somebody got another visit meanwhile, and names that order', async () => {
    const ID = await released()
    const plan = await planned()
    const other = await released()
    expect((await assign(other, { technician_ID: visitOf(plan, ID).technician_ID, plannedStart: '2027-03-02T12:00:00Z' })).status).toBe(200)
    const refused = errorOf(await act(plan.ID, 'publish'))
    expect(refused).toMatchObject({ status: 409, code: 'PLAN_OUTDATED' })
    expect(refused.message).toContain((await dispatcher().get(order(other))).data.number)
    expect(await held(`workOrder_ID eq ${ID}`)).toEqual([])
  })

  test('writes nothing when somebody is away by now', async () => {
    const ID = await released()
    const plan = await planned()
    const { technician_ID } = visitOf(plan, ID)
    const absence = cds.utils.uuid()
    await cds.db.run(INSERT.into('aftersales.Absences').entries({ ID: absence, technician_ID, kind_code: 'sick', startsAt: '2027-03-01T00:00:00Z', endsAt: '2027-03-03T00:00:00Z' }))
    expect(errorOf(await act(plan.ID, 'publish'))).toMatchObject({ status: 409, code: 'PLAN_RULE_FAILED' })
    expect((await dispatcher().get(order(ID))).data.status_code).toBe('Released')
    await cds.db.run(DELETE.from('aftersales.Absences').where({ ID: absence }))
  })

  test('waits for orders that somebody is editing', async () => {
    const ID = await released()
    const plan = await planned()
    await dispatcher().post(`${order(ID)}/aftersales.WorkOrderService.draftEdit`, {})
    expect(errorOf(await act(plan.ID, 'publish'))).toMatchObject({ status: 423, code: 'PLAN_ORDERS_EDITED' })
    await dispatcher().delete(order(ID, false))
    expect((await act(plan.ID, 'publish')).status).toBe(200)
  })

  test('races with assigning: nobody ever has two visits at once', async () => {
    const orders = await Promise.all(Array.from({ length: 4 }, () => released()))
    const plan = await planned()
    const late = await Promise.all(Array.from({ length: 3 }, () => released()))
    const answers = await Promise.all([
      act(plan.ID, 'publish'),
      ...late.map((ID, i) => assign(ID, { technician_ID: visitOf(plan, orders[i]).technician_ID, plannedStart: visitOf(plan, orders[i]).plannedStart })),
      act(plan.ID, 'publish')
    ])
    expect(answers.map(({ status }) => status).filter(status => ![200, 409, 422].includes(status))).toEqual([])
    expect(answers.filter(({ status }, i) => status === 200 && [0, 4].includes(i)).length).toBeLessThanOrEqual(1)
    expect(overlaps(await held('plannedStart ne null'))).toEqual([])
    const isPublished = (await read(plan.ID)).state_code === 'Published'
    for (const ID of orders) expect((await held(`workOrder_ID eq ${ID}`)).length).toBe(isPublished ? 1 : 0)
  })

  test('is no way back: what is discarded is not published', async () => {
    await released()
    const plan = await planned()
    expect((await act(plan.ID, 'discard')).data.state_code).toBe('Discarded')
    expect((await act(plan.ID, 'publish')).status).toBe(409)
  })
})

describe('planning again', () => {
  test('leaves what is good as it is', async () => {
    const orders = [await released(), await released()]
    await act((await planned()).ID, 'publish')
    const again = await planned()
    expect(orders.map(ID => visitOf(again, ID).change_code)).toEqual(['unchanged', 'unchanged'])
    expect(again).toMatchObject({ addedCount: 0, movedCount: 0, reassignedCount: 0, droppedCount: 0, unservedBefore: 0, unservedAfter: 0 })
    expect(again.travelAfter).toBe(again.travelBefore)
  })

  test('leaves visits alone that are pinned, under way or about to begin, and plans around them', async () => {
    const technician_ID = await technicianID(app)
    const [pinned, begun, next, free] = [await released(), await released(), await released(), await released()]
    await assign(pinned, { technician_ID, plannedStart: '2027-03-01T13:00:00Z' })
    await cds.db.run(UPDATE('aftersales.Assignments').with({ isPinned: true } as never).where({ workOrder_ID: pinned }))
    setTime('2027-03-01T06:00:00Z')
    await assign(begun, { technician_ID, plannedStart: '2027-03-01T06:10:00Z' })
    await dispatcher().post(action(begun, 'start'), {})
    setTime('2027-03-01T08:40:00Z')
    expect((await assign(next, { technician_ID, plannedStart: '2027-03-01T09:30:00Z' })).status).toBe(200)
    const plan = await planned()
    for (const ID of [pinned, begun, next]) expect(visitOf(plan, ID)).toMatchObject({ change_code: 'unchanged', isFixed: true })
    expect(visitOf(plan, free)).toMatchObject({ change_code: 'added' })
    expect(Date.parse(visitOf(plan, free).plannedStart)).toBeGreaterThan(Date.parse('2027-03-01T08:40:00Z'))
    expect(overlaps(plan.visits)).toEqual([])
  })

  test('after somebody fell ill gives that day to others, says who is pushed, and keeps the rest', async () => {
    const technician_ID = await technicianID(app)
    const [ill, well] = [await released(), await released()]
    await assign(ill, { technician_ID, plannedStart: '2027-03-01T09:00:00Z' })
    const other = (await dispatcher().get(`${DISPATCH}/Technicians?$filter=number eq 'T-1012'&$select=ID`)).data.value[0].ID
    await assign(well, { technician_ID: other, plannedStart: '2027-03-01T11:00:00Z' })
    const plan = await planned({ technician_ID, reason: 'Ill' }, 'replan')
    expect(plan).toMatchObject({ isReplan: true, reason: 'Ill', absent_ID: technician_ID })
    expect(visitOf(plan, ill)).toMatchObject({ change_code: 'reassigned', technician_ID: other, technicianBefore_ID: technician_ID })
    expect(visitOf(plan, well)).toMatchObject({ change_code: 'unchanged' })
    expect((await act(plan.ID, 'publish')).status).toBe(200)
    expect(await held(`workOrder_ID eq ${ill}`)).toMatchObject([{ technician_ID: other }])
    expect((await history(ill)).slice(-2).map(({ type_code }) => type_code)).toEqual(['Unassigned', 'Assigned'])
  })

  test('for an order that cannot wait comes first, and needs a cause', async () => {
    const urgent = await released()
    const plan = await planned({ workOrder_ID: urgent }, 'replan')
    expect(visitOf(plan, urgent).change_code).toBe('added')
    expect(visitOf(plan, urgent).day).toBe('2027-03-01')
    expect(errorOf(await optimize({}, 'replan'))).toMatchObject({ status: 422, code: 'PLAN_DISRUPTION_MISSING' })
    await dispatcher().post(action(urgent, 'cancel'), { reason_code: 'DUPLICATE' })
    expect(errorOf(await optimize({ workOrder_ID: urgent }, 'replan'))).toMatchObject({ status: 422, code: 'PLAN_URGENT_ORDER_WRONG' })
  })
})

/** What the other capabilities have written of an order, as far as it is the same for orders alike. */
async function traces(workOrder_ID: string) {
  const read = (entity: string, columns: string[], key = 'workOrder_ID') => cds.db.run(SELECT.from(`aftersales.${entity}`).columns(...(columns as never[])).where({ [key]: workOrder_ID })) as Promise<any[]>
  const clocks = await read('Clocks', ['ID', 'kind_code', 'status_code']), entries = await read('ClockEvents', ['clock_ID', 'sequence', 'type_code', 'reason'])
  const last = (ID: string) => entries.filter(({ clock_ID }) => clock_ID === ID).sort((a, b) => a.sequence - b.sequence).at(-1)
  return {
    clocks: clocks.map(({ ID, kind_code, status_code }) => [kind_code, status_code, `${last(ID).type_code} ${last(ID).reason}`]).sort(),
    milestones: (await read('Milestones', ['kind_code', 'status_code', 'eventCount', 'hasEvidence'])).map(row => Object.values(row).join(' ')).sort(),
    ledger: (await read('MilestoneEvents', ['type_code', 'cause'])).map(({ type_code, cause }) => `${type_code} ${cause}`).sort(),
    chains: (await read('MilestoneChains', ['doneCount', 'progress'])).map(({ doneCount, progress }) => [doneCount, progress]),
    warnings: (await read('Warnings', ['rule_code', 'state_code'])).map(({ rule_code, state_code }) => `${rule_code} ${state_code}`).sort(),
    occasions: (await read('NoticeOccasions', ['template'])).map(({ template }) => template).filter(template => template === 'visit'),
    forecasts: (await read('BreachForecasts', ['refreshAt'])).map(({ refreshAt }) => Boolean(refreshAt)),
    visits: (await read('Assignments', ['state_code', 'role'])).map(({ state_code, role }) => `${state_code} ${role}`)
  }
}
