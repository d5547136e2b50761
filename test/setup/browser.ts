import fs from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const FAILURES = path.resolve(__dirname, '../ui/failures')
/** Requests and messages of UI5 itself that say nothing about our pages; the last one comes from a table beside a chart on a phone. */
const NOISE = [/sap\/insights/, /\[FUTURE FATAL\]/, /CommandExecution .* not defined/, /reading 'getInnerChart'/]

export { launchChromium as launchBrowser } from './chromium'

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2,
  userAgent: 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
}

declare global { var keepPictures: ((name: string) => Promise<void>) | undefined }

/** A person at the launchpad: a browser context of its own, signed in. */
export interface Visit { page: Page; errors: string[]; end(): Promise<void> }

const visits = new Set<Visit>()

/**
 * Opens pages as one user, who signs in by a header: Playwright would answer a challenge only by looking at each request, and then
 * turns the browser's cache off. What a page throws is collected in `errors` and fails the test in which it happened.
 */
export async function visit(browser: Browser, url: string, user: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url, locale: 'en-US', timezoneId: 'Europe/Berlin', viewport: { width: 1440, height: 1000 },
    extraHTTPHeaders: { authorization: `Basic ${Buffer.from(`${user}:`).toString('base64')}` }, ...options
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const errors: string[] = []
  page.on('pageerror', error => { if (!NOISE.some(known => known.test(error.message))) errors.push(error.message) })
  // What our own policy forbids, a page must not try.
  page.on('console', message => { if (/Content Security Policy/.test(message.text())) errors.push(message.text()) })
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

/**
 * Waits until UI5 has no requests, promises, timers and renderings pending, looked at twice in a row. The promise of waiting itself is marked
 * as none of UI5's: it would be waited for, too, until it counts as a lasting one, after a second.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => Boolean((window as any).sap?.ui?.require))
  await page.evaluate(lightenWaiting)
  await page.evaluate(options => Reflect.construct(Promise, [(resolve: () => void, reject: (reason: unknown) => void) => {
    (window as any).sap.ui.require(['sap/ui/test/RecordReplay'], (replay: any) =>
      replay.waitForUI5(options).then(() => replay.waitForUI5(options)).then(resolve, reject), reject)
  }, 'PROMISE_WAITER_IGNORE']) as Promise<void>, { timeout: 25_000, interval: 100 })
}

/**
 * Two habits of UI5's waiting took a sixth of all time in the browser: it keeps the stack of whoever asks for anything, for its log, and
 * computes the style of every element that comes or changes, for animations that begin late. Before it is loaded it is told not to.
 */
function lightenWaiting(): Promise<void> | undefined {
  const { ui } = (window as any).sap
  if (ui.require('sap/ui/test/RecordReplay')) return
  const animations = 'sap/ui/test/autowaiter/_cssAnimationWaiter'
  if (!ui.require(animations)) ui.define(animations, [], () => ({ hasPending: Function.prototype, isEnabled: Function.prototype, extendConfig: Function.prototype }))
  return Reflect.construct(Promise, [(resolve: () => void, reject: (reason: unknown) => void) => {
    ui.require(['sap/ui/test/autowaiter/_utils'], (utils: any) => { utils.resolveStackTrace = () => ''; resolve() }, reject)
  }, 'PROMISE_WAITER_IGNORE']) as Promise<void>
}

/** Goes to a place in the launchpad, for instance `#WorkOrder-manage`; nothing slides or fades there, which is drawn many times. */
export async function open(page: Page, hash = '', language = 'en'): Promise<void> {
  await page.goto(`/?sap-language=${language}&sap-ui-animationMode=none${hash}`, { waitUntil: 'commit' })
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
