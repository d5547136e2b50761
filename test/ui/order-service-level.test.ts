import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, PHONE, settled, tabsOf } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { movedClock } from '../setup/moved-clock'
import { letTechnicianDoAll, startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser
const tab = tabsOf(() => browser, () => server.url)

const { variables, moveTo, remove } = movedClock()

beforeAll(async () => {
  [server, browser] = await Promise.all([startShell({}, { notices: { look: 500 } }, variables), launchBrowser()])
  letTechnicianDoAll(server.database)
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop(); remove() })

const service = (name: string, user: string) => axios.create({ baseURL: `${server.url}/odata/v4/${name}`, auth: { username: user, password: '' } })
const place = (ID: string) => `#WorkOrder-manage&/WorkOrders(ID=${ID},IsActiveEntity=true)`
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true })
const item = (page: Page, ...texts: string[]) => texts.reduce((items, hasText) => items.filter({ hasText }), page.getByRole('listitem')).first()
/** In the dialog on top: one that closes is still there for a moment, and takes no part. */
const press = async (page: Page, name: string) => {
  await page.getByRole('dialog').last().getByRole('button', { name, exact: true }).click()
  await settled(page)
}
/** Sections are drawn when somebody goes there. */
const goTo = async (page: Page, section: string) => { await shown(page, section).click(); await settled(page) }
const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' })
/** A day from today on, as people write it. */
const day = (days: number) => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'Europe/Berlin' }).format(Date.now() + days * 86_400_000)

const VENTILATOR = { serialNumber: 'VEN-3107-0012', symptom: 'Pressure alarm does not stop' }
type Step = 'release' | 'assign' | 'start' | 'hold'

/** A ventilator by default: round the clock, arrival within 4 hours, temporary restoration within 6, fix within 12. */
async function takeOrder(steps: Step[] = [], data: object = VENTILATOR): Promise<{ ID: string; number: string }> {
  const orders = service('work-orders', 'dispatcher')
  const { data: order } = await orders.post('/intake', { channel_code: 'phone', executionMode_code: 'onsite', ...data })
  const { data: { value: [technician] } } = await orders.get('/Technicians?$filter=userId eq \'technician\'')
  const parameters = { release: {}, assign: { technician_ID: technician.ID }, start: {}, hold: { reason_code: 'CUSTOMER' } }
  for (const step of steps) await orders.post(`/WorkOrders(ID=${order.ID},IsActiveEntity=true)/aftersales.WorkOrderService.${step}`, parameters[step])
  return order
}

test('the header counts the deadline down and says what it waits for; the section draws the clocks and says who moved them', async () => {
  const { ID } = await takeOrder(['release', 'assign'], { serialNumber: 'MIL-0850-2210', symptom: 'Spindle makes a loud noise' })
  const page = await tab('dispatcher', place(ID))
  await shown(page, /^\d+ [dh] \d+ (h|min) left$/).waitFor()
  await shown(page, /^Arrival: .* left$/).waitFor()
  await goTo(page, 'Service Level')
  await page.getByRole('img', { name: /^Fix, from .* Due .*\./ }).waitFor()
  await shown(page, /^Working time left: (16 h 0|15 h \d+) min$/).waitFor() // in the site's working hours a minute may have passed
  await shown(page, 'Done in time').waitFor() // somebody was named before the response was due

  await button(page, 'Start Work').first().click()
  await settled(page)
  await button(page, 'Put on Hold').first().click()
  await settled(page)
  const reason = page.getByRole('dialog').getByRole('combobox').first()
  await reason.fill('Waiting for Customer')
  await reason.press('Tab')
  await press(page, 'Put on Hold')
  await page.getByRole('img', { name: /^Fix, .* Waiting for Customer/ }).waitFor()
  await page.getByRole('row').filter({ hasText: 'Paused' }).filter({ hasText: 'Waiting for Customer' }).first().waitFor()
  await page.getByRole('button', { name: /Expand Header/ }).first().click()
  await page.locator('.sapMObjectStatusLarge').filter({ hasText: 'Waiting for Customer' }).first().waitFor()
}, 120_000)

