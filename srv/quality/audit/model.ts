import cds from '@sap/cds'
import { tableOf } from '../../tables'
import type { Kind } from './canonical'

/** What of the linked model is looked at here. */
export interface Definition {
  name: string
  isDraft?: boolean
  elements: Record<string, Element>
  keys?: Record<string, Element>
  query?: { _target?: Definition }
  projection?: unknown
  '@aftersales.audited'?: boolean | string
  '@aftersales.audited.children'?: string[]
  '@aftersales.audited.elements'?: string[]
}
export interface Element {
  name: string
  type?: string
  key?: boolean
  virtual?: boolean
  value?: unknown
  isAssociation?: boolean
  isComposition?: boolean
  is2many?: boolean
  on?: { ref?: string[] }[]
  _target?: Definition
  _type?: string
  '@odata.foreignKey4'?: string
  '@cds.on.update'?: unknown
  '@aftersales.unaudited'?: boolean
  '@aftersales.unsigned'?: boolean | string[]
  '@aftersales.scheme'?: number
  '@PersonalData.IsPotentiallyPersonal'?: boolean
  '@PersonalData.IsPotentiallySensitive'?: boolean
  [annotation: `@${string}`]: unknown
}

/** An entity as it is read for the trail: its columns, and the lists below it. */
export interface Form {
  /** Name of the database entity. */
  entity: string
  keys: string[]
  columns: Column[]
  children: Child[]
  associations: Record<string, Element>
}
export interface Column { name: string; kind: Kind; element: Element; isPersonal: boolean }
export interface Child extends Form {
  /** Name of the list in the parent. */
  list: string
  element: Element
  /** Column of the child → column of the parent. */
  link: Record<string, string>
}

/** An entity whose rows have a chain each. */
export interface Audited extends Form {
  object: string
  /** Only statements that write this element matter. */
  when?: string
}

/** Where a database entity belongs: itself audited, or below one that is. */
export interface Place { root: Audited; path: Child[] }

const scopes = new WeakMap<object, Map<string, Place>>()

/** Database entity → where it belongs. */
export function places(): Map<string, Place> {
  const known = scopes.get(cds.model!)
  if (known) return known
  const found = new Map<string, Place>()
  const audited = (Object.values(cds.model!.definitions) as unknown as (Definition & { kind?: string })[])
    .filter(definition => definition.kind === 'entity' && definition['@aftersales.audited'] && !definition.query && !definition.isDraft)
  for (const definition of audited) {
    const when = definition['@aftersales.audited']
    const root: Audited = { ...formOf(definition), object: nameOf(definition), ...(typeof when === 'string' && { when }) }
    found.set(root.entity, { root, path: [] })
    placeChildren(root, root, [], found)
  }
  scopes.set(cds.model!, found)
  return found
}

function placeChildren(root: Audited, form: Form, path: Child[], found: Map<string, Place>): void {
  for (const child of form.children) {
    const below = [...path, child]
    if (!found.has(child.entity)) found.set(child.entity, { root, path: below })
    placeChildren(root, child, below, found)
  }
}

/** The audited entity of a name such as `CapaCases`. */
export const auditedByName = (object: string): Audited | undefined => [...places().values()].find(({ root, path }) => !path.length && root.object === object)?.root

const nameOf = ({ name }: Definition) => name.replace(/^aftersales\./, '')

/** The table behind an entity of a service; undefined for drafts. */
export const savedTableOf = (definition: Definition | undefined): Definition | undefined =>
  !definition || definition.isDraft || definition.name?.endsWith('.drafts') ? undefined : tableOf(definition)

function formOf(definition: Definition, above: Definition[] = []): Form {
  const only = definition['@aftersales.audited.elements']
  const further = definition['@aftersales.audited.children'] ?? []
  const elements = Object.values(definition.elements).filter(element => !element['@aftersales.unaudited'])
  const columns = elements.filter(isStored).filter(({ name, key }) => key || !only || only.includes(name)).map(column)
  const keys = columns.filter(({ element }) => element.key).map(({ name }) => name)
  const children = only ? [] : elements
    .filter(element => element.isAssociation && (element.isComposition || further.includes(element.name)) && element.on && element._target)
    .filter(({ _target }) => ![definition, ...above].includes(_target!) && !(_target as { '@cds.persistence.skip'?: unknown })['@cds.persistence.skip'])
    .map(element => ({ ...formOf(element._target!, [definition, ...above]), list: element.name, element, link: linkOf(element) }))
  const associations = Object.fromEntries(Object.values(definition.elements).filter(({ isAssociation }) => isAssociation).map(element => [element.name, element]))
  return { entity: definition.name, keys, columns, children, associations }
}

/** What changes with each writing, and files, stand beside a record's content. */
function isStored(element: Element): boolean {
  return !element.isAssociation && !element.virtual && !element.value && element.type !== 'cds.LargeBinary' && !element['@cds.on.update'] &&
    !['modifiedAt', 'modifiedBy', 'DraftAdministrativeData_DraftUUID'].includes(element.name)
}

const KINDS: Record<string, Kind> = {
  'cds.Timestamp': 'timestamp', 'cds.DateTime': 'timestamp', 'cds.Decimal': 'decimal', 'cds.Double': 'decimal', 'cds.Boolean': 'boolean', 'cds.Integer': 'integer',
  'cds.Int16': 'integer', 'cds.Int32': 'integer', 'cds.UInt8': 'integer', 'cds.Int64': 'decimal', 'cds.Integer64': 'decimal'
}

function column(element: Element): Column {
  const isUserId = Boolean(element['@aftersales.userId'])
  const isPersonal = Boolean(element['@PersonalData.IsPotentiallyPersonal'] || element['@PersonalData.IsPotentiallySensitive']) && !isUserId
  return { name: element.name, kind: KINDS[builtinOf(element)] ?? 'text', element, isPersonal }
}

function builtinOf(element: Element): string {
  let type = element.type ?? ''
  for (let steps = 0; !type.startsWith('cds.') && steps < 8; steps++) type = (cds.model!.definitions[type] as { type?: string } | undefined)?.type ?? 'cds.String'
  return type
}

/** Reads `items.notification = $self`, and pairs of columns such as `texts.code = code`. */
export function linkOf({ name, on, _target }: Element): Record<string, string> {
  const link: Record<string, string> = {}
  on!.forEach((operand, i) => {
    if (on![i + 1] as unknown !== '=') return
    const [left, right] = [operand.ref, on![i + 2]?.ref]
    if (!left || !right) return
    const [child, parent] = left[0] === name ? [left, right] : [right, left]
    if (child[0] !== name) return
    const element = child.slice(1).join('_')
    if (parent[0] !== '$self' || parent.length > 1) link[element] = parent.filter(step => step !== '$self').join('_')
    else for (const fk of Object.values(_target!.elements)) if (fk['@odata.foreignKey4'] === element) link[fk.name] = fk.name.slice(element.length + 1)
  })
  return link
}
