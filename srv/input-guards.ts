import cds from '@sap/cds'
import { fail } from './errors'
import { isTimeZone } from './time-zones'

interface Typed { type?: string }

const DATE_TYPES = new Set(['cds.Date', 'cds.DateTime', 'cds.Timestamp'])

/** 400 for days that no calendar has, such as 30 February: JavaScript would silently make it 2 March. */
export function refuseImpossibleDates(req: cds.Request): void {
  const data = req.data as Record<string, unknown> | undefined
  const types = data && (parametersOf(req) ?? (req.target as unknown as { elements?: Record<string, Typed> })?.elements)
  for (const [field, value] of Object.entries(types ? data : {})) {
    if (DATE_TYPES.has(types![field]?.type ?? '') && typeof value === 'string' && !isCalendarDay(value)) {
      fail(400, 'DATE_IMPOSSIBLE', { target: field, args: [value] })
    }
  }
}

/** Likewise for days that rows are compared with: a database that knows the calendar would fail. */
export function refuseImpossibleDatesInFilters(req: cds.Request): void {
  const { SELECT } = (req.query ?? {}) as { SELECT?: { where?: unknown; having?: unknown } }, elements = (req.target as unknown as { elements?: Record<string, Typed> } | undefined)?.elements
  if (elements) for (const condition of [SELECT?.where, SELECT?.having]) refuseComparisons(condition, elements)
}

function refuseComparisons(tokens: unknown, elements: Record<string, Typed>): void {
  if (!Array.isArray(tokens)) return
  tokens.forEach(({ val, xpr }: { val?: unknown; xpr?: unknown }, at) => {
    refuseComparisons(xpr, elements)
    if (typeof val !== 'string' || isCalendarDay(val)) return
    const field = [tokens[at - 2], tokens[at + 2]].map(other => (other as { ref?: string[] } | undefined)?.ref).find(ref => ref?.length === 1 && DATE_TYPES.has(elements[ref[0]]?.type ?? ''))
    if (field) fail(400, 'DATE_IMPOSSIBLE', { target: field[0], args: [val] })
  })
}

/** 400 for a negative $top or $skip, which a database would take for "all". */
export function refuseNegativePaging(req: cds.Request): void {
  const { SELECT } = (req.query ?? {}) as { SELECT?: { limit?: { rows?: { val: number }; offset?: { val: number } } } }
  if ((SELECT?.limit?.rows?.val ?? 0) < 0 || (SELECT?.limit?.offset?.val ?? 0) < 0) fail(400, 'PAGING_NEGATIVE')
}

function parametersOf(req: cds.Request): Record<string, Typed> | undefined {
  const bound = (req.target as unknown as { actions?: Record<string, { params?: Record<string, Typed> }> })?.actions?.[req.event]
  const unbound = (cds.model!.definitions as Record<string, { params?: Record<string, Typed> }>)[`aftersales.WorkOrderService.${req.event}`]
  return bound?.params ?? unbound?.params
}

function isCalendarDay(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value)?.map(Number) ?? []
  return !year || (month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate())
}

/** 422 for a zone that does not exist. */
export function requireTimeZone(timeZone?: string | null): void {
  if (timeZone && !isTimeZone(timeZone)) fail(422, 'TIME_ZONE_UNKNOWN', { target: 'timeZone', args: [timeZone] })
}

/** 400 for the NUL character, which PostgreSQL can't store or compare, and for halves of a character, which no address can carry. */
export function refuseForbiddenCharacters(req: cds.Request): void {
  const { SELECT } = (req.query ?? {}) as { SELECT?: { where?: unknown; search?: unknown; having?: unknown } }
  if ([req.data, SELECT?.where, SELECT?.having, SELECT?.search].some(hasForbidden)) fail(400, 'CHARACTER_FORBIDDEN')
}

function hasForbidden(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed()
  if (Array.isArray(value)) return value.some(hasForbidden)
  return isPlain(value) && Object.values(value).some(hasForbidden)
}

/** Streams and buffers are content, not text. */
const isPlain = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))
