import type cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { checkRules } from './checking'
import { fiscalPeriod } from './fiscal-period'
import { simulate } from './simulating'

/** Where costs belong: rules that people keep, and what they would say. */
export function implementRules(service: cds.ApplicationService): void {
  checkRules(service)
  service.on('determine', simulate)
  service.on('setPeriod', async req => {
    const { companyCode, fiscalYear, fiscalPeriod: period, isOpen } = req.data as { companyCode: string; fiscalYear: number; fiscalPeriod: number; isOpen: boolean }
    const variant = await variantOf(companyCode)
    if (!(period >= 1 && period <= 12)) fail(400, 'FISCAL_PERIOD_UNKNOWN', { target: 'fiscalPeriod', args: [period] })
    if (!(fiscalYear >= 1900 && fiscalYear <= 9998)) fail(400, 'FISCAL_YEAR_UNKNOWN', { target: 'fiscalYear', args: [fiscalYear] })
    const { firstDay, lastDay } = fiscalPeriod(fiscalYear, period, variant)
    const key = { companyCode_code: companyCode, fiscalYear, fiscalPeriod: period }
    await UPSERT.into(entities().PostingPeriods).entries({ ...key, isOpen, firstDay, lastDay })
    return SELECT.one.from(service.entities.PostingPeriods).where(key)
  })
}

async function variantOf(companyCode: string): Promise<string> {
  const company = await SELECT.one.from(entities().CompanyCodes).columns('fiscalYearVariant_code').where({ code: companyCode }) as { fiscalYearVariant_code: string } | undefined
  return company?.fiscalYearVariant_code ?? fail(422, 'COMPANY_CODE_UNKNOWN', { target: 'companyCode', args: [companyCode] })
}
