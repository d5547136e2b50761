import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { UI5_VERSION } from './libraries'

/** Files whose content decides what a built framework looks like: a change in one of them asks for a new build. */
const BUILD_INPUTS = ['libraries.ts', 'library.ts', 'bundle.ts', 'build.ts', 'build-themes.ts']

/** Names this version of the build, so that a new SAPUI5 release or a changed bundler never meets old bundles. */
export function buildKey(): string {
  const hash = createHash('sha256')
  for (const file of BUILD_INPUTS) hash.update(fs.readFileSync(path.join(__dirname, file)))
  return `${UI5_VERSION}-${hash.digest('hex').slice(0, 10)}`
}

/** Folder of the built framework. It exists only when it is complete: builds are renamed into place. */
export function builtFolder(): string {
  return path.join(cacheRoot(), buildKey())
}

/** Folder that UI5 tooling downloads packages to; UI5_DATA_DIR moves it. */
export function downloadFolder(): string {
  return path.resolve(process.env.UI5_DATA_DIR || path.join(os.homedir(), '.ui5'))
}

/** Whether the framework stands ready to be served. */
export function isBuilt(): boolean {
  return fs.existsSync(builtFolder())
}

/**
 * Runs `build` unless another process already does, in which case this one waits for its result.
 * A lock whose owner died is taken over.
 */
export async function buildOnce(build: (into: string) => Promise<void>): Promise<void> {
  const target = builtFolder()
  fs.mkdirSync(cacheRoot(), { recursive: true })
  while (!takeLock(`${target}.lock`)) {
    await new Promise(resolve => setTimeout(resolve, 500))
    if (isBuilt()) return
  }
  const workplace = `${target}.${process.pid}`
  try {
    if (isBuilt()) return
    await build(workplace)
    fs.renameSync(workplace, target)
    removeOldBuilds(target)
  } finally {
    fs.rmSync(workplace, { recursive: true, force: true })
    fs.rmSync(`${target}.lock`, { force: true })
  }
}

function cacheRoot(): string {
  if (process.env.AFTERSALES_UI5_CACHE) return path.resolve(process.env.AFTERSALES_UI5_CACHE)
  const caches = process.platform === 'darwin' ? path.join(os.homedir(), 'Library/Caches')
    : process.platform === 'win32' ? process.env.LOCALAPPDATA || os.tmpdir()
    : process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  return path.join(caches, 'cap-after-sales', 'ui5')
}

function takeLock(file: string): boolean {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const owner = readOwner(file)
    if (owner && !isAlive(owner)) fs.rmSync(file, { force: true })
    return false
  }
}

function readOwner(lock: string): number {
  try { return Number(fs.readFileSync(lock, 'utf8')) } catch { return 0 }
}

function isAlive(pid: number): boolean {
  try { process.kill(pid, 0); return true } catch (e) { return (e as NodeJS.ErrnoException).code === 'EPERM' }
}

/** Keeps the two newest builds: enough to change branches, without the cache growing for ever. */
function removeOldBuilds(current: string): void {
  const builds = fs.readdirSync(cacheRoot())
    .filter(name => /^\d+\.\d+\.\d+-[0-9a-f]{10}$/.test(name))
    .map(name => path.join(cacheRoot(), name))
    .sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs)
  for (const old of builds.filter(dir => dir !== current).slice(1)) fs.rmSync(old, { recursive: true, force: true })
}
