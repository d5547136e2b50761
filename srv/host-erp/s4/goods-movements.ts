import type {
  CostObject, DocumentRequest, GoodsMovementPort, IssueItem, IssueRequest, PartItem, ReceiptRequest, ReturnRequest, ScrapRequest, TransferRequest, VendorReturnRequest, Write
} from '../ports'
import { NotSendable } from '../failures'
import { postingSettings } from '../settings'
import { literal, padded, toDate, toQuantity, toUnit } from '../wire-format'
import { api, distinct, filled, numberIn } from './connection'
import { costCenterOf, movementTypeFor, orderOf, returnTypeFor } from './cost-object'

type Row = Record<string, any>

const documents = api('API_MATERIAL_DOCUMENT_SRV')

/** GM_CODE of the host: which kind of transaction a document is posted by. */
const GOODS_RECEIPT_FOR_ORDER = '01'
const GOODS_ISSUE = '03'
const TRANSFER_POSTING = '04'
const OTHER_RECEIPT = '05'

/** Inventory stock type of what nobody may take. */
const BLOCKED = '07'

/** A document that carries our key, by which an earlier attempt is found. */
const written = <R>(document: (request: R, key: string) => Row): Write<R> => ({
  send: (request, key) => post(document(request, key)),
  find: (request, key) => findByReference(key),
  undo: async number => { await cancel(number) }
})

export const issue: GoodsMovementPort['issue'] = written(issueOf)
export const transfer: GoodsMovementPort['transfer'] = written(transferOf)
export const giveBack: GoodsMovementPort['giveBack'] = written(returnOf)
export const scrap: GoodsMovementPort['scrap'] = written(scrapOf)
export const receive: GoodsMovementPort['receive'] = written(receiptOf)
export const returnToVendor: GoodsMovementPort['returnToVendor'] = written(vendorReturnOf)

/**
 * A reversal can carry no reference, but names the document that it reverses, and a document can be
 * reversed once only: that is its identity.
 */
export const reverse: GoodsMovementPort['reverse'] = {
  send: ({ document, postingDate }) => cancel(document!, postingDate),
  async find({ document }: DocumentRequest) {
    const { number, year } = partsOf(document!)
    const filter = `ReversedMaterialDocument eq ${literal(number)} and ReversedMaterialDocumentYear eq ${literal(year)}`
    return find('A_MaterialDocumentItem', filter)
  }
}

async function cancel(document: string, postingDate?: string): Promise<string> {
  const { number, year } = partsOf(document)
  const parameters = { MaterialDocumentYear: `'${year}'`, MaterialDocument: `'${number}'` }
  return documentOf(await documents.call('Cancel', { ...parameters, ...(postingDate && { PostingDate: `datetime'${postingDate}T00:00:00'` }) }))
}

/**
 * A reversal may repeat the reference of what it reverses and does not count. A document that was reversed since
 * counts if there is no other: somebody wanted it gone, so that it must not be posted again.
 */
async function findByReference(key: string): Promise<string[]> {
  const found = await documents.read(`A_MaterialDocumentHeader?$expand=to_MaterialDocumentItem&$filter=ReferenceDocument%20eq%20${literal(key)}`)
  const posted = found.filter(header => !itemsOf(header).some(item => item.ReversedMaterialDocument))
  const valid = posted.filter(header => !itemsOf(header).every(item => item.GoodsMovementIsCancelled))
  return distinct(valid.length ? valid : posted.slice(0, 1), documentOf)
}

const itemsOf = ({ to_MaterialDocumentItem: items }: Row): Row[] => items?.results ?? items ?? []

const find = async (entity: string, filter: string) =>
  distinct(await documents.read(`${entity}?$select=MaterialDocument,MaterialDocumentYear&$filter=${filter.replaceAll(' ', '%20')}`), documentOf)

const post = async (document: Row) => documentOf(await documents.create('A_MaterialDocumentHeader', document))

const documentOf = (row: Row) => `${numberIn(row, 'MaterialDocument')}/${numberIn(row, 'MaterialDocumentYear')}`

function partsOf(document: string): { number: string; year: string } {
  const [number, year] = document.split('/')
  if (!/^\d{4}$/.test(year ?? '')) throw new NotSendable(`${document} is not a material document with its year, such as 4900000000/2026`)
  return { number: padded(number, 10), year }
}

