import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { dayAfter, fiscalPeriod } from '../rules/fiscal-period'
import { type Candidate, candidates } from './candidates'
import { refreshTotal, runID, take } from './runs'

interface Period { companyCode: string; fiscalYear: number; fiscalPeriod: number }

const BATCH = 1000

/** Makes the proposal of a period, or makes it anew as long as it is one. */
export async function propose({ companyCode, fiscalYear, fiscalPeriod: period }: Period): Promise<string> {
  const { AccrualRuns, AccrualItems } = entities()
  const { currency_code, variant, accrualAccount } = await companyOf(companyCode)
  if (!(period >= 1 && period <= 12)) fail(400, 'FISCAL_PERIOD_UNKNOWN', { target: 'fiscalPeriod', args: [period] })
  if (!(fiscalYear >= 1900 && fiscalYear <= 9998)) fail(400, 'FISCAL_YEAR_UNKNOWN', { target: 'fiscalYear', args: [fiscalYear] })
  const { firstDay, lastDay: keyDate } = fiscalPeriod(fiscalYear, period, variant)
  if (firstDay > cds.context!.timestamp.toISOString().slice(0, 10)) fail(422, 'ACCRUAL_PERIOD_NOT_BEGUN', { target: 'fiscalPeriod', args: [`${period}/${fiscalYear}`, firstDay] })
  const ID = runID(companyCode, fiscalYear, period)
  await UPSERT.into(AccrualRuns).entries({ ID, companyCode, fiscalYear, fiscalPeriod: period })
  await take(ID, ['Proposed', 'Cancelled'], { state_code: 'Proposed', keyDate, reversalDate: dayAfter(keyDate), currency_code, posting_ID: null, reversalPosting_ID: null })
  await DELETE.from(AccrualItems).where({ run_ID: ID })
  const { found, incompleteCount } = await candidates(companyCode, keyDate, accrualAccount)
  await insert(ID, found)
  await UPDATE(AccrualRuns).with({ incompleteCount } as never).where({ ID })
  await refreshTotal(ID)
  return ID
}

async function insert(run_ID: string, found: Candidate[]): Promise<void> {
  for (let from = 0; from < found.length; from += BATCH)
    await INSERT.into(entities().AccrualItems).entries(found.slice(from, from + BATCH).map(each => ({ ID: cds.utils.uuid(), run_ID, ...each })) as never)
}

/** The company code as far as accruals go by it. */
export async function companyOf(code: string): Promise<{ currency_code: string; variant: string; accrualAccount: string }> {
  const company = (await SELECT.one.from(entities().CompanyCodes).columns('currency_code', 'fiscalYearVariant_code as variant', 'accrualAccount').where({ code })) as
    { currency_code: string; variant: string; accrualAccount: string | null } | undefined
  if (!company) fail(422, 'COMPANY_CODE_UNKNOWN', { target: 'companyCode', args: [code] })
  return { ...company, accrualAccount: company.accrualAccount ?? fail(422, 'ACCRUAL_ACCOUNT_MISSING', { target: 'companyCode', args: [code] }) }
}
