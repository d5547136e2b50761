import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, open as goThere, PHONE, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { letTechnicianDoAll, startShell, type ShellServer } from '../setup/shell-server'

/** A ventilator whose contract bears 80 % of all costs, its customer the rest; and a part that is put into it. */
const VENTILATOR = 'VEN-3107-0012', PART = 'SP-1001'
/** Stock, allocated hours, clearing of what is journalled: where costs come from. All other accounts bear them. */
const OFFSETS = ['13600000', '94309000', '21900000']
const IN_BOOKS = { timeout: 20_000 }

let server: ShellServer, browser: Browser

beforeAll(async () => {
  [server, browser] = await Promise.all([startShell(), launchBrowser()])
  letTechnicianDoAll(server.database)
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

type Row = Record<string, any>
const client = (service: string, user: string) => axios.create({ baseURL: `${server.url}/odata/v4/${service}`, auth: { username: user, password: '' }, validateStatus: () => true })
/** What is prepared or told beside the pages. */
async function post(user: string, path: string, values: object = {}): Promise<Row> {
  const [, service, rest] = /^\/([\w-]+)(\/.*)$/.exec(path)!
  const { status, data } = await client(service, user).post(rest, values)
  expect([path, status < 300, data.error?.message]).toEqual([path, true, undefined])
  return data
}
const read = async (path: string): Promise<Row> => (await client('finance', 'controller').get(path)).data
const cents = (amount: string | number) => Math.round(Number(amount) * 100)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog')).filter({ visible: true }).last()
const press = async (page: Page, name: string) => { await button(page, name).click(); await settled(page) }
const pressIn = async (page: Page, name: string) => { await dialog(page).getByRole('button', { name, exact: true }).click(); await settled(page) }
const goTo = async (page: Page, section: string) => {
  await page.getByRole('option', { name: section, exact: true }).or(page.getByRole('tab', { name: section, exact: true })).or(page.getByRole('button', { name: section, exact: true })).filter({ visible: true }).first().click()
  await settled(page)
}

/** From an empty page: UI5 throws when it has to leave an app that is still being drawn. */
async function open(page: Page, hash: string, language?: string): Promise<void> {
  await page.goto('about:blank')
  await goThere(page, hash, language)
}

/** As a link does: what is loaded stays. */
async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate(place => { window.location.hash = place }, hash)
  await settled(page)
}

/** A repair that is done: two and a half hours, a travel, and a part of which two pieces were issued. */
async function doneRepair(): Promise<{ ID: string; need: string }> {
  const { ID } = await post('dispatcher', '/work-orders/intake', { channel_code: 'phone', executionMode_code: 'onsite', serialNumber: VENTILATOR, symptom: 'Alarm during self-test' })
  const step = (user: string, name: string, values = {}) => post(user, `/work-orders/WorkOrders(ID=${ID},IsActiveEntity=true)/aftersales.WorkOrderService.${name}`, values)
  const { data: { value: [technician] } } = await client('work-orders', 'dispatcher').get('/Technicians?$filter=userId eq \'technician\'')
  const { data: { value: [part] } } = await client('spare-parts', 'parts').get(`/Parts?$filter=number eq '${PART}'`)
  for (const [name, values] of [['release', {}], ['assign', { technician_ID: technician.ID }], ['start', {}]] as const) await step('dispatcher', name, values)
  const costItems = `/work-orders/WorkOrders(ID=${ID},IsActiveEntity=true)/costItems`
  await post('technician', costItems, { type_code: 'labour', description: 'Sensor replaced', quantity: 2.5, unit: 'H', technician_ID: technician.ID })
  await post('technician', costItems, { type_code: 'travel', description: 'Way there', quantity: 1, rate: 45.01 })
  const { ID: need } = await post('technician', '/spare-parts/reserve', { workOrder_ID: ID, part_ID: part.ID, quantity: '2', plant: '1010', storageLocation: 'V001' })
  await post('technician', `/spare-parts/Reservations(${need})/aftersales.SparePartsService.issue`, { quantity: '2' })
  await step('technician', 'complete', { resolution_code: 'REPAIRED', summary: 'Sensor replaced', testData: 'Within limits', udi: '(01)09520003000889' })
  // The part's value comes from the host, with the document of its goods issue.
  await until(async () => cents((await financeOf(ID)).actual) === 53701)
  return { ID, need }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + IN_BOOKS.timeout; !await isSo();) {
    if (Date.now() > end) throw new Error('It did not come to that')
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** What the host's own books hold: the balance of all accounts, and what lies on those that bear costs. In cents. */
async function hostBooks(): Promise<{ balance: number; costs: number }> {
  const { data: { lines } } = await axios.get(`${server.hostUrl}/__ledger`)
  const sum = (some: Row[]) => some.reduce((total, { debitCredit, companyCodeAmount }) => total + (debitCredit === 'S' ? 1 : -1) * cents(companyCodeAmount), 0)
  return { balance: sum(lines), costs: sum(lines.filter(({ account }: Row) => !OFFSETS.includes(account))) }
}

/** Simulates and posts on the order's page, and waits on the posting's page until the host has booked everything. */
async function postOrder(page: Page, ID: string, isNew = false): Promise<string> {
  await follow(page, `#WorkOrder-manage&/WorkOrders(ID=${ID},IsActiveEntity=true)`)
  await goTo(page, 'Finance')
  await press(page, 'Simulate Posting')
  await dialog(page).getByText(/^Debit .* equals credit/).waitFor()
  if (isNew) await expectGood(page, 'simulation', '[role=dialog]')
  await pressIn(page, 'Post')
  await pressIn(page, 'Show Posting')
  const posting = /CostPostings\(([0-9a-f-]{36})/.exec(decodeURIComponent(page.url()))![1]
  await shown(page, /^Posted$/).waitFor(IN_BOOKS)
  return posting
}

const financeOf = (ID: string) => read(`/OrderFinances(${ID})`)

test('an order that two bear is posted once, a part that comes back is taken out of the books, and these are right to the cent', async () => {
  const { ID, need } = await doneRepair()
  const rows = (await read(`/RepairCosts?$filter=workOrder_ID eq ${ID}&$orderby=costType_code,share`)).value
  // 2 × 148.50, 2.5 h × 78, and a travel of which 20 % are 9.002.
  expect(rows.map(({ costType_code, accountingIndicator_code, companyCodeAmount }: Row) => [costType_code, accountingIndicator_code, cents(companyCodeAmount)])).toEqual([
    ['labour', 'contract', 15600], ['labour', 'billable', 3900], ['part', 'contract', 23760], ['part', 'billable', 5940], ['travel', 'contract', 3601], ['travel', 'billable', 900]
  ])

  // The controller sees it on the order's page, simulates, posts, and sees the host's documents.
  const { page } = await visit(browser, server.url, 'controller')
  await open(page, `#WorkOrder-manage&/WorkOrders(ID=${ID},IsActiveEntity=true)`)
  await goTo(page, 'Finance')
  await shown(page, '537.01').waitFor()
  await shown(page, 'Service Contract, 80 %').waitFor()
  await expectGood(page, 'order')
  const posting = await postOrder(page, ID, true)
  await expectGood(page, 'posting')
  const { documents, number } = await read(`/CostPostings(${posting})?$expand=documents`)
  expect(documents.map(({ state_code, hostDocument }: Row) => [state_code, Boolean(hostDocument)])).toEqual([['Confirmed', true], ['Confirmed', true]])
  for (const { hostDocument } of documents) await shown(page, hostDocument).waitFor()
  expect(await hostBooks()).toEqual({ balance: 0, costs: 53701 })
  expect(await financeOf(ID)).toMatchObject({ state_code: 'Posted', open: '0.000', posted: '537.010' })

  // One piece comes back: a further row with the difference, and the order is open for finance, not for work.
  await post('technician', `/spare-parts/Reservations(${need})/aftersales.SparePartsService.returnUnused`, { quantity: '1' })
  await until(async () => cents((await financeOf(ID)).actual) === 38851)
  expect(await financeOf(ID)).toMatchObject({ state_code: 'Open', posted: '537.010', open: '-148.500' })
  await follow(page, `#WorkOrder-manage&/WorkOrders(ID=${ID},IsActiveEntity=true)`)
  await goTo(page, 'Finance')
  await shown(page, '-148.50').waitFor()
  await shown(page, '-118.80').waitFor()

  // It is reversed, and posted again as it is now.
  await follow(page, `#CostPosting-manage&/CostPostings(${posting})`)
  await press(page, 'Reverse')
  await dialog(page).getByRole('combobox').first().press('F4')
  await shown(page, 'Costs Have Changed').click()
  await settled(page)
  await pressIn(page, 'Reverse')
  await shown(page, /^Reverses/).waitFor()
  await shown(page, number).waitFor()
  await until(async () => (await read(`/CostPostings(${posting})`)).state_code === 'Reversed')
  const { reversedBy } = await read(`/CostPostings(${posting})?$expand=reversedBy`)
  await shown(page, reversedBy.number).waitFor()
  await until(async () => cents((await financeOf(ID)).open) === 38851)
  const again = await postOrder(page, ID)
  expect(await financeOf(ID)).toMatchObject({ state_code: 'Posted', actual: '388.510', posted: '388.510', open: '0.000', contract: '310.810', billable: '77.700' })
  expect(await hostBooks()).toEqual({ balance: 0, costs: 38851 })

  // What is told by $apply is the same, and a cost's page leads to its document.
  const totals = (await read(`/CostAnalysis?$apply=filter(workOrder_ID eq ${ID})/groupby((postingNumber,companyCodeCurrency_code),aggregate(companyCodeAmount))`)).value
  expect(totals.map(({ companyCodeAmount, companyCodeCurrency_code }: Row) => [cents(companyCodeAmount), companyCodeCurrency_code])).toEqual([[38851, 'EUR']])
  const [cost] = (await read(`/RepairCosts?$filter=workOrder_ID eq ${ID} and costType_code eq 'travel' and accountingIndicator_code eq 'contract'`)).value
  expect([cost.posting_ID, cost.reversalNumber]).toEqual([again, reversedBy.number])
  await follow(page, `#RepairCost-show&/RepairCosts(${cost.ID})`)
  await shown(page, 'Contract SC40000105: 80 % contract, 20 % customer').waitFor()
  await shown(page, cost.postingNumber).waitFor()
  await expectGood(page, 'cost')
  expect(number).not.toBe(cost.postingNumber)
}, 400_000)

test('costs are charted in one currency, with key figures, compared with the plan, and read well in Chinese on a phone', async () => {
  const { page } = await visit(browser, server.url, 'controller')
  await open(page, '#RepairCost-show')
  await shown(page, 'Cost per Repair').waitFor()
  await shown(page, 'Cost by Month and Who Bears It').waitFor()
  await expectGood(page, 'costs')
  await open(page, '#CostComparison-show')
  await shown(page, 'Planned and Actual Cost').waitFor()
  await expectGood(page, 'comparison')
  await page.context().close()

  const { page: phone } = await visit(browser, server.url, 'controller', PHONE)
  await open(phone, '#RepairCost-show', 'zh_CN')
  await shown(phone, '单次维修成本').waitFor()
  await expectGood(phone, 'costs on a phone')
}, 180_000)
