import cds from '@sap/cds'
import { entities } from '../../entities'
import { idOf } from '../../request-key'
import { inTurn } from '../../turns'
import { host } from '../claims/documents'
import type { Told } from '../claims/outcomes'
import { readStockFirst } from '../stock/reading-first'
import { acceptProposal, dismissProposal, type Wanted } from './answering'
import { COUNTS, noteBooked, noteNotBooked, recordCount, type Counted } from './counting'

/** What vans should have and do have; what was counted, and what is brought to them. */
export function implementVanStock(service: cds.ApplicationService): void {
  const { VanStocks, ReplenishmentProposals } = service.entities
  service.before(['CREATE', 'UPDATE'], VanStocks, describeVan)
  service.before('DELETE', VanStocks, req => withdrawProposals(idOf(req.params.at(-1))!))
  const on = (action: string, entity: unknown, work: (ID: string, data: never) => Promise<void>) => service.on(action, entity as never, async req => {
    const ID = idOf(req.params.at(-1))!
    await work(ID, req.data as never)
    return SELECT.one.from(entity as never, { ID } as never)
  })
  on('recordCount', VanStocks, (ID, data: Counted) => recordCount(ID, data))
  on('accept', ReplenishmentProposals, (ID, data: Wanted) => acceptProposal(ID, data))
  on('dismiss', ReplenishmentProposals, ID => dismissProposal(ID))
  readStockFirst(service, 'recordCount', req => partOf('VanStocks', 'part.ID as part_ID', idOf(req.params.at(-1))))
  readStockFirst(service, 'accept', req => partOf('ReplenishmentProposals', 'vanStock.part.ID as part_ID', idOf(req.params.at(-1))))
  cds.once('served', followBookings)
}

const partOf = (entity: string, column: string, ID?: string): Promise<string[]> => inTurn(async () => {
  const row = (await SELECT.one.from(entities()[entity]).columns(column).where({ ID })) as { part_ID: string } | undefined
  return row ? [row.part_ID] : []
})

/** Place and unit are those of the technician's van and of the part. */
async function describeVan(req: cds.Request): Promise<void> {
  const data = req.data as { technician_ID?: string; part_ID?: string; plant?: string; storageLocation?: string; unit?: string }
  const { Technicians, Products } = entities()
  if (data.technician_ID) {
    const person = await SELECT.one.from(Technicians).columns('plant', 'storageLocation').where({ ID: data.technician_ID })
    Object.assign(data, { plant: person?.plant ?? null, storageLocation: person?.storageLocation ?? null })
  }
  if (data.part_ID) data.unit = (await SELECT.one.from(Products).columns('baseUnit').where({ ID: data.part_ID }))?.baseUnit ?? null
}

/** What a van need not have any more is not brought either; what was brought or counted stays, and so does its part then. */
async function withdrawProposals(vanStock_ID: string): Promise<void> {
  await DELETE.from(entities().ReplenishmentProposals).where({ vanStock_ID, transfer_ID: null })
}

/** What the host says of differences, in the transaction that stores the message's state. */
function followBookings(): void {
  const door = host() as unknown as cds.ApplicationService
  const ofCounts = (work: (told: Told) => Promise<unknown>) => async ({ data }: { data: Told }) => { if (data.cause.entity === COUNTS) await work(data) }
  door.on('HostMessage.Confirmed', ofCounts(({ ID, cause, document }) => noteBooked(cause.ID, ID, document!)))
  door.on('HostMessage.NeedsAttention', ofCounts(async ({ ID, cause, text = '', isRefusal }) => {
    if (isRefusal) await host().endMessages([ID], text)
    await noteNotBooked(cause.ID, ID, text, Boolean(isRefusal))
  }))
  door.on('HostMessage.GivenUp', ofCounts(({ ID, cause, reason = '' }) => noteNotBooked(cause.ID, ID, reason, true)))
}
