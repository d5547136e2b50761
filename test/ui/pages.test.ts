import type { Browser } from 'playwright-core'
import { launchBrowser, open, PHONE, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const KEY = 'WorkOrders(ID=04dbbbb7-44c0-5273-bae7-74a127e627c6,IsActiveEntity=true)'
const TEXTS = {
  en: { tile: 'Work Orders', newOrder: 'New Order', overdue: /Overdue \(\d+\)/, cancel: 'Cancel', closed: 'Closed' },
  zh_CN: { tile: '维修工单', newOrder: '新建工单', overdue: /^已超期\s*[（(]\d+/, cancel: '取消', closed: '已关闭' }
}
const SIZES = { wide: {}, phone: PHONE }
const CASES = (['en', 'zh_CN'] as const).flatMap(language => (['wide', 'phone'] as const).map(size => ({ language, size })))

test.each(CASES)('in $language, $size: launchpad, list, new order and order read well and are accessible', async ({ language, size }) => {
  const { page, errors, end } = await visit(browser, server.url, 'dispatcher', SIZES[size])
  const texts = TEXTS[language]
  await open(page, '', language)
  const tile = page.getByRole('link', { name: new RegExp(texts.tile) }).first()
  await tile.waitFor()
  await page.waitForFunction(() => /\d/.test(document.querySelector('.sapMNCIndScale, .sapMNCValueScr, .sapMNCValue')?.textContent ?? ''))
  await tile.click()
  await page.getByText(/^WO-S\d{5}$/).first().waitFor()
  await settled(page)
  if (size === 'wide') await page.getByText(texts.overdue).first().waitFor()
  const number = await page.getByText(/^WO-S\d{5}$/).first().boundingBox()
  expect(number!.height).toBeLessThan(30) // a number that breaks letter by letter is a column too narrow
  await expectGood(page, 'list')

  await page.getByRole('button', { name: texts.newOrder, exact: true }).first().click()
  await settled(page)
  const dialog = page.getByRole('dialog'), serialNumber = dialog.getByRole('textbox').first()
  await serialNumber.fill('MON-2041-0007')
  await serialNumber.press('Tab')
  await dialog.getByText('PM-800').first().waitFor()
  await expectGood(page, 'new order')
  await serialNumber.fill('NO-SUCH-NUMBER')
  await serialNumber.press('Tab')
  await page.waitForFunction(() => document.querySelector('[role=dialog] input[aria-invalid=true]'))
  await dialog.getByRole('button', { name: texts.cancel, exact: true }).click()

  await page.evaluate(key => { window.location.hash = `#WorkOrder-manage&/${key}` }, KEY)
  await page.getByText('WO-S00025').filter({ visible: true }).first().waitFor()
  await settled(page)
  await page.getByText(texts.closed, { exact: true }).first().waitFor({ state: 'attached' })
  await expectGood(page, 'order')
  expect(errors).toEqual([])
  await end()
}, 180_000)

test('a quality engineer sees dots for the caller and no step that the role may not take', async () => {
  const { page, end } = await visit(browser, server.url, 'quality')
  await open(page, '#WorkOrder-manage')
  await page.getByText(/^WO-S\d{5}$/).first().waitFor()
  expect(await page.getByRole('button', { name: 'New Order' }).filter({ visible: true }).count()).toBe(0)
  await page.evaluate(key => { window.location.hash = `#WorkOrder-manage&/${key}` }, KEY)
  await page.getByText('•••').first().waitFor()
  await settled(page)
  for (const name of ['Edit', 'Release', 'Cancel Order', 'Reopen']) {
    expect([name, await page.getByRole('button', { name, exact: true }).filter({ visible: true }).count()]).toEqual([name, 0])
  }
  expect(await page.getByRole('alertdialog').count()).toBe(0) // costs are not asked for in vain
  await end()
}, 120_000)
