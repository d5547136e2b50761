import { fiscalPeriodOf } from '../data/books'

const closed = new Set<string>()

const keyOf = (companyCode: string, fiscalYear: number, fiscalPeriod: number) => [companyCode, fiscalYear, fiscalPeriod].join('/')

/** Opens or closes a period, as somebody in the host's accounting would. All are open at the start. */
export function setPeriod({ companyCode, fiscalYear, fiscalPeriod, isOpen }: { companyCode: string; fiscalYear: number; fiscalPeriod: number; isOpen: boolean }) {
  if (isOpen) closed.delete(keyOf(companyCode, fiscalYear, fiscalPeriod))
  else closed.add(keyOf(companyCode, fiscalYear, fiscalPeriod))
  return { closed: closedPeriods() }
}

export const openAllPeriods = () => closed.clear()

export const closedPeriods = () => [...closed]

/** The closed period in which the day lies, if it does. */
export function closedPeriodOf(companyCode: string, day: string): { fiscalYear: number; fiscalPeriod: number } | undefined {
  const period = fiscalPeriodOf(companyCode, day)
  return closed.has(keyOf(companyCode, period.fiscalYear, period.fiscalPeriod)) ? period : undefined
}
