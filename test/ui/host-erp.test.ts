import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, open, PHONE, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { leaveMessage } from '../setup/left-messages'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser

beforeAll(async () => {
  const delivery = { firstDelay: 300, sweep: 500, transientCodes: [] }
  ;[server, browser] = await Promise.all([startShell({ delivery }), launchBrowser()])
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const PART = { plant: '1010', storageLocation: '0001', unit: 'EA' }
const messages = () => axios.create({ baseURL: `${server.url}/odata/v4/host-erp`, auth: { username: 'admin', password: '' } })
const stateOf = async (ID: string) => (await messages().get(`/HostMessages(${ID})`)).data
const lock = (object: string) => axios.put(`${server.hostUrl}/__faults`, { locks: [{ object, user: 'MMUELLER' }] })
const unlock = () => axios.delete(`${server.hostUrl}/__faults`)

async function until(ID: string, state: string): Promise<void> {
  const deadline = Date.now() + 20_000
  for (let last = ''; last !== state; last = (await stateOf(ID)).state_code) {
    if (Date.now() > deadline) throw new Error(`The message is ${last}, not ${state}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** A reservation that the host refuses, since somebody works on the part. */
async function refused() {
  await lock('SP-1004')
  const message = leaveMessage(server.database, 'reservation.create',
    { costObject: { costCenter: '10101301' }, neededOn: '2026-12-01', items: [{ ...PART, material: 'SP-1004', quantity: '2' }] })
  await until(message.ID, 'NeedsAttention')
  return message
}

/** An issue of more than there is. */
async function impossible() {
  const message = leaveMessage(server.database, 'movement.issue',
    { costObject: { costCenter: '10101301' }, postingDate: '2026-11-20', items: [{ ...PART, material: 'SP-1001', quantity: '99999' }] })
  await until(message.ID, 'NeedsAttention')
  return message
}

const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const headerState = (page: Page, text: string) => page.locator('[id$="HeaderFacetContainer::headState"]').filter({ hasText: text }).first()

test('an admin sees on the launchpad that a message needs attention, reads the host\'s words, sends it again and sees it confirmed', async () => {
  const { ID, number, key } = await refused()
  const { page, end } = await visit(browser, server.url, 'admin')
  await open(page)
  const tile = page.getByRole('link', { name: /Messages to the Host/ }).first()
  await tile.filter({ hasText: '1' }).waitFor()
  await tile.click()
  await shown(page, 'Needs Attention (1)').waitFor()
  await shown(page, /SP-1004 is locked by the user MMUELLER/).waitFor()

  await shown(page, number).click()
  await headerState(page, 'Needs Attention').waitFor()
  await shown(page, 'M3/024').waitFor()
  for (const text of ['Cost Center', '10101301', 'Dec 1, 2026', '2 EA']) await shown(page, text).waitFor()

  await unlock()
  await settled(page)
  await button(page, 'Send Again').click()
  await headerState(page, 'Confirmed').waitFor()
  const { hostDocument } = await stateOf(ID)
  await shown(page, hostDocument).waitFor()
  expect((await axios.get(`${server.hostUrl}/__documents`, { params: { key } })).data.documents).toHaveLength(1)
  expect(await button(page, 'Give Up').count()).toBe(0)
  await end()
}, 120_000)

test('an admin gives up a message with a reason, which stays readable on it', async () => {
  const { ID, number } = await impossible()
  const { page, end } = await visit(browser, server.url, 'admin')
  await open(page, '#HostMessage-manage')
  const row = page.getByRole('row').filter({ hasText: number })
  await row.getByText(/Deficit of SL Unrestricted-use/).waitFor()
  await row.getByRole('checkbox').click()
  await button(page, 'Give Up').click()
  await settled(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Give Up', exact: true }).click()
  await settled(page)
  expect((await stateOf(ID)).state_code).toBe('NeedsAttention') // a reason is asked for
  await dialog.getByRole('textbox').first().fill('Ordered by mistake')
  await dialog.getByRole('textbox').first().press('Tab')
  await dialog.getByRole('button', { name: 'Give Up', exact: true }).click()
  await row.waitFor({ state: 'detached' })
  expect(await stateOf(ID)).toMatchObject({ state_code: 'GivenUp', givenUpReason: 'Ordered by mistake', givenUpBy: 'admin' })

  await page.evaluate(hash => { window.location.hash = hash }, `#HostMessage-manage&/HostMessages(${ID})`)
  await headerState(page, 'Given Up').waitFor()
  await shown(page, 'Ordered by mistake').waitFor({ state: 'attached' })
  for (const name of ['Send Again', 'Give Up']) expect([name, await button(page, name).count()]).toEqual([name, 0])
  await end()
}, 120_000)

test('messages that are sent again together and refused again come back to the list by themselves', async () => {
  const { number } = await impossible()
  const { page, end } = await visit(browser, server.url, 'admin')
  await open(page, '#HostMessage-manage')
  const row = page.getByRole('row').filter({ hasText: number })
  await row.getByText('1', { exact: true }).waitFor()
  await page.getByRole('checkbox', { name: /Select All/i }).first().click()
  await button(page, 'Send Again').click()
  await row.getByText('2', { exact: true }).waitFor()
  await end()
}, 120_000)

test('a message leads to its work order', async () => {
  const { ID } = await impossible()
  const { page, end } = await visit(browser, server.url, 'admin')
  await open(page, `#HostMessage-manage&/HostMessages(${ID})`)
  await shown(page, /^WO-S00001$/).click()
  await page.waitForURL(/WorkOrder-manage/)
  await page.locator('[id$="HeaderFacetContainer::headWarranty"]').first().waitFor()
  await shown(page, 'WO-S00001').waitFor()
  await end()
}, 120_000)

test('the launchpad asks who is there and leaves out apps that the role may not open', async () => {
  expect((await axios.get(`${server.url}/`, { validateStatus: () => true })).status).toBe(401)
  const { page, end } = await visit(browser, server.url, 'agent')
  const refusals: string[] = []
  page.on('response', answer => { if (answer.status() === 403) refusals.push(answer.url()) })
  await open(page)
  await page.getByRole('link', { name: /Work Orders/ }).first().waitFor()
  expect(await page.getByRole('link', { name: /Messages to the Host|Master Data Replication/ }).count()).toBe(0)
  expect(refusals).toEqual([])
  await end()
}, 120_000)

const TEXTS = { en: { asked: 'What Was Asked', waiting: 'Needs Attention' }, zh_CN: { asked: '请求内容', waiting: '需要处理' } }
const SIZES = { wide: {}, phone: PHONE }
const CASES = (['en', 'zh_CN'] as const).flatMap(language => (['wide', 'phone'] as const).map(size => ({ language, size })))

test.each(CASES)('in $language, $size: the messages and one of them read well and are accessible', async ({ language, size }) => {
  const { ID, number } = await impossible()
  const { page, end } = await visit(browser, server.url, 'admin', SIZES[size])
  await open(page, '#HostMessage-manage', language)
  await shown(page, number).waitFor()
  await settled(page)
  await expectGood(page, 'messages')
  await page.evaluate(hash => { window.location.hash = hash }, `#HostMessage-manage&/HostMessages(${ID})`)
  await headerState(page, TEXTS[language].waiting).waitFor()
  await shown(page, TEXTS[language].asked).waitFor()
  await settled(page)
  await expectGood(page, 'message')
  await end()
}, 120_000)
