import cds from '@sap/cds'
import { fail } from '../errors'

type Token = unknown
interface Ref { ref: string[] }

const HOUR = 3_600_000
const FIELD = 'dueWithin'

/** Lets a query's filter speak of hours from now. */
export function useInstants(req: cds.Request): void {
  const { SELECT: query } = (req.query ?? {}) as { SELECT?: { where?: Token[] } }
  if (query?.where) query.where = withInstants(query.where, cds.context!.timestamp.getTime())
}

/**
 * Says what a filter on `dueWithin` means as a comparison of due dates with instants, which a database answers by index: `eq 2` is from now
 * until two hours from now, `le 2` and `lt 2` are before that, `eq 0` is overdue.
 *
 * @param where tokens of a CQN condition
 * @returns the condition without the field
 * @throws 400 for another comparison
 */
export function withInstants(where: Token[], now: number): Token[] {
  const tokens: Token[] = []
  for (let i = 0; i < where.length; i++) {
    if (!isField(where[i])) tokens.push(nested(where[i], now))
    else {
      tokens.push({ xpr: comparison(String(where[i + 1]), (where[i + 2] as { val?: unknown } | undefined)?.val, now) })
      i += 2
    }
  }
  return tokens
}

function nested(token: Token, now: number): Token {
  const { xpr } = (token ?? {}) as { xpr?: Token[] }
  return xpr ? { ...(token as object), xpr: withInstants(xpr, now) } : token
}

function comparison(operator: string, hours: unknown, now: number): Token[] {
  if (!Number.isInteger(hours) || (hours as number) < 0 || !['=', '<', '<='].includes(operator)) fail(400, 'DUE_WITHIN_UNKNOWN', { target: FIELD })
  const before = [{ ref: ['dueAt'] }, '<', { val: new Date(now + (hours as number) * HOUR).toISOString() }]
  return operator === '=' && hours ? [{ ref: ['dueAt'] }, '>=', { val: new Date(now).toISOString() }, 'and', ...before] : before
}

const isField = (token: Token): boolean => (token as Ref | undefined)?.ref?.at(-1) === FIELD && (token as Ref).ref.length === 1
