import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, PHONE, settled, tabsOf } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { letTechnicianDoAll, startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser
const tab = tabsOf(() => browser, () => server.url)

beforeAll(async () => {
  [server, browser] = await Promise.all([startShell(), launchBrowser()])
  letTechnicianDoAll(server.database)
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const orders = (user = 'dispatcher') => axios.create({ baseURL: `${server.url}/odata/v4/work-orders`, auth: { username: user, password: '' } })
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const row = (page: Page, ...texts: string[]) => texts.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row')).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()

/** An order for the machine tool, whose agreement keeps four clocks on two shifts and waits for the customer. */
async function takeOrder(steps: ('release' | 'assign' | 'start' | 'hold')[] = []): Promise<{ ID: string; number: string }> {
  const { data } = await orders().post('/intake', { channel_code: 'phone', serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite', symptom: 'Spindle makes a loud noise' })
  const { data: { value: [technician] } } = await orders().get('/Technicians?$filter=userId eq \'technician\'')
  const parameters = { release: {}, assign: { technician_ID: technician.ID }, start: {}, hold: { reason_code: 'CUSTOMER' } }
  for (const step of steps) await orders().post(`/WorkOrders(ID=${data.ID},IsActiveEntity=true)/aftersales.WorkOrderService.${step}`, parameters[step])
  return data
}

test('the board counts clocks by the hours that are left, follows what happens without reloading, and leads to the order', async () => {
  const waiting = await takeOrder(['release', 'assign', 'start', 'hold'])
  const page = await tab('dispatcher', '')
  await page.getByRole('link', { name: /Service-Level Board/ }).first().click()
  await shown(page, /^Waiting \(\d+\)/).click()
  await row(page, waiting.number).waitFor()
  const { number } = await takeOrder(['release', 'assign', 'start', 'hold'])
  await row(page, number).waitFor()
  await row(page, number).click()
  await page.waitForURL(/WorkOrder-manage/)
  await shown(page, number).waitFor()
}, 120_000)

test('a lead narrows the board to a customer', async () => {
  const { number } = await takeOrder(['release', 'assign', 'start', 'hold'])
  const page = await tab('dispatcher', '#ServiceLevel-monitor')
  await shown(page, /^Waiting \(\d+\)/).click()
  await row(page, number).waitFor()
  const customer = page.getByRole('combobox', { name: 'Customer' }).or(page.getByRole('textbox', { name: 'Customer' })).first()
  await customer.fill('Klinikum Elbufer')
  await customer.press('Tab')
  await settled(page)
  await button(page, 'Go').click()
  await settled(page)
  await row(page, number).waitFor({ state: 'detached' })
}, 120_000)

test('an admin asks which agreement would hold for a request, and why the others would not', async () => {
  const page = await tab('admin', '#ServiceAgreement-manage')
  await button(page, 'Preview Deadline').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Work Order').press('F4')
  const { number } = await takeOrder()
  await page.getByRole('dialog').last().getByRole('searchbox').fill(number)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').last().getByText(number, { exact: true }).first().click()
  await settled(page)
  await dialog.getByRole('button', { name: 'Calculate', exact: true }).click()
  await shown(page, 'This agreement holds: SLA-1003 Machine Tools').waitFor()
  await dialog.getByRole('row').filter({ hasText: 'Fix' }).filter({ hasText: 'Two Shifts' }).filter({ hasText: 'Europe, Berlin' }).waitFor()
  await dialog.getByRole('row').filter({ hasText: 'SLA-1002' }).filter({ hasText: 'Other customer' }).waitFor()
  await settled(page)
  await expectGood(page, 'preview of an agreement', '[role=dialog]')
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
}, 120_000)

test('an admin changes the time that a clock has; others only read', async () => {
  const page = await tab('admin', '#ServiceAgreement-manage')
  await shown(page, 'SLA-1004').click()
  await button(page, 'Edit').click()
  await settled(page)
  const target = page.getByRole('row').filter({ has: page.locator('input[value="Fix"]') }).first()
  const minutes = target.getByRole('textbox').first()
  await minutes.fill('4321')
  await minutes.press('Tab')
  await settled(page)
  await button(page, 'Save').click()
  await button(page, 'Edit').waitFor()
  const { data } = await axios.get(`${server.url}/odata/v4/service-levels/AgreementTargets?$filter=minutes eq 4321`, { auth: { username: 'admin', password: '' } })
  expect(data.value.length).toBe(1)

  const agent = await tab('agent', '#ServiceAgreement-manage')
  await shown(agent, 'SLA-1004').waitFor()
  for (const name of ['Create', 'Delete']) expect([name, await button(agent, name).count()]).toEqual([name, 0])
}, 120_000)

test('a calendar says when so many working hours are over', async () => {
  const page = await tab('admin', '#WorkingCalendar-manage')
  await shown(page, 'Two Shifts').click()
  await button(page, 'Preview Due Date').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Start').fill('Mar 6, 2026, 8:00:00 PM')
  await dialog.getByLabel('Start').press('Tab')
  await dialog.getByRole('button', { name: 'Calculate', exact: true }).click()
  await shown(page, /Due: Mar 9, 2026, 12:00.PM Europe, Berlin/).waitFor() // two hours on Friday, six on Monday from 6:00
  await settled(page)
  await expectGood(page, 'preview of a calendar', '[role=dialog]')
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
}, 120_000)

const TEXTS = { en: { agreement: 'Machine Tools', calendar: 'Two Shifts' }, zh_CN: { agreement: '机床服务协议', calendar: '两班制' } }
const CASES = [{ language: 'en', size: 'wide', options: {} }, { language: 'zh_CN', size: 'phone', options: PHONE }] as const

test.each(CASES)('in $language, $size: the board, agreements and calendars read well and are accessible', async ({ language, options }) => {
  await takeOrder(['release', 'assign'])
  const texts = TEXTS[language]
  const board = await tab('admin', '#ServiceLevel-monitor', language, options)
  await board.getByRole('row').nth(1).waitFor()
  await expectGood(board, 'board')
  const agreements = await tab('admin', '#ServiceAgreement-manage', language, options)
  await shown(agreements, texts.agreement).click()
  await settled(agreements)
  await expectGood(agreements, 'agreement')
  const calendars = await tab('admin', '#WorkingCalendar-manage', language, options)
  await shown(calendars, texts.calendar).click()
  await settled(calendars)
  await expectGood(calendars, 'calendar')
}, 180_000)
