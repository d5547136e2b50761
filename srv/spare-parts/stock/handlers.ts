import cds from '@sap/cds'
import { scheduleEvery } from '../../schedule'
import { sparePartsSettings } from '../settings'
import { SupplyRound } from './round'

const round = new SupplyRound()

/** It ends at once: what is to be done are rows, and a round holds no transaction of the queue. */
export function keepSuppliesFresh(service: cds.ApplicationService): void {
  service.on('lookAtSupplies', () => { void round.start() })
  cds.once('listening', () => {
    const { look } = sparePartsSettings()
    round.keepLooking(look)
    if (look) void scheduleEvery(service, 'lookAtSupplies', '5m', 'look at supplies', 'spare-parts', 'Stock is looked at by each instance alone, since that could not be scheduled')
  })
  cds.on('shutdown', () => round.stop())
}

/** One round, for who can't wait for the next. */
export const lookAtSupplies = (): Promise<void> => round.start()
