import { grouped } from '../../srv/grouped'
import { readField, type EntitySurface, type Fields, type OperationSurface, type ServiceSurface, type Surface } from './surface'

/** What a release changes for those who use the one before, in plain sentences. */
export interface Differences { breaks: string[]; additions: string[] }

/** Which way values go: what is written must not be asked for more, what is read must not give less. */
type Direction = 'both ways' | 'input' | 'output' | 'stored'

/** Compares two surfaces. What was removed, renamed, narrowed or is newly asked for is a break; what is new besides is an addition. */
export function compare(before: Surface, after: Surface): Differences {
  const found: Differences = { breaks: [], additions: [] }
  each(found, 'service', before.services, after.services, (name, a, b) => compareServices(found, name, a, b))
  each(found, 'table or view', before.database, after.database, (name, a, b) => {
    if (a.kind !== b.kind) found.breaks.push(`${name} was a ${a.kind} and is a ${b.kind}: its rows would be left behind.`)
    compareFields(found, `${name} (database)`, a.fields, b.fields, b.kind === 'table' ? 'stored' : 'output')
  })
  for (const [what, names] of Object.entries(before.security)) compareLists(found, 'xs-security.json', words(what), names, after.security[what as keyof Surface['security']])
  compareLists(found, 'The package', 'the folder', before.folders, after.folders)
  each(found, 'exported', before.extensions, after.extensions, (name, a, b) => {
    if (a !== b) found.breaks.push(`${name} was exported as ${a} and is ${b}.`)
  })
  return found
}

function compareServices(found: Differences, name: string, a: ServiceSurface, b: ServiceSurface): void {
  if (a.path !== b.path) found.breaks.push(`${name} was served at ${a.path} and is at ${b.path}.`)
  compareRoles(found, name, [{ operation: 'use it', before: whoMayUse(a), after: whoMayUse(b) }])
  each(found, 'entity', prefixed(name, a.entities), prefixed(name, b.entities), (entity, x, y) => {
    compareEntities(found, entity, x, y)
    const operations = ['READ', ...x.changes.filter(change => y.changes.includes(change)), ...Object.keys(x.operations).filter(operation => !OF_DRAFTS.test(operation))]
    compareRoles(found, entity, operations.map(operation => ({ operation, before: whoMay(operation, x, a.roles), after: whoMay(operation, y, b.roles) })))
  })
  each(found, 'operation', prefixed(name, a.operations), prefixed(name, b.operations), (operation, x, y) => compareOperations(found, operation, x, y))
  each(found, 'event', prefixed(name, a.events), prefixed(name, b.events), (event, x, y) => compareFields(found, event, x, y, 'output'))
}

function compareEntities(found: Differences, name: string, a: EntitySurface, b: EntitySurface): void {
  compareFields(found, name, a.fields, b.fields, b.changes.length ? 'both ways' : 'output')
  compareLists(found, name, 'the change', a.changes, b.changes)
  each(found, 'operation', prefixed(name, a.operations), prefixed(name, b.operations), (operation, x, y) => compareOperations(found, operation, x, y))
}

function compareOperations(found: Differences, name: string, a: OperationSurface, b: OperationSurface): void {
  if (a.kind !== b.kind) found.breaks.push(`${name} was ${a.kind === 'action' ? 'an action' : 'a function'} and is ${b.kind === 'action' ? 'an action' : 'a function'}.`)
  compareFields(found, `${name} (parameters)`, a.parameters, b.parameters, 'input')
  if (typeof a.result === 'object' && typeof b.result === 'object' && a.result && b.result) return compareFields(found, `${name} (result)`, a.result, b.result, 'output')
  if (a.result === null && b.result !== null) found.additions.push(`${name}: returns a result.`)
  else if (typeof a.result === 'string' && typeof b.result === 'string') compareField(found, `${name} (result)`, a.result, b.result, 'output')
  else if (a.result !== b.result) found.breaks.push(`${name}: ${b.result === null ? 'returns nothing any more' : 'its result has another form'}.`)
}

function compareFields(found: Differences, owner: string, a: Fields, b: Fields, direction: Direction): void {
  const keys = (fields: Fields) => Object.keys(fields).filter(name => readField(fields[name]).isKey).join(', ')
  if (keys(a) !== keys(b)) found.breaks.push(`${owner}: the key was ${keys(a) || 'none'} and is ${keys(b) || 'none'}.`)
  for (const [name, text] of Object.entries(a)) {
    if (name in b) compareField(found, `${owner}.${name}`, text, b[name], direction)
    else found.breaks.push(`${owner}.${name} was removed or renamed.`)
  }
  for (const [name, text] of Object.entries(b)) {
    if (name in a) continue
    if (direction !== 'output' && readField(text).isRequired) found.breaks.push(`${owner}.${name} is new and must be given.`)
    else found.additions.push(`${owner}.${name} is new: ${text}.`)
  }
}

