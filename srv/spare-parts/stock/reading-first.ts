import type cds from '@sap/cds'
import { entities } from '../../entities'
import { readFirst } from '../../reading-first'
import { idOf } from '../../request-key'
import { inTurn } from '../../turns'
import { freshStock } from './fresh'

type PartsOf = (req: cds.Request) => string[] | Promise<string[]>

/**
 * Has the host asked for the stock of parts before anything else is done about an event.
 *
 * @param partsOf IDs of the parts; called without a transaction open
 */
export const readStockFirst = (service: cds.Service, event: string, partsOf: PartsOf): void => readFirst(service, event, async req => freshStock(await partsOf(req)))

/** The part of the reservation that a bound action is called on. */
export const partOfReservation: PartsOf = req => inTurn(async () => {
  const ID = idOf(req.params.at(-1))
  const { Reservations } = entities()
  const row = (await SELECT.one.from(Reservations).columns('part_ID').where({ ID })) as { part_ID: string } | null
  return row ? [row.part_ID] : []
})
