import cds from '@sap/cds'
import { answerBusy } from '../../contention'
import { idOf } from '../../request-key'
import { sparePartsSettings } from '../settings'
import { partOfReservation, readStockFirst } from '../stock/reading-first'
import { claimRow, need, reserve, type Need } from './claiming'
import { ExpiryRound } from './expiry'
import { followOrderSteps } from './following-orders'
import { issue, pick } from './issuing'
import { workOrders } from './orders'
import { followDocuments } from './outcomes'
import { release } from './releasing'
import { consume, returnUnused, scrap } from './settling'
import { transferFrom } from './transfers'
import { credit, refuseCredit, send } from './warranty'

const round = new ExpiryRound()

/** Who holds which piece, and what becomes of it. */
export function implementClaims(service: cds.ApplicationService): void {
  const { Reservations, WarrantyReturns } = service.entities
  const read = (entity: unknown, ID: string) => SELECT.one.from(entity as never, { ID } as never)
  const onReservation = (action: string, work: (ID: string, data: never) => Promise<unknown>) => service.on(action, Reservations, async req => {
    const ID = idOf(req.params.at(-1))!
    await work(ID, req.data as never)
    return read(Reservations, ID)
  })
  const onReturn = (action: string, work: (ID: string, data: never) => Promise<unknown>) => service.on(action, WarrantyReturns, async req => {
    const ID = idOf(req.params.at(-1))!
    await work(ID, req.data as never)
    return read(WarrantyReturns, ID)
  })
  service.on('need', async req => read(Reservations, await need(req.data as Need, req.user)))
  service.on('reserve', async req => read(Reservations, await reserve(req.data as Need, req.user)))
  onReservation('claim', claimRow)
  onReservation('pick', pick)
  onReservation('issue', issue)
  onReservation('consume', consume)
  onReservation('returnUnused', returnUnused)
  onReservation('scrap', scrap)
  onReservation('release', ID => release(ID))
  onReservation('transferFrom', transferFrom)
  onReturn('sendToSupplier', (ID, { supplier }: { supplier?: string }) => send(ID, supplier))
  onReturn('credit', (ID, { amount }: { amount: unknown }) => credit(ID, amount))
  onReturn('refuseCredit', (ID, { reason }: { reason: string }) => refuseCredit(ID, reason))
  readStockFirst(service, 'reserve', req => [(req.data as Need).part_ID])
  for (const action of ['claim', 'transferFrom']) readStockFirst(service, action, partOfReservation)
  giveBackWhatIsOver(service)
  answerBusy(service)
  cds.once('served', () => {
    // Its steps move pieces as well.
    const orders = workOrders()
    if (orders) answerBusy(orders)
    followOrderSteps()
    followDocuments()
  })
}

function giveBackWhatIsOver(service: cds.ApplicationService): void {
  round.wakeBy(service, {
    event: 'giveClaimsBack', interval: '5m', task: 'give claims back', look: () => sparePartsSettings().look,
    otherwise: 'Claims are given back by each instance alone, since that could not be scheduled'
  })
}

/** Gives back the claims that are over; done when nothing is left. */
export const giveClaimsBack = (): Promise<void> => round.start()
