import { setTimeout as sleep } from 'node:timers/promises'
import type cds from '@sap/cds'

interface Failure { message?: string; code?: string | number; errcode?: number }

/** SQLITE_BUSY and its snapshot variant, PostgreSQL's serialisation failure and deadlock. */
export function isBusy(error: unknown): boolean {
  const { message = '', code, errcode = 0 } = error as Failure
  return (errcode & 0xff) === 5 || ['40001', '40P01'].includes(String(code)) || /database is locked/i.test(message)
}

/** Nobody got one of the pool's connections in time (the pool's own words, or the driver's before it), or the server has none left. */
export function isOutOfConnections(error: unknown): boolean {
  const { message = '', code } = error as Failure
  return ['53300', '57P03'].includes(String(code)) || /^ResourceRequest timed out|^Pool resource could not be acquired/.test(message)
}

/** 409 where two transactions waited for each other and the database has ended one of them: nothing of it has happened. */
export function answerBusy(service: cds.ApplicationService): void {
  service.on('error', error => { if (isBusy(error)) Object.assign(error, { status: 409, code: 'BUSY_MEANWHILE', message: 'BUSY_MEANWHILE' }) })
}

/** A unique key exists already. */
export function isTaken(error: unknown): boolean {
  const { message = '', code } = error as Failure
  return ['23505', 'UNIQUE_CONSTRAINT_VIOLATION'].includes(String(code)) || /unique constraint|duplicate key/i.test(message)
}

/**
 * Does the work again when another process was in its way, up to so many attempts. Nothing of a failed attempt may be left.
 *
 * @param isPassing whether the next attempt may succeed after this error
 * @param pauseAfter milliseconds to wait after an attempt, counted from 1
 */
export async function repeated<T>(work: () => Promise<T>, attempts: number, isPassing: (error: unknown) => boolean, pauseAfter: (attempt: number) => number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error
      await sleep(pauseAfter(attempt))
    }
  }
}
