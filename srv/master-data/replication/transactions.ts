import { setTimeout as sleep } from 'node:timers/promises'
import cds from '@sap/cds'

const ATTEMPTS = 4

/** Shown as who changed a replica. */
export const REPLICATION = 'replication'
const user = () => new (cds.User as any).Privileged(REPLICATION)

/** A transaction of its own, whatever the caller's: the host is never waited for with one open. */
export const inTransaction = <T>(work: () => Promise<T>): Promise<T> => cds.tx({ user: user() } as never, work as never) as unknown as Promise<T>

/** The same, repeated when another process wrote the same records in the same moment: the next attempt finds them. */
export async function inPatientTransaction<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(work)
    } catch (error) {
      if (attempt === ATTEMPTS || !(isTaken(error) || isBusy(error))) throw error
      await sleep(100 * 2 ** attempt)
    }
  }
}

type Failure = { message?: string; code?: string | number; errcode?: number }

/** A unique key exists already. */
export const isTaken = (error: unknown): boolean => {
  const { message = '', code } = error as Failure
  return ['23505', 'UNIQUE_CONSTRAINT_VIOLATION'].includes(String(code)) || /unique constraint|duplicate key/i.test(message)
}

/** SQLITE_BUSY and its snapshot variant, PostgreSQL's serialisation failure and deadlock. */
const isBusy = (error: unknown): boolean => {
  const { message = '', code, errcode = 0 } = error as Failure
  return (errcode & 0xff) === 5 || ['40001', '40P01'].includes(String(code)) || /database is locked/i.test(message)
}

/** Work that goes on after the request that asked for it, in a context of its own. */
export const inBackground = (work: () => Promise<void>): void => { cds.spawn({ user: user() } as never, work as never) }
