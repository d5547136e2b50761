import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, open, PHONE, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { startShell, type ShellServer } from '../setup/shell-server'

/** A monitor that the technician of the sample repairs; the sensors of the plant are for others, but for one place. */
const [ORDER, OTHER_ORDER, THIRD_ORDER] = ['732a4fec-006d-5e97-abe2-9dea74720e02', 'e11cc650-1708-5acf-ad5f-8a0acafba5e4', '53fdd3f0-3c39-5c99-85e6-3e009108501e']
const SENSOR = 'SP-1001', SUBSTITUTE = 'SP-1011', VAN = '1010 V001'
const SERVICE = 'aftersales.SparePartsService'
const PAGE = `#WorkOrder-manage&/WorkOrders(ID=${ORDER},IsActiveEntity=true)`

let server: ShellServer, browser: Browser
const ids: Record<string, string> = {}

beforeAll(async () => {
  [server, browser] = await Promise.all([startShell(), launchBrowser()])
  const { data } = await parts().get('/Parts?$select=ID,number')
  for (const { ID, number } of data.value) ids[number] = ID
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const client = (path: string, user: string) => axios.create({ baseURL: `${server.url}/odata/v4${path}`, auth: { username: user, password: '' }, validateStatus: () => true })
const parts = (user = 'parts') => client('/spare-parts', user)
const step = (user: string, name: string, values = {}) =>
  client('/work-orders', user).post(`/WorkOrders(ID=${ORDER},IsActiveEntity=true)/aftersales.WorkOrderService.${name}`, values)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true }).last()
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true })
/** The order's row of a part. */
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).filter({ visible: true }).first()

const reserve = async (workOrder_ID: string, number: string, quantity: number, storageLocation: string) => {
  const { status, data } = await parts().post('/reserve', { workOrder_ID, part_ID: ids[number], quantity: String(quantity), plant: '1010', storageLocation })
  expect([status, data.error?.message]).toEqual([200, undefined])
}

/** What the host says lies at each place. */
async function hostStock(number: string): Promise<Record<string, number>> {
  const { data } = await parts().post(`/Parts(${ids[number]})/${SERVICE}.refreshStock`, {})
  return Object.fromEntries(data.value.map((stock: Record<string, string>) => [`${stock.plant} ${stock.storageLocation}`, Number(stock.unrestricted)]))
}

/** The parts of the order, as the page shows them once they are read. */
async function openParts(page: Page, isThere = false): Promise<void> {
  if (isThere) await page.reload({ waitUntil: 'commit' })
  else await open(page, PAGE)
  await settled(page)
  await page.getByRole('option', { name: 'Parts', exact: true }).or(page.getByRole('tab', { name: 'Parts', exact: true })).or(page.getByRole('button', { name: 'Parts', exact: true })).first().click()
  await settled(page)
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await dialog(page).getByLabel(label).first().fill(text)
  await dialog(page).getByLabel(label).first().press('Tab')
}

/** Presses a button of the dialog and waits until that dialog has gone. */
async function finish(page: Page, name: string): Promise<void> {
  const open = dialog(page), title = await open.getByRole('heading').first().innerText()
  await inDialog(page, name).click()
  await page.getByRole('dialog').filter({ hasText: title }).filter({ visible: true }).first().waitFor({ state: 'hidden' })
  await settled(page)
}

