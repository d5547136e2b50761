import cds from '@sap/cds'
import { Round } from '../../round'
import { inTurn } from '../../turns'
import { learnBatches } from '../trace/learning'
import { calculate, countDimension, forgetOthers, spanUntil } from './calculating'
import { DIMENSIONS } from './counting'
import { trendSettings } from './settings'

const HOUR = 3_600_000

/** Counts each night anew, in turns that are transactions of their own, and learns who delivered which batch. */
class TrendRound extends Round {
  private calculatedOn?: string
  private isAsked = false

  constructor() {
    super('quality', 'Trends could not be calculated; it will be tried again')
  }

  /** Counts now, whatever the hour. */
  ask(): Promise<void> {
    this.isAsked = true
    return this.start()
  }

  protected async doWork(): Promise<void> {
    const now = new Date(), tonight = new Date(now.getTime() - trendSettings().hour * HOUR).toISOString().slice(0, 10)
    if (this.calculatedOn === tonight && !this.isAsked) return
    this.isAsked = false
    await this.calculateAll(now)
    await inTurn(learnBatches)
    this.calculatedOn = tonight
  }

  private async calculateAll(now: Date): Promise<void> {
    const span = spanUntil(now), { batch } = trendSettings()
    for (const dimension of DIMENSIONS) {
      const { series, prior } = await inTurn(() => countDimension(dimension, span))
      for (let at = 0; at < series.length && !this.isStopped; at += batch) await inTurn(() => calculate(dimension, series.slice(at, at + batch), prior, span))
      if (!this.isStopped) await inTurn(() => forgetOthers(dimension, new Set(series.map(({ value }) => value))))
    }
  }
}

export const trendRound = new TrendRound()

/** The round is woken by the queue's task, and by each instance itself. */
export function watchTrends(service: cds.ApplicationService): void {
  trendRound.wakeBy(service, {
    event: 'watchTrends', interval: '1h', task: 'watch trends', look: () => trendSettings().look,
    otherwise: 'Trends are calculated by each instance alone, since it could not be scheduled'
  })
}