function compareField(found: Differences, name: string, before: string, after: string, direction: Direction): void {
  if (before === after) return
  const [a, b] = [readField(before), readField(after)]
  const { length } = found.breaks
  const breaks = (sentence: string) => { found.breaks.push(`${name} ${sentence}.`) }
  if (a.type !== b.type) breaks(`was ${a.type} and is ${b.type}`)
  if (a.isMany !== b.isMany) breaks(a.isMany ? 'was many and is one' : 'was one and is many')
  if (a.type === b.type && isNarrower(a.sizes, b.sizes)) breaks(`was ${sized(a.sizes)} and is narrower: ${sized(b.sizes)}`)
  const isWritten = direction !== 'output'
  const isRead = direction !== 'input'
  if (isWritten && !a.isRequired && b.isRequired) breaks('must newly be given')
  if (direction === 'both ways' && !a.isReadOnly && b.isReadOnly) breaks('can no longer be written')
  if (isRead && direction !== 'stored' && a.isNotNull && !b.isNotNull) breaks('always had a value and may now have none')
  if (isWritten && !a.isNotNull && b.isNotNull && !b.isRequired) breaks('may no longer be without a value')
  const gone = a.values.filter(value => !b.values.includes(value))
  if (gone.length && b.values.length) breaks(`no longer has the value ${gone.join(', ')}`)
  if (isWritten && !a.values.length && b.values.length) breaks(`newly takes only ${b.values.join(', ')}`)
  if (found.breaks.length === length) found.additions.push(`${name}: was ${before}, is ${after}.`)
}

/** A length or precision that ends is narrower than none; a scale that grows within the same precision takes digits from the front. */
function isNarrower(a: number[], b: number[]): boolean {
  if (b.length > a.length) return true
  if (a.length === 2 && b.length === 2) return b[1] < a[1] || b[0] - b[1] < a[0] - a[1]
  return b.some((size, i) => size < a[i])
}

const sized = (sizes: number[]) => (sizes.length ? sizes.join(',') : 'of any size')

const EVERYBODY = 'everybody'
const whoMayUse = ({ roles }: ServiceSurface) => (roles.length && !roles.some(role => FOR_ALL.has(role)) ? roles : [EVERYBODY])
const FOR_ALL = new Set(['any', 'authenticated-user'])
/** They go with the change that a draft is for. */
const OF_DRAFTS = /^draft[A-Z]/

/** The roles that get through to an operation of an entity: the service's door first, then the entity's own. */
function whoMay(operation: string, { grants }: EntitySurface, serviceRoles: string[]): string[] {
  const all = whoMayUse({ roles: serviceRoles } as ServiceSurface)
  if (!Object.keys(grants).length) return all
  const isChange = ['CREATE', 'UPDATE', 'DELETE'].includes(operation)
  const granted = new Set([...(grants[operation] ?? []), ...(grants['*'] ?? []), ...((isChange && grants.WRITE) || [])])
  if ([...granted].some(role => FOR_ALL.has(role))) return all
  return [...granted].filter(role => all.includes(EVERYBODY) || all.includes(role)).sort()
}

interface Access { operation: string; before: string[]; after: string[] }

/** One sentence for the operations that the same roles lost or gained. */
function compareRoles(found: Differences, owner: string, accesses: Access[]): void {
  const missingIn = (roles: string[], others: string[]) => (roles.includes(EVERYBODY) ? [] : others.filter(role => !roles.includes(role))).join(', ')
  const sentences = (rolesOf: (access: Access) => string, verb: string) =>
    [...grouped(accesses, rolesOf)].filter(([roles]) => roles).map(([roles, same]) => `${owner}: ${roles} ${verb} ${same.map(({ operation }) => operation).join(', ')}.`)
  found.breaks.push(...sentences(({ before, after }) => missingIn(after, before), 'may no longer'))
  found.additions.push(...sentences(({ before, after }) => missingIn(before, after), 'may now'))
}

function compareLists(found: Differences, owner: string, what: string, a: string[], b: string[]): void {
  for (const name of a) if (!b.includes(name)) found.breaks.push(`${owner}: ${what} ${name} is gone.`)
  for (const name of b) if (!a.includes(name)) found.additions.push(`${owner}: ${what} ${name} is new.`)
}

function each<T>(found: Differences, what: string, a: Record<string, T>, b: Record<string, T>, both: (name: string, a: T, b: T) => void): void {
  for (const [name, value] of Object.entries(a)) {
    if (name in b) both(name, value, b[name])
    else found.breaks.push(`${name} (${what}) was removed or renamed.`)
  }
  for (const name of Object.keys(b)) if (!(name in a)) found.additions.push(`${name} (${what}) is new.`)
}

const prefixed = <T>(owner: string, values: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${owner}.${name}`, value]))

/** `roleTemplates` as `the role template`. */
const words = (list: string) => `the ${list.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`).replace(/s$/, '')}`
