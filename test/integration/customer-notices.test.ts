import cds from '@sap/cds'
import { keepForecastsNow } from '../../srv/service-levels/forecast/handlers'
import { refreshForecasts } from '../../srv/service-levels/forecast/refreshing'
import { tellCustomers } from '../../srv/service-levels/notices/occasions'
import { inTurn } from '../../srv/turns'
import { action, letTechnicianDoAll, order, startApp, takeOrder, technicianID } from '../setup/app'
import { catchMails, type MailCatcher } from '../setup/mail'
import { setTime } from '../setup/time'

const LEVELS = '/odata/v4/service-levels'
const app = startApp()
letTechnicianDoAll()
let mail: MailCatcher
const settings = () => (cds.env.requires as Record<string, any>).notices

beforeAll(async () => {
  mail = await catchMails()
  Object.assign(settings(), { credentials: { host: '127.0.0.1', port: mail.port }, from: 'Service <service@after-sales.example>' })
})
afterAll(() => mail.stop())
beforeEach(async () => {
  mail.mails.length = 0
  await cds.db.run(DELETE.from('aftersales.Assignments')) // the one technician is free again
})

const at = async (instant: string) => { setTime(instant); await keepForecastsNow() }
const step = async (ID: string, user: string, name: string, instant: string, data: object = {}) => {
  setTime(instant)
  const { status, data: answer } = await app.as(user).post(action(ID, name), data)
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  await keepForecastsNow()
}
const history = async (ID: string) => (await app.as('auditor').get(`${order(ID)}/events?$orderby=sequence`)).data.value.map(({ type_code, text, userId }: any) => [type_code, text, ...(userId ? [] : ['by itself'])])
const notices = async (ID: string) => (await app.as('admin').get(`${LEVELS}/WorkOrders(${ID})/notices?$orderby=createdAt,template`)).data.value
const subjects = () => mail.mails.map(({ subject }) => subject.replace(/WO-\d+/, 'WO'))
const told = (to: string) => mail.mails.filter(each => each.to === to)
const write = (entity: string, where: object, changes: object) =>
  cds.tx({ user: cds.User.privileged } as never, (() => UPDATE(cds.entities('aftersales')[entity]).with(changes as never).where(where)) as never)

