import cds from '@sap/cds'
import { finishBeforeEnd } from './observing/under-way'
import { scheduleEvery } from './schedule'
import { beginForEachTenant, forEachTenant, isMultitenant, PerTenant, tenantHere } from './tenants'
import { inTurn } from './turns'

/** How a round is woken. */
export interface Waking {
  /** Event of the service, which CAP's queue raises. */
  event: string
  /** Such as `1m`. */
  interval: string
  /** Name of the queue's task: one for all instances. */
  task: string
  /** Milliseconds between two looks of an instance by itself, known once the settings are; 0 never looks. */
  look: () => number
  /** What the log says is missing when the task could not be scheduled. */
  otherwise: string
}

/**
 * Work in the background, one round at a time in a process; who asks while one is at work gets another one. What is to be done stands in
 * rows, so that the next round makes up for one that died. The task of CAP's queue wakes it, and so does each instance by itself, since
 * the queue leaves alone what a crash left in its first attempt. Each tenant has rounds of its own.
 */
export abstract class Round {
  protected isStopped = false
  private running?: Promise<void>
  private isWanted = false
  private timer?: NodeJS.Timeout
  /** A tenant's round knows what is common, such as that it is stopped, and keeps what it notes on the way to itself. */
  private readonly ofTenants = new PerTenant(() => Object.create(this) as Round, round => {
    round.isStopped = true
    return round.running
  })

  /**
   * @param capability whose log it is
   * @param failure what the log says when a round fails
   */
  constructor(private readonly capability: string, private readonly failure: string) {}

  /** Does what is due, in transactions of its own; looks at `isStopped` between them. */
  protected abstract doWork(): Promise<void>

  /** Never throws. Done when nothing is due: for the tenant at hand, or for all of them. */
  start(): Promise<void> {
    if (!isMultitenant()) return this.begin()
    return tenantHere() ? this.ofTenants.here().begin() : forEachTenant(this.capability, () => this.start())
  }

  private begin(): Promise<void> {
    this.isWanted = true
    if (this.isStopped) return Promise.resolve()
    this.running ??= finishBeforeEnd(this.work().finally(() => { this.running = undefined }))
    return this.running
  }

  /** Has it woken as long as the service runs. The event ends at once: what is to be done are rows, and a round holds no transaction of the queue. */
  wakeBy(service: cds.ApplicationService, { event, interval, task, look, otherwise }: Waking): void {
    service.on(event, () => { void this.start() })
    cds.once('listening', () => {
      this.keepLooking(look())
      if (look()) beginForEachTenant(this.capability, () => scheduleEvery(service, event, interval, task, this.capability, otherwise))
    })
    cds.on('shutdown', () => this.stop())
  }

  /** Starts now, and again every so many milliseconds; 0 never looks. */
  private keepLooking(look: number): void {
    if (!look) return
    this.timer = setInterval(() => void this.start(), look)
    this.timer.unref()
    void this.start()
  }

  stop(): void {
    this.isStopped = true
    clearInterval(this.timer)
  }

  /** Works on rows one by one, each in its own transaction: one that can't be worked on now holds up no other and is found again. */
  protected async eachInTurn(find: () => Promise<string[]>, work: (ID: string) => Promise<unknown>, failure: (ID: string) => string): Promise<void> {
    for (const ID of await inTurn(find)) {
      if (this.isStopped) return
      await inTurn(() => work(ID)).catch(error => cds.log(this.capability).warn(failure(ID), (error as Error).message))
    }
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
