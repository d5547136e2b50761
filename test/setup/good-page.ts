import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What UI5 1.136's own controls render and no app can change: the launchpad's frame, the switch for details and the hidden
 * list of a responsive table on a phone, the scrolling container of an object page's header, the drawing of a chart and the switch
 * between it and its table, and the grid of an analytical table.
 */
const UI5_OWN = [
  '#shell-header', '[id$="-showHideDetails"]', 'table[id$="-listUl"]', '[id$="HeaderContentContainer-scrl-cntnr"]',
  '[id$="::Chart"] svg', '[id$="::TemplateContentView"]', '[id$="-innerTable-sapUiTableGridCnt"]'
]

/** What axe calls serious or critical in our pages. It describes nothing but violations, and in the page itself: what passed is megabytes long. */
async function violations(page: Page, within?: string): Promise<string[]> {
  const axe = UI5_OWN.reduce((builder, part) => builder.exclude(part), new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode())
  const { violations: found } = await (within ? axe.include(within) : axe).analyze()
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)
}

/** Texts that nobody translated or labelled: keys of resource bundles, and names of fields. */
async function rawTexts(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  return text.match(/\{?i18n>[\w.]+\}?|\b[a-z]+[A-Za-z]*_(code|ID)\b|@i18n|\b(workOrders|hostMessages|replication|request|serviceLevels|agreements|calendars|technicians|clocks|parts|spareParts|vanStock|partPlanning|pieces|milestones|countdown|duration|terms|risk|shipments|notices|preview|quality|deciding|signing|printing|cases|capa|causes|phases|steps|plan|trends|chart|audit|changes|kind|edge|costPostings|accruals|costRules|posting|testing|periods|propose)\.[a-z]\w+/g) ?? []
}

/**
 * A page that reads well, that everybody can use, and that fits its window.
 * @param within selector of the part that is new, such as a dialog over a page that was looked at before
 */
export async function expectGood(page: Page, name: string, within?: string): Promise<void> {
  expect([name, await rawTexts(page)]).toEqual([name, []])
  expect([name, await violations(page, within)]).toEqual([name, []])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([name, overflow <= 1]).toEqual([name, true])
}
