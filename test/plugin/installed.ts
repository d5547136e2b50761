import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { lockedFor, type Lockfile } from '../../app/launchpad/deploying/lockfile'
import { productive } from '../setup/built'

const ROOT = path.resolve(__dirname, '../..'), PACKAGE = 'cap-after-sales', TARBALL = `${PACKAGE}.tgz`
const readJson = <T>(...names: string[]) => JSON.parse(fs.readFileSync(path.join(...names), 'utf8')) as T

interface Manifest { name: string; version: string; dependencies: Record<string, string>; peerDependencies: Record<string, string>; peerDependenciesMeta: Record<string, { optional?: boolean }> }

export interface Installed {
  /** Where the module was packed: a copy of the project. */
  source: string
  /** What the tarball holds, by path. */
  files: string[]
  /** The host's project, with the tarball among its packages. */
  host: string
  remove(): void
}

/** Packs the module and installs the tarball into a copy of the host project, as a stranger would: in a folder elsewhere, without links. */
export function installInHost(): Installed {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-host-')), source = path.join(folder, 'source'), host = path.join(folder, 'host')
  copyTracked(source)
  const [{ filename, files }] = JSON.parse(npm(source, 'pack', '--json').replace(/^[^[]*(?=\[\s*\{)/, '')) as [{ filename: string; files: { path: string }[] }]
  fs.cpSync(path.join(source, 'test/host-project'), host, { recursive: true })
  fs.renameSync(path.join(source, filename), path.join(host, TARBALL))
  fs.writeFileSync(path.join(host, 'package-lock.json'), JSON.stringify(lockOf(source, host)))
  npm(host, 'install', '--prefer-offline', '--no-audit', '--no-fund')
  return { source, files: files.map(file => file.path), host, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}

/** The project without what version control leaves out; packages are those that are installed here. */
function copyTracked(target: string): void {
  for (const file of execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0').filter(Boolean)) {
    if (!fs.existsSync(path.join(ROOT, file)) || file.startsWith('chart/')) continue
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true })
    fs.copyFileSync(path.join(ROOT, file), path.join(target, file))
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(target, 'node_modules'))
}

/** The versions that were tested here, and that npm therefore has at hand. */
function lockOf(source: string, host: string): Lockfile {
  const own = readJson<Manifest>(source, 'package.json'), project = readJson<Manifest>(host, 'package.json')
  const { [PACKAGE]: tarball, ...others } = project.dependencies
  const lock = lockedFor(readJson<Lockfile>(source, 'package-lock.json'), { ...project, dependencies: { ...own.dependencies, ...others } })
  const { version, dependencies, peerDependencies, peerDependenciesMeta } = own
  lock.packages[''].dependencies = project.dependencies
  lock.packages[`node_modules/${PACKAGE}`] = { version, resolved: tarball, dependencies, peerDependencies, peerDependenciesMeta }
  return lock
}

function npm(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, env: productive(), encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status) throw new Error(`npm ${args[0]} failed:\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`)
  return stdout
}
