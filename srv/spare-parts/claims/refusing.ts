import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { alternativesFor } from '../availability/alternatives'
import { isSamePlace } from '../stock/places'
import { sentence, type Order } from './orders'
import type { Part } from './parts'
import { placesWith, usualPlaces } from './places'

interface Place { plant: string; storageLocation: string }
interface Holder { number: string; technician: string | null; quantity: string | number }

interface Offer extends Place { placeName?: string | null; available: string | number }
interface Offered { ID: string; number: string; name?: string | null; unit: string | null }

/** How many holders an error names. */
const NAMED = 5

/** These may know who works on somebody else's order. */
const KNOWS_PEOPLE = ['PartsPlanner', 'Dispatcher', 'ServiceAgent', 'QualityEngineer', 'QualityManager', 'Admin']

/** 409 that says how many pieces there are, who has the others, and what else there is. */
export async function refuseWithAlternatives(order: Order, part: Part, quantity: number, chosen: Place | undefined, carrier_ID?: string | null): Promise<never> {
  const places = await placesWith(part.ID)
  const here = chosen ? places.filter(place => isSamePlace(place, chosen)) : usualPlaces(places, order, carrier_ID)
  const available = Math.max(0, ...here.map(place => place.available))
  const others = await alternativesFor({ part_ID: part.ID, quantity, workOrder_ID: order.ID, except: chosen })
  const details = [
    ...(await holders(part, chosen ?? (order.plant ? { plant: order.plant } : {}))),
    ...others.places.map(place => offered('PART_ELSEWHERE', place, { ...part, unit: part.baseUnit })),
    ...others.substitutes.map(each => offered('PART_SUBSTITUTE', each, { ...each, ID: each.part_ID, unit: part.baseUnit }))
  ]
  return fail(409, 'PART_NOT_AVAILABLE', { target: 'quantity', args: [part.number, available, part.baseUnit ?? '', quantity], details })
}

/** A sentence, with what a page needs to act on it. */
const offered = (code: string, { plant, storageLocation, placeName, available }: Offer, { ID, number, name, unit }: Offered) => ({
  code, target: 'storageLocation',
  message: sentence(code, { available: Number(available), unit, part: number, name, place: placeName, plant, storageLocation }),
  '@part_ID': ID, '@plant': plant, '@storageLocation': storageLocation, '@available': Number(available)
})

/** Whose claims are in the way: the orders, and their technicians where the user may know. */
async function holders(part: Part, place: Partial<Place>) {
  const { Reservations } = entities()
  const rows = (await SELECT.from(Reservations).columns('workOrder.number as number', 'workOrder.technician.name as technician', 'claimedQuantity as quantity')
    .where({ part_ID: part.ID, state_code: { in: ['Claimed', 'Reserved', 'Picked'] }, ...place }).orderBy('claimedAt desc').limit(NAMED)) as unknown as Holder[]
  const knows = KNOWS_PEOPLE.some(role => cds.context!.user!.is(role))
  return rows.map(({ number, technician, quantity }) => ({
    code: 'PART_HELD', target: 'quantity', '@workOrder': number,
    message: sentence(knows && technician ? 'PART_HELD_BY' : 'PART_HELD', { quantity: Number(quantity), unit: part.baseUnit, part: part.number, order: number, person: technician })
  }))
}
