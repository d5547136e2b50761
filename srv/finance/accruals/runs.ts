import { createHash } from 'node:crypto'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nameOfCode } from '../../words'

export interface Run {
  ID: string; companyCode: string; fiscalYear: number; fiscalPeriod: number; state_code: string; keyDate: string; reversalDate: string; currency_code: string
  posting_ID: string | null; reversalPosting_ID: string | null
}

/** One period of a company code is one run: its ID says so, whoever makes it first. */
export function runID(companyCode: string, fiscalYear: number, fiscalPeriod: number): string {
  const digest = createHash('sha256').update(`aftersales accrual ${companyCode}/${fiscalYear}/${fiscalPeriod}`).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}

export const readRun = async (ID: string): Promise<Run> =>
  ((await SELECT.one.from(entities().AccrualRuns).where({ ID })) as unknown as Run | undefined) ?? fail(404, 'ACCRUAL_RUN_UNKNOWN')

/** Takes the run from one of these states by one statement, whose row stays locked until the transaction ends; 409 where it is elsewhere by now. */
export async function take(ID: string, from: string[], changes: Record<string, unknown>): Promise<void> {
  const taken = await UPDATE(entities().AccrualRuns).with(changes as never).where({ ID, state_code: { in: from } })
  if (taken) return
  const { state_code, fiscalYear, fiscalPeriod, companyCode } = await readRun(ID)
  fail(409, 'ACCRUAL_RUN_WRONG_STATE', { args: [`${fiscalPeriod}/${fiscalYear}`, companyCode, await nameOfCode('AccrualRunStates', state_code)] })
}

/** Counts and adds up what is not left out. */
export async function refreshTotal(ID: string): Promise<void> {
  const { AccrualRuns, AccrualItems } = entities()
  const included = (of: object) => ({ func: 'coalesce', args: [SELECT.from(AccrualItems).columns(of as never).where({ run_ID: ID, isExcluded: false }), { val: 0 }] })
  await UPDATE(AccrualRuns).with({
    total: included({ func: 'sum', args: [{ ref: ['companyCodeAmount'] }], as: 'total' }), itemCount: included({ func: 'count', args: ['*'], as: 'itemCount' })
  } as never).where({ ID })
}
