import type cds from '@sap/cds'

/** What masking reads of an element and of an entity or structured type. */
export interface Element {
  name: string
  type?: string
  _target?: Structure
  items?: Element
  elements?: Record<string, Element>
  '@aftersales.need'?: string[]
  '@odata.foreignKey4'?: string
}
export interface Structure { name: string; elements: Record<string, Element>; [annotation: `@${string}`]: unknown }

interface User { is(role: string): boolean }

const needed = new WeakMap<object, Map<string, string[]>>()

/** Element → the roles whose work needs it, of those elements that not everybody who may read the row needs. */
export function needsOf(structure: Structure): Map<string, string[]> {
  const known = needed.get(structure)
  if (known) return known
  const found = new Map<string, string[]>()
  for (const element of Object.values(structure.elements ?? {})) {
    const roles = element['@aftersales.need'] ?? structure.elements[element['@odata.foreignKey4'] ?? '']?.['@aftersales.need']
    if (roles) found.set(element.name, roles)
  }
  needed.set(structure, found)
  return found
}

/** Names of the elements that are dots for this user. */
export function maskedFor(user: User, structure: Structure): Set<string> {
  const masked = new Set<string>()
  for (const [name, roles] of needsOf(structure)) if (!roles.some(role => user.is(role))) masked.add(name)
  return masked
}

/** What an operation answers with: a row of an entity or of a type, or many of them. */
export function returnedBy(service: cds.Service, req: { event: string; target?: unknown }): Structure | undefined {
  const { actions } = (req.target ?? {}) as { actions?: Record<string, { returns?: Returned }> }
  const operation = actions?.[req.event] ?? (service as unknown as { operations?: Record<string, { returns?: Returned }> }).operations?.[req.event]
  if (!operation) return req.target as Structure | undefined
  const { returns } = operation
  return structured(returns?.items) ?? structured(returns)
}

interface Returned { items?: Returned; elements?: Record<string, Element>; name?: string }
const structured = (returned?: Returned): Structure | undefined => (returned?.elements ? (returned as unknown as Structure) : undefined)
