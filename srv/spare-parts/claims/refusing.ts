import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import type { Order } from './orders'
import { sentence } from './orders'
import type { Part } from './parts'
import { placesWith, usualPlaces, type PlaceRow } from './places'

interface Place { plant: string; storageLocation: string }
interface Holder { number: string; technician: string | null; quantity: string | number }

/** How many holders and places an error names. */
const NAMED = 5

/** These may know who works on somebody else's order. */
const KNOWS_PEOPLE = ['PartsPlanner', 'Dispatcher', 'ServiceAgent', 'QualityEngineer', 'QualityManager', 'Admin']

/** 409 that says how many pieces there are, who has the others, and what else there is. */
export async function refuseWithAlternatives(order: Order, part: Part, quantity: number, chosen: Place | undefined, carrier_ID?: string | null): Promise<never> {
  const places = await placesWith(part.ID)
  const here = chosen ? places.filter(place => isSame(place, chosen)) : usualPlaces(places, order, carrier_ID)
  const available = Math.max(0, ...here.map(place => place.available))
  const elsewhere = places.filter(place => !here.includes(place) || place.available >= quantity)
  const details = [...(await holders(part, chosen ? [chosen] : order.plant ? [order.plant] : [])), ...elsewhere.slice(0, NAMED).map(place => elsewhereDetail(place, part))]
  return fail(409, 'PART_NOT_AVAILABLE', { target: 'quantity', args: [part.number, available, part.baseUnit ?? '', quantity], details })
}

const isSame = (a: Place, b: Place) => a.plant === b.plant && a.storageLocation === b.storageLocation

const elsewhereDetail = ({ plant, storageLocation, name, available }: PlaceRow, part: Part) => ({
  code: 'PART_ELSEWHERE', target: 'storageLocation',
  message: sentence('PART_ELSEWHERE', { available, unit: part.baseUnit, part: part.number, place: name ?? '', plant, storageLocation }),
  '@part_ID': part.ID, '@plant': plant, '@storageLocation': storageLocation, '@available': available
})

/** Whose claims are in the way: the orders, and their technicians where the user may know. */
async function holders(part: Part, where: (Place | string)[]) {
  const { Reservations } = entities()
  const [at] = where
  const place = typeof at === 'string' ? { plant: at } : at
  const rows = (await SELECT.from(Reservations).columns('workOrder.number as number', 'workOrder.technician.name as technician', 'claimedQuantity as quantity')
    .where({ part_ID: part.ID, state_code: { in: ['Claimed', 'Reserved', 'Picked'] }, ...place }).orderBy('claimedAt desc').limit(NAMED)) as unknown as Holder[]
  const knows = KNOWS_PEOPLE.some(role => cds.context!.user!.is(role))
  return rows.map(({ number, technician, quantity }) => ({
    code: 'PART_HELD', target: 'quantity', '@workOrder': number, '@available': 0,
    message: sentence(knows && technician ? 'PART_HELD_BY' : 'PART_HELD', { quantity: Number(quantity), unit: part.baseUnit, part: part.number, order: number, person: technician })
  }))
}
