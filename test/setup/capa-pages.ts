import type { Locator, Page } from 'playwright-core'
import { settled } from './browser'

const button = (page: Page, name: string, within: Pick<Page, 'getByRole'> = page) => within.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true }).last()
const press = async (page: Page, name: string) => { await button(page, name).click(); await settled(page) }
const fill = async (page: Page, entry: Locator, text: string) => {
  await entry.fill(text)
  await entry.press('Tab')
  await settled(page)
}
const write = (page: Page, label: string, text: string, within: Pick<Page, 'getByRole'> = page) => fill(page, within.getByRole('textbox', { name: label }).filter({ visible: true }).first(), text)
const finish = async (page: Page, name: string) => {
  const asked = dialog(page)
  await button(page, name, asked).click()
  await asked.waitFor({ state: 'hidden' })
  await settled(page)
}
const goTo = async (page: Page, section: string) => {
  await page.getByRole('option', { name: section, exact: true }).or(page.getByRole('tab', { name: section, exact: true })).filter({ visible: true }).first().click()
  await settled(page)
}
const isIn = (page: Page, phase: string) => page.getByRole('listitem').filter({ hasText: phase }).and(page.locator('[aria-current=step]')).waitFor()

/**
 * Works a case through its first cycle on its page, from containment to the start of its effectiveness check. The page is open; `user` owns the case
 * and signs with the user id, as the shell's users do.
 */
export async function workThroughCycle(page: Page, user: string): Promise<void> {
  await press(page, 'Edit')
  await write(page, 'Due Date', 'Mar 31, 2099')
  await write(page, 'Containment', 'Stock of the batch is blocked.')
  await goTo(page, 'Risk')
  for (const [factor, figure] of [['Severity', '8'], ['Occurrence', '4'], ['Detection', '5']]) await write(page, factor, figure)
  await press(page, 'Save')
  await press(page, 'Confirm Containment')
  await isIn(page, 'Contained')
  await press(page, 'Assess Risk')
  await isIn(page, 'Risk Assessed')

  await goTo(page, 'Why It Happened')
  await press(page, 'Add Answer')
  await write(page, 'Answer', 'Strain relief too stiff (1)', dialog(page))
  await write(page, 'Evidence', 'Laboratory report 4711', dialog(page))
  await finish(page, 'Add Answer')
  await page.getByRole('treeitem').filter({ hasText: 'Strain relief too stiff (1)' }).click()
  await press(page, 'Root Cause')
  await press(page, 'Confirm Root Cause')
  await isIn(page, 'Root Cause Found')

  await goTo(page, 'Actions')
  await press(page, 'Add Action')
  await write(page, 'What is done', 'Another strain relief', dialog(page))
  await write(page, 'Owner', user, dialog(page))
  await write(page, 'Due On', 'Jan 31, 2099', dialog(page))
  await finish(page, 'Add')
  await press(page, 'Release Plan')
  await isIn(page, 'Planned')
  await press(page, 'Edit')
  await goTo(page, 'Effect')
  await write(page, 'Verification of No Adverse Effect', 'Compatibility tested, no adverse effect.')
  await press(page, 'Save')
  await press(page, 'Verify Plan')
  await fill(page, dialog(page).getByLabel('Password'), user)
  await finish(page, 'Sign')
  await isIn(page, 'Verified')

  await goTo(page, 'Actions')
  await page.getByRole('row').filter({ hasText: 'Another strain relief' }).getByRole('radio').click()
  await press(page, 'Release')
  await press(page, 'Done')
  await write(page, 'Result', 'In production', dialog(page))
  await finish(page, 'Done')
  await goTo(page, 'Effect')
  await press(page, 'Define Check')
  await write(page, 'Criterion', 'No sensor fails for this cause', dialog(page))
  await write(page, 'Window in Days', '30', dialog(page))
  await finish(page, 'Set')
  await press(page, 'Confirm Implementation')
  await isIn(page, 'Implemented')
  await press(page, 'Start Effectiveness Check')
  await isIn(page, 'Effectiveness Check')
}