test('the section names the agreement with its terms and forecasts the fix; agreements that changed are applied to the order', async () => {
  const { ID } = await takeOrder(['release', 'assign', 'start'])
  const page = await tab('dispatcher', place(ID))
  await goTo(page, 'Service Level')
  await page.getByRole('link', { name: 'SLA-1001 Full Service for Ventilator' }).waitFor()
  await shown(page, /^250\.00.EUR for each 1 h begun, at most 2,500\.00.EUR$/).waitFor()
  await shown(page, /^\d+ % risk of missing the deadline$/).waitFor()

  const levels = service('service-levels', 'admin')
  const { data: { value: [{ ID: agreement, targets }] } } = await levels.get('/Agreements?$filter=number eq \'SLA-1001\'&$expand=targets($select=ID,clock_code,minutes)')
  const longer = targets.map(({ ID, clock_code, minutes }: Record<string, unknown>) => ({ ID, clock_code, minutes: clock_code === 'fix' ? 1200 : minutes }))
  await levels.patch(`/Agreements(ID=${agreement},IsActiveEntity=true)`, { targets: longer })
  await button(page, 'Apply Agreements Anew').click()
  await page.getByRole('dialog').getByLabel('Reason').fill('New contract')
  await press(page, 'Apply')
  await gone(page)
  await page.getByRole('row').filter({ hasText: '20 h 0 min' }).filter({ hasText: 'New contract' }).first().waitFor()
}, 120_000)

test('a technician says that the customer can work again; an instant in the future is refused at its field', async () => {
  const { ID } = await takeOrder(['release', 'assign', 'start'])
  const page = await tab('technician', place(ID))
  await goTo(page, 'Service Level')
  expect(await button(page, 'Apply Agreements Anew').count()).toBe(0)
  await button(page, 'Customer Can Work Again').click()
  await page.getByRole('dialog').getByLabel('Since').fill('Mar 6, 2099, 8:00 PM')
  await page.getByRole('dialog').getByLabel('Since').press('Tab')
  await press(page, 'Customer Can Work Again')
  await shown(page, 'This instant lies in the future. Enter when it happened.').waitFor()
  await page.getByRole('dialog').getByLabel('Since').fill('')
  await page.getByRole('dialog').getByLabel('How').fill('Loan device')
  await press(page, 'Customer Can Work Again')
  await gone(page)
  await page.getByRole('row').filter({ hasText: 'Temporary Restore' }).filter({ hasText: 'Loan device' }).first().waitFor()
  await button(page, 'Customer Can Work Again').waitFor({ state: 'detached' })
}, 120_000)

test('milestones are confirmed with what they ask for, left out, withdrawn and given new dates', async () => {
  const { ID } = await takeOrder(['release', 'assign', 'start'])
  const page = await tab('dispatcher', place(ID))
  await goTo(page, 'Milestones')
  await item(page, 'Fault Diagnosed', 'Evidence Asked For').getByRole('button', { name: 'Confirm' }).click()
  await press(page, 'Confirm')
  await shown(page, 'Enter: Note').waitFor()
  await page.getByRole('dialog').getByLabel('Note').fill('Valve leaks')
  await press(page, 'Confirm')
  await gone(page)
  await shown(page, /^3 of 11 reached/).waitFor()

  await item(page, 'Calibrated').click()
  await press(page, 'Not Needed')
  await page.getByRole('dialog').getByLabel('Reason').fill('No measuring part')
  await press(page, 'Not Needed')
  await gone(page)
  await item(page, 'Calibrated', 'Not Needed').waitFor()
  await item(page, 'Tested').click()
  await press(page, 'New Due Date')
  await page.getByRole('dialog').getByLabel('Due').fill(`${day(20)}, 8:00 PM`)
  await page.getByRole('dialog').getByLabel('Reason').fill('As agreed')
  await press(page, 'New Due Date')
  await gone(page)
  await item(page, 'Tested', day(20)).waitFor()
  await settled(page)

  await item(page, 'Fault Diagnosed').click()
  await page.getByRole('dialog').getByText('Valve leaks').first().waitFor()
  await press(page, 'Withdraw')
  await page.getByRole('dialog').getByLabel('Reason').fill('Wrong order')
  await press(page, 'Withdraw')
  await shown(page, /^2 of 10 reached/).waitFor()
}, 120_000)

test('a technician confirms what is the technician’s, and steers nothing', async () => {
  const { ID } = await takeOrder(['release', 'assign', 'start'])
  const page = await tab('technician', place(ID))
  await goTo(page, 'Milestones')
  await item(page, 'Fault Diagnosed').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).waitFor()
  expect(await page.getByRole('dialog').getByRole('button', { name: /Not Needed|New Due Date|Withdraw/ }).filter({ visible: true }).count()).toBe(0)
  await press(page, 'Close')
  await gone(page)
  await item(page, 'Parts Ordered').click()
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).filter({ visible: true }).count()).toBe(0)
  await press(page, 'Close')
  expect(await page.getByRole('heading', { name: 'Notices' }).count()).toBe(0)
}, 120_000)

