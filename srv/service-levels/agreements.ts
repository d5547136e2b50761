/** What decides which agreement holds for an order. A criterion that an agreement leaves open fits every order. */
export interface Criteria {
  serviceContract?: string | null
  customer?: string | null
  model?: string | null
  importance?: string | null
  priority?: string | null
  /** Country, or country and region: `DE`, `DE-BW`. */
  region?: string | null
}

export interface Agreement extends Criteria {
  ID: string
  number: string
  /** Calendar days, both included; an open end is open. */
  validFrom?: string | null
  validTo?: string | null
}

export interface Considered<T extends Agreement> {
  agreement: T
  /** Sum of the weights of the criteria that the agreement names. */
  specificity: number
  /** Why it doesn't hold; nothing when it would. */
  failed?: keyof Criteria | 'validity'
}

/**
 * A contract says more than a customer, a customer more than a model, and so on: each criterion weighs more than all
 * those after it together, so that the order of this list decides and nothing else.
 */
export const WEIGHTS: Record<keyof Criteria, number> = { serviceContract: 32, customer: 16, model: 8, importance: 4, priority: 2, region: 1 }

/**
 * Finds the agreement of an order: of those that fit on that day the most specific; of equally specific ones the one
 * that became valid last, then the one with the lower number.
 *
 * @param day calendar day at the site (YYYY-MM-DD)
 * @returns the agreement, and all that were considered, best first, each with the criterion that failed
 */
export function determine<T extends Agreement>(agreements: T[], order: Criteria, day: string): { hit?: T; considered: Considered<T>[] } {
  const considered = agreements
    .map(agreement => ({ agreement, specificity: specificityOf(agreement), failed: failureOf(agreement, order, day) }))
    .sort((a, b) => Number(Boolean(a.failed)) - Number(Boolean(b.failed)) || b.specificity - a.specificity || newerFirst(a.agreement, b.agreement))
  const [best] = considered
  return { hit: best && !best.failed ? best.agreement : undefined, considered }
}

export function specificityOf(agreement: Criteria): number {
  return criteria.reduce((sum, name) => sum + (agreement[name] ? WEIGHTS[name] : 0), 0)
}

const criteria = Object.keys(WEIGHTS) as (keyof Criteria)[]

function failureOf(agreement: Agreement, order: Criteria, day: string): Considered<Agreement>['failed'] {
  if ((agreement.validFrom && day < agreement.validFrom) || (agreement.validTo && day > agreement.validTo)) return 'validity'
  return criteria.find(name => agreement[name] && !fits(name, agreement[name], order[name]))
}

/** A country includes its regions. */
function fits(name: keyof Criteria, wanted: string, actual?: string | null): boolean {
  return actual === wanted || (name === 'region' && Boolean(actual?.startsWith(`${wanted}-`)))
}

function newerFirst(a: Agreement, b: Agreement): number {
  return (b.validFrom ?? '').localeCompare(a.validFrom ?? '') || a.number.localeCompare(b.number)
}
