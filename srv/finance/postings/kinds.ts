import { entities } from '../../entities'
import { fail } from '../../errors'

/** Accruals are taken back by their run. */
export async function refuseForeignKind(ID: string): Promise<void> {
  const posting = (await SELECT.one.from(entities().CostPostings).columns('number', 'kind_code').where({ ID })) as { number: string; kind_code: string } | undefined
  if (!posting) fail(404, 'POSTING_UNKNOWN')
  if (posting.kind_code.startsWith('accrual')) fail(409, 'POSTING_OF_ACCRUAL', { args: [posting.number] })
}
