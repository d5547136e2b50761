import type { State } from '../live/countdown'
import type { Language } from '../live/language'
import type { LedgerText } from '../live/ledger'

/** What the user may do with parts, as their service says. */
export interface PartPermissions {
  userId: string
  technician_ID: string | null
  mayNeed: boolean
  mayClaim: boolean
  mayIssue: boolean
  maySettle: boolean
  mayRequisition: boolean
  mayApprove: boolean
}

interface Named { number: string; name: string }

/** A need as the service answers it, with the names of its codes. Quantities are decimals. */
export interface Reservation {
  ID: string
  number: string
  part_ID: string
  quantity: string
  unit: string | null
  openQuantity: string
  claimedQuantity: string
  pickedQuantity: string
  issuedQuantity: string
  inHandQuantity: string
  consumedQuantity: string
  returnedQuantity: string
  scrappedQuantity: string
  releasedQuantity: string
  plant: string | null
  storageLocation: string | null
  neededAt: string | null
  expectedAt: string | null
  expiresAt: string | null
  alertLevel: number
  hostReservation: string | null
  refusal: string | null
  part: Named & { isSerialManaged: boolean; isBatchManaged: boolean }
  state: { code: string; name: string; criticality: number }
  place: { name: string | null } | null
  insteadOf: Named | null
  alertRule: { name: string } | null
  transfer: { number: string } | null
}

/** A substitute that somebody asked for. */
export interface Asked { ID: string; reservation_ID: string; requestedBy: string | null; substitute: Named }

export interface PartRow {
  ID: string
  part_ID: string
  reservation: string
  title: string
  name: string
  number: string
  quantity: string
  status: string
  state: State | 'Information'
  /** How many are where, when they are not all in the same step. */
  pieces: string
  place: string
  needed: string
  expected: string
  expectedState: State
  expires: string
  hostReservation: string
  alert: string
  alertState: State
  /** What else is worth a sentence: a refusal, a request, what it stands in for. */
  note: string
  open: number
  claimed: number
  inHand: number
  isSerialManaged: boolean
  isBatchManaged: boolean
  origin?: { plant: string; storageLocation: string; name: string }
  request?: string
  mayClaim: boolean
  mayFind: boolean
  mayIssue: boolean
  maySettle: boolean
  mayRelease: boolean
  mayDecide: boolean
}

type Words = Pick<Language, 'text' | 'instant' | 'quantity'>

const STATES: Record<number, PartRow['state']> = { 1: 'Error', 2: 'Warning', 3: 'Success', 5: 'Information' }
const ALERTS: Record<number, State> = { 1: 'Error', 2: 'Warning', 3: 'Success' }

/** Quantities, and the texts that say where they are. */
const STEPS = [
  ['openQuantity', 'parts.open'], ['claimedQuantity', 'parts.claimed'], ['inHandQuantity', 'parts.inHand'],
  ['consumedQuantity', 'parts.consumed'], ['returnedQuantity', 'parts.returned'], ['scrappedQuantity', 'parts.scrapped'], ['releasedQuantity', 'parts.released']
] as const

export function partRow(reservation: Reservation, asked: Asked | undefined, words: Words, may: Partial<PartPermissions>, isFinished: boolean): PartRow {
  const { ID, part_ID, part, state, unit, plant, storageLocation, place, neededAt, expectedAt, expiresAt, alertLevel, alertRule } = reservation
  const { text, instant, quantity } = words
  const [open, claimed, inHand] = [reservation.openQuantity, reservation.claimedQuantity, reservation.inHandQuantity].map(Number)
  const placeName = place?.name ?? [plant, storageLocation].filter(Boolean).join(' ')
  return {
    ID, part_ID, reservation: reservation.number, title: `${part.name} · ${part.number}`, name: part.name, number: part.number, quantity: quantity(reservation.quantity, unit),
    status: state.name, state: STATES[state.criticality] ?? 'None', pieces: piecesText(reservation, words), place: placeName,
    needed: neededAt ? instant(neededAt) : '', expected: expectedAt && (open || claimed) ? instant(expectedAt) : '',
    expectedState: neededAt && expectedAt && Date.parse(expectedAt) > Date.parse(neededAt) ? 'Error' : 'None',
    expires: expiresAt && claimed ? instant(expiresAt) : '', hostReservation: reservation.hostReservation ?? '',
    alert: alertLevel && alertLevel < 3 ? alertRule?.name ?? '' : '', alertState: ALERTS[alertLevel] ?? 'None',
    note: [
      reservation.insteadOf && text('parts.insteadOf', reservation.insteadOf.name, reservation.insteadOf.number),
      asked && text('parts.asked', asked.substitute.name, asked.substitute.number, asked.requestedBy ?? ''),
      reservation.transfer && text('parts.onItsWay', reservation.transfer.number), reservation.refusal && text('parts.refused', reservation.refusal)
    ].filter(Boolean).join(' '),
    open, claimed, inHand, isSerialManaged: part.isSerialManaged, isBatchManaged: part.isBatchManaged,
    ...plant && storageLocation && { origin: { plant, storageLocation, name: placeName } }, request: asked?.ID,
    ...deedsFor({ open, claimed, inHand, isMoving: Boolean(reservation.transfer), asked }, may, isFinished)
  }
}

interface Pieces { open: number; claimed: number; inHand: number; isMoving: boolean; asked?: Asked }

/** The service decides; this only keeps buttons away that could do nothing. */
function deedsFor({ open, claimed, inHand, isMoving, asked }: Pieces, may: Partial<PartPermissions>, isFinished: boolean) {
  const { mayClaim = false, mayIssue = false, maySettle = false, mayApprove = false } = may
  return {
    mayClaim: mayClaim && open > 0 && !asked && !isFinished, mayFind: mayClaim && open > 0 && !asked && !isFinished,
    mayIssue: mayIssue && claimed > 0 && !isMoving && !isFinished, maySettle: maySettle && inHand > 0, mayRelease: mayClaim && open + claimed > 0,
    mayDecide: mayApprove && asked !== undefined && asked.requestedBy !== may.userId
  }
}

/** Said only where the state alone would leave open how many. */
function piecesText(reservation: Reservation, { text, quantity }: Words): string {
  const told = STEPS.map(([step, key]) => ({ key, pieces: Number(reservation[step]) })).filter(({ pieces }) => pieces > 0)
  return told.length > 1 ? told.map(({ key, pieces }) => text(key, quantity(pieces, reservation.unit))).join(' · ') : ''
}

/** An entry of the ledger of pieces. */
export interface Movement {
  at: string
  quantity: string | null
  serialNumber: string | null
  batch: string | null
  text: string | null
  userId: string | null
  hostDocument: string | null
  kind: { name: string }
}

export const partLedger = (movements: Movement[], unit: string | null, { text, instant, quantity }: Words): LedgerText[] =>
  movements.map(({ at, kind, quantity: pieces, serialNumber, batch, text: note, userId, hostDocument }) => ({
    title: [kind.name, pieces && quantity(pieces, unit)].filter(Boolean).join(' · '), at: [instant(at), userId].filter(Boolean).join(' · '),
    text: [
      serialNumber && text('parts.serialIs', serialNumber), batch && text('parts.batchIs', batch), hostDocument && text('parts.documentIs', hostDocument), note
    ].filter(Boolean).join(' · ')
  }))
