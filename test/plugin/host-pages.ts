import fs from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import express from 'express'
import type { Browser, Page } from 'playwright-core'
import { prepareFramework } from '../../app/launchpad/framework'
import { frameworkFiles } from '../../app/launchpad/resources'
import { launchBrowser, PHONE, settled, visit } from '../setup/browser'
import type { HostServer } from './host-server'

/** In the address of the script, with a version, and in the policy that allows it. */
const PUBLIC = /https:\/\/ui5\.sap\.com(\/[\d.]+)?/g

interface Host { folder: string; server: HostServer; order(): Promise<string> }

/** What people see of the host's additions in the module's pages, and of the host's own page. */
export function lookAtPages(host: () => Host): void {
  let browser: Browser, ui5: { stop(): Promise<void> }, ID: string
  beforeAll(async () => {
    [browser, ui5, ID] = await Promise.all([launchBrowser(), serveUi5For(host().folder), host().order()])
  }, 400_000)
  afterAll(async () => { await browser?.close(); await ui5?.stop() })

  const url = () => host().server.as().defaults.baseURL!
  const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
  const go = async (page: Page, name: string, language: string, hash = '') => {
    await page.goto('about:blank')
    await page.goto(`/?page=${name}&sap-ui-language=${language}&sap-ui-animationMode=none${hash}`, { waitUntil: 'commit' })
    await settled(page)
  }
  const atOrder = () => `#/WorkOrders(ID=${ID},IsActiveEntity=true)`

  test('a field of the host is written in the form of the module\'s page, and stands in its list', async () => {
    const { page, end } = await visit(browser, url(), 'admin')
    await go(page, 'aftersales.workorders', 'en', atOrder())
    await button(page, 'Edit').click()
    await settled(page)
    const wing = page.getByRole('textbox', { name: 'Wing' }).filter({ visible: true }).first()
    // What is out of sight is read when it comes into sight.
    await wing.scrollIntoViewIfNeeded()
    await settled(page)
    await wing.fill('West 2')
    await wing.press('Tab')
    await settled(page)
    await button(page, 'Save').click()
    await button(page, 'Edit').waitFor()
    expect((await host().server.as('agent').get(`/odata/v4/work-orders/WorkOrders(ID=${ID},IsActiveEntity=true)`)).data.wing).toBe('West 2')
    await go(page, 'aftersales.workorders', 'en')
    await page.getByRole('columnheader', { name: 'Wing' }).filter({ visible: true }).first().waitFor()
    await page.getByRole('row').filter({ hasText: 'West 2' }).filter({ visible: true }).first().waitFor()
    await end()
  }, 180_000)

  test('on a phone in Chinese it has the host\'s text, and the host\'s own page works beside it', async () => {
    const { page, end } = await visit(browser, url(), 'admin', { ...PHONE, locale: 'zh-CN' })
    await go(page, 'aftersales.workorders', 'zh_CN', atOrder())
    await shown(page, '楼翼').scrollIntoViewIfNeeded()
    await shown(page, 'West 2').waitFor()
    await go(page, 'acme.wards', 'zh_CN')
    await page.getByRole('row').filter({ hasText: 'ICU' }).filter({ visible: true }).first().waitFor()
    await end()
  }, 180_000)
}

/**
 * Serves SAPUI5 from an address of its own, as its public one does, and has the host's page take it from there; the first time on a machine it is fetched and built.
 * @param folder of the host's project
 */
async function serveUi5For(folder: string): Promise<{ stop(): Promise<void> }> {
  const page = path.join(folder, 'app/index.html'), text = fs.readFileSync(page, 'utf8')
  if (!text.match(PUBLIC)) throw new Error('The page of the host project does not load SAPUI5 from its public address')
  await prepareFramework().ready
  const app = express()
  // The browser asks before it sends the header by which a test signs in.
  app.use((_req, res, next) => { res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*, authorization' }); next() })
  app.use('/resources', (req, res, next) => (req.method === 'OPTIONS' ? res.sendStatus(204) : next()), frameworkFiles('root', false))
  const server = createServer(app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  fs.writeFileSync(page, text.replace(PUBLIC, `http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  return { stop: () => new Promise(resolve => { server.close(() => resolve()); server.closeAllConnections() }) }
}
