import cds from '@sap/cds'
import { action, errorOf, order, startApp, takeOrder, technicianID } from '../setup/app'
import { catchMails, type MailCatcher } from '../setup/mail'
import { setTime } from '../setup/time'
import { giveWarnings } from '../../srv/service-levels/warnings/handlers'

const LEVELS = '/odata/v4/service-levels'
const app = startApp()
let mail: MailCatcher

beforeAll(async () => {
  mail = await catchMails()
  Object.assign((cds.env.requires as Record<string, object>).notices, { credentials: { host: '127.0.0.1', port: mail.port }, from: 'Service <service@after-sales.example>' })
})
afterAll(() => mail.stop())

const get = async (path: string, user = 'dispatcher') => (await app.as(user).get(`${LEVELS}/${path}`)).data
const warnings = async (ID: string, kind = 'fix') =>
  (await get(`Warnings?$filter=workOrder_ID eq ${ID} and clockKind_code eq '${kind}'&$orderby=fireAt,rule_code&$expand=person`)).value
const summary = async (ID: string, kind = 'fix') => (await warnings(ID, kind)).map((each: any) => `${each.rule_code} ${each.state_code}`)
const iso = (value: string) => new Date(value).toISOString()
const at = async (instant: string) => { setTime(instant); await giveWarnings() }
const call = (user: string, ID: string, name: string, data: object = {}) => app.as(user).post(`${LEVELS}/Warnings(${ID})/aftersales.ServiceLevelService.${name}`, data)
const clock = async (ID: string, kind = 'fix') => (await get(`Clocks?$filter=workOrder_ID eq ${ID} and kind_code eq '${kind}'`)).value[0]
const take = async (user: string, ID: string, name: string, instant: string, data: object = {}) => {
  setTime(instant)
  const answer = await app.as(user).post(action(ID, name), data)
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.data)}`)
}
/** Our own people who were told of a warning. */
const toldOf = async (ID: string) =>
  (await get(`Notices?$filter=warning_ID eq ${ID} and template ne 'overdue'&$orderby=channel_code desc`, 'admin')).value.map((each: any) => `${each.channel_code} ${each.recipient}`)
const ladderOf = async (ID: string, rule: string) => (await warnings(ID)).find((each: any) => each.rule_code === rule)
/** Two shifts, Mon–Fri 6–14 and 14–22 in Stuttgart: response 1 h, fix 16 h. Monday, 7:00 there. */
const machineTool = (changes: object = {}) => takeOrder(app, { serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite', symptom: 'Spindle makes a loud noise', ...changes })
const started = async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await machineTool()
  await take('agent', ID, 'release', '2026-03-09T06:01:00Z')
  return ID
}

test('an order that comes in has its warnings planned, on the working time of its site', async () => {
  const ID = await started()
  expect((await warnings(ID)).map((each: any) => [each.rule_code, each.state_code, iso(each.fireAt)])).toEqual([
    ['half', 'Planned', '2026-03-09T14:00:00.000Z'], ['threeQuarters', 'Planned', '2026-03-09T18:00:00.000Z'],
    ['ninety', 'Planned', '2026-03-09T20:24:00.000Z'], ['beforeDue', 'Planned', '2026-03-10T05:00:00.000Z'], ['breach', 'Planned', '2026-03-10T06:00:00.001Z']
  ])
})

test('an order goes from green to yellow to red, and says which rule made it so', async () => {
  const ID = await started()
  const shown = async () => { const { level_code, rule_code } = await clock(ID); return [level_code, rule_code] }
  await at('2026-03-09T13:59:59Z')
  expect(await shown()).toEqual(['green', null])
  await at('2026-03-09T14:00:00Z')
  expect(await shown()).toEqual(['yellow', 'half'])
  await at('2026-03-10T05:00:10Z')
  expect(await shown()).toEqual(['yellow', 'beforeDue'])
  await at('2026-03-10T06:00:30Z')
  expect(await shown()).toEqual(['red', 'breach'])
  expect(iso((await clock(ID)).breachedAt)).toBe('2026-03-10T06:00:00.000Z')
  expect(await summary(ID)).toEqual(['half Open', 'threeQuarters Open', 'ninety Open', 'beforeDue Superseded', 'breach Open'])
})

test('a warning is given once, however often is looked', async () => {
  const ID = await started()
  await at('2026-03-09T14:00:00Z')
  const count = mail.mails.length
  for (let i = 0; i < 3; i++) await at('2026-03-09T14:00:00Z')
  await Promise.all([giveWarnings(), giveWarnings()])
  expect(mail.mails.length).toBe(count)
  expect((await warnings(ID)).filter((each: any) => each.firedAt)).toHaveLength(1)
})

test('nobody answers: after a quarter of an hour of working time the stand-by person is asked, then the lead, then nobody else', async () => {
  const ID = await started()
  await at('2026-03-10T05:00:00Z')
  const asked = async () => { const { person, escalationLevel, state_code } = (await warnings(ID)).find((each: any) => each.rule_code === 'beforeDue'); return [escalationLevel, person.name, state_code] }
  expect(await asked()).toEqual([1, 'Tomas Brandt', 'Open'])
  await at('2026-03-10T05:14:59Z')
  expect((await asked())[0]).toBe(1)
  await at('2026-03-10T05:15:00Z')
  expect(await asked()).toEqual([2, 'Nora Lindqvist', 'Open'])
  await at('2026-03-10T05:30:00Z')
  expect(await asked()).toEqual([3, 'Alex Morgan', 'Open'])
  await at('2026-03-10T05:59:00Z')
  expect(await asked()).toEqual([3, 'Alex Morgan', 'Open'])
  expect((await warnings(ID)).find((each: any) => each.rule_code === 'beforeDue').escalateAt).toBeNull()
})

test('who acknowledges has an hour to step in, and once it is overdue the same hour goes on; then the next level is asked', async () => {
  const ID = await started()
  await at('2026-03-10T05:00:00Z')
  const { ID: warning } = (await warnings(ID)).find((each: any) => each.rule_code === 'beforeDue')
  setTime('2026-03-10T05:10:00Z')
  const { status, data } = await call('dispatcher', warning, 'acknowledge', { comment: 'Calling the technician' })
  expect([status, data.state_code, data.acknowledgedBy, data.comment, iso(data.escalateAt)]).toEqual([200, 'Acknowledged', 'dispatcher', 'Calling the technician', '2026-03-10T06:10:00.000Z'])
  await at('2026-03-10T06:09:00Z')
  expect(await get(`Warnings(${warning})`)).toMatchObject({ escalationLevel: 1, state_code: 'Superseded', closedAt: expect.any(String), escalateAt: null })
  const breach = await ladderOf(ID, 'breach')
  expect([breach, iso(breach.escalateAt)]).toEqual([
    expect.objectContaining({ escalationLevel: 1, state_code: 'Acknowledged', acknowledgedBy: 'dispatcher', comment: 'Calling the technician' }), '2026-03-10T06:10:00.000Z'
  ])
  await at('2026-03-10T06:10:00Z')
  expect(await ladderOf(ID, 'breach')).toMatchObject({ escalationLevel: 2, state_code: 'Open' })
})

test('nobody has answered by the due date: that it is overdue is told to whoever is asked by then, not to the first again', async () => {
  const ID = await started()
  for (const instant of ['05:00', '05:15', '05:30']) await at(`2026-03-10T${instant}:00Z`)
  await at('2026-03-10T06:00:30Z')
  const breach = await ladderOf(ID, 'breach')
  expect(breach).toMatchObject({ escalationLevel: 3, state_code: 'Open', person: { name: 'Alex Morgan' }, escalateAt: null })
  expect(await toldOf(breach.ID)).toEqual(['inApp admin', 'email alex.morgan@service.example'])
})

test.each([['dispatcher', ['inApp dispatcher', 'email nora.lindqvist@service.example']], ['technician', ['inApp technician']]])(
  'whoever has acknowledged hears that it is overdue, on the rota or not, and nobody else of us does: %s', async (user, told) => {
    const ID = await started()
    await take('dispatcher', ID, 'assign', '2026-03-09T06:30:00Z', { technician_ID: await technicianID(app) })
    await at('2026-03-10T05:00:00Z')
    setTime('2026-03-10T05:10:00Z')
    expect((await call(user, (await ladderOf(ID, 'beforeDue')).ID, 'acknowledge')).status).toBe(200)
    await at('2026-03-10T06:00:30Z')
    expect(await toldOf((await ladderOf(ID, 'breach')).ID)).toEqual(told)
  })

test('what was handed over stays with that person when it is overdue', async () => {
  const ID = await started()
  await at('2026-03-10T05:50:00Z')
  const [{ ID: person_ID }] = (await get(`OnCallPersons?$filter=name eq 'Wei Chen'`)).value
  expect((await call('agent', (await ladderOf(ID, 'beforeDue')).ID, 'handOver', { person_ID })).status).toBe(200)
  await at('2026-03-10T06:00:30Z')
  expect(await ladderOf(ID, 'breach')).toMatchObject({ escalationLevel: 1, state_code: 'HandedOver', person_ID })
})

test('an outage over the due date leaves one ladder, which begins with the first person on call', async () => {
  const ID = await started()
  await at('2026-03-10T06:20:00Z')
  expect(await summary(ID)).toEqual(['half Open', 'threeQuarters Open', 'ninety Open', 'beforeDue Superseded', 'breach Open'])
  expect(await ladderOf(ID, 'breach')).toMatchObject({ escalationLevel: 1, person: { name: 'Tomas Brandt' } })
})

test('a warning is acknowledged once, not before it is given, and not by somebody without the right', async () => {
  const ID = await started()
  expect(errorOf(await call('agent', (await warnings(ID))[0].ID, 'acknowledge'))).toMatchObject({ status: 409, code: 'WARNING_WRONG_STATE' })
  await at('2026-03-10T05:00:00Z')
  const { ID: warning } = (await warnings(ID)).find((each: any) => each.rule_code === 'beforeDue')
  expect((await call('controller', warning, 'acknowledge')).status).toBe(403)
  expect((await call('agent', warning, 'acknowledge')).status).toBe(200)
  expect(errorOf(await call('agent', warning, 'acknowledge'))).toMatchObject({ status: 409, code: 'WARNING_WRONG_STATE' })
})

test('a warning is handed over to somebody else, who is told and has to answer', async () => {
  const ID = await started()
  await at('2026-03-10T05:00:00Z')
  const { ID: warning } = (await warnings(ID)).find((each: any) => each.rule_code === 'beforeDue')
  const [{ ID: person_ID }] = (await get(`OnCallPersons?$filter=name eq 'Wei Chen'`)).value
  expect(errorOf(await call('agent', warning, 'handOver', { person_ID: cds.utils.uuid() }))).toMatchObject({ status: 422, code: 'PERSON_UNKNOWN' })
  const { data } = await call('agent', warning, 'handOver', { person_ID, comment: 'Knows the machine' })
  expect([data.state_code, data.person_ID, iso(data.escalateAt)]).toEqual(['HandedOver', person_ID, '2026-03-10T05:15:00.000Z'])
  await giveWarnings()
  expect(mail.mails.at(-1)).toMatchObject({ to: 'wei.chen@service.example', subject: expect.stringContaining('已移交给您'), body: expect.stringContaining('Knows the machine') })
})

test('the repair resolves what was warned of, and what was to come is gone', async () => {
  const ID = await started()
  await take('dispatcher', ID, 'assign', '2026-03-09T06:30:00Z', { technician_ID: await technicianID(app) })
  expect(await warnings(ID, 'response')).toEqual([])
  await take('technician', ID, 'start', '2026-03-09T09:00:00Z')
  await at('2026-03-09T14:00:00Z')
  await take('technician', ID, 'complete', '2026-03-09T15:00:00Z', { resolution_code: 'REPAIRED' })
  expect(await summary(ID)).toEqual(['half Resolved'])
  expect(await clock(ID)).toMatchObject({ level_code: 'green', rule_code: null })
})

test('while the customer keeps us waiting nothing is planned and nobody is asked; afterwards both go on', async () => {
  const ID = await started()
  await take('dispatcher', ID, 'assign', '2026-03-09T06:30:00Z', { technician_ID: await technicianID(app) })
  await take('technician', ID, 'start', '2026-03-09T09:00:00Z')
  await at('2026-03-10T05:00:00Z')
  await take('technician', ID, 'hold', '2026-03-10T05:05:00Z', { reason_code: 'CUSTOMER' })
  await at('2026-03-10T05:30:00Z')
  expect((await warnings(ID)).map((each: any) => [each.rule_code, each.escalationLevel, each.escalateAt])).toEqual([
    ['half', 1, null], ['threeQuarters', 1, null], ['ninety', 1, null], ['beforeDue', 1, null]
  ])
  await take('technician', ID, 'resume', '2026-03-11T08:00:00Z')
  const [beforeDue, breach] = (await warnings(ID)).slice(-2)
  expect([beforeDue.rule_code, iso(beforeDue.escalateAt)]).toEqual(['beforeDue', '2026-03-11T08:15:00.000Z'])
  expect([breach.rule_code, breach.state_code, iso(breach.fireAt)]).toEqual(['breach', 'Planned', '2026-03-11T08:55:00.001Z'])
})

test('a lower priority gives more time: the warning is withdrawn and planned anew', async () => {
  setTime('2026-03-09T06:00:00Z')
  const ID = await takeOrder(app, { priority_code: '1' })
  await at('2026-03-09T08:30:00Z')
  expect(await summary(ID)).toEqual(['half Open', 'beforeDue Planned', 'threeQuarters Planned', 'ninety Planned', 'breach Planned'])
  await app.as('dispatcher').patch(order(ID), { priority_code: '4' })
  expect((await summary(ID)).toSorted()).toEqual(['beforeDue Planned', 'breach Planned', 'half Planned', 'half Withdrawn', 'ninety Planned', 'threeQuarters Planned'])
  expect((await clock(ID)).level_code).toBe('green')
})

test('a technician answers for own orders only, and sees who else is asked', async () => {
  const [own, other] = [await started(), await started()]
  await take('dispatcher', own, 'assign', '2026-03-09T06:30:00Z', { technician_ID: await technicianID(app) })
  await at('2026-03-10T05:00:00Z')
  const dueSoon = async (ID: string) => (await warnings(ID)).find((each: any) => each.rule_code === 'beforeDue')
  expect((await call('technician', (await dueSoon(other)).ID, 'acknowledge')).status).toBe(403)
  const { status, data } = await call('technician', (await dueSoon(own)).ID, 'acknowledge')
  expect([status, data.personName, data.acknowledgedBy]).toEqual([200, 'Tomas Brandt', 'technician'])
  expect((await get(`Warnings?$filter=workOrder_ID eq ${other}`, 'technician')).value).toEqual([])
})

test('after an outage warnings are given late and say how late', async () => {
  const ID = await started()
  await at('2026-03-10T05:42:00Z')
  const late = (await warnings(ID)).find((each: any) => each.rule_code === 'beforeDue')
  expect([late.state_code, late.lateMinutes]).toEqual(['Open', 42])
  expect(iso(late.escalateAt)).toBe('2026-03-10T05:57:00.000Z')
  const { number } = (await app.as('agent').get(`${order(ID)}?$select=number`)).data
  expect(mail.mails.find(each => each.subject.includes(number) && /Bald fällig \(Instandsetzung\)/.test(each.subject))?.subject).toContain('42 Minuten verspätet')
})

test('an order at a site in China is warned of to those who are on call there', async () => {
  setTime('2026-03-09T02:00:00Z')
  const { data: { value: [equipment] } } = await app.as('agent').get(`/odata/v4/master-data/Equipment?$filter=country eq 'CN'&$top=1`)
  const ID = await takeOrder(app, { serialNumber: equipment.serialNumber })
  const { dueAt } = await clock(ID)
  await at(iso(dueAt))
  const given = (await warnings(ID)).find((each: any) => each.rule_code === 'beforeDue')
  expect(given.person.name).toBe('Wei Chen')
})
