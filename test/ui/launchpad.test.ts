import type { Browser } from 'playwright-core'
import { launchBrowser, open, settled, visit } from '../setup/browser'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

test.each([['en', 'Work Orders'], ['zh_CN', '维修工单']])('in %s the launchpad shows a tile with its live count', async (language, title) => {
  const { page, errors, end } = await visit(browser, server.url, 'dispatcher')
  await open(page, '', language)
  const tile = page.getByRole('link', { name: new RegExp(title) }).first()
  await tile.waitFor()
  await page.waitForFunction(() => /\d+/.test(document.querySelector('.sapMNCIndScale, .sapMNCValueScr, .sapMNCValue')?.textContent ?? ''))
  await tile.click()
  await settled(page)
  await page.getByRole('row').nth(1).waitFor()
  expect(errors).toEqual([])
  await end()
})
