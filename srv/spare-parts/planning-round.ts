import cds from '@sap/cds'
import { Round } from '../round'
import { inTurn } from '../turns'
import { calculateNext, findUnforecast, isCalculationDue } from './forecasts/calculating'
import { planningDay } from './planning-day'
import { sparePartsSettings } from './settings'
import { isLearningDue, learnNext } from './usual-parts/keeping'
import { isReplenishmentDue, proposeNext } from './van-stock/proposing'

/**
 * Keeps what is planned ahead: usual parts, forecasts and what vans need, in turns that are transactions of their own, so that a crash costs one
 * turn. Each turn takes rows that nobody else works on.
 */
class PlanningRound extends Round {
  private searchedOn?: string

  constructor() {
    super('spare-parts', 'Parts could not be planned ahead; it will be tried again')
  }

  protected async doWork(): Promise<void> {
    await this.untilDone(isLearningDue, learnNext)
    await this.search()
    await this.untilDone(isCalculationDue, calculateNext)
    await this.untilDone(isReplenishmentDue, proposeNext)
  }

  /** Parts at places that something was used of for the first time: once a night is enough. */
  private async search(): Promise<void> {
    const tonight = planningDay(new Date(), sparePartsSettings().planningHour)
    if (this.searchedOn === tonight) return
    await inTurn(findUnforecast)
    this.searchedOn = tonight
  }

  private async untilDone(isDue: () => Promise<boolean>, turn: () => Promise<boolean>): Promise<void> {
    while (!this.isStopped && (await inTurn(isDue))) if (!(await inTurn(turn))) break
  }
}

export const planningRound = new PlanningRound()

/** The round is woken by the queue's task, and by each instance itself. */
export function implementPlanning(service: cds.ApplicationService): void {
  planningRound.wakeBy(service, {
    event: 'planParts', interval: '10m', task: 'plan parts', look: () => sparePartsSettings().planningLook,
    otherwise: 'Parts are planned by each instance alone, since it could not be scheduled'
  })
}
