import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { findApps, type App } from '../../app/launchpad/apps'

const ROOT = path.resolve(__dirname, '../..')
const FIRST_ROW = '.sapMListTblRow, .sapUiTableContentRow[data-sap-ui-related]'
const CHROMIUM_FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']

interface Visit { seconds: number, requests: number }
interface AppFigures { first: Visit, second: Visit }

/**
 * Opens every app of the launchpad in headless Chromium, twice with one HTTP cache, and reports when the list's first row
 * stands and how many requests that took. `--rounds N` (default 5) repeats it with fresh caches; figures are medians.
 */
export async function bench(args: string[]): Promise<void> {
  const rounds = Number(args[args.indexOf('--rounds') + 1] || 5)
  const server = startServer()
  const browser = await chromium.launch({ executablePath: await browserPath(), args: CHROMIUM_FLAGS })
  try {
    const url = await addressOf(server)
    const figures: Record<string, AppFigures> = {}
    for (const app of listApps()) figures[app.id] = await measureApp(browser, url + hashOf(app), rounds)
    report(figures)
  } finally {
    await browser.close()
    server.kill()
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

function report(figures: Record<string, AppFigures>): void {
  for (const [app, { first, second }] of Object.entries(figures)) {
    console.log(`${app}: first visit ${first.seconds} s, ${first.requests} requests; second visit ${second.seconds} s, ${second.requests} requests`)
  }
  const targets = Object.entries(figures).flatMap(([app, { first, second }]) => [
    target(`${app}: first row on the first visit (s)`, first.seconds, 5),
    target(`${app}: first row on the second visit (s)`, second.seconds, 3),
    target(`${app}: requests`, Math.max(first.requests, second.requests), 150)
  ])
  console.log(JSON.stringify({ bench: 'ui', cores: os.cpus().length, figures, targets }))
}

function target(name: string, value: number, limit: number) {
  return { name, value, limit, ok: value <= limit }
}

function median(visits: Visit[]): Visit {
  return [...visits].sort((a, b) => a.seconds - b.seconds)[Math.floor(visits.length / 2)]
}

function listApps(): App[] {
  return findApps(ROOT).filter(app => app.manifest['sap.app'].crossNavigation)
}

function hashOf(app: App): string {
  const [{ semanticObject, action }] = Object.values(app.manifest['sap.app'].crossNavigation!.inbounds)
  return `#${semanticObject}-${action}`
}

/** A server of its own with the sample data in memory, so that nobody's database is touched. */
function startServer(): ChildProcess {
  return spawn(process.execPath, [path.join(ROOT, 'node_modules/@sap/cds-dk/bin/cds-tsx.js'), 'serve', 'all'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', AFTERSALES_UI5: 'on', CDS_PLUGIN_UI5_ACTIVE: 'false', cds_requires_db_credentials_url: ':memory:' }
  })
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface(server.stdout!).on('line', line => {
      if (line.startsWith('[ui5]')) console.log(line)
      const ready = line.match(/is ready: (http\S+)/)
      if (ready) resolve(ready[1])
    })
    server.once('exit', code => reject(new Error(`The server ended with code ${code} before it was ready`)))
  })
}

/** An installed Chromium, else the one that comes as an npm package. */
async function browserPath(): Promise<string> {
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(file => fs.existsSync(file))
  if (installed) return installed
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
