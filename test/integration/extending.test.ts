import fs from 'node:fs'
import cds from '@sap/cds'
import * as extend from '../../srv/extend'
import { action, errorOf, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'
import { startHost } from '../setup/host'
import { extendedModel } from '../setup/host-project'
import { partID, settled, SPARE_PARTS } from '../setup/parts'

// The samples of docs/extending.md, as a host project has them, on tables that they extend.
jest.mock('cap-after-sales/srv/extend', () => jest.requireActual('../../srv/extend'), { virtual: true })
jest.setTimeout(120_000)

const DISPATCH = '/odata/v4/dispatch', FINANCE = '/odata/v4/finance'

describe('an installation that extends the module', () => {
  const folder = extendedModel()
  const { warehouse } = jest.requireActual<{ warehouse: Map<string, string> }>('../host-project/srv/extensions')
  const app = startApp(folder, true)
  startHost(app)
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  const metadata = async (service: string, locale: string) => (await app.as('admin').get(`/odata/v4/${service}/$metadata?sap-locale=${locale}`)).data as string

  test('adds fields that drafts keep, lists show and value helps know', async () => {
    const ID = await takeOrder(app), agent = app.as('agent')
    expect((await agent.post(action(ID, 'draftEdit'), { PreserveChanges: false })).status).toBe(201)
    expect((await agent.patch(order(ID, false), { wing: 'North 3', accessRule_code: 'WARD' })).status).toBe(200)
    expect((await agent.post(action(ID, 'draftActivate', false), {})).status).toBe(200)
    const { data } = await agent.get(`${order(ID)}?$select=wing&$expand=accessRule($select=code,name)`, { headers: { 'Accept-Language': 'zh-CN' } })
    expect(data).toMatchObject({ wing: 'North 3', accessRule: { code: 'WARD', name: '病区负责人' } })
    expect((await agent.get(`${WORK_ORDERS}/WorkOrders?$filter=wing eq 'North 3'&$select=ID`)).data.value).toEqual([expect.objectContaining({ ID })])
    expect((await agent.get(`${WORK_ORDERS}/AccessRules?$select=code`)).data.value).toHaveLength(3)
  })

  test('has its labels and places in the module\'s pages, in both languages', async () => {
    const [english, chinese] = [await metadata('work-orders', 'en'), await metadata('work-orders', 'zh_CN')]
    expect(english).toContain('String="To Be Asked before Entering"')
    expect(chinese).toContain('String="楼翼"')
    const [, page] = english.split('<Annotations Target="aftersales.WorkOrderService.WorkOrders">')
    const shownIn = (annotation: string) => [...page.slice(page.indexOf(annotation)).split(/^ {8}<\/Annotation>/m)[0].matchAll(/Property="Value" Path="(\w+)"/g)].map(([, field]) => field)
    expect(shownIn('Term="UI.LineItem"')).toEqual(expect.arrayContaining(['number', 'wing']))
    expect(shownIn('Term="UI.FieldGroup" Qualifier="site"')).toEqual(expect.arrayContaining(['siteName', 'wing', 'accessRule_code']))
  })

  test('adds a factor that is shown, weighed, told in words and kept with the assignment', async () => {
    const ID = await takeOrder(app), dispatcher = app.as('admin')
    const recommend = async (locale = 'en') => (await dispatcher.get(`${DISPATCH}/WorkOrders(${ID})/aftersales.DispatchService.recommend(limit=50)`, { headers: { 'Accept-Language': locale } })).data
    const factorOf = ({ factors }: any) => factors.find((each: any) => each.factor_code === 'clearance')
    const [last] = (await recommend()).ranked.slice(-1)
    expect(factorOf(last)).toMatchObject({ name: 'Clearance', weight: 15, raw: null, text: null })
    expect(Number(factorOf(last).contribution)).toBe(0)
    const person = (isActive: boolean) => `${DISPATCH}/Technicians(ID=${last.technician_ID},IsActiveEntity=${isActive})`
    expect((await dispatcher.post(`${person(true)}/aftersales.DispatchService.draftEdit`, { PreserveChanges: false })).status).toBe(201)
    expect((await dispatcher.patch(person(false), { clearance: 3 })).status).toBe(200)
    const saved = await dispatcher.post(`${person(false)}/aftersales.DispatchService.draftActivate`, {})
    expect([saved.status, saved.data.error]).toEqual([200, undefined])
    const now = (await recommend('zh-CN')).ranked.find((each: any) => each.technician_ID === last.technician_ID)
    expect(factorOf(now)).toMatchObject({ name: '准入级别', text: '可进入最高3级病区。' })
    expect([Number(factorOf(now).score), Number(factorOf(now).contribution)]).toEqual([100, 15])
    expect(Number(now.total)).toBeCloseTo(Number(last.total) + 15, 1)
    const { data: weights } = await dispatcher.get(`${DISPATCH}/MatchingWeights?$filter=factor_code eq 'clearance'&$expand=factor`)
    expect(weights.value).toEqual([expect.objectContaining({ area: '*', minutes: 15, factor: expect.objectContaining({ name: 'Clearance', position: 20 }) })])
    await dispatcher.post(action(ID, 'release'))
    const given = await dispatcher.post(`${DISPATCH}/WorkOrders(${ID})/aftersales.DispatchService.assign`, { technician_ID: now.technician_ID, overruleReason: 'Knows the ward' })
    expect([given.status, given.data.error]).toEqual([200, undefined])
    const kept = await cds.db.run(SELECT.one.from('aftersales.AssignmentFactors').where({ factor_code: 'clearance', 'assignment.workOrder_ID': ID } as never))
    expect(Number(kept!.contribution)).toBe(15)
  })

  test('decides where costs belong before the tables do, and the trace says so', async () => {
    const determine = async (indicator: string, locale = 'en') =>
      (await app.as('controller').get(`${FINANCE}/determine(plant='1010',accountingIndicator_code='${indicator}',costType_code='part',performedOn=2026-03-02)`, { headers: { 'Accept-Language': locale } })).data
    const goodwill = await determine('goodwill')
    expect(goodwill.shares[0]).toMatchObject({ costObjectKind: 'costCenter', costObject: '10101501' })
    expect(goodwill.rules.filter((rule: any) => rule.kind === 'costObject' && rule.isHit)).toEqual([expect.objectContaining({ text: expect.stringContaining('Goodwill is borne by sales') })])
    expect((await determine('goodwill', 'zh-CN')).rules.find((rule: any) => rule.isHit && rule.kind === 'costObject').text).toContain('商誉费用由销售承担')
    const warranty = await determine('warranty')
    expect(warranty.shares[0].costObject).not.toBe('10101501')
    expect(warranty.rules.find((rule: any) => rule.text.startsWith('Goodwill'))).toMatchObject({ isHit: false, fits: false })
  })

  test('numbers the orders of a plant by themselves, and all others as before', async () => {
    const piece = async (where: object) => (await cds.db.run(SELECT.one.from('aftersales.Equipment').columns('serialNumber').where({ isActive: true, ...where })))!.serialNumber
    const numberOf = async (serialNumber: string) => (await cds.db.run(SELECT.one.from('aftersales.WorkOrders').columns('number').where({ ID: await takeOrder(app, { serialNumber }) })))!.number as string
    const german = await piece({ plant: '1010' }), other = await piece({ plant: { '!=': '1010' } })
    const [first, elsewhere, second] = [await numberOf(german), await numberOf(other), await numberOf(german)]
    expect(first).toMatch(/^DE-\d{7}$/)
    expect(elsewhere).toMatch(/^WO-\d{6}$/)
    expect(Number(second.slice(3))).toBe(Number(first.slice(3)) + 1)
  })

  test('keeps reservations in its own warehouse, through the queue, and its refusals are told', async () => {
    const workOrder_ID = await takeOrder(app), parts = app.as('parts')
    const { data: { ID }, status } = await parts.post(`${SPARE_PARTS}/reserve`, { workOrder_ID, part_ID: await partID('SP-1004'), quantity: 1, plant: '1010', storageLocation: '0001' })
    expect(status).toBe(200)
    await settled()
    const { data } = await parts.get(`${SPARE_PARTS}/Reservations(${ID})`)
    expect(data).toMatchObject({ state_code: 'Reserved', hostReservation: expect.stringMatching(/^W\d{9}$/) })
    expect(warehouse.has(data.hostReservation)).toBe(true)
    await parts.post(`${SPARE_PARTS}/Reservations(${ID})/aftersales.SparePartsService.release`, {})
    await settled()
    expect(warehouse.has(data.hostReservation)).toBe(false)
  })

  test('restricts roles further', async () => {
    const weigh = (user: string) => app.as(user).patch(`${DISPATCH}/MatchingWeights(area='*',orderType='*',factor_code='travel')`, { minutes: 100 })
    expect([(await weigh('dispatcher')).status, (await weigh('admin')).status]).toEqual([403, 200])
    expect((await app.as('dispatcher').get(`${DISPATCH}/WorkOrders?$select=ID`)).data.value).toEqual([])
    expect(errorOf(await app.as('agent').post(`${WORK_ORDERS}/importHistory`, { csv: 'eA==' })).status).toBe(403)
  })

  test('reacts to what happens, in the transaction in which it does', async () => {
    const ID = await takeOrder(app)
    const step = async (user: string, name: string, data: object = {}) => expect([name, (await app.as(user).post(action(ID, name), data)).status]).toEqual([name, 200])
    await step('dispatcher', 'release')
    await cds.db.run(DELETE.from('aftersales.WorkRequirements'))
    await cds.db.run(UPDATE('aftersales.Technicians').with({ area_code: null } as never).where({ userId: 'technician' }))
    await cds.db.run(DELETE.from('aftersales.TechnicianAreas'))
    await step('dispatcher', 'assign', { technician_ID: await technicianID(app) })
    await step('technician', 'start')
    await step('technician', 'complete', { resolution_code: 'PARTREPLACED', summary: 'Part replaced, tested.' })
    const logged = await cds.db.run(SELECT.from('erp.RepairLog').where({ workOrder_ID: ID }))
    expect(logged).toEqual([expect.objectContaining({ number: expect.stringMatching(/-\d+$/) })])
  })
})

describe('a registration that can\'t be meant', () => {
  const factor = { code: 'own', name: 'Own', minutes: 5, measure: () => 1 }
  test.each<[string, () => void, RegExp]>([
    ['a factor of the module', () => extend.matchingFactor({ ...factor, code: 'travel' }), /one of the module's own/],
    ['a weight of more than a day', () => extend.matchingFactor({ ...factor, minutes: 2000 }), /from 0 to 1440/],
    ['a factor that measures nothing', () => extend.matchingFactor({ ...factor, measure: undefined as never }), /needs a function 'measure'/],
    ['a rule without a decision', () => extend.costObjectRule({ code: 'r', name: 'R' } as never), /needs a function 'decide'/],
    ['a port that there is not', () => extend.hostPort('stocks' as never, {} as never), /no port 'stocks'/],
    ['a port with half of its functions', () => extend.hostPort('requisitions', { request: { send: async () => '1' } } as never), /'request\.find'/],
    ['a range for everything', () => extend.numberRange({ object: 'WorkOrder', prefix: 'X-', digits: 6 }), /an order type or a plant/],
    ['a prefix that is taken', () => extend.numberRange({ object: 'WorkOrder', plant: '1710', prefix: 'WO-', digits: 6 }), /is taken/]
  ])('is refused at once: %s', (_, register, words) => expect(register).toThrow(words))

  test('is refused the second time', () => {
    extend.matchingFactor({ ...factor, minutes: 0 })
    expect(() => extend.matchingFactor(factor)).toThrow(/registered already/)
  })
})
