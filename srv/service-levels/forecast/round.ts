import cds from '@sap/cds'
import { deliverNotices } from '../notices/delivery'
import { isOccasion, tellCustomers } from '../notices/occasions'
import { noticeSettings } from '../notices/settings'
import { inTurn } from '../warnings/turns'
import { findUnknownOrders, isForecastDue, refreshForecasts } from './refreshing'

const LOG = cds.log('service-levels')
/** How often orders are looked for that have no forecast, in milliseconds. */
const SEARCH = 3_600_000

/**
 * Keeps forecasts and tells customers: one round at a time in a process, in turns that are transactions of their own, so that a crash
 * costs one turn. What is to be done are rows; woken by the task of CAP's queue, and by each instance itself.
 */
export class ForecastRound {
  private running?: Promise<void>
  private isWanted = false
  private isStopped = false
  private searchedAt?: number
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
  }

  private async work(): Promise<void> {
    try {
      while (this.isWanted && !this.isStopped) {
        this.isWanted = false
        await this.search()
        await this.untilDone(isOccasion, tellCustomers)
        await this.untilDone(isForecastDue, refreshForecasts)
        await deliverNotices(() => this.isStopped)
      }
    } catch (error) {
      LOG.error('Forecasts could not be computed or customers not be told; it will be tried again', error)
    }
  }

  /** Orders that came before there were forecasts, or by another door than ours. */
  private async search(): Promise<void> {
    const now = Date.now()
    if (this.searchedAt !== undefined && Math.abs(now - this.searchedAt) < SEARCH) return
    while (!this.isStopped && (await inTurn(findUnknownOrders)));
    this.searchedAt = now
  }

  private async untilDone(isDue: () => Promise<boolean>, turn: () => Promise<boolean>): Promise<void> {
    while (!this.isStopped && (await inTurn(isDue))) if (!(await inTurn(turn))) break
  }
}
