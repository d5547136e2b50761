import cds from '@sap/cds'
import { isBusy, isTaken, repeated } from '../../contention'

const ATTEMPTS = 6

/** The work joins the transaction of the request. */
export const inCurrentTransaction = <Result>(work: () => Promise<Result>): Promise<Result> => work()

/**
 * The work is a transaction of its own. It is repeated when another process held the database or stored the
 * same orders at the same moment: the next attempt then finds them.
 */
export function inOwnTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  const transaction = async () => (await cds.tx({ user: cds.context?.user ?? new (cds.User as any).Privileged('import') } as never, work)) as Result
  return repeated(transaction, ATTEMPTS, error => isBusy(error) || isTaken(error), attempt => 50 * 2 ** attempt)
}
