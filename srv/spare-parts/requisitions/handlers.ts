import cds from '@sap/cds'
import { fail } from '../../errors'
import { isTransactionOpen, readFirst } from '../../reading-first'
import { idOf } from '../../request-key'
import { partOfReservation } from '../stock/reading-first'
import { refreshSupplies, staleSupplies } from '../stock/supplies'
import { inTurn } from '../../turns'
import { followMessages, followRequisitions } from './following'
import { requisitionFor, requisitionForStock, type StockWish } from './requesting'

/** What is bought, for a need or for a place. */
export function implementRequisitions(service: cds.ApplicationService): void {
  const { Reservations, Requisitions } = service.entities
  service.on('requisition', Reservations, async req => {
    const ID = idOf(req.params.at(-1))!
    await requisitionFor(ID, req.data as { quantity?: unknown; supplier?: string })
    return SELECT.one.from(Reservations, { ID } as never)
  })
  service.on('requisitionForStock', async req => SELECT.one.from(Requisitions, { ID: await requisitionForStock(req.data as StockWish) } as never))
  service.on('followRequisitions', async () => {
    if (isTransactionOpen()) fail(409, 'ONE_AT_A_TIME')
    await followRequisitions().catch(({ message, isFinal }) => (isFinal ? fail(502, 'HOST_REFUSED', { args: [message] }) : fail(503, 'HOST_UNAVAILABLE')))
  })
  // Lead time and supplier are those of today, where the host can be asked.
  const readSupplies = (part_IDs: string[]) => inTurn(() => staleSupplies(part_IDs)).then(refreshSupplies).catch(() => {})
  readFirst(service, 'requisition', async req => readSupplies(await partOfReservation(req)))
  readFirst(service, 'requisitionForStock', req => readSupplies([(req.data as StockWish).part_ID]))
  cds.once('served', followMessages)
}
