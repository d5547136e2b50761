import cds from '@sap/cds'
import { isBusy, repeated } from '../../contention'
import { dispatchSettings } from '../settings'
import { expire } from './answering'

const ATTEMPTS = 6
const BATCH = 100
const LOG = cds.log('dispatch')

/** A transaction of its own; repeated when another process wrote in the same moment, since nothing of it has happened then. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const transaction = async () => (await cds.tx({ user: cds.User.privileged } as never, work as never)) as unknown as T
  return repeated(transaction, ATTEMPTS, isBusy, attempt => 50 * 2 ** attempt * (0.5 + Math.random()))
}

/**
 * Passes unanswered offers on, each in its own transaction, so that one that can't be passed on now holds up no other. One round at a
 * time in a process; the task of CAP's queue wakes it, and so does each instance by itself. Two instances don't pass an offer on twice:
 * the state changes once.
 */
export class OfferRound {
  private running?: Promise<void>
  private isStopped = false
  private timer?: NodeJS.Timeout

  /** Never throws. */
  start(): Promise<void> {
    this.running ??= this.work().finally(() => { this.running = undefined })
    return this.running
  }

  keepLooking(): void {
    const { look } = dispatchSettings()
    if (!look) return
    this.timer = setInterval(() => void this.start(), look)
    this.timer.unref()
  }

  stop(): void {
    this.isStopped = true
    clearInterval(this.timer)
  }

  private async work(): Promise<void> {
    try {
      for (const ID of await inTurn(unanswered)) {
        if (this.isStopped) return
        await inTurn(() => expire(ID)).catch(error => LOG.warn(`The offer ${ID} could not be passed on; it will be tried again:`, (error as Error).message))
      }
    } catch (error) {
      LOG.error('Unanswered offers could not be looked for; they will be looked for again', error)
    }
  }
}

async function unanswered(): Promise<string[]> {
  const { Assignments } = cds.entities('aftersales')
  const rows = (await SELECT.from(Assignments).columns('ID').where({ state_code: 'Offered', answerBy: { '<=': cds.context!.timestamp.toISOString() } })
    .orderBy('answerBy').limit(BATCH)) as { ID: string }[]
  return rows.map(({ ID }) => ID)
}
