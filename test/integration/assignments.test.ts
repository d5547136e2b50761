import cds from '@sap/cds'
import { action, errorOf, order, startApp, takeOrder, technicianID } from '../setup/app'
import { setTime } from '../setup/time'
import { OfferRound } from '../../srv/dispatch/assignments/offer-round'

const DISPATCH = '/odata/v4/dispatch'
const NAMESPACE = 'aftersales.DispatchService'
const app = startApp()
const dispatcher = () => app.as('dispatcher')

/** A lathe in Leonberg; Miriam Steinfeld and Jonas Albrecht may repair it. */
async function released(changes: Record<string, unknown> = {}): Promise<string> {
  const ID = await takeOrder(app, changes)
  await dispatcher().post(action(ID, 'release'), {})
  return ID
}

const recommend = async (ID: string, query = '') => (await dispatcher().get(`${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.recommend(${query})`)).data
const assign = (ID: string, data: object, name = 'assign') => dispatcher().post(`${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.${name}`, data)
const answer = (ID: string, name: 'accept' | 'decline', data: object = {}, user = 'technician') => app.as(user).post(`${DISPATCH}/Assignments(${ID})/${NAMESPACE}.${name}`, data)
const visits = async (ID: string) => (await dispatcher().get(`${DISPATCH}/Assignments?$filter=workOrder_ID eq ${ID}&$orderby=offeredAt,role&$expand=factors`)).data.value
const history = async (ID: string) => (await dispatcher().get(`${order(ID)}/events?$orderby=sequence`)).data.value as { type_code: string; text: string }[]
const person = async (number: string) => (await dispatcher().get(`${DISPATCH}/Technicians?$filter=number eq '${number}'&$select=ID`)).data.value[0].ID as string

