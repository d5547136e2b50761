import Messaging from 'sap/ui/core/Messaging'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Part, Stock } from '../matrix/rows'

/** Material type of spare parts in the host. */
const SPARE_PARTS = 'ERSA'
const MANY = 20_000
const STOCK = 'part_ID,plant,storageLocation,placeName,technicianName,unrestricted,blocked,reserved,claimed,available,inTransit,onOrder,onOrderDate,expectedAt,readAt'

async function rows<Row>(model: ODataModel, path: string, parameters: object, most: number): Promise<Row[]> {
  const list = model.bindList(path, undefined, [], [], { ...parameters, $$groupId: '$direct' })
  try {
    return (await list.requestContexts(0, most)).map(context => context.getObject() as Row)
  } finally {
    list.destroy()
    Messaging.removeAllMessages()
  }
}

/** Spare parts, or all parts that a search finds. */
export function readParts(model: ODataModel, words: string, most: number): Promise<Part[]> {
  const found = words.replace(/["\\]/g, ' ').trim()
  const $filter = found ? 'isActive eq true' : `isActive eq true and productType eq '${SPARE_PARTS}'`
  return rows(model, '/Parts', { $select: 'ID,number,name,baseUnit', $orderby: 'number', $filter, ...found && { $search: `"${found}"` } }, most)
}

export function readStocks(model: ODataModel, parts: Part[], plant: string): Promise<Stock[]> {
  if (!parts.length) return Promise.resolve([])
  const $filter = `part_ID in (${parts.map(({ ID }) => ID).join(',')}) and isActive eq true${plant ? ` and plant eq '${plant}'` : ''}`
  return rows(model, '/Availability', { $select: STOCK, $filter }, MANY)
}

export const readPlants = async (model: ODataModel): Promise<string[]> => {
  const places = await rows<{ plant: string }>(model, '/StockPlaces', { $select: 'plant,storageLocation,IsActiveEntity', $filter: 'isActive eq true and IsActiveEntity eq true', $orderby: 'plant' }, MANY)
  return [...new Set(places.map(({ plant }) => plant))]
}

/** Has the host asked for a part now. @throws when it does not answer */
export async function askHost(model: ODataModel, { ID }: Part): Promise<void> {
  const operation = model.bindContext(`/Parts(${ID})/aftersales.SparePartsService.refreshStock(...)`)
  try {
    await operation.invoke('$direct')
  } finally {
    operation.destroy()
    Messaging.removeAllMessages()
  }
}
