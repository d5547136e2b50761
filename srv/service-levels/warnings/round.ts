import cds from '@sap/cds'
import { closeChannels } from '../notices/channels'
import { deliverNotices } from '../notices/delivery'
import { noticeSettings } from '../notices/settings'
import { isAnythingDue, sweep } from './sweep'
import { inTurn } from './turns'

const LOG = cds.log('service-levels')

/**
 * One round gives what is due and sends it; one at a time in a process, and who asks while one is at work gets another one. The task
 * of CAP's queue wakes it, and so does each instance by itself, since the queue leaves alone what a crash left in its first attempt.
 */
export class Round {
  private running?: Promise<void>
  private isWanted = false
  private isStopped = false
  private timer?: NodeJS.Timeout

  /** Never throws. Done when nothing is due. */
  start(): Promise<void> {
    this.isWanted = true
    this.running ??= this.work().finally(() => { this.running = undefined })
    return this.running
  }

  keepLooking(): void {
    const { look } = noticeSettings()
    if (!look) return
    this.timer = setInterval(() => void this.start(), look)
    this.timer.unref()
    void this.start()
  }

  stop(): void {
    this.isStopped = true
    clearInterval(this.timer)
    closeChannels()
  }

  private async work(): Promise<void> {
    try {
      while (this.isWanted && !this.isStopped) {
        this.isWanted = false
        await Promise.all([this.give(), deliverNotices(() => this.isStopped)])
        await deliverNotices(() => this.isStopped)
      }
    } catch (error) {
      LOG.error('Warnings and notices could not be dealt with; they will be looked for again', error)
    }
  }

  private async give(): Promise<void> {
    if (!(await inTurn(isAnythingDue))) return
    while (!this.isStopped) if (!(await inTurn(sweep)).isFull) return
  }
}
