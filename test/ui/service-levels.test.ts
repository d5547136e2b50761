import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, open, PHONE, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const orders = (user = 'dispatcher') => axios.create({ baseURL: `${server.url}/odata/v4/work-orders`, auth: { username: user, password: '' } })
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const section = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).filter({ visible: true }).first()

/** An order for the machine tool, whose agreement keeps four clocks on two shifts and waits for the customer. */
async function takeOrder(steps: ('release' | 'assign' | 'start' | 'hold')[] = []): Promise<{ ID: string; number: string }> {
  const { data } = await orders().post('/intake', { channel_code: 'phone', serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite', symptom: 'Spindle makes a loud noise' })
  const { data: { value: [technician] } } = await orders().get('/Technicians?$filter=userId eq \'technician\'')
  const parameters = { release: {}, assign: { technician_ID: technician.ID }, start: {}, hold: { reason_code: 'CUSTOMER' } }
  for (const step of steps) await orders().post(`/WorkOrders(ID=${data.ID},IsActiveEntity=true)/aftersales.WorkOrderService.${step}`, parameters[step])
  return data
}
const page = (ID: string) => `#WorkOrder-manage&/WorkOrders(ID=${ID},IsActiveEntity=true)`

test('an order shows its clocks with what is left of them, drawn and in words, and who moved them', async () => {
  const { ID } = await takeOrder(['release', 'assign'])
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, page(ID))
  await shown(tab, 'Service Level').click()
  await tab.getByRole('img', { name: /^Fix, from .* Due .*\./ }).waitFor()
  await shown(tab, /^Due in \d/).waitFor()
  await shown(tab, 'Working time left: 16 h 0 min').waitFor()
  await shown(tab, 'Met').waitFor() // somebody was named before the response was due

  await button(tab, 'Start Work').click()
  await settled(tab)
  await button(tab, 'Put on Hold').click()
  await settled(tab)
  const reason = tab.getByRole('dialog').getByRole('combobox').first()
  await reason.fill('Waiting for Customer')
  await reason.press('Tab')
  await tab.getByRole('dialog').getByRole('button', { name: 'Put on Hold', exact: true }).click()
  await tab.getByRole('img', { name: /^Fix, .* Waiting for Customer/ }).waitFor()
  await tab.getByRole('row').filter({ hasText: 'Paused' }).filter({ hasText: 'Waiting for Customer' }).first().waitFor()
  await shown(tab, 'Milestones').click()
  await shown(tab, /of \d+ reached/).waitFor()
  await end()
}, 120_000)

test('the board counts clocks by the hours that are left, follows what happens without reloading, and leads to the order', async () => {
  const waiting = await takeOrder(['release', 'assign', 'start', 'hold'])
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab)
  await tab.getByRole('link', { name: /Service-Level Board/ }).first().click()
  await shown(tab, /^Waiting \(\d+\)/).click()
  await tab.getByRole('row').filter({ hasText: waiting.number }).first().waitFor()
  const { number } = await takeOrder(['release', 'assign', 'start', 'hold'])
  await tab.getByRole('row').filter({ hasText: number }).first().waitFor()
  await tab.getByRole('row').filter({ hasText: number }).first().click()
  await tab.waitForURL(/WorkOrder-manage/)
  await shown(tab, number).waitFor()
  await end()
}, 120_000)

test('a lead narrows the board to a customer', async () => {
  const { number } = await takeOrder()
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, '#ServiceLevel-monitor')
  await shown(tab, /^All \(\d+\)/).click()
  await tab.getByRole('row').filter({ hasText: number }).first().waitFor()
  const customer = tab.getByRole('combobox', { name: 'Customer' }).or(tab.getByRole('textbox', { name: 'Customer' })).first()
  await customer.fill('Klinikum Elbufer')
  await customer.press('Tab')
  await settled(tab)
  await button(tab, 'Go').click()
  await settled(tab)
  await tab.getByRole('row').filter({ hasText: number }).first().waitFor({ state: 'detached' })
  await end()
}, 120_000)

