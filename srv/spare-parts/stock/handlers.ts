import cds from '@sap/cds'
import { sparePartsSettings } from '../settings'
import { SupplyRound } from './round'

const round = new SupplyRound()

export function keepSuppliesFresh(service: cds.ApplicationService): void {
  round.wakeBy(service, {
    event: 'lookAtSupplies', interval: '5m', task: 'look at supplies', look: () => sparePartsSettings().look,
    otherwise: 'Stock is looked at by each instance alone, since that could not be scheduled'
  })
}

/** One round, for who can't wait for the next. */
export const lookAtSupplies = (): Promise<void> => round.start()