/** The deep insert of an issue; the movement type follows from who bears the cost. */
export function issueOf({ costObject, postingDate, items }: IssueRequest, key: string): Row {
  const account = accountOf(movementTypeFor(costObject), costObject)
  return headerOf(GOODS_ISSUE, postingDate, key, items.map(item => filled({ ...partOf(item), ...account, ...reservedOf(item), ...serialsOf(item) })))
}

/** The deep insert of a return from a cost object; the host posts it, like the issue, as a goods issue of another movement type. */
export function returnOf({ costObject, postingDate, items }: ReturnRequest, key: string): Row {
  const account = accountOf(returnTypeFor(costObject), costObject)
  return headerOf(GOODS_ISSUE, postingDate, key, items.map(item => filled({ ...partOf(item), ...account, ...stockTypeOf(item), ...serialsOf(item) })))
}

export function scrapOf({ costObject, postingDate, items }: ScrapRequest, key: string): Row {
  const account = accountOf(postingSettings().movementTypes.scrap, costObject)
  return headerOf(GOODS_ISSUE, postingDate, key, items.map(item => filled({ ...partOf(item), ...account, ...stockTypeOf(item), ...serialsOf(item) })))
}

export function receiptOf({ postingDate, items }: ReceiptRequest, key: string): Row {
  const { receipt: GoodsMovementType } = postingSettings().movementTypes
  return headerOf(OTHER_RECEIPT, postingDate, key, items.map(item => filled({ ...partOf(item), GoodsMovementType })))
}

export function vendorReturnOf({ supplier, postingDate, items }: VendorReturnRequest, key: string): Row {
  const { vendorReturn: GoodsMovementType } = postingSettings().movementTypes
  const terms = { GoodsMovementType, Supplier: padded(supplier, 10), InventoryStockType: BLOCKED }
  return headerOf(GOODS_RECEIPT_FOR_ORDER, postingDate, key, items.map(item => filled({ ...partOf(item), ...terms, ...serialsOf(item) })))
}

/** The deep insert of a transfer between storage locations; from plant to plant it has a movement type of its own. */
export function transferOf({ postingDate, items }: TransferRequest, key: string): Row {
  const { transfer: within, plantTransfer: between } = postingSettings().movementTypes
  return headerOf(TRANSFER_POSTING, postingDate, key, items.map(item => filled({
    ...partOf(item), GoodsMovementType: item.toPlant && item.toPlant !== item.plant ? between : within,
    IssuingOrReceivingPlant: item.toPlant ?? item.plant, IssuingOrReceivingStorageLoc: item.toStorageLocation, ...serialsOf(item)
  })))
}

const accountOf = (GoodsMovementType: string, cost?: CostObject): Row =>
  ({ GoodsMovementType, CostCenter: costCenterOf(cost), ManufacturingOrder: orderOf(cost), WBSElement: cost?.wbsElement })

const stockTypeOf = ({ isBlocked }: { isBlocked?: boolean }): Row => (isBlocked ? { InventoryStockType: BLOCKED } : {})

const headerOf = (code: string, postingDate: string, key: string, items: Row[]): Row => ({
  GoodsMovementCode: code, PostingDate: toDate(postingDate), DocumentDate: toDate(postingDate), ReferenceDocument: key, to_MaterialDocumentItem: items
})

const partOf = (item: PartItem): Row => ({
  Material: item.material, Plant: item.plant, StorageLocation: item.storageLocation, Batch: item.batch,
  QuantityInEntryUnit: toQuantity(item.quantity), EntryUnit: item.unit && toUnit(item.unit)
})

function reservedOf({ reservation }: IssueItem): Row {
  if (!reservation) return {}
  return { Reservation: padded(reservation.document!, 10), ReservationItem: padded(reservation.item, 4), ...(reservation.isFinal && { ReservationIsFinallyIssued: true }) }
}

const serialsOf = ({ material, serialNumbers }: PartItem & { serialNumbers?: string[] }): Row =>
  serialNumbers?.length ? { to_SerialNumbers: serialNumbers.map(SerialNumber => ({ Material: material, SerialNumber })) } : {}
