import type { Browser, Page } from 'playwright-core'
import { launchBrowser, settled, tabsOf } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { openDatabase, startShell, type ShellServer } from '../setup/shell-server'

/** A case of the sample whose root cause is looked for, and a batch of sensors that several customers have. */
const CASE = '03ffeba9-7f3d-59c4-bbd5-b2cff3f57150', BATCH = 'B2602-114', SENSOR = '2aefc186-5289-545e-a49d-0bf54f6310e7'
const SIGNAL = '0a6f1f0e-54c8-4a53-9d0c-5a4f0a8c1c01'

let server: ShellServer, browser: Browser
const tab = tabsOf(() => browser, () => server.url)

beforeAll(async () => {
  [server, browser] = await Promise.all([startShell(), launchBrowser()])
  const database = openDatabase(server.database)
  database.prepare('insert into aftersales_TrendSignals (ID, number, dimension_code, value, title, method, week, sinceWeek, count, expected, state_code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(SIGNAL, 'TS-T00001', 'part', SENSOR, 'SP-1001 SpO2 Finger Sensor', 'u-chart', '2026-11-09', '2026-10-19', 6, 1.2, 'New')
  database.close()
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true }).last()
const press = async (page: Page, name: string, within: Pick<Page, 'getByRole'> = page) => {
  await within.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click()
  await settled(page)
}
const write = async (page: Page, label: string, text: string) => {
  await dialog(page).getByLabel(label).first().fill(text)
  await page.keyboard.press('Tab')
  await settled(page)
}
const finish = async (page: Page, name: string) => {
  const asked = dialog(page)
  await press(page, name, asked)
  await asked.waitFor({ state: 'hidden' })
  await settled(page)
}

test('the engineer asks why once more, marks the root cause, and sees it on the fishbone', async () => {
  const page = await tab('quality', `#CapaCase-manage&/CapaCases(ID=${CASE},IsActiveEntity=true)`)
  await page.getByRole('option', { name: 'Why It Happened' }).or(page.getByRole('tab', { name: 'Why It Happened' })).filter({ visible: true }).first().click()
  await settled(page)
  await press(page, 'Add Answer')
  await write(page, 'Answer', 'Grease of the old kit hardens')
  await write(page, 'Evidence', 'Laboratory report 4712')
  await finish(page, 'Add Answer')
  await page.getByRole('treeitem').filter({ hasText: 'Grease of the old kit hardens' }).click()
  await press(page, 'Root Cause')
  await page.getByRole('treeitem').filter({ hasText: 'Grease of the old kit hardens' }).getByText('Root Cause').waitFor()
  await page.getByRole('img', { name: /Grease of the old kit hardens/ }).waitFor()
  await expectGood(page, 'CAPA')
})

test('a trend signal is shown against its limits and dismissed for a reason', async () => {
  const page = await tab('qm', `#QualityTrend-show&/TrendSignals(${SIGNAL})`)
  await page.getByRole('img', { name: /weeks/ }).first().waitFor()
  await expectGood(page, 'Signal')
  await press(page, 'Dismiss')
  await write(page, 'Reason', 'One customer sent six orders about one cable')
  await finish(page, 'Dismiss')
  await page.getByText('One customer sent six orders about one cable').waitFor()
  expect(await page.getByRole('button', { name: 'Raise CAPA', exact: true }).filter({ visible: true }).count()).toBe(0)
})

test.each([['en', /^Who Has B2602-114\? \(6\)$/], ['zh_CN', /B2602-114.*6/]])('who else has a batch is found by its number (%s)', async (language, heading) => {
  const page = await tab('quality', '#Trace-show', language)
  await page.getByRole('searchbox').first().fill(BATCH)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: heading }).waitFor()
  await settled(page)
  expect(await page.getByRole('row').filter({ hasText: 'MON-2041-' }).count()).toBe(6)
  await expectGood(page, `Trace ${language}`)
})

test('the auditor reads in words what happened, field by field', async () => {
  const page = await tab('auditor', '#AuditEvent-show')
  const row = page.getByRole('row').filter({ hasText: 'CAPA Cases' }).filter({ hasText: 'CA-S00002' }).last()
  await expectGood(page, 'Audit trail')
  await row.click()
  await settled(page)
  await page.getByRole('columnheader', { name: 'Before' }).waitFor()
  await page.getByText('Grease of the old kit hardens').first().waitFor()
  await expectGood(page, 'Audit event')
})
