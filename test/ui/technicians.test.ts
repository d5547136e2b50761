import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, open, PHONE, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const dispatch = (user = 'dispatcher') => axios.create({ baseURL: `${server.url}/odata/v4/dispatch`, auth: { username: user, password: '' } })
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function technician(number: string) {
  const { data } = await dispatch().get(`/Technicians?$filter=number eq '${number}'&$expand=skills,tools`)
  return data.value[0]
}

test('a dispatcher finds a technician, adds a skill and changes the capacity', async () => {
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab)
  await tab.getByRole('link', { name: /Technicians/ }).first().click()
  await shown(tab, 'Marcus Delaney').click()
  await shown(tab, 'First-Time Fix').waitFor()
  await button(tab, 'Edit').click()
  await settled(tab)
  const capacity = tab.getByRole('textbox', { name: 'Visits a Day' }).first()
  await capacity.fill('9')
  await capacity.press('Tab')
  await settled(tab)
  await tab.getByRole('tab', { name: 'Skills' }).or(tab.getByRole('option', { name: 'Skills' })).filter({ visible: true }).first().click()
  await settled(tab)
  const create = tab.getByRole('button', { name: 'Create', exact: true }).filter({ visible: true }).first()
  await create.click()
  await settled(tab)
  const skill = tab.getByRole('row').filter({ has: tab.locator('input[value=""]') }).getByRole('combobox').filter({ visible: true }).first()
  await skill.fill('Hydraulics')
  await skill.press('Tab')
  await settled(tab)
  await button(tab, 'Save').click()
  await button(tab, 'Edit').waitFor()
  const saved = await technician('T-1006')
  expect(saved.capacity).toBe(9)
  expect(saved.skills).toContainEqual(expect.objectContaining({ skill_code: 'HYDRAULICS', level: 3 }))
  await end()
}, 180_000)

test('what expires stands beside the list with its days left, and leads to the person', async () => {
  const file = `Number,Certificates,Tools\nT-1009,CRANE:CR-SOON::${inDays(12)},TORQUE:TQ-LATE::${inDays(-3)}`
  expect((await dispatch().post('/importTechnicians', { csv: Buffer.from(file).toString('base64') })).data).toMatchObject({ updated: 1, rejected: 0 })
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, '#Technician-manage')
  await shown(tab, /^Certificates Expiring \(\d+\)/).click()
  await tab.getByRole('row').filter({ hasText: 'CR-SOON' }).filter({ hasText: '12' }).filter({ hasText: 'Within 30 Days' }).first().waitFor()
  await shown(tab, /^Calibrations Due \(\d+\)/).click()
  const late = tab.getByRole('row').filter({ hasText: 'TQ-LATE' }).filter({ hasText: 'Expired' }).first()
  await late.waitFor()
  await settled(tab)
  await late.click()
  await tab.getByRole('heading', { name: /Linnea Sandström/ }).filter({ visible: true }).first().waitFor()
  await end()
}, 120_000)

test('the page of what expires is filtered by how soon, for certificates and calibrations alike, and the tile counts both', async () => {
  const file = `Number,Certificates,Tools\nT-1008,CRANE:CR-NEAR::${inDays(20)}; CRANE:CR-FAR::${inDays(80)}:PM-800,TORQUE:TQ-NEAR::${inDays(25)}; TORQUE:TQ-FAR::${inDays(75)}`
  expect((await dispatch().post('/importTechnicians', { csv: Buffer.from(file).toString('base64') })).data).toMatchObject({ updated: 1, rejected: 0 })
  const count = async (path: string) => Number((await dispatch().get(path)).data)
  const both = await count('/ExpiringCertificates/$count?$filter=daysLeft le 30') + await count('/DueCalibrations/$count?$filter=daysLeft le 30')
  expect(await count('/ExpiringThings/$count?$filter=daysLeft le 30')).toBe(both)
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab)
  await tab.getByRole('link', { name: /Technicians/ }).filter({ hasText: String(both) }).first().waitFor()
  await tab.getByRole('link', { name: /Technicians/ }).first().click()
  await button(tab, 'What Expires').click()
  const row = (text: string) => tab.getByRole('row').filter({ hasText: text }).filter({ visible: true })
  await row('CR-FAR').first().waitFor()
  const expiry = tab.getByRole('combobox', { name: 'Expiry' }).filter({ visible: true }).first()
  await expiry.fill('Within 30 Days')
  await expiry.press('Enter')
  await settled(tab)
  await button(tab, 'Go').click()
  await settled(tab)
  await row('CR-NEAR').first().waitFor()
  await row('CR-FAR').first().waitFor({ state: 'hidden' })
  await shown(tab, /^Calibrations Due \(\d+\)/).click()
  await row('TQ-NEAR').first().waitFor()
  expect(await row('TQ-FAR').count()).toBe(0)
  await expectGood(tab, 'what expires')
  await end()
}, 180_000)