/** Until the host has the pieces' documents: what is issued and not yet posted can't be looked up there. */
async function posted(): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const { data } = await client('/host-erp', 'admin').get(`/HostMessages?$filter=workOrder_ID eq ${ORDER} and (state_code eq 'Pending' or state_code eq 'Sent')&$select=ID,number,state_code`)
    if (!data.value.length) return
    if (Date.now() > deadline) throw new Error(`Still on the way: ${JSON.stringify(data.value)}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

test('somebody else takes the last sensor: the substitute is asked for, approved, one piece used and one returned, and the host\'s stock is right', async () => {
  const before = { sensor: await hostStock(SENSOR), substitute: await hostStock(SUBSTITUTE) }
  // All sensors that this order would take without being told where are held, but for two in the depot.
  await reserve(OTHER_ORDER, SENSOR, before.sensor[VAN], 'V001')
  await reserve(OTHER_ORDER, SENSOR, before.sensor['1010 0001'], '0001')
  await reserve(OTHER_ORDER, SENSOR, before.sensor['1010 0002'] - 2, '0002')
  expect((await step('technician', 'start')).status).toBe(200)

  const { page } = await visit(browser, server.url, 'technician')
  await openParts(page)
  await button(page, 'Add Part').click()
  await dialog(page).getByText('SpO2 Finger Sensor, Reusable').click()
  await dialog(page).locator('input[type=number]').fill('2')
  await reserve(THIRD_ORDER, SENSOR, 1, '0002') // between looking and clicking
  await inDialog(page, 'Claim').click()

  await dialog(page).getByText(/^1 EA of SP-1001 are held for work order WO-S00068\.$/).waitFor()
  const substitute = dialog(page).getByRole('listitem').filter({ hasText: SUBSTITUTE })
  await substitute.getByText(/needs approval/).waitFor()
  await expectGood(page, 'other ways', '[role=dialog]')
  await substitute.getByRole('button', { name: 'Ask for It' }).click()
  await write(page, 'Reason', 'The compatible sensor fits this monitor')
  await inDialog(page, 'Ask for It').last().click()
  await row(page, 'SpO2 Finger Sensor, Reusable').getByText(/technician asks for SpO2 Finger Sensor, Compatible \(SP-1011\) instead\./).waitFor()
  expect(await row(page, 'SpO2 Finger Sensor, Reusable').getByRole('button', { name: 'Approve' }).count()).toBe(0) // nobody approves the own request

  const quality = await visit(browser, server.url, 'qm')
  await openParts(quality.page)
  await button(quality.page, 'Approve').click()
  await write(quality.page, 'Decision', 'Released for this model')
  await finish(quality.page, 'Approve')
  await row(quality.page, 'Instead of SpO2 Finger Sensor, Reusable (SP-1001).').getByText('SpO2 Finger Sensor, Compatible').first().waitFor()
  await quality.end()

  await openParts(page, true)
  const sensor = () => row(page, 'Instead of SpO2 Finger Sensor, Reusable')
  await sensor().getByRole('button', { name: 'Take Out' }).click()
  await finish(page, 'Take Out')
  await sensor().getByRole('button', { name: 'Used', exact: true }).waitFor()
  await posted()
  expect((await hostStock(SUBSTITUTE))[VAN]).toBe(before.substitute[VAN] - 2)
  await sensor().getByRole('button', { name: 'Used', exact: true }).click()
  await write(page, 'Quantity', '1')
  await finish(page, 'Used')
  await sensor().getByText(/1.EA in hand · 1.EA used/).waitFor()
  expect((await step('technician', 'complete', { resolution_code: 'REPAIRED', summary: 'Sensor replaced', testData: 'Within limits', udi: '(01)09520000000011' })).data.error?.message).toBeUndefined()
  expect((await step('agent', 'accept', { rating: 5 })).data.error?.message).toBeUndefined()
  expect((await step('agent', 'close')).status).toBe(422) // a piece is still in hand
  await sensor().getByRole('button', { name: 'Not Used' }).click()
  await finish(page, 'Not Used')
  await sensor().getByText(/1.EA used · 1.EA returned/).waitFor()
  await posted()

  expect((await step('agent', 'close')).data.error?.message).toBeUndefined()
  expect(await hostStock(SUBSTITUTE)).toEqual({ ...before.substitute, [VAN]: before.substitute[VAN] - 1 })
  expect(await hostStock(SENSOR)).toEqual(before.sensor)
}, 240_000)

const CASES = [{ language: 'en', size: 'wide' }, { language: 'zh_CN', size: 'phone' }] as const
const TEXTS = {
  en: { late: /^Late or Red/, part: 'SpO2 Finger Sensor, Reusable', vans: /^Vans/ },
  zh_CN: { late: /^延误或红色/, part: '可重复使用血氧指夹传感器', vans: /^车辆/ }
}

test.each(CASES)('in $language, $size: reservations, availability, vans and forecasts read well and are accessible', async ({ language, size }) => {
  const texts = TEXTS[language]
  const { page, end } = await visit(browser, server.url, 'parts', size === 'phone' ? PHONE : {})
  await open(page, '#SparePart-manage', language)
  await shown(page, texts.late).waitFor()
  await expectGood(page, 'reservations')
  const [{ ID }] = (await parts().get(`/Reservations?$filter=part_ID eq ${ids[SENSOR]}&$select=ID&$top=1`)).data.value
  await page.evaluate(key => { window.location.hash = `#SparePart-manage&/Reservations(${key})` }, ID)
  await page.getByRole('heading', { name: texts.part }).filter({ visible: true }).first().waitFor()
  await settled(page)
  await expectGood(page, 'reservation')
  await open(page, '#PartAvailability-show', language)
  await shown(page, texts.part).waitFor()
  await expectGood(page, 'availability')
  await open(page, '#VanStock-manage', language)
  await shown(page, texts.vans).waitFor()
  await expectGood(page, 'vans')
  const [forecast] = (await parts().get('/PartForecasts?$select=ID&$orderby=monthlyDemand desc&$top=1')).data.value
  await open(page, `#PartPlanning-plan&/PartForecasts(${forecast.ID})`, language)
  await page.locator('svg[role=img]').filter({ visible: true }).first().waitFor()
  await expectGood(page, 'forecast')
  await end()
}, 240_000)
