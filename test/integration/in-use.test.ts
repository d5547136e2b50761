import cds from '@sap/cds'
import { action, errorOf, order, startApp, takeOrder } from '../setup/app'

/** What others lead to can't be deleted, and says where it is in use. */
const app = startApp()
const FINANCE = '/odata/v4/finance', LEVELS = '/odata/v4/service-levels', DISPATCH = '/odata/v4/dispatch'
const remove = (user: string, path: string, language = 'en') => app.as(user).delete(path, { headers: { 'accept-language': language } })

const USED: [user: string, path: string, where: string, inChinese: string][] = [
  ['admin', `${FINANCE}/CompanyCodes(code='1010',IsActiveEntity=true)`, 'Posting Periods|Activity Rates|Cost Object Rules|Account Rules', '作业价格|过账期间|成本对象规则|科目规则'],
  ['admin', `${LEVELS}/Regions(code='DE')`, 'Working Calendars|Holidays', '工作日历|节假日'],
  ['dispatcher', `${DISPATCH}/ServiceAreas(code='DE-SOUTH',IsActiveEntity=true)`, 'Technicians|Work Orders', '服务技术员|工单'],
  ['admin', `${DISPATCH}/SkillTags(code='HYDRAULICS')`, 'Requirements|Skills of Technicians', '要求|技术员技能']
]

test.each(USED)('%s can\'t delete %s', async (user, path, where, inChinese) => {
  const english = await remove(user, path), chinese = await remove(user, path, 'zh-CN')
  expect([english, chinese].map(({ status, data }) => [status, data.error?.code])).toEqual([[409, 'ENTRY_IN_USE'], [409, 'ENTRY_IN_USE']])
  expect(english.data.error.message).toMatch(new RegExp(`in use in “(${where})”`))
  expect(chinese.data.error.message).toMatch(new RegExp(`“(${inChinese})”中仍在使用`))
  expect((await app.as(user).get(path)).status).toBe(200)
})

test('a rule that has decided about costs stays; a new one goes', async () => {
  const ID = await takeOrder(app)
  await app.as('agent').post(`${order(ID)}/costItems`, { type_code: 'lumpSum', description: 'Visit', quantity: 1, rate: 100 })
  const { data: { value } } = await app.as('controller').get(`${FINANCE}/RepairCosts?$filter=workOrder_ID eq ${ID}&$select=costObjectRule_ID`)
  expect(value[0].costObjectRule_ID).toBeTruthy()
  const rule = (key: string) => `${FINANCE}/CostObjectRules(ID=${key},IsActiveEntity=true)`
  expect(errorOf(await remove('controller', rule(value[0].costObjectRule_ID)))).toMatchObject({ status: 409, code: 'ENTRY_IN_USE', message: expect.stringContaining('Repair Costs') })
  const { costObjectRule_ID: _, ...used } = (await cds.db.run(SELECT.one.from('aftersales.CostObjectRules').where({ ID: value[0].costObjectRule_ID })))
  const fresh = cds.utils.uuid()
  await cds.db.run(INSERT.into('aftersales.CostObjectRules').entries({ ...used, ID: fresh }))
  expect((await remove('controller', rule(fresh))).status).toBe(204)
})

test('what is part of a row goes with it, and history of it is no use', async () => {
  const ID = await takeOrder(app)
  const { data } = await app.as('agent').post(`${order(ID)}/costItems`, { type_code: 'lumpSum', description: 'Visit', quantity: 1, rate: 100 })
  expect((await remove('agent', `${order(ID)}/costItems(ID=${data.ID},IsActiveEntity=true)`)).status).toBe(204)
  expect(await cds.db.run(SELECT.from('aftersales.RepairCosts').columns('ID').where({ costItem_ID: data.ID, state_code: 'Open' }))).toEqual([])
  expect((await app.as('admin').post(`${LEVELS}/Calendars`, { code: 'SPANS', name: 'Spans', timeZone: 'Europe/Berlin', spans: [{ weekday: 1, startsAt: '08:00', endsAt: '12:00' }], IsActiveEntity: true })).status).toBe(201)
  expect((await remove('admin', `${LEVELS}/Calendars(code='SPANS',IsActiveEntity=true)`)).status).toBe(204)
})

