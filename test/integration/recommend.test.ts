import cds from '@sap/cds'
import { action, errorOf, startApp, takeOrder } from '../setup/app'

const DISPATCH = '/odata/v4/dispatch'
const NAMESPACE = 'aftersales.DispatchService'
const app = startApp()
const dispatcher = () => app.as('dispatcher')

const recommend = async (ID: string, query = '', headers = {}) =>
  (await dispatcher().get(`${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.recommend(${query})`, { headers })).data
const numbers = (rows: { number: string }[]) => rows.map(({ number }) => number)
const ruleOf = ({ rejected }: any, number: string) => rejected.find((each: any) => each.number === number)
const person = async (number: string) => (await cds.db.run(SELECT.one.from('aftersales.Technicians').where({ number })))!
const IN_TWO_DAYS = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)

/** What somebody changes in a technician's record, through the draft as the app does it. */
async function change(number: string, work: (path: string) => Promise<unknown>): Promise<void> {
  const { ID } = await person(number)
  const [active, draft] = [true, false].map(isActive => `${DISPATCH}/Technicians(ID=${ID},IsActiveEntity=${isActive})`)
  const opened = await dispatcher().post(`${active}/${NAMESPACE}.draftEdit`, { PreserveChanges: false })
  expect(opened.status).toBeLessThan(300)
  await work(draft)
  const saved = await dispatcher().post(`${draft}/${NAMESPACE}.draftActivate`, {})
  expect([saved.status, saved.data.error]).toEqual([200, undefined])
}

test('a recommendation counts everybody, ranks those who may come and names the rule for those who may not', async () => {
  const ID = await takeOrder(app)
  const answer = await recommend(ID, 'limit=50')
  expect(answer.eligible + answer.ineligible).toBe(12)
  expect(answer.ranked).toHaveLength(answer.eligible)
  expect(answer.rejected).toHaveLength(answer.ineligible)
  const totals = answer.ranked.map(({ total }: any) => Number(total))
  expect(totals).toEqual([...totals].sort((a, b) => b - a))
  for (const { factors, total, plannedStart, plannedEnd } of answer.ranked) {
    expect(factors).toHaveLength(8)
    expect(factors.reduce((sum: number, { contribution }: any) => sum + Number(contribution), 0)).toBeCloseTo(Number(total), 1)
    expect(Date.parse(plannedEnd) - Date.parse(plannedStart)).toBeGreaterThanOrEqual(answer.minutes * 60_000)
  }
  for (const { rule_code, ruleName, text } of answer.rejected) expect([rule_code, ruleName, text].every(Boolean)).toBe(true)
  expect(ruleOf(answer, 'T-1011')).toMatchObject({ rule_code: 'active' })
})

test('two recommendations on the same data are the same, whoever asks, and a limit cuts lists, not counts', async () => {
  const ID = await takeOrder(app)
  const start = `${IN_TWO_DAYS}T08:00:00Z`
  const [first, second] = [await recommend(ID, `start=${start},limit=50`), await recommend(ID, `start=${start},limit=50`)]
  expect(second).toEqual(first)
  const short = await recommend(ID, `start=${start},limit=1`)
  expect([short.ranked.length, short.rejected.length, short.eligible, short.ineligible]).toEqual([1, 1, first.eligible, first.ineligible])
  expect(short.ranked[0]).toEqual(first.ranked[0])
})

test('a certificate counts on the day of the visit, and the sentence says both dates', async () => {
  const ID = await takeOrder(app)
  const { ranked: [best] } = await recommend(ID)
  const [held] = (await cds.db.run(SELECT.from('aftersales.Certificates').where({ technician_ID: best.technician_ID, kind_code: 'MANUFACTURER' })))
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await change(best.number, draft => dispatcher().patch(`${draft}/certificates(ID=${held.ID},IsActiveEntity=false)`, { validTo: tomorrow }))
  const later = await recommend(ID, `start=${IN_TWO_DAYS}T00:00:00Z,limit=50`)
  const { rule_code, text, facts } = ruleOf(later, best.number)
  expect(rule_code).toBe('certificate')
  expect(text).toContain(`expired ${tomorrow}`)
  expect(facts).toEqual(expect.arrayContaining([{ name: 'expired', value: tomorrow }]))
  const chinese = ruleOf(await recommend(ID, `start=${IN_TWO_DAYS}T00:00:00Z,limit=50`, { 'accept-language': 'zh-CN' }), best.number)
  expect(chinese.text).toMatch(/证书.*到期/)
  await change(best.number, draft => dispatcher().patch(`${draft}/certificates(ID=${held.ID},IsActiveEntity=false)`, { validTo: held.validTo }))
})