/** A machine tool in Stuttgart: two shifts, Mon–Fri 6–14 and 14–22, fix in 16 hours. Monday 7:00; due on Tuesday at 7:00. */
const machineTool = async (changes: object = {}) => {
  setTime('2026-03-09T06:00:00Z')
  return takeOrder(app, { serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite', contactEmail: 'werk@kunde.example', ...changes })
}
/** A ventilator in Stuttgart, round the clock: fix in 12 hours, 250 EUR for each hour that it is late, at most 2,500. */
const ventilator = async (changes: object = {}) => {
  setTime('2026-03-09T06:00:00Z')
  return takeOrder(app, { serialNumber: 'VEN-3107-0012', executionMode_code: 'onsite', symptom: 'Alarm on the fan', contactEmail: 'icu@klinik.example', ...changes })
}

describe('a customer is told', () => {
  test('that the order was received, with its number and the promised date, in the customer’s language on the site’s clock', async () => {
    const ID = await machineTool()
    await at('2026-03-09T06:01:00Z')
    const [received] = told('werk@kunde.example')
    expect(received.subject).toMatch(/^Ihre Serviceanfrage ist bei uns eingegangen: WO-\d+$/)
    expect(received.body).toContain('bis 10. März 2026, 07:00 MEZ instand')
    expect(await history(ID)).toContainEqual(['Notified', received.subject, 'by itself'])
    await at('2026-03-09T06:02:00Z')
    expect(mail.mails).toHaveLength(1)
  })

  test('in the language that the host knows of, before that of the country', async () => {
    setTime('2026-03-09T06:00:00Z')
    const { customer_ID } = (await app.as('agent').get(order(await machineTool()))).data
    await write('Customers', { ID: customer_ID }, { language: 'zh' })
    await machineTool({ contactEmail: 'shift@kunde.example' })
    await at('2026-03-09T06:01:00Z')
    await write('Customers', { ID: customer_ID }, { language: 'de' })
    expect(told('shift@kunde.example')[0].subject).toMatch(/^我们已收到您的服务请求 WO-\d+$/)
  })

  test('when we come, and when the visit is moved, but not of dates that were given up before they were told', async () => {
    const [ID, technician_ID] = [await machineTool(), await technicianID(app)]
    await step(ID, 'agent', 'release', '2026-03-09T07:00:00Z')
    mail.mails.length = 0
    setTime('2026-03-09T07:10:00Z')
    await app.as('dispatcher').post(action(ID, 'assign'), { technician_ID, plannedStart: '2026-03-09T09:00:00Z' })
    await app.as('dispatcher').post(action(ID, 'unassign'))
    await step(ID, 'dispatcher', 'assign', '2026-03-09T07:11:00Z', { technician_ID, plannedStart: '2026-03-09T13:00:00Z' })
    expect(subjects()).toEqual(['Unser Termin für WO'])
    expect(mail.mails[0].body).toContain('am 9. März 2026, 14:00 MEZ')
    for (const [i, plannedStart] of ['2026-03-09T15:00:00Z', '2026-03-09T15:00:00Z', '2026-03-09T13:00:00Z'].entries()) {
      await step(ID, 'dispatcher', 'unassign', `2026-03-09T07:2${i}:00Z`)
      await step(ID, 'dispatcher', 'assign', `2026-03-09T07:2${i}:30Z`, { technician_ID, plannedStart })
    }
    expect(mail.mails.slice(1).map(({ body }) => /\d\d:00 MEZ/.exec(body)![0])).toEqual(['16:00 MEZ', '14:00 MEZ'])
  })

  test('what we wait for when only the customer can change it, each time; and that the repair is done', async () => {
    const ID = await machineTool()
    await step(ID, 'agent', 'release', '2026-03-09T07:00:00Z')
    await step(ID, 'dispatcher', 'assign', '2026-03-09T07:05:00Z', { technician_ID: await technicianID(app) })
    await step(ID, 'technician', 'start', '2026-03-09T07:10:00Z')
    mail.mails.length = 0
    await step(ID, 'technician', 'hold', '2026-03-09T07:20:00Z', { reason_code: 'PART' })
    await step(ID, 'technician', 'resume', '2026-03-09T07:25:00Z')
    expect(subjects()).toEqual([])
    for (const hour of ['08', '09']) {
      await step(ID, 'technician', 'hold', `2026-03-09T${hour}:00:00Z`, { reason_code: 'ACCESS' })
      await step(ID, 'technician', 'resume', `2026-03-09T${hour}:30:00Z`)
    }
    await step(ID, 'technician', 'complete', '2026-03-09T10:00:00Z', { resolution_code: 'PARTREPLACED', summary: 'Bearing replaced', rootCauseHint: 'Wear' })
    expect(subjects().filter(subject => !subject.startsWith('Verzögerung'))).toEqual(['Für WO brauchen wir Ihre Hilfe', 'Für WO brauchen wir Ihre Hilfe', 'Ihr Gerät ist instand gesetzt: WO'])
    expect(mail.mails[0].body).toContain('Grund: Kein Zugang zum Gerät.')
    expect(mail.mails.at(-1)!.body).toContain('am 9. März 2026, 11:00 MEZ abgeschlossen')
  })

  test('nothing by a text that is switched off, without an address, or of an order that was imported', async () => {
    await write('NoticeTemplates', { template: 'received', language: 'de' }, { isActive: false })
    const ID = await machineTool()
    await at('2026-03-09T06:01:00Z')
    await write('NoticeTemplates', { template: 'received', language: 'de' }, { isActive: true })
    const imported = await machineTool({ channel_code: 'import', reference: 'OLD-1' })
    await at('2026-03-09T06:02:00Z')
    expect([await notices(ID), await notices(imported), mail.mails]).toEqual([[], [], []])
    const { customer_ID } = (await app.as('agent').get(order(ID))).data
    const { email } = (await app.as('agent').get(`/odata/v4/master-data/Customers(${customer_ID})`)).data
    await write('Customers', { ID: customer_ID }, { email: null })
    const unknown = await machineTool({ contactEmail: null })
    await at('2026-03-09T06:03:00Z')
    await write('Customers', { ID: customer_ID }, { email })
    expect(await notices(unknown)).toEqual([])
  })

  test('not in the night: what happens then is told in the morning', async () => {
    setTime('2026-03-09T21:00:00Z')
    await takeOrder(app, { serialNumber: 'MIL-0850-2210', contactEmail: 'night@kunde.example' })
    await keepForecastsNow()
    expect(told('night@kunde.example')).toEqual([])
    await at('2026-03-10T06:00:00Z')
    expect(told('night@kunde.example')).toHaveLength(1)
  })

  test('and what can’t be delivered stands on the order once it has finally failed', async () => {
    mail.refuse('gone@kunde.example')
    settings().maxAttempts = 2
    const ID = await machineTool({ contactEmail: 'gone@kunde.example' })
    await at('2026-03-09T06:01:00Z')
    expect((await history(ID)).map(([type]: string[]) => type)).not.toContain('NoticeFailed')
    await at('2026-03-09T06:02:00Z')
    settings().maxAttempts = 10
    expect(await history(ID)).toContainEqual(['NoticeFailed', expect.stringMatching(/^Ihre Serviceanfrage/), 'by itself'])
  })
})

describe('a delay', () => {
  /** Plans the visit so many hours after the due date. */
  const plan = async (ID: string, hours: number, instant: string) => {
    const { promisedAt } = (await app.as('agent').get(order(ID))).data
    await step(ID, 'dispatcher', 'assign', instant, { technician_ID: await technicianID(app), plannedStart: new Date(Date.parse(promisedAt) + hours * 3_600_000).toISOString() })
  }
  const late = async (ID: string, hours: number) => {
    await step(ID, 'agent', 'release', '2026-03-09T06:30:00Z')
    await plan(ID, hours, '2026-03-09T07:00:00Z')
  }
  const delays = (to: string) => told(to).filter(({ subject }) => /Verzögerung/.test(subject))

  test('is told before the due date with the expected date and what the agreement grants, once', async () => {
    const ID = await ventilator()
    await late(ID, 2)
    const [first] = delays('icu@klinik.example')
    const { value: [{ expectedAt }] } = (await app.as('auditor').get(`${LEVELS}/BreachForecasts?$filter=workOrder_ID eq ${ID}`)).data
    const told = Math.ceil(Date.parse(expectedAt) / 1_800_000) * 1_800_000
    expect(first.body).toContain(`bis ${new Intl.DateTimeFormat('de', { timeZone: 'Europe/Berlin', year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).format(told)}`)
    const hours = Math.ceil((told - Date.parse('2026-03-09T18:00:00Z')) / 3_600_000)
    expect(first.body.replaceAll('\u00a0', ' ')).toContain(`gewährt Ihnen unsere Vereinbarung ${new Intl.NumberFormat('de', { minimumFractionDigits: 2 }).format(Math.min(2500, hours * 250))} EUR`)
    expect(await history(ID)).toContainEqual(['Notified', first.subject, 'by itself'])
    await at('2026-03-09T09:00:00Z')
    expect(delays('icu@klinik.example')).toHaveLength(1)
  })

  test('of an agreement without a penalty says nothing of money', async () => {
    await late(await machineTool(), 3)
    const [notice] = delays('werk@kunde.example')
    expect(notice.body).toContain('dauert länger als zugesagt')
    expect(notice.body).not.toContain('Vereinbarung')
  })

  test('is told again only when the expected date moves by more than a day', async () => {
    const ID = await ventilator({ contactEmail: 'ward@klinik.example' })
    await late(ID, 2)
    for (const [hours, count] of [[20, 1], [40, 2]]) {
      await step(ID, 'dispatcher', 'unassign', '2026-03-09T08:00:00Z')
      await plan(ID, hours, '2026-03-09T08:01:00Z')
      expect([hours, delays('ward@klinik.example').length]).toEqual([hours, count])
    }
  })
  test('is not told again after the order has waited for the customer', async () => {
    const ID = await ventilator({ contactEmail: 'wait@klinik.example' })
    await late(ID, 2)
    await step(ID, 'technician', 'start', '2026-03-09T08:00:00Z')
    await step(ID, 'technician', 'hold', '2026-03-09T08:10:00Z', { reason_code: 'CUSTOMER' })
    const known = async () => (await cds.tx({ user: cds.User.privileged } as never, (() =>
      SELECT.one.from(cds.entities('aftersales').BreachForecasts).columns('toldExpectedAt', 'risk').where({ workOrder_ID: ID })) as never)) as any
    expect(await known()).toEqual({ toldExpectedAt: expect.anything(), risk: null })
    await step(ID, 'technician', 'resume', '2026-03-09T08:20:00Z')
    expect(delays('wait@klinik.example')).toHaveLength(1)
  })

  test('is told the lead on call within the application', async () => {
    const ID = await ventilator({ contactEmail: 'lead@klinik.example' })
    await late(ID, 2)
    const rows = (await notices(ID)).filter(({ template }: any) => template === 'delayLead')
    expect(rows).toEqual([expect.objectContaining({ channel_code: 'inApp', subject: expect.stringMatching(/^WO-\d+/) })])
    expect(rows[0].recipient).toBeTruthy()
  })

  test('is not told of an order that has just come in, nor of one that is due in a week', async () => {
    await ventilator({ contactEmail: 'new@klinik.example' })
    await at('2026-03-09T06:10:00Z')
    expect(delays('new@klinik.example')).toEqual([])
    const ID = await ventilator({ contactEmail: 'later@klinik.example' })
    setTime('2026-03-09T06:30:00Z')
    await app.as('agent').post(action(ID, 'release'))
    await write('WorkOrders', { ID }, { promisedAt: '2026-03-20T12:00:00Z' })
    await step(ID, 'dispatcher', 'assign', '2026-03-09T07:30:00Z', { technician_ID: await technicianID(app), plannedStart: '2026-03-21T09:00:00Z' })
    expect(delays('later@klinik.example')).toEqual([])
    await at('2026-03-18T13:00:00Z')
    expect(delays('later@klinik.example')).toHaveLength(1)
  })
})

describe('two instances at the same time', () => {
  const matters = async (IDs: string[]) => (await Promise.all(IDs.map(notices))).map(rows => rows.map(({ template, channel_code }: any) => `${template} ${channel_code}`).sort())
  const twice = (turn: () => Promise<boolean>) => Promise.all([inTurn(turn), inTurn(turn)])

  test('tell each customer once of each occasion, and of each delay', async () => {
    const IDs = [await ventilator({ contactEmail: 'one@klinik.example' }), await ventilator({ contactEmail: 'two@klinik.example' })]
    await twice(tellCustomers)
    expect(await matters(IDs)).toEqual([['received email'], ['received email']])
    await write('WorkOrders', { ID: { in: IDs } }, { plannedStart: '2026-03-09T20:00:00Z' })
    setTime('2026-03-09T07:30:00Z')
    await write('BreachForecasts', { workOrder_ID: { in: IDs } }, { refreshAt: '2026-03-09T07:00:00Z' })
    await twice(refreshForecasts)
    const told = ['delayCompensated email', 'delayLead inApp', 'received email']
    expect(await matters(IDs)).toEqual([told, told])
  })

  test('leave for the next look what one of them could not finish', async () => {
    const ID = await ventilator({ contactEmail: 'again@klinik.example' })
    await expect(cds.tx({ user: cds.User.privileged } as never, (async () => {
      await tellCustomers()
      throw new Error('The process ends here')
    }) as never)).rejects.toThrow('ends here')
    expect(await matters([ID])).toEqual([[]])
    await at('2026-03-09T06:01:00Z')
    expect(told('again@klinik.example')).toHaveLength(1)
  })
})
