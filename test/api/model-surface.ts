import { fieldText, type EntitySurface, type Fields, type OperationSurface, type ServiceSurface, type Surface } from './surface'

/** What is read of a linked model in OData's form: foreign keys are elements of their own, types are resolved. */
export interface Definition {
  name: string
  kind: string
  type?: string
  elements?: Record<string, Definition>
  params?: Record<string, Definition>
  returns?: Definition
  items?: Definition
  actions?: Record<string, Definition>
  enum?: Record<string, { val?: unknown }>
  target?: string
  is2many?: boolean
  key?: boolean
  notNull?: boolean
  virtual?: boolean
  value?: { stored?: boolean }
  default?: unknown
  length?: number
  precision?: number
  scale?: number
  query?: object
  projection?: object
  '@path'?: string
  '@requires'?: string | string[]
  '@restrict'?: { grant: string | string[]; to?: string | string[] }[]
  [annotation: `@${string}`]: unknown
}

const NAMESPACE = 'aftersales.'

/** Services and database of a model; what it takes from other packages is theirs to promise. */
export function surfaceOf(definitions: Record<string, Definition>): Pick<Surface, 'services' | 'database'> {
  const all = Object.values(definitions).filter(({ name }) => name.startsWith(NAMESPACE))
  const services = all.filter(({ kind }) => kind === 'service')
  const inService = (name: string) => services.find(service => name.startsWith(`${service.name}.`))
  const stored = all.filter(each => each.kind === 'entity' && !inService(each.name) && !each['@cds.persistence.skip'])
  return {
    services: sorted(services.map(service => [service.name, serviceSurface(service, all)])),
    database: sorted(stored.map(each => [each.name, { kind: each.query || each.projection ? 'view' : 'table', fields: columnsOf(each) }]))
  }
}

function serviceSurface(service: Definition, all: Definition[]): ServiceSurface {
  const own = all.filter(({ name }) => name.startsWith(`${service.name}.`)).map(each => ({ name: each.name.slice(service.name.length + 1), each }))
  const of = <T>(kinds: string[], surface: (definition: Definition) => T) =>
    sorted(own.filter(({ each }) => kinds.includes(each.kind)).map(({ name, each }): [string, T] => [name, surface(each)]))
  return {
    path: service['@path'] ?? '',
    roles: list(service['@requires']),
    entities: of(['entity'], entitySurface),
    operations: of(['action', 'function'], operationSurface),
    events: of(['event'], ({ elements }) => fieldsOf(elements, true))
  }
}

function entitySurface(entity: Definition): EntitySurface {
  const isAllowed = (capability: string) => entity[`@Capabilities.${capability}`] !== false && !entity['@readonly']
  const changes = [['CREATE', 'InsertRestrictions.Insertable'], ['UPDATE', 'UpdateRestrictions.Updatable'], ['DELETE', 'DeleteRestrictions.Deletable']]
  return {
    changes: changes.filter(([, capability]) => isAllowed(capability)).map(([change]) => change),
    grants: grantsOf(entity['@restrict']),
    fields: fieldsOf(entity.elements),
    operations: sorted(Object.entries(entity.actions ?? {}).map(([name, action]) => [name, operationSurface(action)]))
  }
}

/** Roles per operation; rules on rows are left out, since no reading of them tells whether one grants less than another. */
function grantsOf(rules: Definition['@restrict']): Record<string, string[]> {
  const roles = new Map<string, Set<string>>()
  for (const { grant, to = 'any' } of rules ?? []) {
    for (const operation of list(grant)) roles.set(operation, new Set([...(roles.get(operation) ?? []), ...list(to)]))
  }
  return sorted([...roles].map(([operation, granted]) => [operation, [...granted].sort()]))
}

function operationSurface({ kind, params, returns }: Definition): OperationSurface {
  const elements = returns?.items?.elements ?? returns?.elements
  const named = returns?.items?.type ?? returns?.type
  const isNamed = named && !named.startsWith('cds.')
  return {
    kind: kind as OperationSurface['kind'],
    parameters: fieldsOf(params),
    result: !returns ? null : elements && !isNamed ? fieldsOf(elements, true) : fieldOf(returns, true)
  }
}

function fieldsOf(elements: Record<string, Definition> = {}, isOutput = false): Fields {
  return sorted(Object.entries(elements).map(([name, element]) => [name, fieldOf(element, isOutput)]))
}

/** Of what is only read, nothing has to be given. */
function fieldOf(element: Definition, isOutput = false): string {
  const isReadOnly = !isOutput && !!(element['@readonly'] || element['@Core.Computed'] === true || element['@cds.on.insert'] || element.virtual)
  const isGiven = element.default === undefined && !isReadOnly && !(element.key && short(element.type) === 'UUID')
  return fieldText({
    ...shapeOf(element),
    isRequired: !isOutput && isGiven && !element.target && !!(element['@mandatory'] || element.notNull || element.key),
    isReadOnly
  })
}

/** Columns as the database has them: what is only computed or associated has none, and nothing but a row without a value is refused. */
function columnsOf({ elements = {} }: Definition): Fields {
  const columns = Object.entries(elements).filter(([, { target, virtual, value }]) => !target && !virtual && !(value && !value.stored))
  return sorted(columns.map(([name, element]) => [
    name, fieldText({ ...shapeOf(element), isRequired: !!(element.notNull || element.key) && element.default === undefined, isReadOnly: false })
  ]))
}

function shapeOf(element: Definition) {
  const { items, target } = element
  const { length, precision, scale } = items ?? element
  const type = target ? `to ${target}` : short(items?.type ?? element.type ?? 'structure')
  return {
    type,
    sizes: target || type === 'UUID' ? [] : [length, precision, scale].filter((size): size is number => typeof size === 'number'),
    isKey: !!element.key,
    isMany: !!items || !!element.is2many,
    isNotNull: !!element.notNull,
    values: element.enum && element['@assert.range'] !== false ? Object.entries(element.enum).map(([symbol, { val }]) => `${val ?? symbol}`).sort() : []
  }
}

const short = (type = '') => type.replace(/^cds\./, '')
const list = (value?: string | string[]): string[] => (value === undefined ? [] : [value].flat().sort())
const sorted = <T>(entries: [string, T][]): Record<string, T> => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
