import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import axios from 'axios'
import type { Browser, Locator, Page } from 'playwright-core'
import { launchBrowser, open, settled, visit } from '../setup/browser'
import { startShell, type ShellServer } from '../setup/shell-server'

const EXCAVATORS = path.resolve(__dirname, '../../../shared/data/excavator-work-orders.csv')

let server: ShellServer, browser: Browser

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const as = async (user: string) => (await visit(browser, server.url, user)).page
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()
const dialog = (page: Page) => page.getByRole('dialog')

/** Types as a person does; Tab makes Fiori elements take the value over. */
async function enter(page: Page, field: Locator, value: string): Promise<void> {
  await field.fill(value)
  await field.press('Tab')
  await settled(page)
}

const fill = (page: Page, label: string, value: string) => enter(page, dialog(page).getByLabel(label).first(), value)

/** Presses an action of the order's page, fills its dialog if it has one, and waits for the new status. */
async function step(page: Page, name: string, status: string, parameters?: () => Promise<void>): Promise<void> {
  await button(page, name).click()
  await settled(page)
  if (parameters) {
    await parameters()
    await dialog(page).getByRole('button', { name, exact: true }).click()
  }
  await page.locator('[id$="HeaderFacetContainer::headStatus"]').filter({ hasText: status }).first().waitFor({ state: 'attached' })
  await settled(page)
}

/** 2,160 real orders where they are at hand, else a few of the same shape. */
function history(): { file: string; rows: number } {
  if (fs.existsSync(EXCAVATORS)) return { file: EXCAVATORS, rows: 2160 }
  console.log('excavator-work-orders.csv is not there: the journey imports three made-up rows')
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-history-')), 'history.csv')
  fs.writeFileSync(file, 'OrderID,BscStartDate,Asset,OriginalShorttext,PMType,Cost,FuncLocation\n1,2004-07-01,A,BUCKET WONT OPEN,PM01,183.05,BUCKET\n2,2004-08-01,B,OIL LEAK,PM01,20.10,ENGINE\n3,2004-09-01,C,SWAP BUCKET,PM02,0.0,BUCKET\n')
  return { file, rows: 3 }
}

test('a repair on imported equipment in the real pages: call, assignment, work, costs, acceptance, closing', async () => {
  const { file, rows } = history()
  const odata = axios.create({ baseURL: `${server.url}/odata/v4/work-orders`, auth: { username: 'admin', password: '' }, validateStatus: () => true })
  const { data: imported } = await odata.post('/importHistory', { csv: fs.readFileSync(file).toString('base64') })
  expect(imported).toMatchObject({ rows, imported: rows, rejected: 0 })

  const agent = await as('agent')
  await open(agent, '#WorkOrder-manage')
  await button(agent, 'New Order').click()
  await fill(agent, 'Serial Number', 'A')
  await fill(agent, 'What Is Wrong?', 'Bucket cylinder leaks hydraulic oil')
  await fill(agent, 'Caller', 'M. Schmitt, +49 711 12345')
  await button(agent, 'Create Order').click()
  await agent.waitForURL(/WorkOrders\(ID=/)
  await settled(agent)
  const address = decodeURIComponent(new URL(agent.url()).hash)
  const ID = /ID=([0-9a-f-]{36})/.exec(address)![1]
  const read = async (query = '') => (await odata.get(`/WorkOrders(ID=${ID},IsActiveEntity=true)${query}`)).data
  expect(await read()).toMatchObject({ serialNumber: 'A', status_code: 'New', contactName: 'M. Schmitt', contactPhone: '+49 711 12345', channel_code: 'phone' })
  await step(agent, 'Release', 'Released')

  const dispatcher = await as('dispatcher')
  await open(dispatcher, address)
  await step(dispatcher, 'Assign', 'Assigned', () => fill(dispatcher, 'Technician', 'Jonas Albrecht'))

  const technician = await as('technician')
  await open(technician, address)
  await step(technician, 'Start Work', 'In Progress')
  await step(technician, 'Put on Hold', 'On Hold', () => fill(technician, 'Reason', 'Waiting for Spare Part'))
  await step(technician, 'Resume Work', 'In Progress')
  await bookCosts(technician)
  await step(technician, 'Complete', 'Completed', async () => {
    await fill(technician, 'Resolution', 'Repaired')
    await fill(technician, 'What Was Done', 'Cylinder seal replaced')
  })
  await accept(technician)

  await agent.reload({ waitUntil: 'commit' })
  await settled(agent)
  await step(agent, 'Close Order', 'Closed')
  await agent.getByText('189.92').first().waitFor()

  const order = await read('?$expand=events($orderby=sequence)')
  expect(order).toMatchObject({ status_code: 'Closed', rating: 4, firstTimeFix: true, costTotal: '189.920' })
  expect(order.events.map((event: { type_code: string }) => event.type_code))
    .toEqual(['Created', 'Released', 'Assigned', 'Started', 'Held', 'Resumed', 'Completed', 'Accepted', 'Closed'])
}, 240_000)

/** Two rows in the table of costs, typed while editing: 1.5 h × 95.00 and 2 × 23.71. */
async function bookCosts(page: Page): Promise<void> {
  await button(page, 'Edit').click()
  await settled(page)
  await page.getByRole('option', { name: 'Costs' }).or(page.getByRole('tab', { name: 'Costs' })).or(page.getByRole('button', { name: 'Costs' })).first().click()
  await settled(page)
  for (const [type, description, quantity, rate] of [['Labour', 'Repair on site', '1.5', '95'], ['Spare Part', 'Seal kit', '2', '23.71']]) {
    await button(page, 'Create').click()
    await settled(page)
    const row = page.getByRole('row').filter({ has: page.locator('input:not([type=checkbox])') }).first()
    const fields = row.locator('input:not([type=checkbox])')
    await enter(page, fields.nth(0), type)
    await enter(page, fields.nth(1), description)
    await enter(page, fields.nth(3), quantity)
    await enter(page, fields.nth(5), rate)
  }
  await button(page, 'Save').click()
  await button(page, 'Edit').waitFor()
  await settled(page)
}

async function accept(page: Page): Promise<void> {
  await button(page, 'Accept').click()
  await settled(page)
  await dialog(page).getByRole('slider').first().focus()
  for (let star = 0; star < 4; star++) await page.keyboard.press('ArrowRight')
  await dialog(page).getByLabel('Comment').fill('Back to work before noon')
  await dialog(page).getByRole('button', { name: 'Accept', exact: true }).click()
  await button(page, 'Accept').waitFor({ state: 'hidden' })
  await settled(page)
}
