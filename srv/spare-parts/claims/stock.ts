import cds from '@sap/cds'
import { atLeast, grown } from './pieces'

/** A part at a place. */
export interface PartPlace { part_ID: string; plant: string; storageLocation: string }

const keyOf = ({ part_ID, plant, storageLocation }: PartPlace) => ({ part_ID, plant, storageLocation })
const available = { xpr: [{ ref: ['unrestricted'] }, '-', { ref: ['reserved'] }, '-', { ref: ['claimed'] }] }

/** Holds pieces for somebody: of two who want the last one, one gets true. */
export async function claimAt(place: PartPlace, quantity: number): Promise<boolean> {
  const { PartStocks } = cds.entities('aftersales')
  const { part_ID, plant, storageLocation } = place
  const where = [
    { ref: ['part_ID'] }, '=', { val: part_ID }, 'and', { ref: ['plant'] }, '=', { val: plant }, 'and', { ref: ['storageLocation'] }, '=', { val: storageLocation },
    'and', ...atLeast(available, quantity)
  ]
  return Boolean(await UPDATE(PartStocks).with({ claimed: grown('claimed', quantity) } as never).where(where as never))
}

/** Gives held pieces back to everybody. */
export const freeAt = (place: PartPlace, quantity: number): Promise<void> => bookAt(place, { claimed: -quantity })

/**
 * Moves the mirror as a document of the host has moved its stock. Figures that the host was asked for before do not count any more, and the place is
 * read again soon. A change of what is claimed alone is ours and no business of the host.
 */
export async function bookAt(place: PartPlace, by: { unrestricted?: number; blocked?: number; claimed?: number }): Promise<void> {
  const { PartStocks } = cds.entities('aftersales')
  const moves = Boolean(by.unrestricted || by.blocked)
  const changes = Object.fromEntries(Object.entries(by).filter(([, delta]) => delta).map(([name, delta]) => [name, grown(name, delta!)]))
  if (!Object.keys(changes).length) return
  const change = () => UPDATE(PartStocks).with({ ...changes, ...(moves && { version: { '+=': 1 }, isStale: true }) } as never).where(keyOf(place))
  if (await change()) return
  // The first pieces of a part that come to a place.
  await UPSERT.into(PartStocks).entries(keyOf(place))
  if (!(await change())) throw new Error(`There is no stock row of ${JSON.stringify(keyOf(place))}`)
}
