import http from 'node:http'
import cds from '@sap/cds'
import { startApp, takeOrder, technicianID, action } from '../setup/app'
import { catchMails, type MailCatcher } from '../setup/mail'
import { setTime } from '../setup/time'
import { giveWarnings } from '../../srv/service-levels/warnings/handlers'
import { writeNotices, type NoticeRequest } from '../../srv/service-levels/notices/writing'

const LEVELS = '/odata/v4/service-levels'
const app = startApp()
let mail: MailCatcher
const calls: { body: any; key?: string; authorization?: string }[] = []
let answer = 204
const receiver = http.createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', chunk => chunks.push(chunk)).on('end', () => {
    calls.push({ body: JSON.parse(Buffer.concat(chunks).toString()), key: req.headers['idempotency-key'] as string, authorization: req.headers.authorization })
    res.writeHead(answer).end()
  })
})
const settings = () => (cds.env.requires as Record<string, any>).notices

beforeAll(async () => {
  mail = await catchMails()
  Object.assign(settings(), { credentials: { host: '127.0.0.1', port: mail.port }, from: 'Service <service@after-sales.example>' })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  receiver.close()
  await mail.stop()
})
beforeEach(() => { mail.mails.length = 0 })

const get = async (path: string, user = 'dispatcher') => (await app.as(user).get(`${LEVELS}/${path}`)).data
const at = async (instant: string) => { setTime(instant); await giveWarnings() }
const notices = async (ID: string) => (await get(`WorkOrders(${ID})/notices?$orderby=createdAt,channel_code`)).value
const iso = (value: string) => new Date(value).toISOString()
const tell = (request: Partial<NoticeRequest>) => cds.tx({ user: cds.User.privileged } as never, (() => writeNotices([{
  matter: 'test', to: {}, template: 'overdue', values: { order: 'WO-1', equipment: 'E1', site: 'Ward 3', dueAt: new Date('2026-03-09T14:00:00Z') }, ...request
}])) as never)
/** Stuttgart, Monday 7:00; due on Tuesday at 7:00. */
const machineTool = async (changes: object = {}) => {
  setTime('2026-03-09T06:00:00Z')
  return takeOrder(app, { serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite', ...changes })
}

test('a customer whose repair is late is told in the language of the site, and the order shows it with its state', async () => {
  const ID = await machineTool({ contactEmail: 'werk@kunde.example' })
  await at('2026-03-10T07:00:00Z')
  const [told, ...others] = mail.mails.filter(each => each.to === 'werk@kunde.example')
  expect(others).toEqual([])
  expect(told.subject).toMatch(/^Ihr Serviceauftrag WO-\d+ verspätet sich$/)
  expect(told.body).toContain('war für 10. März 2026, 07:00 MEZ zugesagt')
  expect((await notices(ID)).filter((each: any) => each.template === 'overdue')).toEqual([
    expect.objectContaining({ recipient: 'werk@kunde.example', channel_code: 'email', state_code: 'Sent', language: 'de', attempts: 1, subject: told.subject })
  ])
})

test('a customer in China is told in Chinese, on the clock there, and not in the night', async () => {
  setTime('2026-03-09T02:00:00Z')
  const { data: { value: [equipment] } } = await app.as('agent').get(`/odata/v4/master-data/Equipment?$filter=country eq 'CN'&$top=1`)
  const ID = await takeOrder(app, { serialNumber: equipment.serialNumber, contactEmail: 'ward@hospital.example' })
  const [{ dueAt }] = (await get(`Clocks?$filter=workOrder_ID eq ${ID} and kind_code eq 'fix'`)).value
  const next = new Date(Date.parse(dueAt) + 3 * 86_400_000).toISOString().slice(0, 10)
  await at(`${next}T16:00:00Z`) // midnight in Shanghai
  const [late] = (await notices(ID)).filter((each: any) => each.template === 'overdue')
  expect([late.state_code, iso(late.sendAfter)]).toEqual(['Pending', `${next}T23:00:00.000Z`])
  expect(mail.mails.filter(each => each.to === 'ward@hospital.example')).toEqual([])
  await at(`${next}T23:00:00Z`)
  const [told] = mail.mails.filter(each => each.to === 'ward@hospital.example')
  expect(told.subject).toMatch(/^您的服务工单 WO-\d+ 已延误$/)
  expect(told.body).toContain('对此深表歉意')
})

test('somebody asleep is told by mail of what can wait in the morning, and at once of what has to be answered', async () => {
  const person = { person_ID: null, email: 'on.call@service.example', timeZone: 'Europe/Berlin', quietFrom: '22:00', quietTo: '06:00' }
  setTime('2026-03-09T22:00:00Z')
  await tell({ matter: 'can wait', to: person })
  await tell({ matter: 'urgent', to: person, isUrgent: true })
  await giveWarnings()
  expect(mail.mails).toHaveLength(1)
  await at('2026-03-10T05:00:00Z')
  expect(mail.mails.filter(each => each.to === person.email)).toHaveLength(2)
})

test('nobody is told of the same matter twice', async () => {
  setTime('2026-03-09T12:00:00Z')
  for (let i = 0; i < 3; i++) await tell({ matter: 'once', to: { email: 'once@service.example', userId: 'dispatcher' } })
  await giveWarnings()
  expect(mail.mails.filter(each => each.to === 'once@service.example')).toHaveLength(1)
  expect((await get(`Notices?$filter=matter eq 'once'`)).value.map((each: any) => each.channel_code).sort()).toEqual(['email', 'inApp'])
})

test('a mail that is refused is tried again later under the same Message-ID, then left for people to see', async () => {
  mail.refuse('gone@service.example')
  settings().maxAttempts = 2
  setTime('2026-03-09T12:00:00Z')
  await tell({ matter: 'refused', to: { email: 'gone@service.example' } })
  const state = async () => { const [{ state_code, attempts, error }] = (await get(`Notices?$filter=matter eq 'refused'`)).value; return [state_code, attempts, error] }
  await giveWarnings()
  expect(await state()).toEqual(['Pending', 1, expect.stringContaining('No such mailbox')])
  await at('2026-03-09T12:00:04Z')
  expect((await state())[1]).toBe(1)
  await at('2026-03-09T12:00:05Z')
  expect(await state()).toEqual(['Failed', 2, expect.stringContaining('No such mailbox')])
})

test('a notice whose sender died is sent by somebody else after its lease, not before', async () => {
  setTime('2026-03-09T12:00:00Z')
  await tell({ matter: 'left', to: { email: 'left@service.example' } })
  const { Notices } = cds.entities('aftersales')
  await cds.tx({ user: cds.User.privileged } as never, (() => UPDATE(Notices).with({ state_code: 'Sending', attempts: 1, turn: 'NT-old', sendAfter: '2026-03-09T12:01:00Z' } as never).where({ matter: 'left' })) as never)
  await at('2026-03-09T12:00:59Z')
  expect(mail.mails).toHaveLength(0)
  await at('2026-03-09T12:01:00Z')
  expect(mail.mails.map(each => each.to)).toEqual(['left@service.example'])
  const [{ ID }] = (await get(`Notices?$filter=matter eq 'left'`)).value
  expect(mail.mails[0].id).toBe(`<${ID}@after-sales.example>`)
})

test('people find within the application what concerns them, and only that', async () => {
  const ID = await machineTool()
  await app.as('agent').post(action(ID, 'release'))
  await app.as('dispatcher').post(action(ID, 'assign'), { technician_ID: await technicianID(app) })
  await at('2026-03-09T14:00:00Z')
  const mine = (await get(`MyNotices?$filter=workOrder_ID eq ${ID}`, 'technician')).value
  expect(mine).toEqual([expect.objectContaining({ subject: expect.stringContaining('Die Hälfte der Zeit ist verbraucht (Instandsetzung)'), readAt: null })])
  expect((await get(`MyNotices?$filter=workOrder_ID eq ${ID}`, 'parts')).value).toEqual([])
  const read = (user: string) => app.as(user).post(`${LEVELS}/MyNotices(${mine[0].ID})/aftersales.ServiceLevelService.markAsRead`, {})
  expect([403, 404]).toContain((await read('parts')).status)
  expect((await read('technician')).data.readAt).not.toBeNull()
  expect((await app.as('technician').get(`${LEVELS}/Notices`)).status).toBe(403)
})

test('a webhook gets each notice once, with a key to tell repeats by, and again when it did not take it', async () => {
  settings().webhook = { url: `http://127.0.0.1:${(receiver.address() as { port: number }).port}/hook`, token: 'secret' }
  try {
    answer = 503
    setTime('2026-03-09T12:00:00Z')
    await tell({ matter: 'hooked', to: { userId: 'dispatcher' } })
    await giveWarnings()
    answer = 204
    await at('2026-03-09T12:00:10Z')
    const mine = calls.filter(({ body }) => body.matter === 'hooked')
    expect(mine).toHaveLength(2)
    expect(mine[0]).toMatchObject({ key: mine[1].key, authorization: 'Bearer secret', body: { subject: 'Your service order WO-1 is late' } })
    expect((await get(`Notices?$filter=matter eq 'hooked' and channel_code eq 'webhook'`)).value).toEqual([expect.objectContaining({ state_code: 'Sent', attempts: 2, error: null })])
  } finally {
    delete settings().webhook
  }
})
