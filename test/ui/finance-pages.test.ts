import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, PHONE, settled, tabsOf } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser
const tab = tabsOf(() => browser, () => server.url)

beforeAll(async () => {
  [server, browser] = await Promise.all([startShell(), launchBrowser()])
  await costed()
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const finance = () => axios.create({ baseURL: `${server.url}/odata/v4/finance`, auth: { username: 'controller', password: '' } })
/** An order as it waits for posting. */
const waiting = async (workOrderNumber: string) =>
  ((await finance().get(`/PostingWorklist?$filter=${encodeURIComponent(`workOrderNumber eq '${workOrderNumber}'`)}`)).data.value as { workOrder_ID: string }[])[0]

/** The costs of the sample's orders are worked out after the first start. */
async function costed(): Promise<void> {
  const deadline = Date.now() + 60_000
  for (const number of ['WO-S00007', 'WO-S00042', 'WO-S00046']) {
    while (!(await waiting(number))) {
      if (Date.now() > deadline) throw new Error(`${number} has no costs`)
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
}
/** In the books of the host. */
const setHostPeriod = (isOpen: boolean) => axios.put(`${server.hostUrl}/__periods`, { companyCode: '1010', fiscalYear: 2026, fiscalPeriod: 11, isOpen })

const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog')).filter({ visible: true }).last()
const button = (within: Pick<Page, 'getByRole'>, name: string) => within.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const headerState = (page: Page, text: string) => page.locator('[id$="HeaderFacetContainer::headState"]').filter({ hasText: text }).first()
const press = async (page: Page, name: string, within: Pick<Page, 'getByRole'> = page) => {
  await button(within, name).click()
  await settled(page)
}
/** Opens a view of the worklist, and the simulation of an order in it. */
const simulate = async (page: Page, view: RegExp, workOrderNumber: string) => {
  await page.getByRole('tab', { name: view }).click()
  await settled(page)
  await page.getByRole('row', { name: new RegExp(workOrderNumber) }).getByRole('radio').click()
  await settled(page)
  await press(page, 'Simulate and Post')
  await dialog(page).getByText(workOrderNumber).waitFor()
}

test('what a closed period holds up says so, and can be posted on a later day', async () => {
  const page = await tab('controller', '#CostPosting-manage')
  await simulate(page, /^Closed Period \(\d+\)/, 'WO-S00007')
  await dialog(page).getByText(/Period 3\/2025 of company code 1010 is closed\. Post on 2026-10-01 or later/).waitFor()
  expect(await button(dialog(page), 'Post').isDisabled()).toBe(true)
  await dialog(page).getByLabel('Posting Date').first().fill('Nov 20, 2026')
  await page.keyboard.press('Tab')
  await dialog(page).getByText('11/2026').waitFor()
  await settled(page)
  expect(await button(dialog(page), 'Post').isDisabled()).toBe(false)
  await expectGood(page, 'simulation', '[role=dialog]')
}, 90_000)

test('T-accounts show debits left and credits right, in sums that balance; what the host refuses is shown in its words and sent again', async () => {
  const { workOrder_ID } = await waiting('WO-S00046')
  const page = await tab('controller', '#CostPosting-manage')
  await simulate(page, /^Ready to Post \(\d+\)/, 'WO-S00046')
  await dialog(page).getByText(/Debit (\S+\sEUR) equals credit \1/).waitFor()
  const account = dialog(page).getByRole('table').first()
  expect(await account.getByRole('columnheader').allTextContents()).toEqual(['Debit', 'Credit'])
  await setHostPeriod(false)
  await press(page, 'Post', dialog(page))
  await shown(page, /Posting CP-\d+ was written and goes to the host/).waitFor()
  await press(page, 'Show Posting', dialog(page))
  await headerState(page, 'Refused by the Host').waitFor()
  await shown(page, /Posting period 011 2026 is not open/).waitFor()
  await expectGood(page, 'refused posting')

  await setHostPeriod(true)
  await press(page, 'Send Again')
  await headerState(page, 'Posted').waitFor()
  await shown(page, /^01\d{8}\/1010\/2026$/).waitFor()
  expect(await button(page, 'Send Again').count()).toBe(0)

  await press(page, 'Reverse')
  await dialog(page).getByRole('combobox', { name: 'Reason' }).fill('Posted Wrongly')
  await page.keyboard.press('Tab')
  await press(page, 'Reverse', dialog(page))
  await shown(page, /^Reverses/).waitFor() // the mirror
  await headerState(page, 'Posted').waitFor()
  await page.evaluate(ID => { window.location.hash = `#CostPosting-manage&/OrderFinances(${ID})` }, workOrder_ID)
  await shown(page, 'Who Bears It').waitFor()
  await settled(page)
  expect(await page.getByRole('row', { name: /CP-\d+ / }).count()).toBeGreaterThanOrEqual(2) // the posting and its mirror
  await expectGood(page, 'order in finance')
}, 120_000)

test('a proposal of accruals leaves out what somebody excludes', async () => {
  const page = await tab('controller', '#AccrualRun-manage')
  await press(page, 'Propose Accruals')
  await dialog(page).getByLabel('Fiscal Year').fill('2026')
  await dialog(page).getByLabel('Period').fill('11')
  await press(page, 'Propose', dialog(page))
  await headerState(page, 'Proposed').waitFor()
  await settled(page)
  const total = () => page.locator('[id$="HeaderFacetContainer::headTotal"]').first().innerText()
  const before = await total()
  await page.getByRole('row', { name: /WO-S000/ }).first().getByRole('checkbox').click()
  await settled(page)
  await press(page, 'Exclude')
  await page.waitForFunction(text => (document.querySelector('[id$="HeaderFacetContainer::headTotal"]') as HTMLElement).innerText !== text, before)
  await expectGood(page, 'accrual run')
  await press(page, 'Discard Proposal')
  await press(page, 'OK', dialog(page))
  await headerState(page, 'Cancelled').waitFor()
}, 90_000)

test('testing the rules says which one holds and why the others do not', async () => {
  const page = await tab('controller', '#CostRule-manage')
  await press(page, 'Test Rules')
  for (const [label, value] of [['Cost Type', 'Labour'], ['Accounting Indicator', 'Warranty'], ['Company Code', 'Service Germany']]) {
    await dialog(page).getByRole('combobox', { name: label, exact: true }).fill(value)
    await page.keyboard.press('Tab')
  }
  await dialog(page).getByRole('spinbutton', { name: 'Amount' }).fill('100.01')
  await press(page, 'Determine', dialog(page))
  await dialog(page).getByText('Everything is determined').waitFor()
  await dialog(page).getByText('100.01 EUR').first().waitFor()
  await dialog(page).getByText('This one holds.').first().waitFor()
  await dialog(page).getByText(/Company Code is 1010, the rule is for 1110/).first().waitFor()
  await expectGood(page, 'rules tested', '[role=dialog]')
}, 90_000)

test('in Chinese on a phone all pages read well', async () => {
  const pages: [string, string, RegExp][] = [
    ['worklist', '#CostPosting-manage', /可过账/], ['order', `#CostPosting-manage&/OrderFinances(${(await waiting('WO-S00042')).workOrder_ID})`, /财务状态/],
    ['accruals', '#AccrualRun-manage', /建议应计/], ['rules', '#CostRule-manage', /成本对象/]
  ]
  for (const [name, hash, text] of pages) {
    const page = await tab('controller', hash, 'zh_CN', PHONE)
    await shown(page, text).waitFor()
    await settled(page)
    await expectGood(page, name)
  }
}, 120_000)
