import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import cds from '@sap/cds'
import type { RequestHandler } from 'express'
import { observingSettings } from './settings'
import { untilDone } from './under-way'

interface Database { isDatabaseService?: boolean; disconnect(tenant?: string): Promise<void> }

let server: Server | undefined
let requests = 0
let allAnswered: (() => void) | undefined
let ending: Promise<void> | undefined
const givingBack: (() => Promise<unknown>)[] = []

export const isShuttingDown = (): boolean => Boolean(ending)

/** What is still held when the time is up is given back, so that another instance takes it; the database is still there. */
export const giveBackAtEnd = (giveBack: () => Promise<unknown>): void => { givingBack.push(giveBack) }

/** Counts requests, and asks those who keep their connection to open the next one elsewhere. */
export const countRequests: RequestHandler = (_req, res, next) => {
  requests++
  if (ending) res.set('Connection', 'close')
  res.once('close', () => { if (!--requests) allAnswered?.() })
  next()
}

/**
 * On SIGTERM: not ready any more, no new connections, then what is under way comes to its end or is given back, and only then the
 * database's connections are closed. CAP would close them at once, and end the process after a second.
 */
export function endGracefully(): void {
  cds.once('listening', (({ server: listening }: { server: Server }) => { server = listening }) as never)
  cds.on('shutdown', ((error?: unknown) => {
    if (error) process.exitCode = 1
    return end()
  }) as never)
  cds.on('connect', ((service: unknown) => {
    const database = service as Database
    if (!database.isDatabaseService) return
    const disconnect = database.disconnect.bind(database)
    // A tenant that leaves does not wait for the process to end.
    database.disconnect = async (tenant?: string) => {
      if (ending && !tenant) await ending
      return disconnect(tenant)
    }
  }) as never)
}

function end(): Promise<void> {
  return (ending ??= comeToAnEnd())
}

async function comeToAnEnd(): Promise<void> {
  const { delay, limit } = observingSettings().shutdown
  await wait(delay)
  server?.close()
  const isDone = await within(limit, Promise.all([answered(), untilDone()]))
  if (!isDone) cds.log('observing').warn(`After ${limit} ms ${requests} requests are still being answered: they are cut off`)
  await Promise.all(givingBack.map(giveBack => giveBack())).catch(error => cds.log('observing').warn('Messages could not be given back; their lease ends by itself', (error as Error).message))
}

const answered = () => new Promise<void>(resolve => {
  allAnswered = resolve
  if (!requests) resolve()
})

/** Whether the work was done in time. The timer must not be what keeps the process alive, nor what lets it die early. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const abort = new AbortController()
  const late = wait(milliseconds, false, { signal: abort.signal }).catch(() => false)
  const isDone = await Promise.race([work.then(() => true), late])
  abort.abort()
  return isDone
}
