import cds from '@sap/cds'
import { isBusy, isTaken, repeated } from '../../contention'

const ATTEMPTS = 4

/** Shown as who changed a replica. */
export const REPLICATION = 'replication'
const user = () => new (cds.User as any).Privileged(REPLICATION)

/** A transaction of its own, whatever the caller's: the host is never waited for with one open. */
export const inTransaction = <T>(work: () => Promise<T>): Promise<T> => cds.tx({ user: user() } as never, work as never) as unknown as Promise<T>

/** The same, repeated when another process wrote the same records in the same moment: the next attempt finds them. */
export const inPatientTransaction = <T>(work: () => Promise<T>): Promise<T> =>
  repeated(() => inTransaction(work), ATTEMPTS, error => isTaken(error) || isBusy(error), attempt => 100 * 2 ** attempt)

/** Work that goes on after the request that asked for it, in a context of its own. */
export const inBackground = (work: () => Promise<void>): void => { cds.spawn({ user: user() } as never, work as never) }
