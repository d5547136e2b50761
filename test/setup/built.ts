import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
const SOURCES = ['package.json', 'package-lock.json', '.cdsrc.yaml', 'cds-plugin.js', '_i18n', 'app', 'db', 'srv']

/** The folder that `npm run build` fills; it runs where there is none yet, or a source has changed since. */
export function built(): string {
  const gen = path.join(ROOT, 'gen'), last = path.join(gen, 'apps')
  const since = fs.existsSync(last) ? fs.statSync(last).mtimeMs : 0
  if (SOURCES.some(source => changedAfter(path.join(ROOT, source), since))) {
    const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], { cwd: ROOT, env: productive(), encoding: 'utf8' })
    if (status) throw new Error(`npm run build failed:\n${stdout.slice(-3000)}\n${stderr.slice(-3000)}`)
  }
  return gen
}

const OF_TESTS = ['NODE_ENV', 'CDS_ENV', 'CDS_CONFIG', 'CDS_TYPESCRIPT', 'AFTERSALES_UI5', 'NODE_OPTIONS']

/** Jest's own environment must not reach what runs in production. */
export const productive = (variables: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv =>
  ({ ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_TESTS.includes(name))), ...variables })

function changedAfter(place: string, time: number): boolean {
  const { mtimeMs } = fs.statSync(place)
  if (!fs.statSync(place).isDirectory()) return mtimeMs > time
  return fs.readdirSync(place, { recursive: true, withFileTypes: true })
    .some(entry => entry.isFile() && !/node_modules|\/dist\b/.test(entry.parentPath) && fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs > time)
}
