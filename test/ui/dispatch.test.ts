import axios from 'axios'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, open, PHONE, settled, visit } from '../setup/browser'
import { expectGood } from '../setup/good-page'
import { startShell, type ShellServer } from '../setup/shell-server'

const NAMESPACE = 'aftersales.DispatchService'
const AREA = 'DE-SOUTH'
/** A lathe that Jonas Albrecht and Miriam Steinfeld may repair, in three hours. */
const LATHE = 'LAT-0420-1105'
const MIRIAM = 'T-1012'

let server: ShellServer, browser: Browser

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const api = (user: string) => axios.create({ baseURL: `${server.url}/odata/v4`, auth: { username: user, password: '' } })
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const row = (page: Page, person: string) => page.locator('.asRow').filter({ hasText: person })
const card = (page: Page, number: string) => page.locator('.asVisit').filter({ hasText: number })
const boardAt = (day: string) => `#Dispatch-plan&/?area=${AREA}&day=${day}&span=day`

async function released(symptom = 'Spindle makes a loud noise'): Promise<{ ID: string; number: string }> {
  const { data } = await api('agent').post('/work-orders/intake', { channel_code: 'phone', serialNumber: LATHE, symptom })
  await api('dispatcher').post(`/work-orders/WorkOrders(ID=${data.ID},IsActiveEntity=true)/aftersales.WorkOrderService.release`, {})
  return data
}

const readBoard = async (day: string) => (await api('dispatcher').get(`/dispatch/board(area_code='${AREA}',firstDay=${day},lastDay=${day})`)).data

/** A day, so many days from now at least, on which everybody of the area works. */
async function workingDay(ahead: number): Promise<string> {
  for (let days = ahead; ; days++) {
    const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const { crew } = await readBoard(day)
    if (crew.every(({ working, absences }: any) => working.length && !absences.length)) return day
  }
}

async function person(number: string, day: string): Promise<{ technician_ID: string; name: string }> {
  return (await readBoard(day)).crew.find((each: any) => each.number === number)
}

async function assign(ID: string, technician_ID: string, plannedStart: string): Promise<void> {
  await api('dispatcher').post(`/dispatch/WorkOrders(${ID})/${NAMESPACE}.assign`, { technician_ID, plannedStart, overruleReason: 'For the test' })
}

/** Plans a day to the brim: no technician has room for another lathe. */
async function fill(day: string): Promise<void> {
  for (let i = 0; i < 9; i++) await released()
  await api('dispatcher').post(`/dispatch/Plans(${await propose(day)})/${NAMESPACE}.publish`, {})
}

/** Has a day planned, and waits until there is a proposal. */
async function propose(day: string): Promise<string> {
  const { data: { ID } } = await api('dispatcher').post('/dispatch/optimize', { from: day, to: day, area_code: AREA, seconds: 2 })
  const state = async () => (await api('dispatcher').get(`/dispatch/Plans(${ID})`)).data.state_code
  while (['Queued', 'Running'].includes(await state())) await new Promise(resolve => setTimeout(resolve, 500))
  return ID
}

/** Drags as a person does: over the target until it answers. */
async function drag(page: Page, number: string, target: { x: number; y: number }): Promise<void> {
  const { x, y } = (await page.getByRole('listitem').filter({ hasText: number }).filter({ visible: true }).first().boundingBox())!
  await page.mouse.move(x + 120, y + 45)
  await page.mouse.down()
  await page.mouse.move(x + 150, y + 50, { steps: 4 })
  await page.mouse.move(target.x - 10, target.y, { steps: 6 })
  await page.locator('.asVerdict').first().waitFor()
  await page.mouse.move(target.x, target.y, { steps: 3 })
  await page.mouse.up()
}

