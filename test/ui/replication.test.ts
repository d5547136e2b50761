import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, open, PHONE, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser

const NUMBER = '10400001'

beforeAll(async () => {
  [server, browser] = await Promise.all([startShell(), launchBrowser()])
  await axios.post(`${server.hostUrl}/__change`, {
    entity: 'Equipment', key: { Equipment: NUMBER, ValidityEndDate: '9999-12-31' }, data: { SerialNumber: '', ManufacturerSerialNumber: '' }
  })
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const headerState = (page: Page, text: string) => page.locator('[id$="HeaderFacetContainer::headState"]').filter({ hasText: text }).first()
const runs = () => axios.create({ baseURL: `${server.url}/odata/v4/master-data`, auth: { username: 'admin', password: '' } })

async function choose(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label).first()
  await field.fill(value)
  await field.press('Tab')
  await settled(page)
}

test('an admin starts a load and sees without reloading that it finishes, and which record it rejected, and why', async () => {
  const { page, end } = await visit(browser, server.url, 'admin')
  await open(page, '#Replication-manage')
  await button(page, 'Replicate').click()
  await settled(page)
  await choose(page, 'Object', 'Equipment')
  await choose(page, 'Mode', 'Full Load')
  await page.getByRole('dialog').getByRole('button', { name: 'Replicate', exact: true }).click()
  const row = page.getByRole('row').filter({ hasText: 'Full Load' }).first()
  await row.filter({ hasText: 'Finished' }).waitFor()
  await row.filter({ hasText: '100 %' }).waitFor()

  const { data } = await runs().get(`/ReplicationRuns?$expand=rejects&$filter=mode_code eq 'full'`)
  expect(data.value).toEqual([expect.objectContaining({ object_code: 'equipment', mode_code: 'full', rejected: 1 })])
  expect(data.value[0].rejects).toEqual([expect.objectContaining({ number: NUMBER, code: 'SERIAL_NUMBER_MISSING' })])
  await row.getByText('Full Load').click()
  await headerState(page, 'Finished').waitFor()
  const reject = page.getByRole('row').filter({ hasText: NUMBER }).first()
  await reject.filter({ hasText: 'The serial number is missing' }).waitFor()
  await reject.getByText('Serial Number', { exact: true }).waitFor()
  for (const name of ['Cancel Run', 'Resume']) expect([name, await button(page, name).count()]).toEqual([name, 0])
  await end()
}, 120_000)

test('an auditor finds the app on the launchpad and reads the runs; an agent does not', async () => {
  const auditor = await visit(browser, server.url, 'auditor')
  await open(auditor.page)
  await auditor.page.getByRole('link', { name: /Master Data Replication/ }).first().click()
  await shown(auditor.page, 'Full Load').waitFor()
  await settled(auditor.page)
  for (const name of ['Replicate', 'Cancel Run', 'Resume']) expect([name, await button(auditor.page, name).count()]).toEqual([name, 0])
  expect(await auditor.page.getByRole('link', { name: /Messages to the Host/ }).count()).toBe(0)
  await auditor.end()
  const agent = await visit(browser, server.url, 'agent')
  await open(agent.page)
  await agent.page.getByRole('link', { name: /Work Orders/ }).first().waitFor()
  expect(await agent.page.getByRole('link', { name: /Master Data Replication/ }).count()).toBe(0)
  await agent.end()
}, 120_000)

const TEXTS = { en: { load: 'Full Load', finished: 'Finished' }, zh_CN: { load: '全量加载', finished: '已完成' } }
const SIZES = { wide: {}, phone: PHONE }
const CASES = (['en', 'zh_CN'] as const).flatMap(language => (['wide', 'phone'] as const).map(size => ({ language, size })))

test.each(CASES)('in $language, $size: the runs and one of them read well and are accessible', async ({ language, size }) => {
  const { data } = await runs().get('/ReplicationRuns?$top=1')
  const { page, end } = await visit(browser, server.url, 'admin', SIZES[size])
  await open(page, '#Replication-manage', language)
  await shown(page, TEXTS[language].load).waitFor()
  await settled(page)
  await expectGood(page, 'runs')
  await page.evaluate(hash => { window.location.hash = hash }, `#Replication-manage&/ReplicationRuns(${data.value[0].ID})`)
  await headerState(page, TEXTS[language].finished).waitFor()
  await page.getByText(NUMBER).first().waitFor({ state: 'attached' })
  await settled(page)
  await expectGood(page, 'run')
  await end()
}, 120_000)
