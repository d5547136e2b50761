/** The parts of `package-lock.json` (version 3) that matter here: packages by the folder they are installed in, `''` is the project. */
export interface Lockfile { name?: string; version?: string; lockfileVersion: number; requires?: boolean; packages: Record<string, LockedPackage> }

export interface LockedPackage {
  version?: string
  link?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
  [key: string]: unknown
}

/**
 * Cuts a lock file down to what some packages need: the versions that were tested here are the ones that run there.
 * @param lock of the whole project
 * @param project `package.json` of what is deployed: its dependencies are a subset of the project's, of whatever kind they are there
 * @throws when the project's lock file does not hold one of them
 */
export function lockedFor(lock: Lockfile, project: { name: string; version: string; dependencies: Record<string, string>; [key: string]: unknown }): Lockfile {
  const needed = new Map<string, LockedPackage>()
  const add = (name: string, from: string, optional: boolean) => {
    const place = placeOf(lock, name, from)
    if (!place) {
      if (optional) return
      throw new Error(`${name}, needed by ${from || project.name}, is not in package-lock.json: npm install writes it`)
    }
    if (needed.has(place)) return
    const entry = withoutKinds(lock.packages[place])
    needed.set(place, entry)
    for (const dependency of Object.keys(entry.dependencies ?? {})) add(dependency, place, false)
    for (const dependency of Object.keys(entry.optionalDependencies ?? {})) add(dependency, place, true)
    for (const dependency of Object.keys(entry.peerDependencies ?? {})) if (!entry.peerDependenciesMeta?.[dependency]?.optional) add(dependency, place, true)
  }
  for (const name of Object.keys(project.dependencies)) add(name, '', false)
  const { name, version, license, dependencies, engines } = project
  const packages = Object.fromEntries([...needed].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { name, version, lockfileVersion: lock.lockfileVersion, requires: true, packages: { '': { name, version, license, dependencies, engines } as LockedPackage, ...packages } }
}

/** What was there for development or as a peer is needed here. */
function withoutKinds(entry: LockedPackage): LockedPackage {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => !['dev', 'devOptional', 'optional', 'peer'].includes(name)))
}

/** Where Node finds a package: beside the one that needs it, or in a folder above. */
function placeOf({ packages }: Lockfile, name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const place = `${folder && `${folder}/`}node_modules/${name}`
    if (packages[place] && !packages[place].link) return place
    if (!folder) return undefined
  }
}
