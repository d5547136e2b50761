import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, open, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { movedClock } from '../setup/moved-clock'
import { letTechnicianDoAll, startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser

const { variables, moveTo, remove } = movedClock()

beforeAll(async () => {
  [server, browser] = await Promise.all([startShell({}, { notices: { look: 500 } }, variables), launchBrowser()])
  letTechnicianDoAll(server.database)
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop(); remove() })

const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const row = (page: Page, ...texts: string[]) => texts.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row')).first()

/** A ventilator whose agreement counts round the clock: somebody arrives within four hours. */
async function takeOrder(): Promise<{ ID: string; number: string }> {
  const orders = axios.create({ baseURL: `${server.url}/odata/v4/work-orders`, auth: { username: 'dispatcher', password: '' } })
  const { data } = await orders.post('/intake', { channel_code: 'phone', serialNumber: 'VEN-3107-0012', executionMode_code: 'onsite', symptom: 'Pressure alarm does not stop' })
  const { data: { value: [technician] } } = await orders.get('/Technicians?$filter=userId eq \'technician\'')
  for (const [step, parameters] of Object.entries({ release: {}, assign: { technician_ID: technician.ID } }))
    await orders.post(`/WorkOrders(ID=${data.ID},IsActiveEntity=true)/aftersales.WorkOrderService.${step}`, parameters)
  return data
}

test('an order turns yellow and red on the board as time goes by; nobody answers, so the next person is asked, who acknowledges and hands over', async () => {
  const { number } = await takeOrder()
  const { page, end } = await visit(browser, server.url, 'dispatcher')
  await open(page, '#ServiceLevel-monitor')
  await shown(page, /^All \(\d+\)/).click()
  await page.getByRole('searchbox').filter({ visible: true }).first().fill(number)
  await page.keyboard.press('Enter')
  const arrival = row(page, number, 'Arrival')
  await arrival.locator('.sapMObjStatusSuccess').first().waitFor()

  moveTo(130)
  await arrival.filter({ hasText: 'Half of the Time Is Used' }).locator('.sapMObjStatusWarning').first().waitFor()
  moveTo(241)
  await arrival.filter({ hasText: 'Overdue' }).locator('.sapMObjStatusError').first().waitFor()

  await shown(page, /^Warnings \([1-9]\d*\)/).click()
  const warning = row(page, number, 'Arrival', 'Overdue')
  await warning.filter({ hasText: 'Tomas Brandt' }).filter({ hasText: 'Open' }).waitFor()
  moveTo(260)
  await warning.filter({ hasText: 'Nora Lindqvist' }).waitFor()
  await settled(page)
  await expectGood(page, 'warnings')

  await warning.getByRole('checkbox').click()
  await page.getByRole('button', { name: 'Acknowledge', exact: true }).filter({ visible: true }).first().click()
  await settled(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Acknowledge', exact: true }).click()
  await warning.filter({ hasText: 'Acknowledged' }).waitFor()

  await settled(page)
  await warning.getByRole('checkbox').check() // it may still be chosen
  await page.getByRole('button', { name: 'Hand Over', exact: true }).filter({ visible: true }).first().click()
  await settled(page)
  const person = page.getByRole('dialog').getByRole('combobox').first()
  await person.fill('Wei Chen')
  await person.press('Tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Hand Over', exact: true }).click()
  await warning.filter({ hasText: 'Wei Chen' }).filter({ hasText: 'Handed Over' }).waitFor()

  const customer = page.getByRole('combobox', { name: 'Customer' }).or(page.getByRole('textbox', { name: 'Customer' })).first()
  await customer.fill('Spindelwerk Präzisionstechnik GmbH')
  await customer.press('Tab')
  await settled(page)
  await page.getByRole('button', { name: 'Go', exact: true }).filter({ visible: true }).first().click()
  await warning.waitFor({ state: 'detached' }) // the filters hold for warnings as well
  await end()
}, 240_000)
