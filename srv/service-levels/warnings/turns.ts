import { setTimeout as pause } from 'node:timers/promises'
import cds from '@sap/cds'

const ATTEMPTS = 6

/** A transaction of its own; repeated when another process wrote in the same moment, since nothing of it has happened then. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await cds.tx({ user: cds.User.privileged } as never, work as never)) as unknown as T
    } catch (error) {
      if (attempt === ATTEMPTS || !isBusy(error)) throw error
      await pause(50 * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

type Failure = { message?: string; code?: string | number; errcode?: number }

/** SQLite's lock by another process, PostgreSQL's serialisation failure and deadlock. */
function isBusy(error: unknown): boolean {
  const { message = '', code, errcode = 0 } = error as Failure
  return (errcode & 0xff) === 5 || ['40001', '40P01'].includes(String(code)) || /database is locked/i.test(message)
}
