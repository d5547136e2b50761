import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { atLeast, grown } from './pieces'

/** A part at a place. */
export interface PartPlace { part_ID: string; plant: string; storageLocation: string }

const keyOf = ({ part_ID, plant, storageLocation }: PartPlace) => ({ part_ID, plant, storageLocation })
const available = { xpr: [{ ref: ['unrestricted'] }, '-', { ref: ['reserved'] }, '-', { ref: ['claimed'] }] }

/** Holds pieces for somebody: of two who want the last one, one gets true. */
export async function claimAt(place: PartPlace, quantity: number): Promise<boolean> {
  const { PartStocks } = entities()
  const where = [...isAt(place), 'and', ...atLeast(available, quantity)]
  return Boolean(await UPDATE(PartStocks).with({ claimed: grown('claimed', quantity) } as never).where(where as never))
}

const isAt = (place: PartPlace) => Object.entries(keyOf(place)).flatMap(([name, val], index) => [...(index ? ['and'] : []), { ref: [name] }, '=', { val }])
const heldAt = (place: PartPlace, quantity: number) => [...isAt(place), 'and', ...atLeast({ ref: ['claimed'] }, quantity)]

/** Gives held pieces back to everybody. A change of what is claimed is ours alone and no business of the host. */
export async function freeAt(place: PartPlace, quantity: number): Promise<void> {
  const changed = await UPDATE(entities().PartStocks).with({ claimed: grown('claimed', -quantity) } as never).where(heldAt(place, quantity) as never)
  if (changed) return
  cds.log('spare-parts').error(`${quantity} are not held at ${JSON.stringify(keyOf(place))}: given back twice in one changeset, or counted wrong`)
  fail(409, 'BUSY_MEANWHILE')
}

/**
 * The host has posted that pieces, which were claimed as a rule, have left a place. Figures that the host was asked for before do not count any more, and it is
 * asked again soon: had the last answer known of it already, there is too little until then, never too much.
 */
export async function leaveAt(place: PartPlace, quantity: number, claimed = quantity): Promise<void> {
  const by = { unrestricted: grown('unrestricted', -quantity), ...(claimed && { claimed: grown('claimed', -claimed) }) }
  if (!(await change(place, { ...by, ...MOVED }))) throw new Error(`There is no stock row of ${JSON.stringify(keyOf(place))}`)
}

/**
 * The host has posted that pieces have come to a place, or have moved within its blocked stock. They are there for others when the host is asked next
 * and says so, since its last answer may have counted them already.
 *
 * @param claimed how many of them are held for somebody from now on
 */
export async function arriveAt(place: PartPlace, claimed = 0): Promise<void> {
  const { PartStocks } = entities()
  const by = { ...(claimed && { claimed: grown('claimed', claimed) }), ...MOVED }
  if (await change(place, by)) return
  // The first pieces of a part that come to a place.
  await UPSERT.into(PartStocks).entries(keyOf(place))
  await change(place, by)
}

const MOVED = { version: { '+=': 1 }, isStale: true }

const change = (place: PartPlace, changes: object) => UPDATE(entities().PartStocks).with(changes as never).where(keyOf(place))