const middleOf = async (page: Page, selector: ReturnType<Page['locator']>) => {
  const { x, y, width, height } = (await selector.first().boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

test('a dispatcher sees in the dialog why somebody is recommended or may not come, and assigns', async () => {
  const day = await workingDay(3), { number } = await released()
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, boardAt(day))
  await tab.getByRole('listitem').filter({ hasText: number }).getByRole('button', { name: 'Assign…' }).click()
  const dialog = tab.getByRole('dialog')
  await dialog.getByText('Recommended (2)').waitFor()
  await dialog.getByText('Added Travel').first().waitFor()
  await dialog.getByRole('button', { name: /May Not Come/ }).click()
  await dialog.getByText(/Does not have the skill/).first().waitFor()
  await dialog.getByRole('textbox', { name: 'Day of the Visit' }).fill(new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day)))
  await dialog.getByRole('textbox', { name: 'Day of the Visit' }).press('Tab')
  const time = dialog.getByRole('textbox', { name: 'Time of the Visit' })
  await time.fill('10:00')
  await time.press('Tab')
  await settled(tab)
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click()
  await card(tab, number).waitFor()
  const { visits } = await readBoard(day)
  expect(visits.find((each: any) => each.number === number)).toMatchObject({ state_code: 'Offered', plannedStart: `${day}T09:00:00.000Z` })
  await end()
}, 180_000)

test('an order that is dropped on a row is given to that person then; rows that may not take it say why', async () => {
  const day = await workingDay(6), { number } = await released()
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, boardAt(day))
  await shown(tab, number).waitFor()
  const { technician_ID } = await person(MIRIAM, day)
  await drag(tab, number, await middleOf(tab, row(tab, 'Miriam Steinfeld').locator('.asLane')))
  // Miriam is not everybody's first choice: then the reason is asked for.
  const dialog = tab.getByRole('dialog')
  await card(tab, number).or(dialog).first().waitFor()
  if (await dialog.isVisible()) {
    await dialog.getByLabel('Reason for Not Following the Recommendation').fill('Knows the machine')
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click()
  }
  await card(tab, number).waitFor()
  expect((await readBoard(day)).visits.find((each: any) => each.number === number)).toMatchObject({ technician_ID })
  await end()
}, 180_000)

test('an emergency order is dropped on a full day: the plan says who is pushed, and is published', async () => {
  const day = await workingDay(9)
  await fill(day)
  const before = (await readBoard(day)).visits
  const emergency = await released('Spindle makes a loud noise, the whole line waits')
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, boardAt(day))
  await shown(tab, emergency.number).waitFor()
  await drag(tab, emergency.number, await middleOf(tab, row(tab, 'Miriam Steinfeld').locator('.asVisit')))
  await button(tab, 'Re-Plan as Urgent…').click()
  await button(tab, 'Start').click()
  await shown(tab, /^Plan PL-\d+ for South Germany/).waitFor()
  await button(tab, 'Publish').waitFor({ timeout: 60_000 })
  await settled(tab)
  const pushed = await tab.getByRole('dialog').getByRole('row').filter({ hasText: /Taken Back|Another/ }).allInnerTexts()
  expect(pushed.length).toBeGreaterThan(0)
  expect(await tab.getByRole('dialog').getByRole('row').filter({ hasText: emergency.number }).filter({ hasText: 'New Visit' }).count()).toBe(1)
  await button(tab, 'Publish').click()
  await card(tab, emergency.number).waitFor({ timeout: 60_000 })
  const after = (await readBoard(day)).visits
  const moved = before.filter((visit: any) => !after.some((each: any) => each.number === visit.number && each.plannedStart === visit.plannedStart && each.technician_ID === visit.technician_ID))
  expect(moved.length).toBeGreaterThan(0)
  for (const { number } of moved) expect(pushed.join()).toContain(number)
  await end()
}, 240_000)

