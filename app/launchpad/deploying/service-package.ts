import fs from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { lockedFor, type Lockfile } from './lockfile'
import { productionSettings } from './production-settings'

export interface ProjectPackage {
  name: string; version: string; description: string; license: string
  dependencies: Record<string, string>; devDependencies: Record<string, string>; peerDependencies: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
  cds?: object
}

/** Node's version where buildpacks choose it. */
export const ENGINES = { node: '^24' }

/** Peers that a single-tenant installation runs with, beside those that the module can't do without. */
const ALSO = ['@cap-js/event-broker', '@cap-js/telemetry']
/** Both: one result of the build serves either database, and the profile decides. */
const DATABASES = ['@cap-js/hana', '@cap-js/postgres']
/** Commands of an installation, by the modules that they start. */
const COMMANDS = { 'import-history': 'work-orders/import-history', 'verify-audit': 'quality/verify-audit/run' }

export const readJson = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T
export const writeJson = (file: string, content: object) => fs.writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)

/**
 * Makes `gen/srv` a package that installs and starts by itself: compiled code only, the module's peers as dependencies, the lock file of just these,
 * and the shell's settings of production.
 */
export function completeService(root: string): void {
  const target = path.join(root, 'gen/srv'), project = readJson<ProjectPackage>(path.join(root, 'package.json'))
  withoutSources(target)
  fs.mkdirSync(path.join(target, 'db'), { recursive: true })
  for (const file of ['indexes.js', 'collations.js']) fs.copyFileSync(path.join(root, 'db', file), path.join(target, 'db', file))
  const settings = parse(fs.readFileSync(path.join(root, '.cdsrc.yaml'), 'utf8')) as Record<string, unknown>
  fs.writeFileSync(path.join(target, '.cdsrc.yaml'), stringify(productionSettings(settings)))
  writePackage(root, target, servicePackage(project))
}

/** Writes `package.json` and the lock file that belongs to it. */
export function writePackage(root: string, target: string, content: { name: string; version: string; dependencies: Record<string, string> }): void {
  writeJson(path.join(target, 'package.json'), content)
  writeJson(path.join(target, 'package-lock.json'), lockedFor(readJson<Lockfile>(path.join(root, 'package-lock.json')), content))
}

/** What the deployed service consists of. */
export function servicePackage(project: ProjectPackage) {
  const { name, version, description, license, cds } = project
  const peers = Object.keys(project.peerDependencies).filter(peer => !project.peerDependenciesMeta?.[peer]?.optional)
  const added = Object.fromEntries([...peers, ...ALSO, ...DATABASES].map(dependency => [dependency, project.devDependencies[dependency]]))
  const dependencies = Object.fromEntries(Object.entries({ ...project.dependencies, ...added }).sort(([a], [b]) => (a < b ? -1 : 1)))
  const commands = Object.fromEntries(Object.entries(COMMANDS).map(([command, module]) => [command, `node srv/${module}.js`]))
  return { name, version, description, license, private: true, type: 'commonjs', engines: ENGINES, scripts: { start: 'cds-serve', ...commands }, dependencies, cds }
}

/** `cds build` copies what it finds beside the model. */
function withoutSources(target: string): void {
  for (const file of ['jest.config.js', 'eslint.config.mjs', '.npmrc', '.cdsrc.yaml']) fs.rmSync(path.join(target, file), { force: true })
  for (const entry of fs.readdirSync(path.join(target, 'srv'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.ts')) fs.rmSync(path.join(entry.parentPath, entry.name))
  }
}
