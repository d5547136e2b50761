import type cds from '@sap/cds'
import { maskedFor, returnedBy, type Element, type Structure } from './need'
import { refuseInference } from './inference'
import { narrowSearch } from './searching'

export const MASK = '•••'

/** Personal data that a role has no need of is dots in whatever a service answers, and no query finds it out by another way. */
export function protectPersonalData(service: cds.ApplicationService): void {
  service.before('READ', '*', refuseInference)
  service.before('READ', '*', narrowSearch)
  service.after('*', ((result: unknown, req: cds.Request) => maskAnswer(service, result, req)) as never)
}

function maskAnswer(service: cds.Service, result: unknown, req: cds.Request): void {
  if (!result || typeof result !== 'object' || (req.user as { _is_privileged?: boolean })._is_privileged) return
  const structure = returnedBy(service, req as never)
  if (structure) mask(result, structure, req.user)
}

/** Masks rows in place, at any depth. */
export function mask(rows: unknown, structure: Structure, user: cds.User): void {
  const known = new Map<Structure, Set<string>>()
  const masked = (of: Structure) => known.get(of) ?? known.set(of, maskedFor(user, of)).get(of)!
  const visit = (value: unknown, of: Structure): void => {
    if (Array.isArray(value)) return value.forEach(each => visit(each, of))
    if (!isRow(value)) return
    const hidden = masked(of)
    for (const [name, content] of Object.entries(value)) {
      if (content == null) continue
      const element = of.elements[name]
      if (hidden.has(name)) value[name] = hiddenValue(element)
      else if (typeof content === 'object' && element) visitBelow(content, element)
    }
  }
  const visitBelow = (content: object, element: Element): void => {
    const below = element._target ?? (element.items?.elements ? element.items : element.elements && element)
    if (below) visit(content, below as Structure)
  }
  visit(rows, structure)
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  Boolean(value) && typeof value === 'object' && !(value instanceof Date) && !Buffer.isBuffer(value) && typeof (value as { pipe?: unknown }).pipe !== 'function'

/** Dots where a text fits, nothing elsewhere. */
const hiddenValue = (element: Element): string | null => (/^cds\.(Large)?String$/.test(baseType(element)) ? MASK : null)

const baseType = (element: Element): string => {
  const { _type, type } = element as Element & { _type?: string }
  return _type ?? type ?? ''
}
