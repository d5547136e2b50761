import { errorOf, order, startApp, takeOrder } from '../setup/app'
import { setTime } from '../setup/time'

const LEVELS = '/odata/v4/service-levels'
const app = startApp()
const get = (path: string, user = 'agent', config?: object) => app.as(user).get(`${LEVELS}/${path}`, config)
const post = (path: string, data: object, user = 'admin') => app.as(user).post(`${LEVELS}/${path}`, data)
const iso = (value: string | null) => (value ? new Date(value).toISOString() : null)
const call = (name: string, parameters: Record<string, string | number | undefined>) => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
  return get(`${name}(${given.map(([key], i) => `${key}=@p${i}`).join(',')})?${given.map(([, value], i) => `@p${i}=${encodeURIComponent(value!)}`).join('&')}`)
}
const text = (value: string) => `'${value}'`
const fixOf = async (ID: string) => (await call('clocksAt', { workOrder_ID: ID })).data.value.find((clock: { kind_code: string }) => clock.kind_code === 'fix')

const spans = [{ weekday: 1, startsAt: '08:00', endsAt: '12:00' }]

test('a simulation says which agreement holds for an order, why the others don’t, and when each clock is due', async () => {
  setTime('2026-02-13T08:00:00Z') // Friday, 16:00 in Shanghai; Saturday is worked for the Spring Festival that follows
  const ID = await takeOrder(app, { serialNumber: 'INF-2200-0260', symptom: 'Pump stops', executionMode_code: 'onsite' })
  const { data } = await call('simulate', { workOrder_ID: ID })
  expect(data.number).toBe('SLA-1005')
  expect(data.considered).toHaveLength(6)
  expect(data.considered[0]).toMatchObject({ number: 'SLA-1005', specificity: 1, failed: null })
  expect(data.considered.find((each: { number: string }) => each.number === 'SLA-1002')).toMatchObject({ specificity: 20, failed: 'importance' })
  expect(data.considered.find((each: { number: string }) => each.number === 'SLA-1001')).toMatchObject({ specificity: 32, failed: 'serviceContract' })
  expect(data.clocks.map((clock: any) => [clock.kind_code, iso(clock.dueAt)])).toEqual([
    ['response', '2026-02-13T10:00:00.000Z'], // 18:00
    ['arrival', '2026-02-14T08:00:00.000Z'], // two hours on Friday, six on Saturday with the lunch break between
    ['fix', '2026-02-25T08:00:00.000Z'], // the festival ends on Monday 23
    ['completion', '2026-02-27T08:00:00.000Z']
  ])
  expect(iso((await fixOf(ID)).dueAt)).toBe('2026-02-25T08:00:00.000Z')
})

test('criteria that are given count more than the order', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await takeOrder(app, { serialNumber: 'INF-2200-0260', symptom: 'Pump stops' })
  expect((await call('simulate', { workOrder_ID: ID, importance_code: text('A') })).data.number).toBe('SLA-1002')
  expect((await call('simulate', { region_code: text('SE'), importance_code: text('C'), start: '2026-06-18T14:00:00Z', timeZone: text('Europe/Stockholm') })).data)
    .toMatchObject({ number: 'SLA-1006', clocks: [{ kind_code: 'response' }, { kind_code: 'fix', pauseReasons: ['ACCESS', 'CUSTOMER', 'PART'] }] })
  const none = (await call('simulate', { region_code: text('US'), priority_code: text('2'), start: '2026-03-09T06:00:00Z' })).data
  expect(none).toMatchObject({ agreement_ID: null, clocks: [{ kind_code: 'fix', minutes: 480, calendar_code: null }] })
})

test('outside its validity at the site an agreement does not hold', async () => {
  const number = async (start: string) => (await call('simulate', { region_code: text('CN'), timeZone: text('Asia/Shanghai'), start })).data.number
  expect(await number('2025-12-31T15:59:59Z')).toBeNull()
  expect(await number('2025-12-31T16:00:00Z')).toBe('SLA-1005')
  expect(await number('2030-12-31T15:59:59Z')).toBe('SLA-1005')
  expect(await number('2030-12-31T16:00:00Z')).toBeNull()
})

