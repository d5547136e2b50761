import cds from '@sap/cds'
import { fail } from '../errors'

/** Personal data of the caller; only those who call back or drive there need it. */
export const CONTACT = ['contactName', 'contactPhone', 'contactEmail']
const MASK = '•••'
const NEED = ['ServiceAgent', 'Dispatcher', 'Technician', 'Admin']

const mayKnow = (user: cds.User) => NEED.some(role => user.is(role))

/** Masks contact data in whatever an entity read or an action returns, at any depth. */
export function maskContacts(result: unknown, req: cds.Request): void {
  if (!mayKnow(req.user)) mask(result)
}

/**
 * Refuses queries that would reveal masked data by another way than showing it:
 * filtering, sorting, grouping, aggregating or renaming it.
 */
export function refuseContactInference(req: cds.Request): void {
  if (mayKnow(req.user) || !req.query) return
  const { SELECT } = req.query as { SELECT?: Record<string, any> }
  if (SELECT && reveals(SELECT)) fail(403, 'CONTACT_DATA_PROTECTED')
}

function mask(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(mask)
  if (!value || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value)) return
  const row = value as Record<string, unknown>
  for (const field of CONTACT) if (row[field] != null) row[field] = MASK
  for (const nested of Object.values(row)) if (nested && typeof nested === 'object') mask(nested)
}

function reveals(select: Record<string, any>): boolean {
  const { columns = [], from, where, having, groupBy, orderBy, search: _, ...rest } = select
  return mentions([from, where, having, groupBy, orderBy, rest.recurse]) || columns.some(revealingColumn)
}

function revealingColumn(column: any): boolean {
  if (column === '*' || typeof column !== 'object') return false
  if (column.expand) return column.expand.some(revealingColumn) || mentions([column.where, column.orderBy, column.ref?.filter((s: any) => s.where)])
  if (column.ref && !column.as) return column.ref.length > 1 && mentions(column)
  return mentions(column)
}

/** True when an expression refers to contact data anywhere in it. */
function mentions(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(mentions)
  if (!node || typeof node !== 'object') return false
  const { ref } = node as { ref?: unknown[] }
  if (ref && CONTACT.includes(String(ref.at(-1)))) return true
  return Object.values(node).some(mentions)
}
