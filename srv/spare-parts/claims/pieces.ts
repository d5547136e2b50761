import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { piecesOf, stateOf, type StoredPieces } from './states'

/** A row of Reservations, as far as claims need it. */
export interface Reservation extends StoredPieces {
  ID: string; number: string; workOrder_ID: string; part_ID: string; unit: string | null; state_code: string
  neededAt: string | null; origin_code: string | null; target_code: string | null; carrier_ID: string | null
  plant: string | null; storageLocation: string | null; expiresAt: string | null; transfer_ID: string | null
  hostReservation: string | null; hostMessage_ID: string | null; insteadOf_ID: string | null; movementCount: number
}

export type Counter = keyof StoredPieces

/** A line of the ledger. */
export interface Entry {
  kind: string
  quantity?: number
  plant?: string | null
  storageLocation?: string | null
  toPlant?: string | null
  toStorageLocation?: string | null
  batch?: string | null
  serialNumber?: string | null
  hostMessage_ID?: string | null
  transfer_ID?: string | null
  text?: string | null
  requestKey?: string | null
  /** Done by the service itself. */
  isAutomatic?: boolean
}

interface Change {
  /** How much each counter grows or shrinks. */
  by?: Partial<Record<Counter, number>>
  /** At least so many have to be there for it. */
  given?: Partial<Record<Counter | 'open' | 'inHand', number>>
  /** Fields that have to have these values for it. */
  where?: Record<string, unknown>
  set?: Record<string, unknown>
  entries: Entry[]
}

type Expression = { ref: string[] } | { val: unknown } | { xpr: unknown[] } | { func: string; args: unknown[] }

const ref = (name: string): Expression => ({ ref: [name] })
const sum = (plus: string, ...minus: string[]): Expression => ({ xpr: [ref(plus), ...minus.flatMap(name => ['-', ref(name)])] })
const DERIVED: Record<string, Expression> = {
  open: sum('quantity', 'claimedQuantity', 'issuedQuantity', 'releasedQuantity'),
  inHand: sum('issuedQuantity', 'consumedQuantity', 'returnedQuantity', 'scrappedQuantity')
}

/** Grows by a number, without the dust of binary fractions. */
export const grown = (name: string, by: number): Expression => ({ func: 'round', args: [{ xpr: [ref(name), '+', { val: by }] }, { val: 3 }] })
export const atLeast = (expression: Expression, quantity: number): unknown[] =>
  [{ func: 'round', args: [{ xpr: [expression, '-', { val: quantity }] }, { val: 3 }] }, '>=', { val: 0 }]

/**
 * Moves pieces of a reservation in one conditional UPDATE and writes them down in the ledger, in the caller's transaction.
 * @returns the row as it is now, or nothing when the pieces were not there
 */
export async function movePieces(ID: string, { by = {}, given = {}, where = {}, set = {}, entries }: Change): Promise<Reservation | undefined> {
  const { Reservations } = entities()
  const conditions: unknown[] = [ref('ID'), '=', { val: ID }]
  for (const [name, value] of Object.entries(where)) conditions.push('and', ref(name), '=', { val: value })
  for (const [name, quantity] of Object.entries(given)) conditions.push('and', ...atLeast(DERIVED[name] ?? ref(name), quantity!))
  const counters = Object.fromEntries(Object.entries(by).map(([name, delta]) => [name, grown(name, delta!)]))
  const changed = await UPDATE(Reservations).with({ ...counters, movementCount: { '+=': entries.length }, ...set } as never).where(conditions as never)
  if (!changed) return undefined
  const row = await written(ID)
  await record(row, entries)
  return row
}

/** Its state follows from its pieces, and the row is locked by the UPDATE before. */
async function written(ID: string): Promise<Reservation> {
  const { Reservations } = entities()
  const row = (await SELECT.one.from(Reservations).where({ ID })) as unknown as Reservation
  const state_code = stateOf(piecesOf(row), Boolean(row.hostReservation))
  if (state_code !== row.state_code) await UPDATE(Reservations).with({ state_code } as never).where({ ID })
  await announce(ID)
  return { ...row, state_code }
}

/** Writes the last lines of the ledger, whose places the row counts already. */
async function record({ ID, part_ID, movementCount }: Reservation, entries: Entry[]): Promise<void> {
  const rows = entries.map((entry, index) => ledgerRow({ reservation_ID: ID, part_ID, sequence: movementCount - entries.length + index + 1 }, entry))
  if (rows.length) await INSERT.into(entities().PartMovements).entries(rows)
}

/** A new need with its first lines. */
export async function insertReservation(row: Record<string, unknown> & { ID: string; part_ID: string }, entries: Entry[]): Promise<void> {
  const { Reservations, PartMovements } = entities()
  await INSERT.into(Reservations).entries({ ...row, movementCount: entries.length })
  await INSERT.into(PartMovements).entries(entries.map((entry, index) => ledgerRow({ reservation_ID: row.ID, part_ID: row.part_ID, sequence: index + 1 }, entry)))
  await announce(row.ID)
}

export const ledgerRow = (of: { reservation_ID?: string; part_ID: string; sequence?: number }, { kind, isAutomatic, ...entry }: Entry) => ({
  ID: cds.utils.uuid(), ...of, kind_code: kind, ...entry, at: cds.context!.timestamp.toISOString(), userId: isAutomatic ? null : cds.context!.user.id
})

/** Others look at what changed, in the same transaction. */
const announce = (ID: string) => cds.services['aftersales.SparePartsService'].emit('Reservation.Changed', { ID })

/** The reservation with its row locked until the transaction ends; its order's row is locked before, as everywhere. */
export async function lockedReservation(ID: string): Promise<Reservation> {
  const { Reservations } = entities()
  const row = await SELECT.one.from(Reservations).where({ ID }).forUpdate()
  return (row as unknown as Reservation | undefined) ?? fail(404, 'RESERVATION_UNKNOWN')
}
