/** What every rule has. Its criteria are fields of their own; empty ones fit everything. */
export interface Rule {
  ID: string
  priority: number
  /** YYYY-MM-DD, both inclusive. */
  validFrom?: string | null
  validTo?: string | null
}

export type WhyNot =
  | { code: 'DIFFERS'; criterion: string; expected: string; actual?: string }
  | { code: 'NOT_YET_VALID'; validFrom: string }
  | { code: 'NO_LONGER_VALID'; validTo: string }
  | { code: 'LESS_SPECIFIC' }
  | { code: 'LOWER_PRIORITY' }
  | { code: 'LATER_RULE' }
  | { code: 'REGISTERED_RULE' }

export interface Judged<R extends Rule> {
  rule: R
  /** All criteria fit on that day. */
  fits: boolean
  isHit: boolean
  /** How many criteria it names. */
  specificity: number
  /** Why it is not the one that holds. */
  why?: WhyNot
}

/**
 * Which of the rules holds for the facts: of those that fit the one that names the most criteria, then the one with the lowest priority number,
 * then the one that began last, then the one with the lowest ID, so that the answer never depends on the order of reading.
 *
 * @param criteria the fields of the rules that are compared with the facts of the same name
 * @param day YYYY-MM-DD
 * @returns every rule with the reason, the best one first
 */
export function judge<R extends Rule>(rules: readonly R[], criteria: readonly (keyof R & string)[], facts: object, day: string): Judged<R>[] {
  const values = facts as Record<string, string | null | undefined>
  const judged = rules.map(rule => {
    const named = criteria.filter(criterion => rule[criterion])
    const why = misfit(rule, named, values, day)
    return { rule, fits: !why, isHit: false, specificity: named.length, ...(why && { why }) } as Judged<R>
  }).sort(better)
  const [best] = judged
  return judged.map(each => {
    if (!each.fits) return each
    return each === best ? { ...each, isHit: true } : { ...each, why: behind(each, best) }
  })
}

function misfit<R extends Rule>(rule: R, named: (keyof R & string)[], values: Record<string, string | null | undefined>, day: string): WhyNot | undefined {
  const criterion = named.find(name => rule[name] !== values[name])
  if (criterion) return { code: 'DIFFERS', criterion, expected: String(rule[criterion]), ...(values[criterion] && { actual: values[criterion]! }) }
  if (rule.validFrom && day < rule.validFrom) return { code: 'NOT_YET_VALID', validFrom: rule.validFrom }
  if (rule.validTo && day > rule.validTo) return { code: 'NO_LONGER_VALID', validTo: rule.validTo }
  return undefined
}

function better<R extends Rule>(a: Judged<R>, b: Judged<R>): number {
  return Number(b.fits) - Number(a.fits) || b.specificity - a.specificity || a.rule.priority - b.rule.priority
    || compare(b.rule.validFrom ?? '', a.rule.validFrom ?? '') || compare(a.rule.ID, b.rule.ID)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function behind<R extends Rule>(rule: Judged<R>, best: Judged<R>): WhyNot {
  if (rule.specificity < best.specificity) return { code: 'LESS_SPECIFIC' }
  return { code: rule.rule.priority > best.rule.priority ? 'LOWER_PRIORITY' : 'LATER_RULE' }
}
