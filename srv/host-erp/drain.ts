import type { Outcome } from './delivery'
import type { Claimed } from './messages'

/** A message that was sent, and what came of it. */
export interface Finished { message: Claimed; outcome: Outcome }

/** What one round of work consists of. None of the steps throws. */
export interface Steps {
  /** Writes down what came of messages and takes up to so many new ones: one transaction for many messages. */
  turn(finished: Finished[], room: number): Promise<Claimed[]>
  /** Speaks to the host, without a transaction. */
  send(message: Claimed): Promise<Outcome>
  /** How many messages may be under way at the moment. */
  limit(): number
  /** Nothing can be taken at the moment. Milliseconds after which to look again when nobody calls. */
  idle(isBusy: boolean): Promise<number>
}

/** Answers that arrive within so many milliseconds are written down together. */
const GATHER = 8

/**
 * Keeps so many messages under way as `limit` allows. Database work is done in turns, one after the other: what finishes
 * while a turn is at work waits for the next one, so that turns become larger, not more, when there is much to do.
 */
export class Drain {
  private underWay = 0
  private finished: Finished[] = []
  private isWanted = false
  private isTurning = false
  private isStopped = false
  private gathering?: NodeJS.Timeout
  private timer?: NodeJS.Timeout

  constructor(private readonly steps: Steps) {}

  /** There may be something to send. */
  wake(): void {
    this.isWanted = true
    void this.work()
  }

  /** Takes nothing new; what is under way is still written down. */
  stop(): void {
    this.isStopped = true
    clearTimeout(this.timer)
  }

  private async work(): Promise<void> {
    if (this.isTurning) return
    this.isTurning = true
    clearTimeout(this.gathering)
    this.gathering = undefined
    while (this.isWanted || this.finished.length) {
      this.isWanted = false
      const limit = this.isStopped ? 0 : this.steps.limit()
      const claimed = await this.steps.turn(this.finished.splice(0), Math.max(0, limit - this.underWay))
      for (const message of claimed) void this.deliver(message)
    }
    const delay = this.isStopped ? 0 : await this.steps.idle(this.underWay > 0)
    this.isTurning = false
    if (this.isWanted || this.finished.length) return this.work()
    if (!this.isStopped) this.lookAgainAfter(delay)
  }

  private async deliver(message: Claimed): Promise<void> {
    this.underWay++
    const outcome = await this.steps.send(message)
    this.underWay--
    this.finished.push({ message, outcome })
    if (!this.underWay) void this.work()
    else this.gathering ??= setTimeout(() => void this.work(), GATHER)
  }

  private lookAgainAfter(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.wake(), delay)
    this.timer.unref()
  }
}
