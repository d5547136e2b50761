import cds from '@sap/cds'
import { addLateCost } from './late-costs'
import { CatchUpRound } from './catching-up'
import { followOrders } from './following'
import { HostValueRound } from './host-values'
import { ifPresent } from '../../present'
import { financeSettings } from '../settings'

const catchingUp = new CatchUpRound(), hostValues = new HostValueRound()
const MOVED = ['movement.issue', 'movement.return']

/** What repairs cost, who bears it, and what is new: rows follow the cost items of orders. */
export function implementCosts(service: cds.ApplicationService): void {
  service.on('addLateCost', async req => {
    const ID = await addLateCost(req.data as never)
    return SELECT.one.from(service.entities.CostItems).where({ ID })
  })
  catchingUp.wakeBy(service, {
    event: 'catchUpWithCosts', interval: '1h', task: 'catch up with costs', look: () => financeSettings().look,
    otherwise: 'Costs that were booked elsewhere are not caught up with by schedule.'
  })
  hostValues.wakeBy(service, {
    event: 'readHostValues', interval: '10m', task: 'read what the host booked for parts', look: () => financeSettings().look,
    otherwise: 'What the host has booked for parts is not read by schedule.'
  })
  cds.once('served', () => {
    followOrders()
    followGoodsMovements()
  })
}

/** The host has just booked: its amount is there. */
function followGoodsMovements(): void {
  ifPresent('host-erp')?.on('HostMessage.Confirmed', ({ data: { kind } }: { data: { kind: string } }) => {
    const { context } = cds as unknown as { context: cds.Request }
    if (MOVED.includes(kind) && financeSettings().look) context.on('succeeded', () => { void hostValues.start() })
  })
}

/** Also for tests and for who cannot wait. */
export const readHostValues = () => hostValues.start()
