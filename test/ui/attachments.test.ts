import type { Browser } from 'playwright-core'
import axios from 'axios'
import { launchBrowser, open, settled, visit } from '../setup/browser'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

test('a photo is uploaded while editing and stands on the order when it is saved', async () => {
  const odata = axios.create({ baseURL: `${server.url}/odata/v4/work-orders`, auth: { username: 'agent', password: '' } })
  const { data: order } = await odata.post('/intake', { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: 'Spindle noise' })
  const { page, end } = await visit(browser, server.url, 'agent')
  const key = `/WorkOrders(ID=${order.ID},IsActiveEntity=true)`
  await open(page, `#WorkOrder-manage&${key}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click()
  await settled(page)
  await page.getByRole('option', { name: 'Attachments' }).or(page.getByRole('tab', { name: 'Attachments' })).or(page.getByRole('button', { name: 'Attachments' })).first().click()
  await settled(page)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Upload', exact: true }).filter({ visible: true }).first().click()
  await (await chooser).setFiles({ name: 'nameplate.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') })
  await page.getByText('nameplate.png').filter({ visible: true }).first().waitFor()
  await settled(page)
  expect(await page.getByRole('alertdialog').count()).toBe(0)
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await page.getByRole('button', { name: 'Edit', exact: true }).first().waitFor()
  const { data } = await odata.get(`${key}/attachments`)
  expect(data.value).toEqual([expect.objectContaining({ filename: 'nameplate.png', mimeType: 'image/png' })])
  await end()
}, 120_000)