test('three working hours from Friday 16:00 on office hours end on Monday at 11:00', async () => {
  const { data } = await call('dueDate', { calendar_code: text('OFFICE'), timeZone: text('Europe/Berlin'), start: '2026-11-20T15:00:00Z', minutes: 180 })
  expect(iso(data.dueAt)).toBe('2026-11-23T10:00:00.000Z')
  expect(data.workingTimes.map((each: any) => [iso(each.startsAt), iso(each.endsAt)])).toEqual([
    ['2026-11-20T15:00:00.000Z', '2026-11-20T16:00:00.000Z'], ['2026-11-23T08:00:00.000Z', '2026-11-23T10:00:00.000Z']
  ])
})

test('questions that make no sense are refused by field', async () => {
  const preview = { calendar_code: text('OFFICE'), start: '2026-11-20T15:00:00Z', minutes: 60 }
  expect(errorOf(await call('dueDate', { ...preview, timeZone: text('Europe/Atlantis') }))).toMatchObject({ status: 422, code: 'TIME_ZONE_UNKNOWN', target: 'timeZone' })
  expect(errorOf(await call('dueDate', { ...preview, calendar_code: text('NONE') }))).toMatchObject({ status: 422, code: 'CODE_UNKNOWN', target: 'calendar_code' })
  expect(errorOf(await call('dueDate', { ...preview, minutes: -1 }))).toMatchObject({ status: 422, code: 'MINUTES_NEGATIVE', target: 'minutes' })
  expect(errorOf(await call('dueDate', { ...preview, minutes: 2_000_000_000 }))).toMatchObject({ status: 422, code: 'CALENDAR_TOO_SHORT', target: 'minutes' })
  expect(errorOf(await call('simulate', { priority_code: text('9') }))).toMatchObject({ status: 422, code: 'CODE_UNKNOWN', target: 'priority_code' })
  expect((await call('simulate', { workOrder_ID: '11111111-1111-4111-8111-111111111111' })).status).toBe(404)
})

test('an agreement that nobody could keep is not saved, and every message stands at its field', async () => {
  const agreement = { number: 'SLA-T1', name: 'Test', calendar_code: 'OFFICE', targets: [{ clock_code: 'fix', minutes: 60 }] }
  const refused = async (changes: object) => errorOf(await post('Agreements', { ...agreement, ...changes }))
  expect(await refused({ validFrom: '2026-05-01', validTo: '2026-04-30' })).toMatchObject({ status: 400, code: 'VALIDITY_REVERSED' })
  expect(await refused({ targets: [{ clock_code: 'fix', minutes: 0 }] })).toMatchObject({ status: 400, code: 'MINUTES_NOT_POSITIVE' })
  expect(await refused({ targets: [{ clock_code: 'lunch', minutes: 5 }] })).toMatchObject({ status: 400 })
  expect(await refused({ targets: [{ clock_code: 'fix', minutes: 2_000_000_000 }] })).toMatchObject({ status: 422, code: 'CALENDAR_TOO_SHORT' })
  expect(await refused({ calendar_code: 'NONE' })).toMatchObject({ status: 400 })
  expect(await refused({ number: '' })).toMatchObject({ status: 400 })
  expect((await get(`Agreements/$count?$filter=number eq 'SLA-T1' and IsActiveEntity eq true`)).data).toBe(0)
})

test('a calendar needs hours, days of a week and a zone that exist', async () => {
  const calendar = { code: 'TEST', name: 'Test', spans }
  const refused = async (changes: object) => errorOf(await post('Calendars', { ...calendar, ...changes }))
  expect(await refused({ code: 'T1', timeZone: 'Europe/Atlantis' })).toMatchObject({ status: 422, code: 'TIME_ZONE_UNKNOWN' })
  expect(await refused({ code: 'T2', spans: [] })).toMatchObject({ status: 422, code: 'CALENDAR_WITHOUT_SPANS' })
  expect(await refused({ code: 'T3', spans: [{ weekday: 8, startsAt: '08:00', endsAt: '12:00' }] })).toMatchObject({ status: 400, code: 'WEEKDAY_UNKNOWN' })
  expect(await refused({ code: 'T4', spans: [{ weekday: 1, startsAt: '08:60', endsAt: '12:00' }] })).toMatchObject({ status: 400, message: expect.stringContaining('such as 08:30') })
  expect(await refused({ code: 'T5', exceptions: [{ day: '2026-05-01', startsAt: '08:00' }] })).toMatchObject({ status: 400, code: 'SPAN_INCOMPLETE' })
  expect((await post('Calendars', calendar)).status).toBe(201)
})

