import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']
const INSTALLED = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FAILURES = path.resolve(__dirname, '../ui/failures')
/** Requests and messages of UI5 itself that say nothing about our pages. */
const NOISE = [/sap\/insights/, /\[FUTURE FATAL\]/, /CommandExecution .* not defined/]

/** An installed Chromium, else the one that comes inside an npm package. */
export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find(file => file && fs.existsSync(file))
  try {
    return await chromium.launch({ executablePath: installed ?? (await (await import('@sparticuz/chromium')).default.executablePath()), args: FLAGS })
  } catch (cause) {
    throw new Error('Browser tests need Chromium: install it, set CHROMIUM_PATH, or let npm install @sparticuz/chromium', { cause })
  }
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2,
  userAgent: 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
}

/** A person at the launchpad: a browser context of its own, signed in. */
export interface Visit { page: Page; errors: string[]; end(): Promise<void> }

/** Opens pages as one user; errors that a page throws are collected in `errors`. */
export async function visit(browser: Browser, url: string, user: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url, locale: 'en-US', timezoneId: 'Europe/Berlin', viewport: { width: 1440, height: 1000 },
    httpCredentials: { username: user, password: '', send: 'always' }, ...options
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const errors: string[] = []
  page.on('pageerror', error => { if (!NOISE.some(known => known.test(error.message))) errors.push(error.message) })
  return { page, errors, end: () => context.close() }
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

/** Keeps a picture of every open page of a failed test. */
export async function keepPictures(name: string, pages: Page[]): Promise<void> {
  fs.mkdirSync(FAILURES, { recursive: true })
  for (const [i, page] of pages.entries()) {
    if (!page.isClosed()) await page.screenshot({ path: path.join(FAILURES, `${name.replace(/\W+/g, '-').slice(0, 60)}-${i}.png`) })
  }
}
