/**
 * An API as far as comparing needs it: what CDS models of ours and the host's own metadata have in common.
 */

export type Protocol = 'V2' | 'V4'

export interface Field {
  /** Type on the wire, such as `Edm.DateTime`; all integers are `Edm.Integer`. */
  type: string
  /** Characters; absent: no limit. */
  length?: number
  precision?: number
  scale?: number
  key?: true
  mandatory?: true
  filterable?: false
  creatable?: false
  requiredInFilter?: true
}

export interface Navigation { target: string; many: boolean }

export interface EntitySet {
  fields: Record<string, Field>
  navigations: Record<string, Navigation>
  creatable?: false
  deletable?: false
  requiresFilter?: true
}

/** A function import or an action; one that changes something is called by POST. */
export interface Operation { changes: boolean; parameters: Record<string, Field> }

export interface ApiModel { protocol: Protocol; entitySets: Record<string, EntitySet>; operations: Record<string, Operation> }

type Definition = Record<string, any>

/** Reads the service `name` out of CSN, ours or imported. */
export function modelIn(csn: { definitions?: Record<string, Definition> }, name: string, protocol: Protocol): ApiModel {
  const model: ApiModel = { protocol, entitySets: {}, operations: {} }
  const unqualified = (target: string) => target.slice(name.length + 1)
  for (const [path, definition] of Object.entries(csn.definitions ?? {})) {
    if (!path.startsWith(`${name}.`)) continue
    if (definition.kind === 'action' || definition.kind === 'function') model.operations[unqualified(path)] = operationOf(definition, protocol)
    if (definition.kind !== 'entity') continue
    const set = entitySetOf(flattened(definition, csn.definitions), protocol, unqualified)
    model.entitySets[unqualified(path)] = set
    // `sap:action-for` binds a function import to an entity and hides the parameters that are its keys.
    const keys = Object.fromEntries(Object.entries(set.fields).filter(([, field]) => field.key))
    for (const [operation, bound] of Object.entries<Definition>(definition.actions ?? {}))
      if (protocol === 'V2') model.operations[operation] = operationOf(bound, protocol, keys)
  }
  return model
}

/** Fields of a structure count one by one. */
function flattened(definition: Definition, definitions: Record<string, Definition> = {}): Definition {
  const elements = Object.entries<Definition>(definition.elements ?? {}).flatMap(([name, element]) => {
    const parts: Record<string, Definition> | undefined = element.elements ?? definitions[element.type]?.elements
    return parts && !element.target ? Object.entries(parts).map(([part, field]) => [`${name}_${part}`, field]) : [[name, element]]
  })
  return { ...definition, elements: Object.fromEntries(elements) }
}

function entitySetOf(definition: Definition, protocol: Protocol, unqualified: (name: string) => string): EntitySet {
  const set: EntitySet = { fields: {}, navigations: {} }
  const notFilterable: unknown[] = definition['@Capabilities.FilterRestrictions.NonFilterableProperties'] ?? []
  const required: unknown[] = definition['@Capabilities.FilterRestrictions.RequiredProperties'] ?? []
  for (const [name, element] of Object.entries<Definition>(definition.elements ?? {})) {
    if (element.target) set.navigations[name] = { target: unqualified(element.target), many: element.cardinality?.max === '*' }
    else if (!element.items) {
      set.fields[name] = fieldOf(element, protocol)
      if (named(notFilterable, name)) set.fields[name].filterable = false
      if (named(required, name)) set.fields[name].requiredInFilter = true
    }
  }
  if (isOff(definition['@sap.creatable']) || isOff(definition['@Capabilities.InsertRestrictions.Insertable'])) set.creatable = false
  if (isOff(definition['@sap.deletable']) || isOff(definition['@Capabilities.DeleteRestrictions.Deletable'])) set.deletable = false
  if (isOn(definition['@sap.requires.filter']) || isOn(definition['@Capabilities.FilterRestrictions.RequiresFilter'])) set.requiresFilter = true
  return set
}

function fieldOf(element: Definition, protocol: Protocol): Field {
  const field: Field = { type: wireType(element, protocol) }
  const { length, precision, scale } = element
  if (length !== undefined) field.length = Number(length)
  if (precision !== undefined) field.precision = Number(precision)
  if (scale !== undefined) field.scale = Number(scale)
  if (element.key) field.key = true
  if (element.notNull) field.mandatory = true
  if (isOff(element['@sap.filterable'])) field.filterable = false
  if (isOff(element['@sap.creatable'])) field.creatable = false
  if (isOn(element['@sap.required.in.filter'])) field.requiredInFilter = true
  return field
}

const operationOf = ({ kind, params }: Definition, protocol: Protocol, keys: Record<string, Field> = {}): Operation => ({
  changes: kind === 'action',
  parameters: { ...keys, ...Object.fromEntries(Object.entries<Definition>(params ?? {}).map(([name, element]) => [name, fieldOf(element, protocol)])) }
})

const SAME_IN_BOTH: Record<string, string> = {
  'cds.String': 'Edm.String', 'cds.LargeString': 'Edm.String', 'cds.Boolean': 'Edm.Boolean', 'cds.Decimal': 'Edm.Decimal', 'cds.UUID': 'Edm.Guid',
  'cds.Double': 'Edm.Double', 'cds.UInt8': 'Edm.Integer', 'cds.Int16': 'Edm.Integer', 'cds.Int32': 'Edm.Integer', 'cds.Integer': 'Edm.Integer',
  'cds.Int64': 'Edm.Integer', 'cds.Integer64': 'Edm.Integer', 'cds.Binary': 'Edm.Binary', 'cds.LargeBinary': 'Edm.Binary'
}

/** In V2 a calendar day is an `Edm.DateTime` which metadata may or may not mark as a day; what is sent is the same. */
function wireType(element: Definition, protocol: Protocol): string {
  switch (element.type) {
    case 'cds.Date': return protocol === 'V2' ? 'Edm.DateTime' : 'Edm.Date'
    case 'cds.Time': return protocol === 'V2' ? 'Edm.Time' : 'Edm.TimeOfDay'
    case 'cds.DateTime':
    case 'cds.Timestamp': return protocol === 'V2' ? (element['@odata.Type'] ?? 'Edm.DateTimeOffset') : 'Edm.DateTimeOffset'
    default: return SAME_IN_BOTH[element.type] ?? String(element.type)
  }
}

const isOff = (value: unknown) => value === false || value === 'false'
const isOn = (value: unknown) => value === true || value === 'true'
const named = (paths: unknown[], name: string) => paths.some(path => path === name || (path as { '='?: string })?.['='] === name)
