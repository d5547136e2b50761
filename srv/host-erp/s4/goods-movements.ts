import type { DocumentRequest, GoodsMovementPort, IssueItem, IssueRequest, PartItem, TransferRequest } from '../ports'
import { NotSendable } from '../failures'
import { postingSettings } from '../settings'
import { literal, padded, toDate, toQuantity, toUnit } from '../wire-format'
import { api, distinct, filled, numberIn } from './connection'
import { costCenterOf, movementTypeFor, orderOf } from './cost-object'

type Row = Record<string, any>

const documents = api('API_MATERIAL_DOCUMENT_SRV')

/** GM_CODE of the host: which kind of transaction a document is posted by. */
const GOODS_ISSUE = '03'
const TRANSFER_POSTING = '04'

export const issue: GoodsMovementPort['issue'] = {
  send: (request, key) => post(issueOf(request, key)),
  find: (request, key) => findByReference(key),
  undo: async document => { await cancel(document) }
}

export const transfer: GoodsMovementPort['transfer'] = {
  send: (request, key) => post(transferOf(request, key)),
  find: (request, key) => findByReference(key),
  undo: async document => { await cancel(document) }
}

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
  const account = { GoodsMovementType: movementTypeFor(costObject), CostCenter: costCenterOf(costObject), ManufacturingOrder: orderOf(costObject), WBSElement: costObject?.wbsElement }
  return headerOf(GOODS_ISSUE, postingDate, key, items.map(item => filled({ ...partOf(item), ...account, ...reservedOf(item), ...serialsOf(item) })))
}

/** The deep insert of a transfer between storage locations. */
export function transferOf({ postingDate, items }: TransferRequest, key: string): Row {
  const { transfer: GoodsMovementType } = postingSettings().movementTypes
  return headerOf(TRANSFER_POSTING, postingDate, key, items.map(item => filled({
    ...partOf(item), GoodsMovementType, IssuingOrReceivingPlant: item.toPlant ?? item.plant, IssuingOrReceivingStorageLoc: item.toStorageLocation
  })))
}

const headerOf = (code: string, postingDate: string, key: string, items: Row[]): Row => ({
  GoodsMovementCode: code, PostingDate: toDate(postingDate), DocumentDate: toDate(postingDate), ReferenceDocument: key, to_MaterialDocumentItem: items
})

const partOf = (item: PartItem): Row => ({
  Material: item.material, Plant: item.plant, StorageLocation: item.storageLocation, Batch: item.batch,
  QuantityInEntryUnit: toQuantity(item.quantity), EntryUnit: item.unit && toUnit(item.unit)
})

function reservedOf({ reservation }: IssueItem): Row {
  if (!reservation) return {}
  return { Reservation: padded(reservation.document!, 10), ReservationItem: padded(reservation.item, 4) }
}

const serialsOf = ({ material, serialNumbers }: IssueItem): Row =>
  serialNumbers?.length ? { to_SerialNumbers: serialNumbers.map(SerialNumber => ({ Material: material, SerialNumber })) } : {}