test('where a cost comes from and what the host booked of it is not taken from a person, neither directly nor in a draft', async () => {
  const ID = await takeOrder(app), nobody = '00000000-0000-0000-0000-000000000000'
  const made = { type_code: 'lumpSum', description: 'Visit', quantity: 1, rate: 100, source_code: 'goodsIssue', hostDocument: '4900000001/2026', hostAmount: 5, reservation_ID: nobody, part_ID: nobody }
  const own = { source_code: 'manual', hostDocument: null, hostAmount: null, reservation_ID: null, part_ID: null, amount: '100.000' }
  const { data } = await app.as('agent').post(`${order(ID)}/costItems`, made)
  expect(data).toMatchObject(own)
  const { type_code: _, ...forged } = made
  expect((await app.as('agent').patch(`${order(ID)}/costItems(ID=${data.ID},IsActiveEntity=true)`, forged)).data).toMatchObject(own)
  await app.as('agent').post(action(ID, 'draftEdit'), { PreserveChanges: true })
  await app.as('agent').patch(`${order(ID, false)}/costItems(ID=${data.ID},IsActiveEntity=false)`, forged)
  await app.as('agent').post(`${order(ID, false)}/costItems`, made)
  expect((await app.as('agent').post(action(ID, 'draftActivate', false), {})).status).toBe(200)
  const { data: { value } } = await app.as('agent').get(`${order(ID)}/costItems`)
  expect(value).toEqual([expect.objectContaining(own), expect.objectContaining(own)])
})

test.each([
  ['agent', 'a technician of a cost', async () => [`${order(await takeOrder(app))}/costItems`, { type_code: 'lumpSum', description: 'x', quantity: 1, rate: 1, technician_ID: '00000000-0000-0000-0000-000000000000' }]],
  ['parts', 'the parts of a substitution', async () => ['/odata/v4/spare-parts/Substitutes', { part_ID: '00000000-0000-0000-0000-000000000000', substitute_ID: 'ffffffff-ffff-ffff-ffff-ffffffffffff', IsActiveEntity: true }]],
  ['parts', 'whose van it is', async () => ['/odata/v4/spare-parts/VanStocks', { technician_ID: '00000000-0000-0000-0000-000000000000', part_ID: '00000000-0000-0000-0000-000000000000', minimum: 1, maximum: 2, IsActiveEntity: true }]],
  ['admin', 'the keys of a priority rule', async () => ['/odata/v4/work-orders/PriorityRules', { urgency_code: 'Z', importance_code: 'Z', patientImpact_code: 'Z', priority_code: '1' }]],
  ['admin', 'a currency', async () => ["/odata/v4/dispatch/ServiceAreas", { code: 'X', name: 'X', timeZone: 'Europe/Berlin', currency_code: 'XXQ', IsActiveEntity: true }]]
] as [string, string, () => Promise<[string, object]>][])('%s: %s has to be there', async (user, _, made) => {
  const [path, row] = await made(), answer = await app.as(user).post(path, row)
  expect([answer.status, JSON.stringify(answer.data)]).toEqual([400, expect.stringContaining('ASSERT_TARGET')])
})

test('late costs wait while somebody edits the order, whose draft would take them away', async () => {
  const ID = await takeOrder(app), late = { workOrder_ID: ID, type_code: 'external', description: 'Crane', quantity: 1, rate: 10 }
  expect((await app.as('agent').post(action(ID, 'draftEdit'), { PreserveChanges: true })).status).toBe(201)
  expect(errorOf(await app.as('controller').post(`${FINANCE}/addLateCost`, late))).toMatchObject({ status: 423, code: 'WORK_ORDER_BEING_EDITED' })
  expect((await app.as('agent').post(action(ID, 'draftActivate', false), {})).status).toBe(200)
  expect((await app.as('controller').post(`${FINANCE}/addLateCost`, late)).status).toBe(200)
})

test('half of a character is refused like one that can\'t be stored', async () => {
  for (const text of ['\ud800', 'a\udc00b', 'a\u0000b']) {
    expect(errorOf(await app.as('agent').post(`${order(await takeOrder(app))}/aftersales.WorkOrderService.addNote`, { text }))).toMatchObject({ status: 400, code: 'CHARACTER_FORBIDDEN' })
  }
})
