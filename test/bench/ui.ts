import path from 'node:path'
import axios from 'axios'
import type { Browser, BrowserContext } from 'playwright-core'
import { findApps, type App } from '../../app/launchpad/apps'
import { launchChromium } from '../setup/chromium'
import { prepareShell, removePreparedShell, startShell } from '../setup/shell-server'
import { atMost, report } from './report'

const ROOT = path.resolve(__dirname, '../..')
const FIRST_ROW = '.sapMListTblRow, .sapUiTableContentRow[data-sap-ui-related]'

interface Visit { seconds: number, requests: number }
interface AppFigures { first: Visit, second: Visit }

/**
 * Opens every app of the launchpad in headless Chromium, twice with one HTTP cache, and reports when the list's first row
 * stands and how many requests that took. `--rounds N` (default 5) repeats it with fresh caches; figures are medians.
 */
export async function bench(args: string[]): Promise<void> {
  const rounds = Number(args[args.indexOf('--rounds') + 1] || 5)
  await prepareShell()
  const server = await startShell()
  const browser = await launchChromium()
  try {
    const figures: Record<string, AppFigures> = {}
    for (const app of await appsOfDispatcher(server.url)) figures[app.id] = await measureApp(browser, `${server.url}/${hashOf(app)}`, rounds)
    print(figures)
  } finally {
    await browser.close()
    await server.stop()
    removePreparedShell()
  }
}

async function measureApp(browser: Browser, url: string, rounds: number): Promise<AppFigures> {
  const firsts: Visit[] = [], seconds: Visit[] = []
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, httpCredentials: { username: 'dispatcher', password: '' } })
    firsts.push(await visit(context, url))
    seconds.push(await visit(context, url))
    await context.close()
  }
  return { first: median(firsts), second: median(seconds) }
}

async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage()
  let requests = 0
  page.on('request', () => requests++)
  const started = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(FIRST_ROW).first().waitFor({ timeout: 60_000 })
  const seconds = (performance.now() - started) / 1000
  await page.close()
  return { seconds: Math.round(seconds * 100) / 100, requests }
}

function print(figures: Record<string, AppFigures>): void {
  for (const [app, { first, second }] of Object.entries(figures)) {
    console.log(`${app}: first visit ${first.seconds} s, ${first.requests} requests; second visit ${second.seconds} s, ${second.requests} requests`)
  }
  report('ui', figures, Object.entries(figures).flatMap(([app, { first, second }]) => [
    atMost(`${app}: first row on the first visit (s)`, first.seconds, 5),
    atMost(`${app}: first row on the second visit (s)`, second.seconds, 3),
    atMost(`${app}: requests`, Math.max(first.requests, second.requests), 150)
  ]))
}

function median(visits: Visit[]): Visit {
  return [...visits].sort((a, b) => a.seconds - b.seconds)[Math.floor(visits.length / 2)]
}

/** Those with a tile on the dispatcher's launchpad. */
async function appsOfDispatcher(url: string): Promise<App[]> {
  const { data: launchpad } = await axios.get<string>(`${url}/`, { auth: { username: 'dispatcher', password: '' } })
  return findApps(ROOT).filter(app => app.manifest['sap.app'].crossNavigation && launchpad.includes(`"${app.id}"`))
}

function hashOf(app: App): string {
  const [{ semanticObject, action }] = Object.values(app.manifest['sap.app'].crossNavigation!.inbounds)
  return `#${semanticObject}-${action}`
}
