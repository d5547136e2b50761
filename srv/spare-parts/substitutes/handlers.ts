import type cds from '@sap/cds'
import { entities } from '../../entities'
import { idOf } from '../../request-key'
import { inTurn } from '../../turns'
import { partOfReservation, readStockFirst } from '../stock/reading-first'
import { approve, decline } from './deciding'
import { useSubstitute } from './using'

/** Which part can take the place of which, and who agrees to it. */
export function implementSubstitutes(service: cds.ApplicationService): void {
  const { Reservations, SubstitutionRequests } = service.entities
  const read = (entity: unknown, ID: string) => SELECT.one.from(entity as never, { ID } as never)
  service.on('useSubstitute', Reservations, async req => {
    const ID = idOf(req.params.at(-1))!
    await useSubstitute(ID, req.data as { part_ID: string; reason?: string })
    return read(Reservations, ID)
  })
  service.on('approve', SubstitutionRequests, async req => {
    const ID = idOf(req.params.at(-1))!
    await approve(ID, (req.data as { decision?: string }).decision, req.user)
    return read(SubstitutionRequests, ID)
  })
  service.on('decline', SubstitutionRequests, async req => {
    const ID = idOf(req.params.at(-1))!
    await decline(ID, (req.data as { decision: string }).decision, req.user)
    return read(SubstitutionRequests, ID)
  })
  readStockFirst(service, 'useSubstitute', async req => [(req.data as { part_ID: string }).part_ID, ...(await partOfReservation(req))])
  readStockFirst(service, 'approve', req => inTurn(async () => {
    const row = await SELECT.one.from(entities().SubstitutionRequests).columns('substitute_ID').where({ ID: idOf(req.params.at(-1)) })
    return row ? [row.substitute_ID] : []
  }))
}
