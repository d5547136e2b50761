import { entities } from '../entities'
import { areaOf, type AreaPlace, type PlacedAddress } from './area-of'

/** Addresses that one transaction moves: their orders are locked until it ends. */
const BATCH = 50

type OrderAddress = PlacedAddress & { serviceArea_code: string | null }

/** The area in which an order lies by its address. */
export async function areaOfOrder(ID: string): Promise<string | null> {
  const { WorkOrders } = entities()
  const address = await SELECT.one.from(WorkOrders, { ID } as never).columns('country', 'region', 'postalCode')
  return address ? areaOf(address as PlacedAddress, await places()) : null
}

/**
 * Sets the area of all orders whose address lies in another one than is stored with them, address by address: many orders share
 * one. Drafts keep nothing of it, since the area is read-only.
 *
 * @returns how many orders moved, and whether there are more to move
 */
export async function placeOrders(): Promise<{ moved: number; more: boolean }> {
  const { WorkOrders } = entities()
  const known = await places()
  const addresses = (await SELECT.distinct.from(WorkOrders).columns('country', 'region', 'postalCode', 'serviceArea_code')) as OrderAddress[]
  const wrong = addresses
    .map(address => ({ ...address, right: areaOf(address, known) }))
    .filter(({ serviceArea_code, right }) => serviceArea_code !== right)
  let moved = 0
  for (const { right, ...address } of wrong.slice(0, BATCH)) moved += await UPDATE(WorkOrders).with({ serviceArea_code: right, ...UNTOUCHED }).where(address)
  return { moved, more: wrong.length > BATCH }
}

async function places(): Promise<AreaPlace[]> {
  const { ServiceAreaPlaces } = entities()
  return SELECT.from(ServiceAreaPlaces).columns('area_code', 'country', 'region', 'postalFrom', 'postalTo')
}

/** Nobody changed the order. */
const UNTOUCHED = { modifiedAt: { ref: ['modifiedAt'] }, modifiedBy: { ref: ['modifiedBy'] } }
