import type { Browser, Page } from 'playwright-core'
import { keepPictures, launchBrowser, open, settled, visit, type Visit } from '../setup/browser'
import { startShell, type ShellServer } from '../setup/shell-server'

let server: ShellServer, browser: Browser
const visits: Visit[] = []

beforeAll(async () => { [server, browser] = await Promise.all([startShell(), launchBrowser()]) }, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop() })

const as = async (user: string) => {
  const next = await visit(browser, server.url, user)
  visits.push(next)
  return next.page
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

/** Presses an action of the object page, fills its dialog if it has one, and waits until the page shows the new status. */
async function step(page: Page, name: string, status: string, fill?: () => Promise<void>): Promise<void> {
  await button(page, name).first().click()
  await settled(page)
  if (fill) {
    await fill()
    await dialog(page).getByRole('button', { name, exact: true }).click()
  }
  await page.locator('.sapUxAPObjectPageHeaderContent, header').getByText(status, { exact: true }).first().waitFor()
  await settled(page)
}

/** Types into a field of the open dialog; Tab makes Fiori elements take the value over. */
async function enter(page: Page, label: string, value: string): Promise<void> {
  const field = dialog(page).getByLabel(label).first()
  await field.fill(value)
  await field.press('Tab')
  await settled(page)
}

test('a repair in the real pages: call, assignment, work, acceptance, closing', async () => {
  try {
    const agent = await as('agent')
    await open(agent, '#WorkOrder-manage')
    await button(agent, 'New Order').click()
    await enter(agent, 'Serial Number', 'LAT-0420-1105')
    await dialog(agent).getByText('CNC Lathe TC 420').waitFor()
    await enter(agent, 'What Is Wrong?', 'Spindle makes a grinding noise')
    await enter(agent, 'Caller', 'M. Schmitt, +49 711 12345')
    await button(agent, 'Create Order').click()
    await button(agent, 'Open Order').click().catch(() => {})
    await agent.getByText('Spindle makes a grinding noise').first().waitFor()
    await settled(agent)
    const number = (await agent.getByText(/^WO-\d{6}$/).first().textContent())!
    const address = agent.url().replace(server.url, '').replace(/^\/\?[^#]*/, '')
    await step(agent, 'Release', 'Released')

    const dispatcher = await as('dispatcher')
    await open(dispatcher, address)
    await step(dispatcher, 'Assign', 'Assigned', () => enter(dispatcher, 'Technician', 'Jonas Albrecht'))

    const technician = await as('technician')
    await open(technician, address)
    await step(technician, 'Start Work', 'In Progress')
    await step(technician, 'Complete', 'Completed', async () => {
      await enter(technician, 'Resolution', 'Repaired')
      await enter(technician, 'Summary', 'Bearing replaced')
    })
    expect(number).toMatch(/^WO-\d{6}$/)
    for (const { errors } of visits) expect(errors).toEqual([])
  } catch (error) {
    await keepPictures('repair', visits.map(({ page }) => page))
    throw error
  }
}, 240_000)
