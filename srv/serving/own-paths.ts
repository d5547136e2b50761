import cds from '@sap/cds'

/** Services of this module as CAP serves them. */
interface Served { name: string; path?: string; endpoints?: { path: string }[] }

/** True for addresses of this module's services: whatever else a host serves is its own affair. */
export const isOwnService = (path: string): boolean => serviceAt(path) !== undefined

/** The service of this module that an address belongs to, by the name that people know from addresses, such as `work-orders`. */
export const serviceAt = (path: string): string | undefined => ownPrefixes().find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))?.name

/** True for addresses of this module's pages: component ids are their first step. */
export const isOwnPage = (path: string): boolean => /^\/aftersales\.[\w.]+(\/|$)/.test(path)

/** True for doors that are open to everybody: those that tell a platform how the process is. */
export const isOpenDoor = (path: string): boolean => /^\/health(\/|$)/.test(path)

interface Prefix { prefix: string; name: string }

let known: { prefixes: Prefix[]; of: number } | undefined

/** Each request asks several times; services that a host serves later count from then on. */
function ownPrefixes(): Prefix[] {
  const of = Object.keys(cds.services).length
  if (known?.of !== of) known = { of, prefixes: Object.values(cds.services as unknown as Record<string, Served>).filter(({ name }) => name?.startsWith('aftersales.')).flatMap(prefixesOf) }
  return known.prefixes
}

const prefixesOf = ({ path, endpoints }: Served): Prefix[] =>
  (endpoints?.map(each => each.path) ?? (path ? [path] : [])).map(prefix => ({ prefix, name: (path ?? prefix).split('/').pop()! }))
