import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What UI5 1.136's own controls render and no app can change: the launchpad's frame, the switch for details and the hidden
 * list of a responsive table on a phone, and the scrolling container of an object page's header.
 */
const UI5_OWN = ['#shell-header', '[id$="-showHideDetails"]', 'table[id$="-listUl"]', '[id$="HeaderContentContainer-scrl-cntnr"]']

/** What axe calls serious or critical in our pages. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await UI5_OWN.reduce((axe, part) => axe.exclude(part), new AxeBuilder({ page })).analyze()
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)
}

/** Texts that nobody translated or labelled: keys of resource bundles, and names of fields. */
async function rawTexts(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  return text.match(/\{?i18n>[\w.]+\}?|\b[a-z]+[A-Za-z]*_(code|ID)\b|@i18n|\b(workOrders|hostMessages|replication|request|serviceLevels|agreements|calendars|technicians|clocks|milestones|preview)\.\w+/g) ?? []
}

/** A page that reads well, that everybody can use, and that fits its window. */
export async function expectGood(page: Page, name: string): Promise<void> {
  expect([name, await rawTexts(page)]).toEqual([name, []])
  expect([name, await violations(page)]).toEqual([name, []])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([name, overflow <= 1]).toEqual([name, true])
}