test('somebody falls ill: who goes instead is shown on the board beside the old places, and is published', async () => {
  const day = await workingDay(20), { ID, number } = await released()
  await assign(ID, (await person(MIRIAM, day)).technician_ID, `${day}T10:00:00Z`)
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, boardAt(day))
  await card(tab, number).waitFor()
  await button(tab, 'Re-Plan…').click()
  await settled(tab)
  await tab.getByRole('dialog').getByRole('combobox', { name: 'Technician' }).click({ force: true })
  await tab.getByRole('option', { name: 'Miriam Steinfeld' }).filter({ visible: true }).click()
  await tab.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Ill')
  await settled(tab)
  await button(tab, 'Start').click()
  await button(tab, 'Publish').waitFor({ timeout: 60_000 })
  await settled(tab)
  const change = await tab.getByRole('dialog').getByRole('row').filter({ hasText: number }).innerText()
  expect(change).toMatch(/Another Technician[^]*Miriam Steinfeld[^]*Jonas Albrecht/)
  await button(tab, 'Show on the Board').click()
  await row(tab, 'Jonas Albrecht').locator('.asGhost').filter({ hasText: number }).waitFor()
  expect(await row(tab, 'Miriam Steinfeld').locator('.asLeaving').filter({ hasText: number }).getAttribute('aria-label')).toContain('Proposed: Another Technician')
  await settled(tab)
  await expectGood(tab, 'proposal on the board')
  await button(tab, 'Show the Proposal on the Board').click()
  await tab.locator('.asGhost').first().waitFor({ state: 'detached' })
  await button(tab, 'Show the Proposal on the Board').click()
  await tab.locator('.asGhost').filter({ hasText: number }).click()
  await button(tab, 'Publish').click()
  await row(tab, 'Jonas Albrecht').locator('.asVisit:not(.asGhost)').filter({ hasText: number }).waitFor({ timeout: 60_000 })
  expect(await tab.locator('.asGhost, .asLeaving').count()).toBe(0)
  await end()
}, 240_000)

test('a proposal whose orders changed meanwhile is not published, and says which', async () => {
  const day = await workingDay(27), [changed] = [await released(), await released()]
  const { data: { number } } = await api('dispatcher').get(`/dispatch/Plans(${await propose(day)})`)
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, boardAt(day))
  await button(tab, `Proposal ${number}`).click()
  await button(tab, 'Publish').waitFor()
  await api('dispatcher').post(`/work-orders/WorkOrders(ID=${changed.ID},IsActiveEntity=true)/aftersales.WorkOrderService.cancel`, { reason_code: 'DUPLICATE' })
  await button(tab, 'Publish').click()
  await tab.getByRole('dialog').getByText(`these have changed: ${changed.number}.`).waitFor()
  expect((await readBoard(day)).visits).toEqual([])
  await button(tab, 'Discard').click()
  await button(tab, `Proposal ${number}`).waitFor({ state: 'hidden' })
  await end()
}, 180_000)

test('what others assign appears without reloading, and a board that lost its service says so', async () => {
  const day = await workingDay(13), { ID, number } = await released()
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, boardAt(day))
  await shown(tab, number).waitFor()
  await assign(ID, (await person(MIRIAM, day)).technician_ID, `${day}T10:00:00Z`)
  await card(tab, number).waitFor()
  await tab.route('**/boardStamp**', route => route.abort())
  await shown(tab, /no longer follows what others do/).waitFor()
  await tab.unroute('**/boardStamp**')
  await tab.getByRole('link', { name: 'Refresh' }).click()
  await shown(tab, /no longer follows what others do/).waitFor({ state: 'hidden' })
  await end()
}, 180_000)

test('arrow keys lead from person to visit, so that the board is one stop of the tabulator', async () => {
  const day = await workingDay(13)
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, boardAt(day))
  await tab.locator('.asName').first().focus()
  await tab.keyboard.press('End')
  await tab.keyboard.press('ArrowRight')
  await tab.keyboard.press('Enter')
  await tab.getByRole('dialog').getByText('Miriam Steinfeld').waitFor()
  expect(await tab.locator('.asBoard [tabindex="0"]').count()).toBe(1)
  await end()
}, 120_000)

