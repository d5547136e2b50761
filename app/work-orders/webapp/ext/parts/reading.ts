import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call, rows } from '../live/requests'
import type { Place } from './forms'
import type { Offers, Proposed } from './offers'
import type { Asked, Movement, Reservation } from './words'

const PIECES = 'quantity,openQuantity,claimedQuantity,pickedQuantity,issuedQuantity,inHandQuantity,consumedQuantity,returnedQuantity,scrappedQuantity,releasedQuantity'

export const readReservations = (model: ODataModel, workOrder: string): Promise<Reservation[]> => rows(model, '/Reservations', {
  $filter: `workOrder_ID eq ${workOrder}`, $orderby: 'number',
  $select: `ID,number,part_ID,unit,plant,storageLocation,neededAt,expectedAt,expiresAt,alertLevel,hostReservation,refusal,${PIECES}`,
  $expand: 'part($select=ID,number,name,isSerialManaged,isBatchManaged),state($select=code,name,criticality),place($select=plant,storageLocation,name),insteadOf($select=ID,number,name),alertRule($select=code,name),transfer($select=ID,number)'
})

/** Requests for substitutes of these needs that wait for somebody. */
export const readAsked = async (model: ODataModel, reservations: Reservation[]): Promise<Asked[]> => !reservations.length ? [] : rows(model, '/SubstitutionRequests', {
  $filter: `reservation_ID in (${reservations.map(({ ID }) => ID).join(',')}) and state_code eq 'Requested'`, $select: 'ID,reservation_ID,requestedBy', $expand: 'substitute($select=ID,number,name)'
})

export const readMovements = (model: ODataModel, reservation: string): Promise<Movement[]> => rows(model, '/PartMovements', {
  $filter: `reservation_ID eq ${reservation}`, $orderby: 'sequence desc', $select: 'ID,at,quantity,serialNumber,batch,text,userId,hostDocument', $expand: 'kind($select=code,name)'
})

/** Vans of a technician. */
export const readVans = async (model: ODataModel, technician_ID: string | null): Promise<Place[]> => !technician_ID ? [] : rows(model, '/StockPlaces', {
  $filter: `technician_ID eq ${technician_ID} and isActive eq true and IsActiveEntity eq true`, $select: 'plant,storageLocation,IsActiveEntity,name'
})

export const readOffers = (model: ODataModel, workOrder_ID: string, part_ID: string, quantity: number): Promise<Offers> =>
  call(model, '/availabilityFor', { workOrder_ID, part_ID, quantity: String(quantity) })

export interface Scanned { isRead: boolean; part_ID: string | null; serialNumber: string | null; batch: string | null; notices: { text: string; criticality: number }[] }

export const scan = (model: ODataModel, code: string): Promise<Scanned> => call(model, '/scan', { code })

/** GS1 codes carry more than a number; what a person types is taken as it is. */
export async function numberFrom(model: ODataModel, kind: 'serialNumber' | 'batch', typed: string): Promise<string> {
  const isCode = typed.length > 18 || /^[\](]/.test(typed) || typed.includes('\u001d')
  return (isCode ? (await scan(model, typed))[kind] : null) ?? typed
}

export const readProposed = async (model: ODataModel, workOrder_ID: string): Promise<Proposed[]> =>
  (await call<{ value: Proposed[] }>(model, '/proposedParts', { workOrder_ID })).value

/** Parts by number, name or trade item number, beside those that are proposed. */
export async function searchParts(model: ODataModel, words: string): Promise<Proposed[]> {
  const found = await rows<{ ID: string; number: string; name: string; baseUnit: string | null }>(model, '/Parts', {
    $search: `"${words.replace(/["\\]/g, ' ').trim()}"`, $filter: 'isActive eq true', $select: 'ID,number,name,baseUnit', $orderby: 'number'
  })
  return found.map(({ ID, number, name, baseUnit }) => ({
    part_ID: ID, number, name, unit: baseUnit, origin_code: 'manual', quantity: null, repairs: null, repairsWithPart: null, uses: null, needed: null, available: null
  }))
}
