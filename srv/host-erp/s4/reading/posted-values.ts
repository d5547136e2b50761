import Decimal from 'decimal.js'
import type { PostedValue, ReadingPorts } from '../../reading'
import { fromDate, literal, padded, stripped, toIsoUnit } from '../../wire-format'
import { api } from '../connection'
import { all, query, textOf, type Row } from './pages'
import { everyRow } from './stock'

const documents = api('API_MATERIAL_DOCUMENT_SRV')

/** The header tells the day, its items the amounts: both in one request. */
export const postedValues: ReadingPorts['postedValues'] = async document => {
  const [number, year] = document.split('/')
  const [header] = await everyRow(documents, query('A_MaterialDocumentHeader', {
    $filter: all(`MaterialDocument eq ${literal(padded(number, 10))}`, year && `MaterialDocumentYear eq ${literal(year)}`), $expand: 'to_MaterialDocumentItem'
  }))
  const items: Row[] = header?.to_MaterialDocumentItem?.results ?? header?.to_MaterialDocumentItem ?? []
  return items.filter(row => !row.IsAutomaticallyCreated).map(row => postedValueOf(row, fromDate(header.PostingDate)!))
}

/** The amount has no sign: whether it left stock (H) or came back (S) stands beside it. */
export const postedValueOf = (row: Row, postingDate: string): PostedValue => ({
  item: row.MaterialDocumentItem,
  material: stripped(row.Material),
  plant: row.Plant,
  batch: textOf(row.Batch),
  quantity: new Decimal(row.QuantityInBaseUnit ?? 0).toFixed(),
  unit: toIsoUnit(row.MaterialBaseUnit),
  amount: new Decimal(row.GdsMvtExtAmtInCoCodeCrcy ?? 0).abs().toFixed(),
  currency: row.CompanyCodeCurrency,
  debitCredit: row.DebitCreditCode,
  reservation: textOf(row.Reservation),
  reservationItem: textOf(row.Reservation) && textOf(row.ReservationItem),
  isCancelled: row.GoodsMovementIsCancelled === true,
  reverses: textOf(row.ReversedMaterialDocument) && `${row.ReversedMaterialDocument}/${row.ReversedMaterialDocumentYear}`,
  postingDate
})