test('a change of a calendar counts from the next question on', async () => {
  const due = async () => iso((await call('dueDate', { calendar_code: text('CHANGING'), timeZone: text('Europe/Berlin'), start: '2026-11-23T06:00:00Z', minutes: 60 })).data.dueAt)
  await post('Calendars', { code: 'CHANGING', name: 'Changing', holidayRegion_code: 'DE', spans })
  expect(await due()).toBe('2026-11-23T08:00:00.000Z')
  const added = await post('Holidays', { region_code: 'DE', day: '2026-11-23', name: 'Works outing' })
  expect(added.status).toBe(201)
  expect(await due()).toBe('2026-11-30T08:00:00.000Z')
  await app.as('admin').delete(`${LEVELS}/Holidays(ID=${added.data.ID},IsActiveEntity=true)`)
  expect(await due()).toBe('2026-11-23T08:00:00.000Z')
  const [span] = (await get(`Calendars(code='CHANGING',IsActiveEntity=true)/spans`)).data.value
  const patched = await app.as('admin').patch(`${LEVELS}/Calendars(code='CHANGING',IsActiveEntity=true)/spans(ID=${span.ID},IsActiveEntity=true)`, { startsAt: '10:00' })
  expect(patched.status).toBe(200)
  expect(await due()).toBe('2026-11-23T10:00:00.000Z')
})

test('an agreement changed after the order came in counts until the release, then only when it is applied', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await takeOrder(app, { serialNumber: 'WAS-0009-7701', symptom: 'Drum does not turn' })
  expect(iso((await fixOf(ID)).dueAt)).toBe('2026-03-13T16:00:00.000Z')
  const { data: { value: [{ ID: agreement, targets }] } } = await get(`Agreements?$filter=number eq 'SLA-1006'&$expand=targets`)
  const target = targets.find((each: { clock_code: string }) => each.clock_code === 'fix')
  const change = (minutes: number) =>
    app.as('admin').patch(`${LEVELS}/Agreements(ID=${agreement},IsActiveEntity=true)/targets(ID=${target.ID},IsActiveEntity=true)`, { minutes })
  expect((await change(8 * 60)).status).toBe(200)
  await app.as('agent').post(`${order(ID)}/aftersales.WorkOrderService.release`, {})
  expect(iso((await fixOf(ID)).dueAt)).toBe('2026-03-09T16:00:00.000Z')
  await change(40 * 60)
  expect(iso((await fixOf(ID)).dueAt)).toBe('2026-03-09T16:00:00.000Z')
  const { data } = await post('redetermine', { workOrder_ID: ID, text: 'Amendment 2' }, 'dispatcher')
  const fix = data.value.find((clock: { kind_code: string }) => clock.kind_code === 'fix')
  expect(iso(fix.dueAt)).toBe('2026-03-13T16:00:00.000Z')
  expect(fix.earlierTargets.map((each: any) => [iso(each.dueAt), each.reason])).toEqual([['2026-03-13T16:00:00.000Z', 'agreement'], ['2026-03-09T16:00:00.000Z', 'agreement']])
  expect(iso((await app.as('agent').get(order(ID))).data.promisedAt)).toBe('2026-03-13T16:00:00.000Z')
})

test('agreements are read by those who deal with customers, and changed by Admin only', async () => {
  for (const [user, status] of [['agent', 200], ['dispatcher', 200], ['controller', 200], ['auditor', 200], ['admin', 200], ['technician', 403], ['parts', 403]] as const)
    expect([user, (await get('Agreements', user)).status]).toEqual([user, status])
  expect((await get('Calendars', 'technician')).data.value.length).toBeGreaterThan(3)
  for (const user of ['dispatcher', 'technician', 'auditor'])
    for (const entity of ['Agreements', 'Calendars', 'Holidays']) expect([user, entity, (await post(entity, {}, user)).status]).toEqual([user, entity, 403])
  expect((await get('Clocks?$expand=agreement', 'technician')).status).toBe(403)
})