test('an admin asks which agreement would hold for a request, and why the others would not', async () => {
  const { page: tab, end } = await visit(browser, server.url, 'admin')
  await open(tab, '#ServiceAgreement-manage')
  await button(tab, 'Preview Deadline').click()
  const dialog = tab.getByRole('dialog')
  await dialog.getByLabel('Work Order').press('F4')
  const { number } = await takeOrder()
  await tab.getByRole('dialog').last().getByRole('searchbox').fill(number)
  await tab.keyboard.press('Enter')
  await tab.getByRole('dialog').last().getByText(number, { exact: true }).first().click()
  await settled(tab)
  await dialog.getByRole('button', { name: 'Calculate', exact: true }).click()
  await shown(tab, 'This agreement holds: SLA-1003 Machine Tools').waitFor()
  await dialog.getByRole('row').filter({ hasText: 'Fix' }).filter({ hasText: 'Two Shifts' }).filter({ hasText: 'Europe, Berlin' }).waitFor()
  await dialog.getByRole('row').filter({ hasText: 'SLA-1002' }).filter({ hasText: 'Other customer' }).waitFor()
  await settled(tab)
  await expectGood(tab, 'preview of an agreement')
  await end()
}, 120_000)

test('an admin changes the time that a clock has; others only read', async () => {
  const { page: tab, end } = await visit(browser, server.url, 'admin')
  await open(tab, '#ServiceAgreement-manage')
  await shown(tab, 'SLA-1004').click()
  await button(tab, 'Edit').click()
  await settled(tab)
  const row = tab.getByRole('row').filter({ has: tab.locator('input[value="Fix"]') }).first()
  const minutes = row.getByRole('textbox').first()
  await minutes.fill('4321')
  await minutes.press('Tab')
  await settled(tab)
  await button(tab, 'Save').click()
  await button(tab, 'Edit').waitFor()
  const { data } = await axios.get(`${server.url}/odata/v4/service-levels/AgreementTargets?$filter=minutes eq 4321`, { auth: { username: 'admin', password: '' } })
  expect(data.value.length).toBe(1)
  await end()

  const agent = await visit(browser, server.url, 'agent')
  await open(agent.page, '#ServiceAgreement-manage')
  await shown(agent.page, 'SLA-1004').waitFor()
  for (const name of ['Create', 'Delete']) expect([name, await button(agent.page, name).count()]).toEqual([name, 0])
  await agent.end()
}, 120_000)

test('a calendar says when so many working hours are over', async () => {
  const { page: tab, end } = await visit(browser, server.url, 'admin')
  await open(tab, '#WorkingCalendar-manage')
  await shown(tab, 'Two Shifts').click()
  await button(tab, 'Preview Due Date').click()
  const dialog = tab.getByRole('dialog')
  await dialog.getByLabel('Start').fill('Mar 6, 2026, 8:00:00 PM')
  await dialog.getByLabel('Start').press('Tab')
  await dialog.getByRole('button', { name: 'Calculate', exact: true }).click()
  await shown(tab, /Due: Mar 9, 2026, 12:00.PM Europe, Berlin/).waitFor() // two hours on Friday, six on Monday from 6:00
  await settled(tab)
  await expectGood(tab, 'preview of a calendar')
  await end()
}, 120_000)

const TEXTS = { en: { section: 'Service Level', all: /^All/, agreement: 'Machine Tools', calendar: 'Two Shifts' }, zh_CN: { section: '服务级别', all: /^全部/, agreement: '机床服务协议', calendar: '两班制' } }
const SIZES = { wide: {}, phone: PHONE }
const CASES = [{ language: 'en', size: 'wide' }, { language: 'zh_CN', size: 'phone' }] as const

test.each(CASES)('in $language, $size: the board, an order’s clocks, agreements and calendars read well and are accessible', async ({ language, size }) => {
  const { ID } = await takeOrder(['release', 'assign'])
  const texts = TEXTS[language]
  const { page: tab, end } = await visit(browser, server.url, 'admin', SIZES[size])
  await open(tab, '#ServiceLevel-monitor', language)
  await settled(tab)
  await expectGood(tab, 'board')
  await tab.evaluate(hash => { window.location.hash = hash }, page(ID))
  await section(tab, texts.section).waitFor({ state: 'attached' })
  await tab.getByRole('img', { name: /Fix|修复/ }).first().waitFor({ state: 'attached' })
  await settled(tab)
  await expectGood(tab, 'order')
  await tab.evaluate(hash => { window.location.hash = hash }, '#ServiceAgreement-manage')
  await shown(tab, texts.agreement).click()
  await settled(tab)
  await expectGood(tab, 'agreement')
  await tab.evaluate(hash => { window.location.hash = hash }, '#WorkingCalendar-manage')
  await shown(tab, texts.calendar).click()
  await settled(tab)
  await expectGood(tab, 'calendar')
  await end()
}, 180_000)
