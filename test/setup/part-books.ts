import cds from '@sap/cds'
import { contradictions, piecesOf, stateOf, type StoredPieces } from '../../srv/spare-parts/claims/states'
import type { HostErp } from '../host-erp/start'
import { PATHS, signedIn } from '../host-erp/client'
import { hostStock } from './parts'

type Row = Record<string, any>
type Levels = Map<string, { unrestricted: number; blocked: number }>

const rounded = (value: number) => Math.round(value * 1000) / 1000
const all = (entity: string, where: object = {}) => cds.db.run(SELECT.from(`aftersales.${entity}`).where(where)) as unknown as Promise<Row[]>
const add = (sums: Map<string, number>, key: string, value: number) => { sums.set(key, rounded((sums.get(key) ?? 0) + value)) }

/** Everything that is wrong between reservations, ledger, mirror and the host's own books; nothing once all messages have ended. */
export async function wrongInBooks(erp: HostErp, opening: Levels): Promise<string[]> {
  const products = new Map((await all('Products')).map(row => [row.ID, row.number]))
  const at = (row: Row, to = '') => `${products.get(row.part_ID)} ${row[to ? 'toPlant' : 'plant']} ${row[to ? 'toStorageLocation' : 'storageLocation']}`
  const [reservations, movements, stocks, transfers, returns, messages] = await Promise.all(
    ['Reservations', 'PartMovements', 'PartStocks', 'StockTransfers', 'WarrantyReturns', 'HostMessages'].map(name => all(name)))
  const confirmed = new Set(messages.filter(({ state_code }) => state_code === 'Confirmed').map(({ ID }) => ID))
  const wrong: string[] = []

  for (const row of reservations) {
    const pieces = piecesOf(row as never as StoredPieces)
    for (const problem of contradictions(pieces)) wrong.push(`${row.number}: ${problem}`)
    const state = stateOf(pieces, Boolean(row.hostReservation))
    if (state !== row.state_code) wrong.push(`${row.number}: is ${row.state_code}, its pieces say ${state}`)
    const lines = movements.filter(({ reservation_ID }) => reservation_ID === row.ID).sort((a, b) => a.sequence - b.sequence)
    lines.forEach((line, index) => { if (line.sequence !== index + 1) wrong.push(`${row.number}: line ${line.sequence} at place ${index + 1}`) })
    const told = (...kinds: string[]) => rounded(lines.filter(({ kind_code }) => kinds.includes(kind_code)).reduce((sum, { quantity }) => sum + Number(quantity), 0))
    const ledger = {
      quantity: told('Needed') - told('Split'), issued: told('Issued') - told('IssueRefused'), consumed: told('Consumed'), returned: told('Returned'), scrapped: told('Scrapped'), released: told('Released')
    }
    for (const [name, value] of Object.entries(ledger)) if (rounded(value) !== pieces[name as keyof typeof pieces]) wrong.push(`${row.number}: ${pieces[name as keyof typeof pieces]} ${name}, the ledger says ${value}`)
  }

  const claimed = new Map<string, number>()
  for (const row of reservations) add(claimed, at(row), Number(row.issuingQuantity) + (row.transfer_ID ? 0 : Number(row.claimedQuantity)))
  for (const row of transfers.filter(({ state_code }) => state_code === 'Requested')) add(claimed, at(row), Number(row.quantity))
  for (const row of stocks) {
    if (Number(row.claimed) !== (claimed.get(at(row)) ?? 0)) wrong.push(`${at(row)}: ${row.claimed} claimed, reservations and transfers say ${claimed.get(at(row)) ?? 0}`)
    if (Number(row.claimed) < 0) wrong.push(`${at(row)}: ${row.claimed} claimed`)
  }

  const moved = new Map<string, number>(), blocked = new Map<string, number>()
  for (const line of movements.filter(({ hostMessage_ID }) => confirmed.has(hostMessage_ID))) {
    const quantity = Number(line.quantity)
    if (line.kind_code === 'Issued') add(moved, at(line), -quantity)
    if (line.kind_code === 'Returned') add(moved, at(line), quantity)
    if (line.kind_code === 'Scrapped') add(blocked, at(line), quantity)
  }
  for (const row of transfers.filter(({ state_code }) => state_code === 'Done')) {
    add(moved, at(row), -Number(row.quantity))
    add(moved, at(row, 'to'), Number(row.quantity))
  }
  for (const row of returns.filter(({ hostMessage_ID }) => confirmed.has(hostMessage_ID))) add(blocked, at(row), -Number(row.quantity))
  const host = await hostStock(erp)
  for (const [key, level] of host) {
    const expected = { unrestricted: rounded((opening.get(key)?.unrestricted ?? 0) + (moved.get(key) ?? 0)), blocked: rounded((opening.get(key)?.blocked ?? 0) + (blocked.get(key) ?? 0)) }
    if (JSON.stringify(level) !== JSON.stringify(expected)) wrong.push(`${key}: the host has ${JSON.stringify(level)}, opening and movements say ${JSON.stringify(expected)}`)
  }
  for (const row of stocks) {
    const level = host.get(at(row)) ?? { unrestricted: 0, blocked: 0 }
    // What moved since the host was asked last may be missing, so that nobody is promised too much.
    const fits = row.isStale ? Number(row.unrestricted) <= level.unrestricted : Number(row.unrestricted) === level.unrestricted && Number(row.blocked) === level.blocked
    if (!fits) wrong.push(`${at(row)}: the mirror has ${row.unrestricted} + ${row.blocked}, the host ${level.unrestricted} + ${level.blocked}`)
  }
  return [...wrong, ...(await wrongReservations(erp, reservations, messages))]
}

/** What was asked of the host for the need that a reservation was made for. */
function storyOf(number: string, messages: Row[]): string {
  const { causeID } = messages.find(({ kind_code, hostDocument }) => kind_code === 'reservation.create' && hostDocument === number) ?? {}
  return messages.filter(message => causeID && message.causeID === causeID).sort((a, b) => a.number.localeCompare(b.number))
    .map(message => `${message.number} ${message.kind_code} ${message.state_code} ${message.hostDocument ?? ''} ${message.lastErrorCode ?? ''}`.trim()).join(', ')
}

/** What the host still reserves is what is claimed, piece by piece. */
async function wrongReservations(erp: HostErp, reservations: Row[], messages: Row[]): Promise<string[]> {
  const client = await signedIn(erp)
  const { data } = await client.get(`${PATHS.reservations}/A_ReservationDocumentItem?$filter=ReservationItemIsFinallyIssued eq false&$top=5000`)
  const open = new Map((data.d.results as Row[]).map(row => [row.Reservation, Number(row.ResvnItmRequiredQtyInBaseUnit) - Number(row.ResvnItmWithdrawnQtyInBaseUnit)]))
  const held = new Map(reservations.filter(({ hostReservation, claimedQuantity }) => hostReservation && Number(claimedQuantity) > 0).map(row => [row.hostReservation, Number(row.claimedQuantity)]))
  return [...new Set([...open.keys(), ...held.keys()])].filter(number => open.get(number) !== held.get(number))
    .map(number => `reservation ${number}: ${open.get(number) ?? 0} open in the host, ${held.get(number) ?? 0} held here, after ${storyOf(number, messages)}`)
}
