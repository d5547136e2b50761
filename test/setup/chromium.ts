import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const CACHE = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'cap-after-sales')
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']
/** A page lives for seconds: compiling its scripts for speed and collecting its garbage took a fifth of all time in the browser. */
const SCRIPTS = '--js-flags=--no-turbofan --invocation-count-for-maglev=2000 --min-semi-space-size=64 --max-semi-space-size=64 --initial-old-space-size=600'
const INSTALLED = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Headless Chromium: an installed one, else the one inside the npm package @sparticuz/chromium. Chinese text has glyphs in both. */
export async function launchChromium(): Promise<Browser> {
  try {
    const installed = INSTALLED.find(file => file && fs.existsSync(file))
    const folder = installed ? undefined : unpacked()
    return await chromium.launch({ executablePath: installed ?? path.join(folder!, 'chromium'), args: [...FLAGS, SCRIPTS], env: environment(folder) })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`Browser tests need Chromium: install it, set CHROMIUM_PATH, or let npm install @sparticuz/chromium.\n${reason}`, { cause })
  }
}

/** The package also brings the system libraries that a bare machine lacks. */
function environment(unpackedFolder?: string): Record<string, string> {
  const env = { ...process.env, FONTCONFIG_FILE: fontConfiguration(unpackedFolder && path.join(unpackedFolder, 'fonts/fonts')) }
  return (unpackedFolder ? { ...env, LD_LIBRARY_PATH: path.join(unpackedFolder, 'al2023/lib') } : env) as Record<string, string>
}

/**
 * Unpacks the package once per version. It unpacks in pieces to the folder for temporary files and takes what it finds
 * there for complete, so each attempt gets a folder of its own that moves into place when it is done.
 */
function unpacked(): string {
  const entry = require.resolve('@sparticuz/chromium')
  const { version } = JSON.parse(fs.readFileSync(path.resolve(path.dirname(entry), '../../package.json'), 'utf8'))
  const target = path.join(CACHE, `chromium-${version}`)
  if (fs.existsSync(target)) return target
  fs.mkdirSync(CACHE, { recursive: true })
  const workplace = fs.mkdtempSync(`${target}.`)
  try {
    // In this environment the package unpacks its system libraries, too.
    const env = { ...process.env, TMPDIR: workplace, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
    execFileSync(process.execPath, ['-e', `require(${JSON.stringify(entry)}).executablePath()`], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    fs.renameSync(workplace, target)
  } catch (error) {
    if (!fs.existsSync(target)) throw error // else another process was quicker
  } finally {
    fs.rmSync(workplace, { recursive: true, force: true })
  }
  return target
}

/** The machine's fonts, the package's Open Sans on a machine without any, and Noto Sans SC for what they lack. */
function fontConfiguration(packagedFonts?: string): string {
  const noto = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const folders = [packagedFonts, path.join(noto, '400Regular'), path.join(noto, '700Bold')].filter(Boolean)
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  ${folders.map(folder => `<dir>${folder}</dir>`).join('\n  ')}
  <cachedir>${path.join(CACHE, 'fonts')}</cachedir>
</fontconfig>
`
  const file = path.join(CACHE, `fonts-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.conf`)
  if (!fs.existsSync(file)) {
    fs.mkdirSync(CACHE, { recursive: true })
    fs.writeFileSync(`${file}.${process.pid}`, text)
    fs.renameSync(`${file}.${process.pid}`, file)
  }
  return file
}
