import cds from '@sap/cds'
import { entities } from '../../entities'
import type HostErpService from '../../host-erp/service'
import type { CostObject } from '../../host-erp/ports'
import { ifPresent } from '../../present'
import { sparePartsSettings } from '../settings'
import { ownBooks } from './own-books'
import type { Part } from './parts'
import type { Reservation } from './pieces'

export const RESERVATIONS = 'aftersales.Reservations'

/** The door to the host; documents are asked for in the transaction of what causes them. */
export const host = () => ifPresent<HostErpService>('host-erp') ?? (ownBooks as unknown as HostErpService)

/** The calendar day of the moment at hand. */
export const today = () => cds.context!.timestamp.toISOString().slice(0, 10)

/** Who bears the cost of parts from a plant, by the settings. */
export function costObjectAt(plant: string): CostObject {
  const { costObject: { kind, byPlant } } = sparePartsSettings()
  const number = byPlant[plant] ?? byPlant['*']
  return kind === 'serviceItem' || !number ? {} : { [kind]: number }
}

interface Place { plant: string; storageLocation: string }
/** Which pieces, where the part is kept in batches or by serial number. */
interface Pieces { batch?: string | null; serialNumbers?: string[] }

const origin = ({ ID, workOrder_ID }: Pick<Reservation, 'ID' | 'workOrder_ID'>) => ({ cause: { entity: RESERVATIONS, ID }, workOrder_ID })
const itemOf = (part: Part, { plant, storageLocation }: Place, quantity: number) =>
  ({ material: part.number, plant, storageLocation, quantity: String(quantity), unit: part.baseUnit ?? undefined })

/** Asks the host to reserve what is claimed. */
export async function askForReservation(
  row: Pick<Reservation, 'ID' | 'workOrder_ID' | 'neededAt'>, part: Part, place: Place, quantity: number, { dependsOn, ID }: { dependsOn?: string; ID?: string } = {}
): Promise<string> {
  const day = row.neededAt ? new Date(row.neededAt).toISOString().slice(0, 10) : today()
  const request = { costObject: costObjectAt(place.plant), neededOn: day < today() ? today() : day, items: [itemOf(part, place, quantity)] }
  return (await host().submit('reservation.create', request, { ...origin(row), dependsOn, ID })).ID
}

/** Takes back the host's reservation of what a need held; one that has no number yet as soon as it has. */
export async function withdrawReservation(row: Reservation): Promise<void> {
  if (!Number(row.claimedQuantity) || (!row.hostMessage_ID && !row.hostReservation)) return
  await withdraw(row, { ID: row.hostMessage_ID, document: row.hostReservation })
}

/** A reservation of the host, by its number or by the message that asks for it. */
export async function withdraw(row: Reservation, { ID, document }: { ID?: string | null; document?: string | null }): Promise<void> {
  await host().submit('reservation.withdraw', document ? { document } : {}, { ...origin(row), dependsOn: document ? undefined : ID! })
}

/** The goods issue that uses up the host's reservation, and ends it: what remains gets one of its own. */
export async function issueDocument(row: Reservation, part: Part, quantity: number, { batch, serialNumbers }: Pieces): Promise<string> {
  const place = { plant: row.plant!, storageLocation: row.storageLocation! }
  const isReserved = row.hostReservation || row.hostMessage_ID
  const reservation = isReserved ? { document: row.hostReservation ?? undefined, item: '1', isFinal: true } : undefined
  const item = { ...itemOf(part, place, quantity), batch: batch ?? undefined, serialNumbers, reservation }
  const request = { costObject: costObjectAt(place.plant), postingDate: today(), items: [item] }
  return (await host().submit('movement.issue', request, { ...origin(row), dependsOn: row.hostReservation ? undefined : row.hostMessage_ID ?? undefined })).ID
}

/** What comes back from the order; it waits for the issue that it undoes. */
export async function returnDocument(
  row: Reservation, part: Part, place: Place, quantity: number, { batch, serialNumbers, isBlocked }: Pieces & { isBlocked?: boolean }
): Promise<string> {
  const item = { ...itemOf(part, place, quantity), batch: batch ?? undefined, serialNumbers, isBlocked }
  const request = { costObject: costObjectAt(row.plant!), postingDate: today(), items: [item] }
  return (await host().submit('movement.return', request, { ...origin(row), dependsOn: await lastIssueUnderway(row) })).ID
}

/** The last goods issue of a reservation that the host does not have yet. */
async function lastIssueUnderway({ ID, issuingQuantity }: Reservation): Promise<string | undefined> {
  if (!(Number(issuingQuantity) > 0)) return undefined
  const { HostMessages } = entities()
  const message = await SELECT.one.from(HostMessages).columns('ID')
    .where({ causeEntity: RESERVATIONS, causeID: ID, kind_code: 'movement.issue', state_code: { in: ['Pending', 'Sent', 'NeedsAttention'] } }).orderBy('number desc')
  return message?.ID
}
