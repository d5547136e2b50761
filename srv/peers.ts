import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'

interface Package { name: string; version: string; peerDependencies?: Record<string, string>; peerDependenciesMeta?: Record<string, { optional?: boolean } | undefined> }
interface Missing { name: string; wanted: string; found?: string }

/**
 * Says by name what the host's project lacks, instead of failing somewhere later: packages that this module needs beside it. CAP activates
 * plugins only from the dependencies of the host itself, so that they have to stand in its package.json.
 *
 * @throws at start-up, with the command that adds what is missing
 */
export function requirePeers(): void {
  const own = readPackage(path.resolve(__dirname, '..'))
  const missing = missingPeers(own, name => (isActive(name) ? versionOf(name) : undefined))
  if (!missing.length) return
  const [first] = missing
  const what = missing.map(({ name, wanted, found }) => `${name} ${wanted}${found ? ` (there is ${found})` : ''}`).join(', ')
  throw new Error(`${own.name} needs ${what} among the dependencies of your project, for CAP activates no plugins of plugins: npm install ${missing.map(({ name, wanted }) => `${name}@${wanted}`).join(' ')}`, { cause: first })
}

/**
 * Peers that a project does not have, or not in a version that will do. Optional ones may be missing; CAP itself and Express are there, or nobody would ask.
 *
 * @param versionOf the version that is active in the project, if any
 */
export function missingPeers({ peerDependencies = {}, peerDependenciesMeta = {} }: Package, versionOf: (name: string) => string | undefined): Missing[] {
  return Object.entries(peerDependencies).flatMap(([name, wanted]) => {
    const found = versionOf(name)
    if (!found) return peerDependenciesMeta[name]?.optional ? [] : [{ name, wanted }]
    return satisfies(found, wanted) ? [] : [{ name, wanted, found }]
  })
}

/** Ranges of this package start with `^`: the same first number (below 1.0 the same second one, too), and not older. */
function satisfies(found: string, wanted: string): boolean {
  const [have, want] = [found, wanted].map(version => /(\d+)\.(\d+)\.(\d+)/.exec(version)!.slice(1).map(Number))
  if (have[0] !== want[0] || (want[0] === 0 && have[1] !== want[1])) return false
  return have[1] > want[1] || (have[1] === want[1] && have[2] >= want[2])
}

/** Plugins of CAP are those that it has found in the project's dependencies. */
function isActive(name: string): boolean {
  if (!name.startsWith('@cap-js/')) return true
  return name in ((cds.env as unknown as { plugins?: object }).plugins ?? {})
}

/** Their manifests may be hidden by `exports`: looked up in the folders where Node would look. */
function versionOf(name: string): string | undefined {
  for (let folder = cds.root; ; folder = path.dirname(folder)) {
    const place = path.join(folder, 'node_modules', name)
    if (fs.existsSync(path.join(place, 'package.json'))) return readPackage(place).version
    if (folder === path.dirname(folder)) return undefined
  }
}

const readPackage = (folder: string) => JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as Package