test('weights of an area are changed with their effect on an order before the eyes', async () => {
  const day = await workingDay(13)
  await released()
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher')
  await open(tab, boardAt(day))
  await button(tab, 'Weights of Recommendations').click()
  const dialog = tab.getByRole('dialog')
  await dialog.getByText(/^No\. 1 \(\d+ points\)/).first().waitFor()
  await expectGood(tab, 'weights')
  const travel = dialog.getByRole('row').filter({ hasText: 'Added Travel' }).getByRole('spinbutton')
  expect(await travel.inputValue()).toBe('120')
  const ranking = () => dialog.getByRole('row').filter({ hasText: 'Miriam Steinfeld' }).innerText()
  const before = await ranking()
  await travel.fill('600')
  await travel.press('Tab')
  await settled(tab)
  expect(await ranking()).not.toBe(before)
  await button(tab, 'Save').click()
  await dialog.waitFor({ state: 'hidden' })
  const ownWeights = async () => (await api('dispatcher').get(`/dispatch/MatchingWeights?$filter=area eq '${AREA}'&$select=area,orderType,factor_code,minutes`)).data.value
  expect(await ownWeights()).toEqual([{ area: AREA, orderType: '*', factor_code: 'travel', minutes: 600 }])

  await button(tab, 'Weights of Recommendations').click()
  const ofTravel = dialog.getByRole('row').filter({ hasText: 'Added Travel' }), ofCost = dialog.getByRole('row').filter({ hasText: 'Cost' })
  await dialog.getByText(/^No\. 1 \(\d+ points\)/).first().waitFor()
  await settled(tab)
  const heavy = await ranking()
  await ofTravel.getByRole('button', { name: 'Remove what is set here' }).click()
  await settled(tab)
  expect([await travel.inputValue(), await ranking() === heavy]).toEqual(['120', false])
  await ofTravel.getByText('As for All Areas').waitFor()
  await ofCost.getByRole('button', { name: 'Set here' }).click()
  await ofCost.getByText('Set here', { exact: true }).waitFor()
  await button(tab, 'Save').click()
  await dialog.waitFor({ state: 'hidden' })
  expect((await ownWeights()).map(({ factor_code }: any) => factor_code)).toEqual(['cost'])
  await api('dispatcher').delete(`/dispatch/MatchingWeights(area='${AREA}',orderType='*',factor_code='cost')`)
  await end()
}, 180_000)

test('technicians have no board', async () => {
  const { page: tab, end } = await visit(browser, server.url, 'technician')
  await open(tab)
  await tab.getByRole('link', { name: /Work Orders/ }).first().waitFor()
  expect(await tab.getByRole('link', { name: /Dispatch Board/ }).count()).toBe(0)
  await end()
}, 120_000)

const TEXTS = { en: { orders: /^Without a Visit/, loads: 'Load by Area', visits: 'Visits', close: 'Cancel' }, zh_CN: { orders: /^未安排上门/, loads: '各区域负荷', visits: '上门', close: '取消' } }
const CASES = [{ language: 'en', size: 'wide' }, { language: 'zh_CN', size: 'wide' }, { language: 'zh_CN', size: 'phone' }] as const

test.each(CASES)('in $language, $size: board, map, loads and dialogs read well and are accessible', async ({ language, size }) => {
  const texts = TEXTS[language], day = await workingDay(13)
  const { number } = await released(), plan = await propose(day)
  const { page: tab, end } = await visit(browser, server.url, 'dispatcher', size === 'phone' ? PHONE : {})
  await open(tab, boardAt(day), language)
  await shown(tab, texts.orders).waitFor()
  await expectGood(tab, 'board')
  await tab.getByRole('listitem').filter({ hasText: number }).getByRole('button').filter({ visible: true }).first().click()
  await settled(tab)
  await expectGood(tab, 'assign')
  await button(tab, texts.close).click()
  await settled(tab)
  if (size === 'phone') {
    await tab.getByRole('option', { name: texts.visits }).click()
    await shown(tab, /^方案：/).waitFor()
    await settled(tab)
    await expectGood(tab, 'visits')
  } else {
    await tab.locator('.asGhost').first().waitFor()
    await tab.getByRole('tab', { name: texts.loads }).click()
    await settled(tab)
    await expectGood(tab, 'loads')
  }
  await api('dispatcher').post(`/dispatch/Plans(${plan})/${NAMESPACE}.discard`, {})
  await end()
}, 240_000)
