import fs from 'node:fs'
import path from 'node:path'
import { downloadFolder } from './cache'
import { SKIPPED_LIBRARIES, UI5_VERSION, WANTED_LIBRARIES } from './libraries'

/** A downloaded UI5 library (or theme library): its sources stand below `root` as they are addressed below /resources. */
export interface Library {
  name: string
  version: string
  /** Slash-separated namespace, `sap/ui/core`. */
  namespace: string
  /** Folder whose content appears below `/resources`. */
  root: string
  /** Folder whose content appears below `/test-resources`, if the package has one. */
  testRoot?: string
}

interface PackageEntry { npmPackageName: string, version: string, dependencies: string[] }

/**
 * Makes all libraries available on disk and lists them. Packages that are there already are not fetched again, so a
 * second start needs no network. Fetching goes through UI5 tooling, which follows the npm configuration of the machine.
 */
export async function downloadLibraries(progress: (line: string) => void): Promise<Library[]> {
  const listed = installedLibraries()
  if (listed) return listed
  process.env.UI5_LOG_LVL ??= 'error'
  const { default: Sapui5Resolver } = await import('@ui5/project/ui5Framework/Sapui5Resolver')
  const resolver = new Sapui5Resolver({
    version: UI5_VERSION,
    cwd: path.resolve(__dirname, '../..'),
    ui5DataDir: downloadFolder(),
    // "provided" is how the resolver is told to leave a library alone
    providedLibraryMetadata: Object.fromEntries(SKIPPED_LIBRARIES.map(name =>
      [name, { id: name, version: UI5_VERSION, path: '', dependencies: [], optionalDependencies: [] }]))
  })
  progress(`Fetching SAPUI5 ${UI5_VERSION} from npm (about 200 MB, this once) …`)
  const ticker = setInterval(() => progress(`Fetching SAPUI5 ${UI5_VERSION}: ${countInstalled()}`), 3000)
  try {
    await resolver.install(WANTED_LIBRARIES)
  } finally {
    clearInterval(ticker)
  }
  const installed = installedLibraries()
  if (!installed) throw new Error(`SAPUI5 ${UI5_VERSION} is incomplete in ${downloadFolder()}; delete that folder and start again`)
  return installed
}

/** Reads which libraries are on disk, or undefined while any of them is missing. */
export function installedLibraries(): Library[] | undefined {
  const catalog = readCatalog()
  if (!catalog) return
  const libraries = closure(catalog).map(name => describe(name, catalog[name]))
  return libraries.every(lib => fs.existsSync(path.join(lib.root, '..')) && fs.existsSync(lib.root)) ? libraries : undefined
}

function readCatalog(): Record<string, PackageEntry> | undefined {
  try {
    return JSON.parse(fs.readFileSync(path.join(packageFolder('@sapui5/distribution-metadata', UI5_VERSION), 'metadata.json'), 'utf8')).libraries
  } catch {
    return undefined
  }
}

function closure(catalog: Record<string, PackageEntry>): string[] {
  const names = new Set<string>()
  const add = (name: string) => {
    if (names.has(name) || SKIPPED_LIBRARIES.includes(name)) return
    names.add(name)
    catalog[name].dependencies.forEach(add)
  }
  WANTED_LIBRARIES.forEach(add)
  return [...names].sort()
}

function describe(name: string, entry: PackageEntry): Library {
  const folder = packageFolder(entry.npmPackageName, entry.version)
  const yaml = fs.existsSync(path.join(folder, 'ui5.yaml')) ? fs.readFileSync(path.join(folder, 'ui5.yaml'), 'utf8') : ''
  const configured = (kind: string) => yaml.match(new RegExp(`^ +paths:\\n(?: +.*\\n)*? +${kind}: *(\\S+)$`, 'm'))?.[1]
  const testRoot = path.join(folder, configured('test') ?? 'test')
  return {
    name, version: entry.version,
    namespace: name.replaceAll('.', '/'),
    root: path.join(folder, configured('src') ?? 'src'),
    ...fs.existsSync(testRoot) ? { testRoot } : {}
  }
}

function packageFolder(npmName: string, version: string): string {
  return path.join(downloadFolder(), 'framework', 'packages', npmName, version)
}

function countInstalled(): string {
  const catalog = readCatalog()
  if (!catalog) return 'reading the list of libraries'
  const all = closure(catalog)
  const done = all.filter(name => fs.existsSync(packageFolder(catalog[name].npmPackageName, catalog[name].version)))
  return `${done.length} of ${all.length} packages`
}
