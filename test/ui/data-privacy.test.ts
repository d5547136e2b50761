import type { Browser } from 'playwright-core'
import { launchBrowser, settled, tabsOf } from '../setup/browser'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser
const tab = tabsOf(() => browser, () => server.url)

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

test('who protects data keeps rules, proposes a run that somebody else has to start, and finds a person', async () => {
  const page = await tab('privacy', '#DataPrivacy-manage')
  await page.getByText('Records of medical devices').filter({ visible: true }).first().waitFor()
  await page.getByRole('tab', { name: 'Runs' }).click()
  await settled(page)
  await page.getByRole('button', { name: 'Propose a Run', exact: true }).filter({ visible: true }).first().click()
  await settled(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Propose', exact: true }).click()
  await page.getByText(/RT-000001/).filter({ visible: true }).first().waitFor()
  await page.getByRole('tab', { name: 'Persons' }).click()
  await settled(page)
  await page.getByText('Jonas Albrecht').filter({ visible: true }).first().waitFor()
  if (process.env.AFTERSALES_SHOT) await page.screenshot({ path: process.env.AFTERSALES_SHOT })
}, 120_000)
