/** What a service area covers: a country, one of its regions, a range of its postal codes, or both of these. */
export interface AreaPlace {
  area_code: string
  /** ISO 3166-1 alpha-2 */
  country: string
  /** As addresses have it. */
  region?: string | null
  postalFrom?: string | null
  postalTo?: string | null
}

export interface PlacedAddress {
  country?: string | null
  region?: string | null
  postalCode?: string | null
}

/**
 * The area whose places fit an address most closely: a range of postal codes before a region before the whole country; of two
 * ranges the one that names more digits. Between equals the code that comes first in the alphabet, so that the answer never
 * depends on the order of the places.
 *
 * A range compares as many characters as its bounds have: 70 to 79 covers 70376 and 79999.
 */
export function areaOf(address: PlacedAddress, places: readonly AreaPlace[]): string | null {
  let best: { area: string; closeness: number } | undefined
  for (const place of places) {
    if (!covers(place, address)) continue
    const closeness = closenessOf(place)
    if (!best || closeness > best.closeness || (closeness === best.closeness && place.area_code < best.area)) best = { area: place.area_code, closeness }
  }
  return best?.area ?? null
}

function covers({ country, region, postalFrom, postalTo }: AreaPlace, address: PlacedAddress): boolean {
  if (country !== address.country || (region && region !== address.region)) return false
  if (!postalFrom || !postalTo) return true
  const [code, from, to] = [address.postalCode ?? '', postalFrom, postalTo].map(compact)
  return code !== '' && code.slice(0, from.length) >= from && code.slice(0, to.length) <= to
}

const closenessOf = ({ region, postalFrom }: AreaPlace) => (postalFrom ? 10 + compact(postalFrom).length : 0) + (region ? 1 : 0)

/** Postal codes are written with and without blanks and hyphens. */
const compact = (code: string) => code.replace(/[\s-]/g, '').toUpperCase()
