import cds from '@sap/cds'
import { isBusy, repeated } from './contention'

const ATTEMPTS = 6

/** A transaction of its own; repeated when another process wrote in the same moment, since nothing of it has happened then. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const transaction = async () => (await cds.tx({ user: cds.User.privileged } as never, work as never)) as unknown as T
  return repeated(transaction, ATTEMPTS, isBusy, attempt => 50 * 2 ** attempt * (0.5 + Math.random()))
}
