import { Round } from '../../round'
import { inTurn } from '../../turns'
import { deliverNotices } from '../notices/delivery'
import { isOccasion, tellCustomers } from '../notices/occasions'
import { findUnknownOrders, isForecastDue, refreshForecasts } from './refreshing'

/** How often orders are looked for that have no forecast, in milliseconds. */
const SEARCH = 3_600_000

/** Keeps forecasts and tells customers, in turns that are transactions of their own, so that a crash costs one turn. */
export class ForecastRound extends Round {
  private searchedAt?: number

  constructor() {
    super('service-levels', 'Forecasts could not be computed or customers not be told; it will be tried again')
  }

  protected async doWork(): Promise<void> {
    await this.search()
    await this.untilDone(isOccasion, tellCustomers)
    await this.untilDone(isForecastDue, refreshForecasts)
    await deliverNotices(() => this.isStopped)
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
