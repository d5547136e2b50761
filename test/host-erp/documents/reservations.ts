import cds from '@sap/cds'
import { refuse } from '../errors'
import { count } from '../wire/counters'
import { today } from './dates'
import { checkCostCenter, checkLock, productIn } from './masters'
import { MOVEMENT_TYPES } from './movement-types'
import { itemNumber, nextNumber } from './numbers'
import { insert } from './table'

const HEADER = 'API_RESERVATION_DOCUMENT_SRV.A_ReservationDocumentHeader'
const ITEM = 'API_RESERVATION_DOCUMENT_SRV.A_ReservationDocumentItem'

type Row = Record<string, any>

/** Creates header and items together. Stock stays as it is. */
export async function createReservation(data: Row): Promise<Row> {
  const { to_ReservationDocumentItem: wanted = [], ...fields } = data
  if (!MOVEMENT_TYPES[fields.GoodsMovementType]) refuse('ZHOST/002', fields.GoodsMovementType ?? '')
  if (!wanted.length) refuse('ZHOST/001', 'to_ReservationDocumentItem')
  checkCostCenter(fields.CostCenter)
  const header = { ...fields, Reservation: nextNumber('reservation'), ReservationDate: fields.ReservationDate ?? today() }
  const items = wanted.map((row: Row, index: number) => completed(row, header, index))
  await insert(HEADER, [header])
  await insert(ITEM, items)
  count('documents', 'reservation')
  return { ...header, to_ReservationDocumentItem: items }
}

function completed(row: Row, header: Row, index: number): Row {
  const { baseUnit } = productIn(row.Product, row.Plant)
  const quantity = Number(row.ResvnItmRequiredQtyInEntryUnit ?? row.ResvnItmRequiredQtyInBaseUnit)
  if (!(quantity > 0)) refuse('ZHOST/001', 'ResvnItmRequiredQtyInEntryUnit')
  return {
    ...row, Reservation: header.Reservation, ReservationItem: itemNumber(index, 4), RecordType: '', RequirementType: 'MR',
    MatlCompRequirementDate: row.MatlCompRequirementDate ?? header.ReservationDate, GoodsMovementIsAllowed: row.GoodsMovementIsAllowed ?? true,
    GoodsMovementType: row.GoodsMovementType || header.GoodsMovementType, DebitCreditCode: 'H', BaseUnit: baseUnit, EntryUnit: row.EntryUnit || baseUnit,
    ResvnItmRequiredQtyInBaseUnit: quantity, ResvnItmRequiredQtyInEntryUnit: quantity, ResvnItmWithdrawnQtyInBaseUnit: 0,
    ReservationItemIsFinallyIssued: false, ReservationItmIsMarkedForDeltn: false
  }
}

/** Deletes a reservation of which nothing has been withdrawn. */
export async function deleteReservation(number: string): Promise<number> {
  checkLock('Reservation', number)
  const [withdrawn] = await cds.run(SELECT.from(ITEM).columns('Reservation').where({ Reservation: number, ResvnItmWithdrawnQtyInBaseUnit: { '>': 0 } }).limit(1)) as Row[]
  if (withdrawn) refuse('ZHOST/004', number)
  await cds.run(DELETE.from(ITEM).where({ Reservation: number }))
  return cds.run(DELETE.from(HEADER).where({ Reservation: number })) as unknown as Promise<number>
}
