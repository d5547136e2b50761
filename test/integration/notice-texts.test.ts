import cds from '@sap/cds'
import { startApp } from '../setup/app'

const LEVELS = '/odata/v4/service-levels'
const app = startApp()
const template = (name: string, language: string) => `${LEVELS}/NoticeTemplates(template='${name}',language='${language}',IsActiveEntity=true)`
const warnings = (headers: Record<string, unknown>) => JSON.parse(decodeURIComponent(String(headers['sap-messages'] ?? '[]'))).map(({ code }: { code: string }) => code)

test('a text shows how it reads, in its own language, and an admin is told of a placeholder that nothing is filled in for', async () => {
  const { data } = await app.as('agent').get(`${template('escalation', 'zh_CN')}?$select=previewSubject,unknownPlaceholders`)
  expect(data).toMatchObject({ previewSubject: 'WO-000123：已升级至第 2 级，剩余一小时（修复）', unknownPlaceholders: '' })
  const saved = await app.as('admin').patch(template('escalation', 'en'), { subject: '{odrer} was passed on' })
  expect([saved.status, warnings(saved.headers)]).toEqual([200, ['PLACEHOLDERS_UNKNOWN']])
  expect((await app.as('agent').get(template('escalation', 'en'))).data).toMatchObject({ previewSubject: '{odrer} was passed on', unknownPlaceholders: '{odrer}' })
})

test('a draft’s preview follows what is typed', async () => {
  const { data: { subject } } = await app.as('admin').get(template('overdue', 'en'))
  await app.as('admin').post(`${template('overdue', 'en')}/aftersales.ServiceLevelService.draftEdit`, { PreserveChanges: false })
  const draft = template('overdue', 'en').replace('true', 'false')
  await app.as('admin').patch(draft, { subject: 'Late: {order}' })
  expect((await app.as('admin').get(`${draft}?$select=previewSubject`)).data.previewSubject).toBe('Late: WO-000123')
  expect((await app.as('admin').get(template('overdue', 'en'))).data.subject).toBe(subject)
})

test('a notice that could not be delivered is sent again once, by those who may', async () => {
  const ID = cds.utils.uuid()
  await cds.tx({ user: cds.User.privileged } as never, (async () => INSERT.into('aftersales.Notices').entries({
    ID, matter: 'test', recipient: 'werk@kunde.example', channel_code: 'email', state_code: 'Failed', attempts: 10, error: 'ECONNREFUSED', subject: 'Late', body: 'Late'
  })) as never)
  const resend = (user: string) => app.as(user).post(`${LEVELS}/Notices(${ID})/aftersales.ServiceLevelService.resend`, {})
  expect((await resend('agent')).status).toBe(403)
  expect((await resend('dispatcher')).data).toMatchObject({ state_code: 'Pending', attempts: 0 })
  expect((await resend('dispatcher')).data.error).toMatchObject({ code: 'NOTICE_NOT_FAILED' })
  expect((await app.as('dispatcher').post(`${LEVELS}/Notices(${cds.utils.uuid()})/aftersales.ServiceLevelService.resend`, {})).status).toBe(404)
})

test('a template’s milestones say in words what comes first and when they are due, in the reader’s language', async () => {
  const read = async (language: string) => (await app.as('agent').get(
    `${LEVELS}/TemplateMilestones?$filter=kind_code eq 'workCompleted' and template/number eq 'MS-1001'&$select=predecessorNames,targetText`, { headers: { 'accept-language': language } }
  )).data.value[0]
  expect(await read('en')).toMatchObject({ predecessorNames: 'Parts Ready, Site Ready', targetText: 'At: Promised Date' })
  expect((await read('zh-CN')).predecessorNames).toMatch(/^[\p{Script=Han}]+, [\p{Script=Han}]+$/u)
})