test('an order that was released before there was a template gets its milestones', async () => {
  const levels = service('service-levels', 'dispatcher')
  const { data: { value: chains } } = await levels.get('/MilestoneChains?$select=workOrder_ID')
  const planned = new Set(chains.map((chain: { workOrder_ID: string }) => chain.workOrder_ID))
  const { data: { value: orders } } = await levels.get('/WorkOrders?$filter=status_code eq \'Assigned\' or status_code eq \'InProgress\'&$select=ID')
  const page = await tab('dispatcher', place(orders.find(({ ID }: { ID: string }) => !planned.has(ID)).ID))
  await goTo(page, 'Milestones')
  await button(page, 'Plan Milestones').click()
  await shown(page, /of \d+ reached/).waitFor()
  await button(page, 'Plan Milestones').waitFor({ state: 'detached' })
}, 120_000)

test('a shipment is added and slips: its first estimate stays readable, and the milestone that waits for it follows', async () => {
  const { ID } = await takeOrder(['release', 'assign', 'start'])
  const page = await tab('dispatcher', place(ID))
  await goTo(page, 'Shipments')
  await button(page, 'Add Shipment').click()
  const dialog = page.getByRole('dialog')
  await press(page, 'Add')
  await shown(page, 'Enter: Carrier').waitFor()
  await dialog.getByLabel('Carrier').fill('Ocean Air')
  await dialog.getByLabel('Tracking Number').fill('OA-778812')
  await dialog.getByLabel('Expected').fill(`${day(5)}, 8:00 AM`)
  await press(page, 'Add')
  await gone(page)
  await item(page, 'OA-778812', 'Announced').getByRole('button', { name: 'Report' }).click()
  await dialog.getByRole('combobox', { name: 'What Happened' }).press('F4')
  await page.getByRole('option', { name: 'Delayed' }).click()
  await dialog.getByLabel('Where').fill('Singapore')
  await dialog.getByLabel('New Estimate').fill(`${day(9)}, 8:00 AM`)
  await press(page, 'Report')
  await gone(page)
  await item(page, 'OA-778812', 'Delayed').filter({ hasText: day(9) }).filter({ hasText: `First expected ${day(5)}` }).waitFor()
  await item(page, 'Parts Ready', `Expected ${day(9)}`).waitFor({ state: 'attached' })
  await item(page, 'OA-778812').click()
  await dialog.getByText(/Singapore/).waitFor()
  await press(page, 'Close')
  await gone(page)
}, 120_000)

const WORDS = { en: { section: 'Service Level', milestones: 'Milestones', shipments: 'Shipments', open: 'Fault Diagnosed', close: 'Close' }, zh_CN: { section: '服务级别', milestones: '里程碑', shipments: '货运', open: '故障已诊断', close: '关闭' } }
const CASES = [{ language: 'en', size: 'wide', options: {} }, { language: 'zh_CN', size: 'phone', options: PHONE }] as const

test.each(CASES)('in $language, $size: the order’s sections and their dialogs read well and are accessible', async ({ language, options }) => {
  const { ID } = await takeOrder(['release', 'assign', 'start'])
  await service('service-levels', 'parts').post('/Shipments', { workOrder_ID: ID, carrier: 'Ocean Air', number: `OA-${ID.slice(0, 8)}`, leg_code: 'lastMile', estimatedAt: new Date(Date.now() + 5 * 86_400_000) })
  const page = await tab('admin', place(ID), language, options)
  const { section, milestones, shipments, open, close } = WORDS[language]
  await goTo(page, shipments)
  await item(page, `OA-${ID.slice(0, 8)}`).waitFor()
  await goTo(page, section)
  await page.getByRole('img', { name: /Fix|修复/ }).first().waitFor()
  await expectGood(page, 'order')
  await goTo(page, milestones)
  await item(page, open).click()
  await page.getByRole('dialog').getByRole('button', { name: close }).waitFor()
  await settled(page)
  await expectGood(page, 'milestone', '[role=dialog]')
  await page.getByRole('dialog').getByRole('button', { name: close }).click()
  await gone(page)
}, 180_000)

test('what was told to whom is read on the order, with its state', async () => {
  const { ID } = await takeOrder(['release', 'assign'])
  const page = await tab('dispatcher', place(ID))
  await goTo(page, 'Notices')
  moveTo(130)
  const notice = item(page, 'Die Hälfte der Zeit ist verbraucht (Eintreffen)', 'Sent', 'In-App') // the technician reads German
  await notice.waitFor({ timeout: 60_000 })
  await notice.click()
  await page.getByRole('dialog').getByText('technician', { exact: true }).waitFor()
  await press(page, 'Close')
  await gone(page)
}, 120_000)
