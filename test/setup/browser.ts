import fs from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const FAILURES = path.resolve(__dirname, '../ui/failures')
/** Requests and messages of UI5 itself that say nothing about our pages. */
const NOISE = [/sap\/insights/, /\[FUTURE FATAL\]/, /CommandExecution .* not defined/]

export { launchChromium as launchBrowser } from './chromium'

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2,
  userAgent: 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
}

declare global { var keepPictures: ((name: string) => Promise<void>) | undefined }

/** A person at the launchpad: a browser context of its own, signed in. */
export interface Visit { page: Page; errors: string[]; end(): Promise<void> }

const visits = new Set<Visit>()

/** Opens pages as one user. What a page throws is collected in `errors` and fails the test in which it happened. */
export async function visit(browser: Browser, url: string, user: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url, locale: 'en-US', timezoneId: 'Europe/Berlin', viewport: { width: 1440, height: 1000 },
    httpCredentials: { username: user, password: '', send: 'always' }, ...options
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const errors: string[] = []
  page.on('pageerror', error => { if (!NOISE.some(known => known.test(error.message))) errors.push(error.message) })
  const opened: Visit = { page, errors, end: () => context.close() }
  context.once('close', () => { if (!errors.length) visits.delete(opened) })
  visits.add(opened)
  return opened
}

if ('afterEach' in globalThis) {
  afterEach(() => {
    const thrown = [...visits].flatMap(opened => opened.errors.splice(0))
    if (thrown.length) throw new Error(`The page threw:\n${thrown.join('\n')}`)
  })
}

/** Waits until UI5 has no requests, timers and renderings pending. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => Boolean((window as any).sap?.ui?.require))
  await page.evaluate(() => new Promise<void>((resolve, reject) => {
    (window as any).sap.ui.require(['sap/ui/test/RecordReplay'], (replay: any) =>
      replay.waitForUI5({ timeout: 25_000, interval: 100 }).then(resolve, reject), reject)
  }))
}

/** Goes to a place in the launchpad, for instance `#WorkOrder-manage`. */
export async function open(page: Page, hash = '', language = 'en'): Promise<void> {
  await page.goto(`/?sap-language=${language}${hash}`, { waitUntil: 'commit' })
  await settled(page)
}

/**
 * One tab for each user, language and size, with what it has loaded before in its cache. Each place is opened from an empty page:
 * UI5 throws when it has to leave an app that is still being drawn.
 */
export function tabsOf(browser: () => Browser, url: () => string): (user: string, hash: string, language?: string, options?: BrowserContextOptions) => Promise<Page> {
  const tabs = new Map<string, Page>()
  return async (user, hash, language = 'en', options = {}) => {
    const name = [user, language, options.isMobile].join(' ')
    const known = tabs.get(name)
    const page = known ?? (await visit(browser(), url(), user, options)).page
    tabs.set(name, page)
    if (known) await page.goto('about:blank')
    await open(page, hash, language)
    return page
  }
}

/** Keeps a picture of every page that is open when a test fails; the test environment calls it. */
globalThis.keepPictures = async name => {
  fs.mkdirSync(FAILURES, { recursive: true })
  for (const [i, { page }] of [...visits].filter(opened => !opened.page.isClosed()).entries()) {
    const file = path.join(FAILURES, `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}-${i}.png`)
    await page.screenshot({ path: file }).catch(() => {}) // a crashed page must not hide why the test failed
  }
}
