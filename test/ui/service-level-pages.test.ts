import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, open, PHONE, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { openDatabase, startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const as = (user: string, service = 'service-levels') => axios.create({ baseURL: `${server.url}/odata/v4/${service}`, auth: { username: user, password: '' } })
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const row = (page: Page, ...texts: string[]) => texts.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row')).first()
const typed = async (page: Page, label: string, text: string) => {
  const field = page.getByLabel(label, { exact: true }).filter({ visible: true }).first()
  await field.fill(text)
  await field.press('Tab')
  await settled(page)
}

/** As the sender leaves it behind when a mail server refused ten times. */
function leaveFailedNotice(subject: string): void {
  const database = openDatabase(server.database)
  database.prepare(`insert into aftersales_Notices (ID, matter, recipient, channel_code, language, subject, body, state_code, createdAt, attempts, error)
    values (?, 'test', 'werk@kunde.example', 'email', 'de', ?, 'Wir konnten den Termin nicht halten.', 'Failed', ?, 10, 'connect ECONNREFUSED')`)
    .run(crypto.randomUUID(), subject, new Date().toISOString())
  database.close()
}

test('a dispatcher sees who is on call and where nobody is, and closes the gap', async () => {
  const { data: { value: [desk] } } = await as('dispatcher').get('/OnCallShifts?$filter=team eq \'Service Desk\'')
  const path = `/OnCallShifts(ID=${desk.ID},IsActiveEntity=true)`
  await as('dispatcher').patch(path, { endsAt: new Date(Date.now() + 3 * 86_400_000).toISOString() })
  const { page, end } = await visit(browser, server.url, 'dispatcher')
  await open(page, '#OnCallRota-manage')
  await shown(page, /^Nobody is on call from .*: All sites$/).waitFor()
  await shown(page, 'Wei Chen').waitFor()
  await settled(page)
  await expectGood(page, 'rota')

  await shown(page, /^Shifts \(\d+\)/).click()
  await shown(page, 'Service Desk').click()
  await button(page, 'Edit').click()
  await settled(page)
  await typed(page, 'To', '1/1/31, 1:00 AM')
  await button(page, 'Save').click()
  await button(page, 'Edit').waitFor()
  await page.goBack()
  await shown(page, /^Rota/).click()
  await shown(page, 'Somebody is on call at all times of the next 14 days.').waitFor()
  expect((await as('dispatcher').get('/checkRota(days=14)')).data.value).toEqual([])
  await end()
}, 120_000)

test('an admin sees how a text reads while changing it, and which placeholder is misspelt', async () => {
  const { page, end } = await visit(browser, server.url, 'admin')
  await open(page, '#OnCallRota-manage&/NoticeTemplates(template=\'escalation\',language=\'en\',IsActiveEntity=true)')
  await shown(page, 'WO-000123: passed on to level 2, One Hour Left (Fix)').waitFor()
  await button(page, 'Edit').click()
  await settled(page)
  await typed(page, 'Subject', 'Please help with {order} of {custmer}')
  await shown(page, 'Please help with WO-000123 of {custmer}').waitFor()
  await shown(page, '{custmer}').waitFor()
  await expectGood(page, 'text')
  await end()
}, 120_000)

test('a dispatcher sends a notice again that could not be delivered', async () => {
  leaveFailedNotice('Ihr Serviceauftrag verspätet sich')
  const { page, end } = await visit(browser, server.url, 'dispatcher')
  await open(page, '#Notice-monitor')
  await row(page, 'werk@kunde.example', 'connect ECONNREFUSED').getByRole('checkbox').click()
  await expectGood(page, 'notices')
  await button(page, 'Send Again').click()
  await shown(page, /^Could Not Be Sent \(0\)/).waitFor()
  await shown(page, /^To Be Sent/).click()
  await row(page, 'werk@kunde.example').waitFor()
  await end()
}, 120_000)

test('a technician reads what was told to her, and marks it as read', async () => {
  const database = openDatabase(server.database)
  database.prepare(`insert into aftersales_Notices (ID, matter, recipient, channel_code, subject, body, state_code, createdAt)
    values (?, 'test', 'technician', 'inApp', 'WO-S00001: One Hour Left (Fix)', 'Please answer.', 'Sent', ?)`).run(crypto.randomUUID(), new Date().toISOString())
  database.close()
  const { page, end } = await visit(browser, server.url, 'technician', PHONE)
  await open(page)
  await page.getByRole('link', { name: /My Notices/ }).first().click()
  await shown(page, /^Unread \(1\)/).waitFor()
  await page.getByRole('checkbox').filter({ visible: true }).last().click()
  await settled(page)
  await expectGood(page, 'my notices')
  const mark = button(page, 'Mark as Read')
  if (!await mark.isVisible()) await page.getByRole('button', { name: 'Additional Options' }).filter({ visible: true }).first().click()
  await button(page, 'Mark as Read').click()
  await shown(page, /^Unread \(0\)/).waitFor()
  await end()
}, 120_000)

test('a lead sees the milestones of all orders by type, drawn and counted', async () => {
  const orders = as('dispatcher', 'work-orders')
  const { data } = await orders.post('/intake', { channel_code: 'phone', serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite', symptom: 'Spindle makes a loud noise' })
  await orders.post(`/WorkOrders(ID=${data.ID},IsActiveEntity=true)/aftersales.WorkOrderService.release`, {})
  const { page, end } = await visit(browser, server.url, 'dispatcher')
  await open(page, '#Milestone-analyze')
  await shown(page, 'Milestone: Dispatch Confirmed').waitFor()
  await settled(page)
  await expectGood(page, 'ledger')
  await end()
}, 120_000)

test('a template’s milestones read in words; an admin chooses what comes first by name', async () => {
  const { page, end } = await visit(browser, server.url, 'admin')
  await open(page, '#MilestoneTemplate-manage')
  await shown(page, 'MS-1001').click()
  await row(page, 'Parts Ready, Site Ready', 'At: Promised Date').waitFor()
  await row(page, 'Dispatch Confirmed', '2 h after: Release of the Order').waitFor()
  await settled(page)
  await expectGood(page, 'template')
  const { data: { value: [{ ID, template_ID }] } } = await as('admin').get('/TemplateMilestones?$filter=kind_code eq \'siteReady\' and template/number eq \'MS-1001\'')
  await button(page, 'Edit').click()
  await settled(page)
  await page.evaluate(hash => { window.location.hash = hash },
    `#MilestoneTemplate-manage&/MilestoneTemplates(ID=${template_ID},IsActiveEntity=false)/milestones(ID=${ID},IsActiveEntity=false)`)
  await page.getByRole('button', { name: 'Apply', exact: true }).waitFor()
  const first = page.getByRole('combobox', { name: 'Comes After' }).first()
  await first.fill('Inspection Started')
  await first.press('Enter')
  await first.press('Tab')
  await settled(page)
  const draft = `/TemplateMilestones(ID=${ID},IsActiveEntity=false)?$select=predecessors,predecessorNames`
  expect((await as('admin').get(draft)).data).toMatchObject({ predecessorNames: 'Fault Diagnosed, Inspection Started' })
  await end()
}, 120_000)

test('in Chinese, on a phone: rota, templates and notices read well and are accessible', async () => {
  const { page, end } = await visit(browser, server.url, 'admin', PHONE)
  for (const [hash, text] of [['#OnCallRota-manage', '值班人员'], ['#MilestoneTemplate-manage', 'MS-1001'], ['#Notice-monitor', /^未能送达/], ['#MyNotice-read', /^未读/]] as const) {
    await open(page, hash, 'zh_CN')
    await shown(page, text).waitFor()
    await settled(page)
    await expectGood(page, hash)
  }
  await end()
}, 180_000)
