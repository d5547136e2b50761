import { entities } from '../../entities'

export interface Place { plant: string; storageLocation: string }

/**
 * Makes a row of each place that nobody has described yet. It stays inactive, so that nothing is promised from there before a person has looked at it;
 * the van of a technician is known as such. Runs in the caller's transaction.
 */
export async function describePlaces(places: Place[], unknownKind: string): Promise<void> {
  if (!places.length) return
  const { StockPlaces, Technicians } = entities()
  const plants = [...new Set(places.map(({ plant }) => plant))]
  const known = (await SELECT.from(StockPlaces).columns('plant', 'storageLocation').where({ plant: { in: plants } })) as Place[]
  const unknown = places.filter(place => !known.some(row => isSamePlace(row, place)))
  if (!unknown.length) return
  const vans = (await SELECT.from(Technicians).columns('ID', 'name', 'plant', 'storageLocation').where({ plant: { in: plants }, isActive: true })) as (Place & { ID: string; name: string })[]
  await UPSERT.into(StockPlaces).entries(unknown.map(({ plant, storageLocation }) => {
    const van = vans.find(row => isSamePlace(row, { plant, storageLocation }))
    return { plant, storageLocation, name: van?.name ?? `${plant} ${storageLocation}`, kind_code: van ? 'van' : unknownKind, technician_ID: van?.ID ?? null, isActive: false }
  }))
}

export const isSamePlace = (a: Place, b: Place): boolean => a.plant === b.plant && a.storageLocation === b.storageLocation
