import cds from '@sap/cds'
import { setTimeout as sleep } from 'node:timers/promises'

const ATTEMPTS = 6

/** The work joins the transaction of the request. */
export const inCurrentTransaction = <Result>(work: () => Promise<Result>): Promise<Result> => work()

/**
 * The work is a transaction of its own. It is repeated when another process held the database or stored the
 * same orders at the same moment: the next attempt then finds them.
 */
export async function inOwnTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await cds.tx({ user: cds.context?.user ?? new (cds.User as any).Privileged('import') } as never, work)) as Result
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error as Failure)) throw error
      await sleep(50 * 2 ** attempt)
    }
  }
}

interface Failure { message?: string; code?: string | number; errcode?: number }

/** SQLITE_BUSY and its snapshot variant, PostgreSQL's serialisation failure and deadlock, unique keys. */
function isPassing({ message = '', code, errcode = 0 }: Failure): boolean {
  return (errcode & 0xff) === 5
    || ['23505', '40001', '40P01', 'UNIQUE_CONSTRAINT_VIOLATION'].includes(String(code))
    || /database is locked|unique constraint|duplicate key/i.test(message)
}