test('what somebody changes counts at once: absences, wishes of the customer, weights', async () => {
  const ID = await takeOrder(app)
  const start = `start=${IN_TWO_DAYS}T00:00:00Z,limit=50`
  const { ranked: [best, other] } = await recommend(ID, start)
  const absence = { kind_code: 'training', startsAt: `${IN_TWO_DAYS}T00:00:00Z`, endsAt: new Date(Date.parse(IN_TWO_DAYS) + 20 * 86_400_000).toISOString() }
  await change(best.number, draft => dispatcher().post(`${draft}/absences`, absence))
  expect(ruleOf(await recommend(ID, start), best.number)).toMatchObject({ rule_code: 'absence' })
  const { customer_ID } = (await cds.db.run(SELECT.one.from('aftersales.WorkOrders', { ID } as never)))!
  const wish = await dispatcher().post(`${DISPATCH}/CustomerPreferences`, { customer_ID, technician_ID: other.technician_ID, isExcluded: true, IsActiveEntity: true })
  expect(wish.status).toBe(201)
  expect(ruleOf(await recommend(ID, start), other.number)).toMatchObject({ rule_code: 'excluded' })
  await dispatcher().delete(`${DISPATCH}/CustomerPreferences(ID=${wish.data.ID},IsActiveEntity=true)`)
  expect(numbers((await recommend(ID, start)).ranked)).toContain(other.number)
  const weight = `${DISPATCH}/MatchingWeights(area='*',orderType='*',factor_code='cost')`
  expect((await dispatcher().patch(weight, { minutes: 33 })).status).toBe(200)
  expect((await recommend(ID, start)).ranked[0].factors.find((factor: any) => factor.factor_code === 'cost').weight).toBe(33)
  expect(errorOf(await dispatcher().patch(weight, { minutes: -1 }))).toMatchObject({ code: 'WEIGHT_OUT_OF_RANGE' })
})

test('a visit that is given takes its time from the next recommendation', async () => {
  const [one, two] = [await takeOrder(app), await takeOrder(app)]
  await dispatcher().post(action(one, 'release'), {})
  const { ranked: [first] } = await recommend(one)
  await dispatcher().post(`${DISPATCH}/WorkOrders(${one})/${NAMESPACE}.assign`, { technician_ID: first.technician_ID })
  const [visit] = (await dispatcher().get(`${DISPATCH}/Assignments?$filter=workOrder_ID eq ${one}`)).data.value
  const next = (await recommend(two, 'limit=50')).ranked.find((each: any) => each.number === first.number)
  const overlaps = Date.parse(next.plannedStart) < Date.parse(visit.plannedEnd) && Date.parse(next.plannedEnd) > Date.parse(visit.plannedStart)
  expect(overlaps).toBe(false)
  const check = await dispatcher().get(`${DISPATCH}/WorkOrders(${two})/${NAMESPACE}.check(technician_ID=${first.technician_ID},at=${visit.plannedStart})`)
  expect(check.data.rejected[0]).toMatchObject({ rule_code: 'overlap' })
})

test('other weights are tried on an order before they hold', async () => {
  const ID = await takeOrder(app)
  const before = await recommend(ID, 'limit=50')
  const { status, data: { value } } = await dispatcher().post(`${DISPATCH}/previewWeights`, {
    workOrder_ID: ID, weights: before.ranked[0].factors.map(({ factor_code }: any) => ({ factor_code, minutes: factor_code === 'knowsAsset' ? 500 : 0 }))
  })
  expect(status).toBe(200)
  expect(value.map(({ rankAfter }: any) => rankAfter)).toEqual(value.map((_: unknown, i: number) => i + 1))
  expect(numbers([...value].sort((a: any, b: any) => a.rankBefore - b.rankBefore))).toEqual(numbers(before.ranked))
  expect((await recommend(ID, 'limit=50')).ranked.map(({ total }: any) => total)).toEqual(before.ranked.map(({ total }: any) => total))
})

test('only who plans work sees why somebody is recommended', async () => {
  const ID = await takeOrder(app)
  for (const user of ['technician', 'parts', 'controller', 'auditor'])
    expect([user, (await app.as(user).get(`${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.recommend()`)).status]).toEqual([user, 403])
  expect((await dispatcher().get(`${DISPATCH}/WorkOrders(${cds.utils.uuid()})/${NAMESPACE}.recommend()`)).status).toBe(404)
})

test('a recommendation takes few statements, however many people there are', async () => {
  const ID = await takeOrder(app)
  await recommend(ID)
  const statements: string[] = []
  const db = cds.db as unknown as { prepare(sql: string): unknown }
  const prepare = db.prepare
  db.prepare = function (sql: string) {
    statements.push(sql)
    return prepare.call(this, sql)
  }
  await recommend(ID)
  db.prepare = prepare
  expect(statements.filter(sql => /FROM aftersales_/i.test(sql)).length).toBeLessThanOrEqual(4)
})
