/**
 * The public surface of a release: what clients of the services and projects that install the module hold on to. Everything is written
 * as short texts, so that a snapshot of it can be read and reviewed.
 */
export interface Surface {
  services: Record<string, ServiceSurface>
  /** Tables and views of the module, by name: projects extend them and databases hold their rows. */
  database: Record<string, { kind: 'table' | 'view'; fields: Fields }>
  /** Of `xs-security.json`. */
  security: Record<'scopes' | 'attributes' | 'roleTemplates' | 'roleCollections', string[]>
  /** Folders that a project names in `using from`. */
  folders: string[]
  /** What code imports, with its signature. */
  extensions: Record<string, string>
}

export interface ServiceSurface {
  path: string
  /** Empty: everybody. */
  roles: string[]
  entities: Record<string, EntitySurface>
  operations: Record<string, OperationSurface>
  events: Record<string, Fields>
}

export interface EntitySurface {
  /** Of CREATE, UPDATE, DELETE: what the model doesn't exclude. */
  changes: string[]
  /** Per operation, who may; none where only the service's roles count. */
  grants: Record<string, string[]>
  fields: Fields
  operations: Record<string, OperationSurface>
}

export interface OperationSurface { kind: 'action' | 'function'; parameters: Fields; result: Fields | string | null }

/** By name, as `fieldText` writes them. */
export type Fields = Record<string, string>

/** What a field promises: see `fieldText`. */
export interface Field {
  /** Such as `String`, `Decimal`, or `to aftersales.Customers` of an association. */
  type: string
  /** Length, or precision and scale. */
  sizes: number[]
  isKey: boolean
  isMany: boolean
  isNotNull: boolean
  /** Who writes must give it. */
  isRequired: boolean
  isReadOnly: boolean
  /** Allowed values of an enumeration. */
  values: string[]
}

/** Such as `key String(20) not null required read-only of [a b]`. */
export function fieldText({ type, sizes, isKey, isMany, isNotNull, isRequired, isReadOnly, values }: Field): string {
  return [
    isKey && 'key', isMany && 'many', type + (sizes.length ? `(${sizes.join(',')})` : ''),
    isNotNull && 'not null', isRequired && 'required', isReadOnly && 'read-only', values.length > 0 && `of [${values.join(' ')}]`
  ].filter(Boolean).join(' ')
}

const PATTERN = /^(key )?(many )?((?:to )?[^ (]+)(?:\(([\d,]+)\))?( not null)?( required)?( read-only)?(?: of \[(.*)\])?$/

/** The reverse of `fieldText`. */
export function readField(text: string): Field {
  const [, key, many, type, sizes, notNull, required, readOnly, values] = PATTERN.exec(text) ?? []
  if (!type) throw new Error(`Not a field of a snapshot: ${text}`)
  return {
    type, sizes: sizes ? sizes.split(',').map(Number) : [], isKey: !!key, isMany: !!many, isNotNull: !!notNull,
    isRequired: !!required, isReadOnly: !!readOnly, values: values ? values.split(' ') : []
  }
}
