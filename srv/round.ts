import cds from '@sap/cds'

/**
 * Work in the background, one round at a time in a process; who asks while one is at work gets another one. What is to be done stands in
 * rows, so that the next round makes up for one that died. The task of CAP's queue wakes it, and so does each instance by itself, since
 * the queue leaves alone what a crash left in its first attempt.
 */
export abstract class Round {
  protected isStopped = false
  private running?: Promise<void>
  private isWanted = false
  private timer?: NodeJS.Timeout

  /**
   * @param capability whose log it is
   * @param failure what the log says when a round fails
   */
  constructor(private readonly capability: string, private readonly failure: string) {}

  /** Does what is due, in transactions of its own; looks at `isStopped` between them. */
  protected abstract doWork(): Promise<void>

  /** Never throws. Done when nothing is due. */
  start(): Promise<void> {
    this.isWanted = true
    this.running ??= this.work().finally(() => { this.running = undefined })
    return this.running
  }

  /** Starts now, and again every so many milliseconds; 0 never looks. */
  keepLooking(look: number): void {
    if (!look) return
    this.timer = setInterval(() => void this.start(), look)
    this.timer.unref()
    void this.start()
  }

  stop(): void {
    this.isStopped = true
    clearInterval(this.timer)
  }

  private async work(): Promise<void> {
    try {
      while (this.isWanted && !this.isStopped) {
        this.isWanted = false
        await this.doWork()
      }
    } catch (error) {
      cds.log(this.capability).error(this.failure, error)
    }
  }
}
