import { entities } from '../../entities'
import { fiscalPeriodOf } from './fiscal-period'
import { periodKey, postingPeriodOf } from './posting-periods'

/** Where a posting of that day falls, read in the transaction at hand. An unknown company code has calendar years. */
export async function periodOf(companyCode: string, date: string): Promise<{ fiscalYear: number; fiscalPeriod: number; isOpen: boolean }> {
  const { year, period, isOpen } = await lookUp(companyCode, date)
  return { fiscalYear: year, fiscalPeriod: period, isOpen }
}

/** The first day from that one on which is open: itself, or the first day of the next open period. */
export async function nextOpenDate(companyCode: string, date: string): Promise<string | undefined> {
  const { isOpen, nextOpen } = await lookUp(companyCode, date)
  return isOpen ? date : nextOpen?.firstDay
}

async function lookUp(companyCode: string, date: string) {
  const { CompanyCodes, PostingPeriods } = entities()
  const company = await SELECT.one.from(CompanyCodes).columns('fiscalYearVariant_code').where({ code: companyCode }) as { fiscalYearVariant_code: string } | undefined
  const variant = company?.fiscalYearVariant_code ?? 'K4'
  const closed = await SELECT.from(PostingPeriods).columns('fiscalYear', 'fiscalPeriod')
    .where`companyCode_code = ${companyCode} and isOpen = ${false} and fiscalYear >= ${fiscalPeriodOf(date, variant).year}` as { fiscalYear: number; fiscalPeriod: number }[]
  return postingPeriodOf(date, companyCode, variant, new Set(closed.map(({ fiscalYear, fiscalPeriod }) => periodKey(companyCode, { year: fiscalYear, period: fiscalPeriod }))))
}