test('a file of technicians is taken over in the page, and what is wrong in it stands in a list', async () => {
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, '#Technician-manage')
  await button(tab, 'Import Technicians').click()
  const dialog = tab.getByRole('dialog')
  await dialog.locator('input[type="file"]').first().setInputFiles({
    name: 'technicians.csv', mimeType: 'text/csv',
    buffer: Buffer.from('Number,Name,Area,Calendar,Time zone\nT-8001,Imported Person,DE-SOUTH,CLINIC,Europe/Berlin\nT-8002,Lost Person,NOWHERE,CLINIC,Europe/Berlin')
  })
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByText('2 rows read: 1 new, 0 changed, 1 rejected').waitFor()
  await dialog.getByText('There is no code or name "NOWHERE" for this field.').waitFor()
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  expect((await technician('T-8001')).name).toBe('Imported Person')
  await end()
}, 120_000)

test('a technician sees the own record and changes nothing', async () => {
  const { page: tab, end } = await visit(browser, server.url, 'technician')
  await open(tab, '#Technician-manage')
  await shown(tab, 'Jonas Albrecht').waitFor()
  await shown(tab, /^Technicians \(1\)/).waitFor()
  for (const name of ['Create', 'Import Technicians']) expect([name, await button(tab, name).count()]).toEqual([name, 0])
  await shown(tab, 'Jonas Albrecht').click()
  await shown(tab, 'First-Time Fix').waitFor()
  await settled(tab)
  expect(await button(tab, 'Edit').count()).toBe(0)
  expect(await shown(tab, 'Accepted Offers').count()).toBe(0) // nobody has offered anything yet
  await end()
}, 120_000)

const TEXTS = {
  en: { certificates: /^Certificates Expiring/, person: 'Jonas Albrecht', areas: /^Service Areas/, area: 'South Germany', requirements: /^Requirements/ },
  zh_CN: { certificates: /^即将到期的证书/, person: 'Jonas Albrecht', areas: /^服务区域/, area: '德国南部', requirements: /^作业要求/ }
}
const CASES = [{ language: 'en', size: 'wide' }, { language: 'zh_CN', size: 'wide' }, { language: 'zh_CN', size: 'phone' }] as const

test.each(CASES)('in $language, $size: the lists and the pages of a technician and an area read well and are accessible', async ({ language, size }) => {
  const texts = TEXTS[language]
  const { ID } = await technician('T-1001')
  const { page: tab, end } = await visit(browser, server.url, 'admin', size === 'phone' ? PHONE : {})
  await open(tab, '#Technician-manage', language)
  await shown(tab, texts.person).waitFor()
  await expectGood(tab, 'list')
  if (size === 'wide') {
    for (const view of [texts.certificates, texts.requirements]) {
      await shown(tab, view).click()
      await settled(tab)
      await expectGood(tab, `view ${view}`)
    }
  }
  await tab.evaluate(hash => { window.location.hash = hash }, `#Technician-manage&/Technicians(ID=${ID},IsActiveEntity=true)`)
  await shown(tab, 'T-1001').waitFor()
  await settled(tab)
  await expectGood(tab, 'technician')
  await tab.evaluate(hash => { window.location.hash = hash }, "#Technician-manage&/ServiceAreas(code='DE-SOUTH',IsActiveEntity=true)")
  await shown(tab, texts.area).waitFor()
  await settled(tab)
  await expectGood(tab, 'area')
  await end()
}, 240_000)
