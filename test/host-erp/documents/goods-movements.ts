import cds from '@sap/cds'
import { USER } from '../environment'
import { refuse } from '../errors'
import { checkCostCenter, checkLock, productIn } from './masters'
import { bookMovement } from './movement-values'
import { MOVEMENT_TYPES, type MovementType } from './movement-types'
import { itemNumber, nextNumber } from './numbers'
import { insert, readRow, updateRow } from './table'
import { BLOCKED, moveStock, UNRESTRICTED, type StockKey } from './stock'
import { today, timeNow } from './dates'
import { count } from '../wire/counters'

const HEADER = 'API_MATERIAL_DOCUMENT_SRV.A_MaterialDocumentHeader'
const ITEM = 'API_MATERIAL_DOCUMENT_SRV.A_MaterialDocumentItem'
const SERIAL = 'API_MATERIAL_DOCUMENT_SRV.A_SerialNumberMaterialDocument'
const RESERVATION = 'API_RESERVATION_DOCUMENT_SRV.A_ReservationDocumentHeader'
const RESERVATION_ITEM = 'API_RESERVATION_DOCUMENT_SRV.A_ReservationDocumentItem'

type Row = Record<string, any>

/** Posts a goods movement: all items or none. */
export async function postGoodsMovement(data: Row): Promise<Row> {
  if (!data.GoodsMovementCode) refuse('ZHOST/001', 'GoodsMovementCode')
  const wanted: Row[] = data.to_MaterialDocumentItem ?? []
  if (!wanted.length) refuse('ZHOST/001', 'to_MaterialDocumentItem')
  const header = newHeader(data)
  const items: Row[] = []
  for (const [index, row] of wanted.entries()) {
    const reserved = await reservedItem(row)
    const item = completed(reserved ? await withReservation(row, reserved) : row, header, index)
    await move(item, 1, reserved)
    items.push(item)
  }
  await store(header, items)
  return { ...header, to_MaterialDocumentItem: items }
}

/** Reverses a document, or one item of it, by a document of its own. */
export async function reverse(year: string, number: string, item?: string, postingDate?: string): Promise<Row> {
  checkLock('Material document', number)
  const where = { MaterialDocumentYear: year, MaterialDocument: number }
  const original = await readRow(HEADER, where)
  if (!original) return refuse('M7/001', 'MATDOC', `${number} ${year}`)
  const open = await cds.run(SELECT.from(ITEM).where({ ...where, ...(item && { MaterialDocumentItem: item }) })) as Row[]
  const rows = open.filter(row => !row.GoodsMovementIsCancelled && !row.ReversedMaterialDocument)
  if (!rows.length) refuse('ZHOST/003', number)
  const header = newHeader({ GoodsMovementCode: original.GoodsMovementCode, PostingDate: postingDate ?? today(), DocumentDate: today() })
  const items: Row[] = []
  for (const [index, row] of rows.entries()) {
    const type = MOVEMENT_TYPES[row.GoodsMovementType].reversal
    const reversal = {
      ...row, ...keyOf(header), MaterialDocumentItem: itemNumber(index, 4), GoodsMovementType: type, DebitCreditCode: MOVEMENT_TYPES[type].sign < 0 ? 'H' : 'S',
      ReversedMaterialDocumentYear: year, ReversedMaterialDocument: number, ReversedMaterialDocumentItem: row.MaterialDocumentItem
    }
    await move(reversal, -1)
    items.push(reversal)
  }
  await store(header, items)
  await cds.run(UPDATE(ITEM).set({ GoodsMovementIsCancelled: true }).where({ ...where, MaterialDocumentItem: { in: rows.map(row => row.MaterialDocumentItem) } }))
  return { ...header, to_MaterialDocumentItem: items }
}

function newHeader(data: Row): Row {
  const { to_MaterialDocumentItem: _, ...fields } = data
  const PostingDate = data.PostingDate ?? today()
  return {
    ...fields, PostingDate, DocumentDate: data.DocumentDate ?? today(), MaterialDocumentYear: PostingDate.slice(0, 4), MaterialDocument: nextNumber('materialDocument'),
    InventoryTransactionType: 'WA', CreationDate: today(), CreationTime: timeNow(), CreatedByUser: USER
  }
}

const keyOf = ({ MaterialDocumentYear, MaterialDocument }: Row) => ({ MaterialDocumentYear, MaterialDocument })

async function reservedItem(row: Row): Promise<Row | undefined> {
  if (!row.Reservation) return undefined
  checkLock('Reservation', row.Reservation)
  const key = { Reservation: row.Reservation, ReservationItem: row.ReservationItem ?? '0001', RecordType: row.ReservationItemRecordType ?? '' }
  const reserved = await readRow(RESERVATION_ITEM, key)
  if (!reserved || reserved.ReservationItmIsMarkedForDeltn) return refuse('M7/001', 'RESB', `${key.Reservation} ${key.ReservationItem}`)
  return reserved
}

