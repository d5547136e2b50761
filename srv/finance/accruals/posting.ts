import { Decimal } from 'decimal.js'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { textOf } from '../../words'
import { lockFinances } from '../costs/ledger'
import { reversePosting } from '../postings/reversing'
import { writePosting } from '../postings/writing'
import { nextOpenDate, periodOf } from '../rules/periods'
import { type Candidate, candidates } from './candidates'
import { accrualLines } from './lines'
import { companyOf } from './proposing'
import { readRun, refreshTotal, type Run, take } from './runs'

interface Item extends Candidate { ID: string }

/**
 * Books a proposal on the last day of its period, in the transaction at hand: of two who press at once the second finds it taken, and a process that dies
 * leaves either the proposal or the posting with its message. The reversal follows when the host has confirmed it.
 */
export async function postRun(ID: string): Promise<void> {
  await take(ID, ['Proposed'], { state_code: 'Posting' })
  const run = await readRun(ID)
  await requireOpen(run)
  const costs = await upToDate(run)
  const lines = accrualLines(costs, textOf('accrual.lineText', { fiscalPeriod: run.fiscalPeriod, fiscalYear: run.fiscalYear }) ?? '')
  if (!lines.length) fail(422, 'ACCRUAL_EMPTY', { args: [`${run.fiscalPeriod}/${run.fiscalYear}`, run.companyCode] })
  const { ID: posting_ID } = await writePosting({
    kind: 'accrual', companyCode: run.companyCode, currency: run.currency_code, documentDate: run.keyDate, postingDate: run.keyDate, fiscalYear: run.fiscalYear, fiscalPeriod: run.fiscalPeriod,
    reference: `${run.fiscalPeriod}/${run.fiscalYear}`, accrualRun_ID: ID, lines
  })
  await UPDATE(entities().AccrualRuns).with({ posting_ID } as never).where({ ID })
}

async function requireOpen({ companyCode, keyDate, fiscalPeriod, fiscalYear }: Run): Promise<void> {
  const { isOpen } = await periodOf(companyCode, keyDate)
  if (!isOpen) fail(422, 'ACCRUAL_PERIOD_CLOSED', { args: [`${fiscalPeriod}/${fiscalYear}`, companyCode] })
}

/** What was posted by the key date meanwhile falls out, amounts and accounts are those of now. Posting an order waits until this transaction has ended. */
async function upToDate({ ID, companyCode, keyDate }: Run): Promise<Candidate[]> {
  const { AccrualItems } = entities()
  const items = (await SELECT.from(AccrualItems).where({ run_ID: ID, isExcluded: false })) as unknown as Item[]
  await lockFinances([...new Set(items.flatMap(({ workOrder_ID }) => workOrder_ID ?? []))])
  const { accrualAccount } = await companyOf(companyCode)
  const { found } = await candidates(companyCode, keyDate, accrualAccount, items.map(({ repairCost_ID }) => repairCost_ID))
  const current = new Map(found.map(each => [each.repairCost_ID, each]))
  const gone = items.filter(({ repairCost_ID }) => !current.has(repairCost_ID)).map(item => item.ID)
  if (gone.length) await UPDATE(AccrualItems).with({ isExcluded: true } as never).where({ ID: { in: gone } })
  for (const item of items) {
    const now = current.get(item.repairCost_ID)
    if (now && differ(item, now)) await UPDATE(AccrualItems).with(now as never).where({ ID: item.ID })
  }
  await refreshTotal(ID)
  return found
}

const AMOUNTS = ['amount', 'companyCodeAmount']

const differ = (item: Item, now: Candidate): boolean => (Object.keys(now) as (keyof Candidate)[]).some(name =>
  AMOUNTS.includes(name) ? !new Decimal(item[name]!).equals(now[name]!) : (item[name] ?? null) !== (now[name] ?? null))

/** Drops a proposal, or a run that the host refused and has nothing of: the period can be proposed anew. */
export async function cancelRun(ID: string): Promise<void> {
  await take(ID, ['Proposed', 'Failed'], { state_code: 'Cancelled' })
  const { posting_ID, reversalPosting_ID, fiscalPeriod, fiscalYear, companyCode } = await readRun(ID)
  if (reversalPosting_ID) fail(409, 'ACCRUAL_IN_BOOKS', { args: [`${fiscalPeriod}/${fiscalYear}`, companyCode] })
  if (posting_ID) await reversePosting(posting_ID, { reason_code: REASON, kind: 'accrualReversal' })
}

/** What the host's answer to one of its documents makes of a run, in the transaction that takes the answer in. */
export async function followPosting({ ID: posting_ID, kind, state, accrualRun_ID: ID }: { ID: string; kind: string; state: string; accrualRun_ID?: string | null }): Promise<void> {
  if (!ID) return
  if (kind === 'accrual' && state === 'Posted') return takeBack(ID, posting_ID)
  const next = kind === 'accrualReversal' && state === 'Posted' ? 'Reversed' : state === 'Failed' ? 'Failed' : undefined
  if (next) await UPDATE(entities().AccrualRuns).with({ state_code: next } as never).where({ ID, state_code: { in: ['Posting', 'Posted', 'Failed'] } })
}

const REASON = 'accrual'

async function takeBack(ID: string, posting_ID: string): Promise<void> {
  const { AccrualRuns } = entities()
  const taken = await UPDATE(AccrualRuns).with({ state_code: 'Posted' } as never).where({ ID, posting_ID, reversalPosting_ID: null, state_code: { in: ['Posting', 'Failed'] } })
  if (!taken) return
  const { companyCode, reversalDate } = await readRun(ID)
  const postingDate = (await nextOpenDate(companyCode, reversalDate)) ?? reversalDate
  const { ID: reversalPosting_ID } = await reversePosting(posting_ID, { reason_code: REASON, postingDate, kind: 'accrualReversal' })
  await UPDATE(AccrualRuns).with({ reversalPosting_ID } as never).where({ ID })
}