test('holidays and agreements have their names in Chinese', async () => {
  const chinese = { headers: { 'accept-language': 'zh-CN' } }
  expect((await get(`Holidays?$filter=region_code eq 'CN' and day eq 2026-02-17`, 'agent', chinese)).data.value[0].name).toBe('春节')
  expect((await get(`Agreements?$filter=number eq 'SLA-1005'`, 'agent', chinese)).data.value[0].name).toBe('中国标准协议')
})

test('a changed holiday moves the due dates of orders that are open', async () => {
  await post('Calendars', { code: 'DAILY', name: 'Daily', holidayRegion_code: 'US', spans: [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, startsAt: '00:00', endsAt: '24:00' })) })
  await post('Agreements', { number: 'SLA-T2', name: 'Daily', customer_ID: '2db70134-dab1-5ec7-861e-b82177f30fa6', calendar_code: 'DAILY', targets: [{ clock_code: 'fix', minutes: 60 }] })
  const ID = await takeOrder(app, { serialNumber: 'VEN-3107-0055', symptom: 'Ventilator alarm' })
  const promised = async () => Date.parse((await app.as('agent').get(order(ID))).data.promisedAt)
  const due = await promised()
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago', dateStyle: 'short' })
  const days = [...new Set([0, 1].map(hours => today.format(Date.now() + hours * 3_600_000)))]
  for (const day of days) expect((await post('Holidays', { region_code: 'US', day, name: 'Unplanned' })).status).toBe(201)
  for (let tries = 0; (await promised()) === due && tries < 40; tries++) await new Promise(resolve => setTimeout(resolve, 250))
  expect(await promised()).toBeGreaterThan(due)
  const clock = (await get(`Clocks?$filter=workOrder_ID eq ${ID}`)).data.value[0]
  expect(Date.parse(clock.dueAt)).toBe(await promised())
})

test('a calendar or an agreement that is in use is not deleted', async () => {
  const { data: { value: [{ ID }] } } = await get(`Agreements?$filter=number eq 'SLA-1005'`)
  await takeOrder(app, { serialNumber: 'INF-2200-0260', symptom: 'Pump stops' })
  expect(errorOf(await app.as('admin').delete(`${LEVELS}/Agreements(ID=${ID},IsActiveEntity=true)`))).toMatchObject({ status: 409, code: 'AGREEMENT_IN_USE' })
  expect(errorOf(await app.as('admin').delete(`${LEVELS}/Calendars(code='CN-WEEK',IsActiveEntity=true)`))).toMatchObject({ status: 409, code: 'CALENDAR_IN_USE' })
  const unused = await post('Calendars', { code: 'UNUSED', name: 'Unused', spans })
  expect(unused.status).toBe(201)
  expect((await app.as('admin').delete(`${LEVELS}/Calendars(code='UNUSED',IsActiveEntity=true)`)).status).toBe(204)
})

test('an agreement is edited as a draft, and counts when it is saved', async () => {
  const { data: { value: [{ ID }] } } = await get(`Agreements?$filter=number eq 'SLA-1004'`)
  const path = (isActive: boolean) => `${LEVELS}/Agreements(ID=${ID},IsActiveEntity=${isActive})`
  const minutes = async () => (await call('simulate', { customer_ID: '573272d8-697c-5e66-a32d-9100a9f72258', timeZone: text('Australia/Perth') })).data.clocks
    .find((clock: { kind_code: string }) => clock.kind_code === 'fix').minutes
  expect((await app.as('admin').post(`${path(true)}/draftEdit`, { PreserveChanges: true })).status).toBe(201)
  const [target] = (await app.as('admin').get(`${path(false)}/targets?$filter=clock_code eq 'fix'`)).data.value
  await app.as('admin').patch(`${path(false)}/targets(ID=${target.ID},IsActiveEntity=false)`, { minutes: 0 })
  expect(errorOf(await app.as('admin').post(`${path(false)}/draftActivate`, {}))).toMatchObject({ status: 400, code: 'MINUTES_NOT_POSITIVE' })
  await app.as('admin').patch(`${path(false)}/targets(ID=${target.ID},IsActiveEntity=false)`, { minutes: 1200 })
  expect(await minutes()).toBe(2160)
  expect((await app.as('admin').post(`${path(false)}/draftActivate`, {})).status).toBe(200)
  expect(await minutes()).toBe(1200)
})