/** An item that refers to a reservation takes over what it does not say itself. */
async function withReservation(row: Row, reserved: Row): Promise<Row> {
  const header = (await readRow(RESERVATION, { Reservation: row.Reservation }))!
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value != null && value !== ''))
  return {
    Material: reserved.Product, Plant: reserved.Plant, StorageLocation: reserved.StorageLocation, GoodsMovementType: reserved.GoodsMovementType,
    EntryUnit: reserved.EntryUnit, CostCenter: header.CostCenter, ControllingArea: header.ControllingArea, ManufacturingOrder: header.OrderID,
    IssuingOrReceivingPlant: reserved.IssuingOrReceivingPlant, IssuingOrReceivingStorageLoc: reserved.IssuingOrReceivingStorageLoc,
    ...given, ReservationItem: reserved.ReservationItem, ReservationItemRecordType: reserved.RecordType
  }
}

function completed(row: Row, header: Row, index: number): Row {
  const type = MOVEMENT_TYPES[row.GoodsMovementType]
  if (!type) return refuse('ZHOST/002', row.GoodsMovementType ?? '')
  const product = productIn(row.Material, row.Plant)
  if (!row.StorageLocation) refuse('ZHOST/001', 'StorageLocation')
  if (type.requires && !row[type.requires]) refuse('ZHOST/001', type.requires)
  checkCostCenter(row.CostCenter)
  const quantity = Number(row.QuantityInEntryUnit)
  if (!(quantity > 0)) refuse('ZHOST/001', 'QuantityInEntryUnit')
  return {
    ...row, ...keyOf(header), MaterialDocumentItem: itemNumber(index, 4), Batch: row.Batch ?? '', InventoryStockType: row.InventoryStockType || UNRESTRICTED,
    MaterialBaseUnit: product.baseUnit, EntryUnit: row.EntryUnit || product.baseUnit, QuantityInBaseUnit: quantity, QuantityInEntryUnit: quantity,
    DebitCreditCode: type.sign < 0 ? 'H' : 'S', IsAutomaticallyCreated: '', GoodsMovementIsCancelled: false, ReversedMaterialDocument: '',
    CompanyCodeCurrency: product.currency, GdsMvtExtAmtInCoCodeCrcy: Math.round(quantity * product.price / product.priceUnit * 100) / 100
  }
}

/** Moves the item's stock, its counterpart, and what is withdrawn of its reservation. */
async function move(item: Row, withdrawal: 1 | -1, reserved?: Row): Promise<void> {
  const type = MOVEMENT_TYPES[item.GoodsMovementType]
  const delta = type.sign * Number(item.QuantityInBaseUnit)
  const own: StockKey = {
    Material: item.Material, Plant: item.Plant, StorageLocation: item.StorageLocation, Batch: item.Batch ?? '', Supplier: '',
    InventorySpecialStockType: '', InventoryStockType: item.InventoryStockType
  }
  const moves = [{ key: own, delta }, ...counterpart(type, item, own).map(key => ({ key, delta: -delta }))]
  for (const { key, delta } of moves.sort((a, b) => a.delta - b.delta)) await moveStock(key, delta, item.MaterialBaseUnit)
  if (item.Reservation) await withdraw(item, withdrawal * Number(item.QuantityInBaseUnit), reserved)
}

function counterpart(type: MovementType, item: Row, own: StockKey): StockKey[] {
  switch (type.counterpart) {
    case 'location': return [{ ...own, Plant: item.IssuingOrReceivingPlant || own.Plant, StorageLocation: item.IssuingOrReceivingStorageLoc }]
    case 'blocked': return [{ ...own, InventoryStockType: BLOCKED }]
    case 'subcontractor': return [{ ...own, StorageLocation: '', Supplier: item.Supplier, InventorySpecialStockType: 'O' }]
    default: return []
  }
}

async function withdraw(item: Row, delta: number, reserved?: Row): Promise<void> {
  const key = { Reservation: item.Reservation, ReservationItem: item.ReservationItem, RecordType: item.ReservationItemRecordType ?? '' }
  const row = reserved ?? await readRow(RESERVATION_ITEM, key)
  if (!row) return
  const withdrawn = Math.round((Number(row.ResvnItmWithdrawnQtyInBaseUnit) + delta) * 1000) / 1000
  const isFinal = await isFinallyIssued(item, delta) || withdrawn >= Number(row.ResvnItmRequiredQtyInBaseUnit)
  await updateRow(RESERVATION_ITEM, { ResvnItmWithdrawnQtyInBaseUnit: withdrawn, ReservationItemIsFinallyIssued: isFinal }, key)
}

/** By this document, or still by another one when this one takes an issue back. */
async function isFinallyIssued(item: Row, delta: number): Promise<boolean> {
  if (delta > 0) return Boolean(item.ReservationIsFinallyIssued)
  const others = await cds.run(SELECT.from(ITEM).columns('MaterialDocument').where({
    Reservation: item.Reservation, ReservationItem: item.ReservationItem, ReservationIsFinallyIssued: true, GoodsMovementIsCancelled: false, ReversedMaterialDocument: ''
  })) as Row[]
  return others.some(({ MaterialDocument }) => MaterialDocument !== item.ReversedMaterialDocument)
}

async function store(header: Row, items: Row[]): Promise<void> {
  await insert(HEADER, [header])
  await insert(ITEM, items)
  const serials = items.flatMap(({ to_SerialNumbers, Material, MaterialDocumentItem }) =>
    (to_SerialNumbers ?? []).map((serial: Row) => ({ ...serial, Material, ...keyOf(header), MaterialDocumentItem })))
  await insert(SERIAL, serials)
  await bookMovement(header, items)
  count('documents', 'materialDocument')
}