describe('assigning', () => {
  test('makes a visit at the recommended place, with the factors that spoke for it', async () => {
    const ID = await released()
    const { ranked: [first] } = await recommend(ID)
    const { status, data } = await assign(ID, { technician_ID: first.technician_ID })
    expect([status, data.status_code]).toEqual([200, 'Assigned'])
    const [visit] = await visits(ID)
    expect(visit).toMatchObject({ state_code: 'Offered', role: 'lead', technician_ID: first.technician_ID, rank: 1 })
    expect(Date.parse(visit.plannedStart)).toBeGreaterThanOrEqual(Date.parse(first.plannedStart) - 1000)
    expect(Number(visit.score)).toBeCloseTo(Number(visit.bestScore), 5)
    expect(visit.factors.map((factor: any) => factor.factor_code).sort()).toEqual(first.factors.map((factor: any) => factor.factor_code).sort())
    expect((await history(ID)).at(-1)).toMatchObject({ type_code: 'Assigned', text: expect.stringContaining('as recommended') })
  })

  test('needs a reason for somebody else than the best, and keeps both in the history', async () => {
    const ID = await released()
    const { ranked: [best, other] } = await recommend(ID)
    const refused = await assign(ID, { technician_ID: other.technician_ID })
    expect(errorOf(refused)).toMatchObject({ status: 422, code: 'OVERRULE_REASON_MISSING', target: 'overruleReason' })
    expect(await visits(ID)).toEqual([])
    expect((await assign(ID, { technician_ID: other.technician_ID, overruleReason: 'Knows the site' })).status).toBe(200)
    const [visit] = await visits(ID)
    expect(visit).toMatchObject({ rank: 2, bestTechnician_ID: best.technician_ID, overruleReason: 'Knows the site' })
    const { text } = (await history(ID)).at(-1)!
    expect([text.includes(best.name), text.includes(other.name), text.includes('Knows the site')]).toEqual([true, true, true])
  })

  test('never overrules a rule, whatever the reason', async () => {
    const ID = await released()
    const { rejected } = await recommend(ID, 'limit=50')
    const elsewhere = rejected.find((each: any) => each.rule_code === 'area')
    const { status, data } = await assign(ID, { technician_ID: elsewhere.technician_ID, overruleReason: 'Nobody else is free' })
    expect([status, data.error.code]).toEqual([422, 'RULE_FAILED'])
    expect(data.error.message).toContain(elsewhere.text)
    expect((await dispatcher().get(order(ID))).data.status_code).toBe('Released')
  })

  test('refuses a visit that a person has no time for, and says which other one there is', async () => {
    const [one, two] = [await released(), await released()]
    const { ranked: [first] } = await recommend(one)
    await assign(one, { technician_ID: first.technician_ID })
    const [{ plannedStart }] = await visits(one)
    const late = new Date(Date.parse(plannedStart) + 600_000).toISOString()
    const busy = await assign(two, { technician_ID: first.technician_ID, plannedStart: late, overruleReason: 'Close by' })
    expect(errorOf(busy)).toMatchObject({ status: 409, code: 'TECHNICIAN_BUSY' })
    expect(errorOf(busy).message).toContain((await dispatcher().get(order(one))).data.number)
  })

  test('of several dispatchers at once, one gets the person at that time', async () => {
    const orders = await Promise.all([1, 2, 3, 4].map(() => released()))
    const { ranked } = await recommend(orders[0], 'limit=50')
    const { technician_ID, plannedStart } = ranked[0]
    const answers = await Promise.all(orders.map(ID => assign(ID, { technician_ID, plannedStart, overruleReason: 'Race' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ data }) => data.error.code))).toEqual(new Set(['TECHNICIAN_BUSY']))
  })

  test('of several dispatchers at once, one gets the order', async () => {
    const ID = await released()
    const { ranked } = await recommend(ID)
    const answers = await Promise.all([0, 1, 0, 1].map(i => assign(ID, { technician_ID: ranked[i].technician_ID, overruleReason: 'Race' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect((await visits(ID)).filter((visit: any) => visit.state_code === 'Offered')).toHaveLength(1)
  })
})

test('however many assign and move at once, nobody has two visits at the same time', async () => {
  const orders = await Promise.all(Array.from({ length: 6 }, () => released()))
  const { ranked } = await recommend(orders[0], `start=${new Date(Date.now() + 3 * 86_400_000).toISOString()}`)
  const people = ranked.map((each: any) => each.technician_ID), first = Date.parse(ranked[0].plannedStart)
  const attempts = orders.flatMap((ID, i) => [0, 1, 2].map(k => ({
    ID, data: { technician_ID: people[(i + k) % people.length], plannedStart: new Date(first + ((i * 7 + k * 5) % 9) * 1_200_000).toISOString(), overruleReason: 'Rush' }
  })))
  const answers = await Promise.all(attempts.map(({ ID, data }, i) => assign(ID, data, i % 3 ? 'reassign' : 'assign')))
  expect(answers.some(({ status }) => status === 200)).toBe(true)
  expect(answers.filter(({ status }) => ![200, 409, 422].includes(status)).map(({ data }) => data)).toEqual([])
  const held = (await cds.db.run(SELECT.from('aftersales.Assignments').where({ state_code: { in: ['Offered', 'Accepted', 'Started'] }, plannedStart: { '!=': null } })))
  for (const one of held) for (const other of held)
    if (one.ID !== other.ID && one.technician_ID === other.technician_ID)
      expect(Date.parse(one.plannedEnd) <= Date.parse(other.plannedStart) || Date.parse(other.plannedEnd) <= Date.parse(one.plannedStart)).toBe(true)
})

describe('a visit follows its order', () => {
  test('when it is taken back, started, completed or cancelled', async () => {
    const states = async (ID: string) => (await visits(ID)).map((visit: any) => visit.state_code)
    const ID = await released()
    const { ranked: [first] } = await recommend(ID)
    await assign(ID, { technician_ID: first.technician_ID })
    await dispatcher().post(action(ID, 'unassign'), {})
    expect(await states(ID)).toEqual(['Withdrawn'])
    await assign(ID, { technician_ID: (await recommend(ID)).ranked[0].technician_ID })
    await dispatcher().post(action(ID, 'start'), {})
    expect((await states(ID)).sort()).toEqual(['Started', 'Withdrawn'])
    expect(errorOf(await dispatcher().post(action(ID, 'complete'), { resolution_code: 'REPAIRED', testData: 'Passed' }))).toMatchObject({ status: 200 })
    expect((await states(ID)).sort()).toEqual(['Done', 'Withdrawn'])
    const other = await released()
    await assign(other, { technician_ID: (await recommend(other)).ranked[0].technician_ID })
    await dispatcher().post(action(other, 'cancel'), { reason_code: 'DUPLICATE' })
    expect(await states(other)).toEqual(['Withdrawn'])
  })

  test('when it is assigned by its own action: without a time nothing of the day is taken', async () => {
    const ID = await released()
    expect((await dispatcher().post(action(ID, 'assign'), { technician_ID: await technicianID(app) })).status).toBe(200)
    const [visit] = await visits(ID)
    expect(visit).toMatchObject({ state_code: 'Offered', plannedStart: null, answerBy: null })
  })

  test('and the own action obeys the rules as well', async () => {
    const ID = await released()
    const { rejected } = await recommend(ID, 'limit=50')
    const elsewhere = rejected.find((each: any) => each.rule_code === 'area')
    const { status, data } = await dispatcher().post(action(ID, 'assign'), { technician_ID: elsewhere.technician_ID })
    expect([status, data.error.code]).toEqual([422, 'RULE_FAILED'])
    expect((await dispatcher().get(order(ID))).data.status_code).toBe('Released')
  })

  test('moves with it to another time or person, as one step', async () => {
    const ID = await released()
    const { ranked: [first, second] } = await recommend(ID)
    await assign(ID, { technician_ID: first.technician_ID })
    const again = { technician_ID: second.technician_ID, overruleReason: 'Swap' }
    expect(errorOf(await assign(ID, again))).toMatchObject({ status: 409, code: 'WORK_ORDER_ASSIGNED_MEANWHILE', message: expect.stringContaining(first.name) })
    expect((await assign(ID, again, 'reassign')).status).toBe(200)
    const all = await visits(ID)
    expect(all.map((visit: any) => [visit.technician_ID, visit.state_code]).sort()).toEqual(
      [[first.technician_ID, 'Withdrawn'], [second.technician_ID, 'Offered']].sort())
    expect((await dispatcher().get(order(ID))).data.technician_ID).toBe(second.technician_ID)
  })
})

describe('an offer', () => {
  test('is accepted by whom it was made to, and by nobody else', async () => {
    const ID = await released()
    const technician_ID = await technicianID(app)
    await assign(ID, { technician_ID, overruleReason: 'Test' })
    const [visit] = await visits(ID)
    expect((await answer(visit.ID, 'accept', {}, 'parts')).status).toBe(403)
    expect((await answer(visit.ID, 'accept')).status).toBe(200)
    expect((await visits(ID))[0]).toMatchObject({ state_code: 'Accepted' })
    expect(errorOf(await answer(visit.ID, 'accept'))).toMatchObject({ status: 409, code: 'ASSIGNMENT_WRONG_STATE' })
    expect((await history(ID)).at(-1)!.type_code).toBe('VisitAccepted')
  })

  test('of somebody else can be neither seen nor answered by a technician', async () => {
    const ID = await released()
    await assign(ID, { technician_ID: await person('T-1012'), overruleReason: 'Test' })
    const [visit] = await visits(ID)
    expect((await app.as('technician').get(`${DISPATCH}/Assignments(${visit.ID})`)).status).toBe(404)
    expect([403, 404]).toContain((await answer(visit.ID, 'decline', { reason_code: 'TIME' })).status)
  })

  test('that is declined passes on to the next one, and back to nobody who was asked', async () => {
    const ID = await released()
    await assign(ID, { technician_ID: await technicianID(app), overruleReason: 'Test' })
    const [visit] = await visits(ID)
    const reason_code = 'TOOL'
    expect((await answer(visit.ID, 'decline', { reason_code, comment: 'Van broken' })).status).toBe(200)
    const after = await visits(ID)
    expect(after.map((each: any) => each.state_code).sort()).toEqual(['Declined', 'Offered'])
    const next = after.find((each: any) => each.state_code === 'Offered')
    expect(next.technician_ID).toBe(await person('T-1012'))
    await answer(next.ID, 'decline', { reason_code }, 'dispatcher')
    expect((await dispatcher().get(order(ID))).data).toMatchObject({ status_code: 'Released', technician_ID: null })
    expect((await dispatcher().get(`${DISPATCH}/Technicians(ID=${await technicianID(app)},IsActiveEntity=true)`)).data.acceptanceRate).toBeLessThan(100)
  })

  test('that nobody answers in time passes on once, by however many rounds', async () => {
    const ID = await released()
    const { ranked: [first] } = await recommend(ID)
    await assign(ID, { technician_ID: first.technician_ID })
    const [{ answerBy }] = await visits(ID)
    await new OfferRound().start()
    expect(await visits(ID)).toHaveLength(1)
    setTime(new Date(Date.parse(answerBy) + 60_000).toISOString())
    await Promise.all([1, 2, 3].map(() => new OfferRound().start()))
    await new OfferRound().start()
    const after = await visits(ID)
    expect(after.map((each: any) => each.state_code).sort()).toEqual(['Expired', 'Offered'])
    expect((await history(ID)).filter(({ type_code }) => type_code === 'VisitExpired')).toHaveLength(1)
  })
})

test('work for two needs two people, at the same time', async () => {
  const db = cds.db
  await db.run(INSERT.into('aftersales.WorkRequirements').entries({ ID: cds.utils.uuid(), model: 'VM-10', crewSize: 2 }))
  const ID = await released()
  const { model } = (await dispatcher().get(order(ID))).data
  await db.run(UPDATE('aftersales.WorkRequirements').with({ model } as never).where({ crewSize: 2, model: 'VM-10' }))
  await app.as('admin').patch(`${DISPATCH}/MatchingWeights(area='*',orderType='*',factor_code='travel')`, { minutes: 120 })
  // Two weeks ahead: the days until then are as full as the tests above and the day of the week make them. The later of both starts suits both.
  const { crewSize, ranked } = await recommend(ID, `start=${new Date(Date.now() + 14 * 86_400_000).toISOString()}`)
  const plannedStart = ranked.map((each: any) => each.plannedStart).sort().at(-1)
  const lead = { technician_ID: ranked[0].technician_ID, plannedStart, overruleReason: 'Both' }
  expect(crewSize).toBe(2)
  expect(errorOf(await assign(ID, lead))).toMatchObject({ status: 422, code: 'CREW_INCOMPLETE' })
  const { ranked: helpers } = await recommend(ID, `at=${plannedStart},forSecond=true`)
  const helper = helpers.find((each: any) => each.technician_ID !== lead.technician_ID)
  const { status } = await assign(ID, { ...lead, second_ID: helper.technician_ID })
  expect(status).toBe(200)
  const both = await visits(ID)
  expect(both.map((visit: any) => visit.role).sort()).toEqual(['lead', 'second'])
  expect(new Set(both.map((visit: any) => visit.plannedStart)).size).toBe(1)
})
