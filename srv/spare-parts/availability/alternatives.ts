import cds from '@sap/cds'
import Decimal from 'decimal.js'
import { entities } from '../../entities'
import { offersOf, type PlaceOffer, type Site } from './offers'
import { substitutesOf, type Substitute } from './substitutes-of'

export interface Wanted {
  part_ID: string
  quantity: string | number
  /** The order it is for: its site, its model, who comes. */
  workOrder_ID?: string | null
  plant?: string | null
  /** The place where it was not to be had. */
  except?: { plant: string; storageLocation: string }
}

export interface SubstituteOffer extends Substitute {
  plant: string
  storageLocation: string
  placeName: string
  available: string
  expectedAt: string | null
}

export interface Alternatives { places: PlaceOffer[]; substitutes: SubstituteOffer[] }

const MOST = 5

/** Where else pieces are free, and which other parts can take the place of this one. Reads this module's tables in the caller's transaction. */
export async function alternativesFor({ part_ID, quantity, workOrder_ID, plant, except }: Wanted): Promise<Alternatives> {
  const { WorkOrders } = entities()
  const order = workOrder_ID ? ((await SELECT.one.from(WorkOrders).columns('plant', 'model', 'technician_ID', 'latitude', 'longitude').where({ ID: workOrder_ID })) as Site & { model: string | null }) : undefined
  const site = { ...order, plant: plant ?? order?.plant }
  const substitutes = await substitutesOf(part_ID, order?.model, cds.context?.timestamp)
  const offers = await offersOf([part_ID, ...substitutes.map(each => each.part_ID)], quantity, site, cds.context?.timestamp ?? new Date())
  const free = (ID: string) => offers.get(ID)!.filter(({ available }) => new Decimal(available).gt(0))
  const isElsewhere = (place: PlaceOffer) => place.plant !== except?.plant || place.storageLocation !== except.storageLocation
  return {
    places: free(part_ID).filter(isElsewhere).slice(0, MOST),
    substitutes: substitutes.flatMap(each => {
      const [best] = free(each.part_ID)
      return best ? [{ ...each, plant: best.plant, storageLocation: best.storageLocation, placeName: best.placeName, available: best.available, expectedAt: best.expectedAt }] : []
    }).slice(0, MOST)
  }
}
