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
  /** Gives back messages whose sending was begun: another instance takes them. */
  giveBack(messages: Claimed[]): Promise<void>
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
  private readonly underWay = new Set<Claimed>()
  private finished: Finished[] = []
  private isWanted = false
  private isTurning = false
  private isStopped = false
  private isGivenBack = false
  private turning?: Promise<Claimed[]>
  private atRest?: () => void
  private gathering?: NodeJS.Timeout
  private timer?: NodeJS.Timeout

  constructor(private readonly steps: Steps) {}

  /** There may be something to send. */
  wake(): void {
    this.isWanted = true
    void this.work()
  }

  /**
   * Takes nothing new; what is under way is still written down.
   * @returns done when nothing is under way any more
   */
  stop(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.timer)
    return new Promise(resolve => {
      this.atRest = resolve
      this.restIfDone()
    })
  }

  /** Stopped, and whoever stopped it waits no longer. What a turn that is still at work takes is not sent, and given back with the others. */
  async giveBack(): Promise<void> {
    this.isGivenBack = true
    await this.turning
    const messages = [...this.underWay]
    if (messages.length) await this.steps.giveBack(messages)
  }

  private restIfDone(): void {
    if (!this.underWay.size && !this.finished.length && !this.isTurning) this.atRest?.()
  }

  private async work(): Promise<void> {
    if (this.isTurning) return
    this.isTurning = true
    clearTimeout(this.gathering)
    this.gathering = undefined
    while (this.isWanted || this.finished.length) {
      this.isWanted = false
      const limit = this.isStopped ? 0 : this.steps.limit()
      this.turning = this.steps.turn(this.finished.splice(0), Math.max(0, limit - this.underWay.size))
      const claimed = await this.turning
      for (const message of claimed) void this.deliver(message)
    }
    const delay = this.isStopped ? 0 : await this.steps.idle(this.underWay.size > 0)
    this.isTurning = false
    if (this.isWanted || this.finished.length) return this.work()
    if (this.isStopped) this.restIfDone()
    else this.lookAgainAfter(delay)
  }

  private async deliver(message: Claimed): Promise<void> {
    this.underWay.add(message)
    if (this.isGivenBack) return
    const outcome = await this.steps.send(message)
    this.underWay.delete(message)
    // Another instance may have it by now.
    if (this.isGivenBack) return
    this.finished.push({ message, outcome })
    if (!this.underWay.size) void this.work()
    else this.gathering ??= setTimeout(() => void this.work(), GATHER)
  }

  private lookAgainAfter(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.wake(), delay)
    this.timer.unref()
  }
}
