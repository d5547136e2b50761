import { fiscalPeriodOf, nextPeriod, type FiscalPeriod } from './fiscal-period'

/** Company code, fiscal year and period of those that are closed; all others are open. */
export type ClosedPeriods = ReadonlySet<string>

export const periodKey = (companyCode: string, { year, period }: Pick<FiscalPeriod, 'year' | 'period'>) => `${companyCode}/${year}/${period}`

export interface PostingPeriod extends FiscalPeriod {
  isOpen: boolean
  /** The first open period from this one on; itself when it is open. */
  nextOpen?: FiscalPeriod
}

/** Where a posting of that day falls, and where it could go instead. Ten years ahead nothing is looked for any more. */
export function postingPeriodOf(day: string, companyCode: string, variant: string, closed: ClosedPeriods): PostingPeriod {
  const wanted = fiscalPeriodOf(day, variant)
  const isOpen = (period: FiscalPeriod) => !closed.has(periodKey(companyCode, period))
  let next = wanted
  for (let i = 0; i < 120 && !isOpen(next); i++) next = nextPeriod(next, variant)
  return { ...wanted, isOpen: isOpen(wanted), ...(isOpen(next) && { nextOpen: next }) }
}
