import { entities } from '../../entities'

/**
 * The last key date of the runs in the books, or on their way there, that count one of these costs. Booked on or before it, a cost would be in that period
 * twice; afterwards the reversal of the accrual makes up for it.
 */
export async function accruedUntil(repairCostIDs: readonly string[]): Promise<string | undefined> {
  if (!repairCostIDs.length) return undefined
  const { keyDate } = (await SELECT.one.from(entities().AccrualItems).columns('max(run.keyDate) as keyDate' as never)
    .where({ repairCost_ID: { in: [...repairCostIDs] }, isExcluded: false, 'run.state_code': { in: ['Posting', 'Posted', 'Failed', 'Reversed'] } })) as unknown as { keyDate: string | null }
  return keyDate ?? undefined
}
