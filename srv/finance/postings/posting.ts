import cds from '@sap/cds'
import { fail } from '../../errors'
import { bringUpToDate, changeRepairCosts, lockFinances } from '../costs/ledger'
import { finish } from './finishing'
import type { Finding } from './findings'
import { gather, type Gathered, type StoredCost } from './gathering'
import { resultOf, type PostingResult } from './result'
import { lockedPosting, takePlace } from './stored'
import { type Written, writePosting } from './writing'

/** The order's open costs as one document that the host is asked for. Of two who post at once the second finds the first one's. */
export async function post(workOrder_ID: string, postingDate?: string | null): Promise<PostingResult> {
  await lockFinances([workOrder_ID])
  await bringUpToDate([workOrder_ID])
  const gathered = await gather(workOrder_ID, postingDate)
  const wrong = gathered.findings.find(({ isError }) => isError)
  if (wrong) refuse(wrong, gathered.findings)
  const ID = cds.utils.uuid()
  if (!(await takePlace(workOrder_ID, ID))) fail(409, 'POSTING_UNDERWAY', { args: [gathered.order.number, '', ''] })
  const written = await writePosting({ ...gathered, kind: 'cost', ID, workOrder: { ID: workOrder_ID, number: gathered.order.number } })
  await markRows(gathered, written)
  if (written.state_code === 'Posted') await finish((await lockedPosting(ID))!)
  return resultOf(gathered, written)
}

/** What `post` would write just now, of which nothing stays. */
export async function simulate(workOrder_ID: string, postingDate?: string | null): Promise<PostingResult> {
  return inTrial(async () => {
    await bringUpToDate([workOrder_ID])
    return resultOf(await gather(workOrder_ID, postingDate))
  })
}

function refuse({ status, code, args }: Finding, findings: Finding[]): never {
  const more = findings.filter(finding => finding.isError)
  return fail(status, code, { args, ...(more.length > 1 && { details: more.map(({ code: each, args: values }) => ({ code: each, message: each, args: values })) }) })
}

async function markRows({ rows, postingDate, documentDate, fiscalYear, fiscalPeriod }: Gathered, { ID, number }: Written): Promise<void> {
  const fields = { state_code: 'Posting', posting_ID: ID, postingNumber: number, postingDate, documentDate, fiscalYear, fiscalPeriod }
  const isCredit = ({ amount }: StoredCost) => Number(amount) < 0
  const IDs = (own: StoredCost[]) => own.map(row => row.ID)
  await changeRepairCosts(IDs(rows.filter(row => !isCredit(row))), { ...fields, debitCredit: 'S' })
  await changeRepairCosts(IDs(rows.filter(isCredit)), { ...fields, debitCredit: 'H' })
}

class Enough { constructor(readonly result: unknown) {} }

/** Works in a transaction of its own, which is rolled back. */
async function inTrial<T>(work: () => Promise<T>): Promise<T> {
  const { user, locale } = cds.context!
  try {
    await cds.tx({ user, locale } as never, (async () => { throw new Enough(await work()) }) as never)
  } catch (error) {
    if (error instanceof Enough) return error.result as T
    throw error
  }
  throw new Error('A trial ends by being rolled back')
}
