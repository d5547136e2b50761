import { entities } from '../../entities'
import type { PartLife } from './rule-matching'

interface Fitted {
  ID: string; part_ID: string; number: string; unit: string | null; serialNumber: string | null; batch: string | null; quantity: string | number | null
  fittedAt: string | null; removedAt: string | null
}

/** The parts that came out with an order, as items of a notification. */
export async function removedParts(workOrder_ID: string): Promise<Record<string, unknown>[]> {
  const rows = await fittedWhere({ removedBy_ID: workOrder_ID })
  return rows.map(({ ID, part_ID, serialNumber, batch, quantity, unit }, i) => ({ position: i + 1, part_ID, serialNumber, batch, quantity: quantity ?? 1, unit, fittedPart_ID: ID }))
}

/**
 * How long the parts had lived that failed with an order: those it took out, and those of which it fitted another one while an earlier one was known to be in,
 * whether or not anybody wrote down which one came out.
 */
export async function partLives(workOrder_ID: string, equipment_ID: string | null): Promise<PartLife[]> {
  const removed = await fittedWhere({ removedBy_ID: workOrder_ID })
  const lives = removed.flatMap(({ number, fittedAt, removedAt }) => lifeOf(number, fittedAt, removedAt))
  const known = new Set(removed.map(({ part_ID }) => part_ID))
  for (const { part_ID, number, fittedAt } of equipment_ID ? await fittedWhere({ fittedBy_ID: workOrder_ID }) : []) {
    if (known.has(part_ID)) continue
    const { FittedParts } = entities()
    const before = await SELECT.one.from(FittedParts).columns('fittedAt').where`equipment_ID = ${equipment_ID} and part_ID = ${part_ID} and fittedAt < ${fittedAt}
      and removedAt is null and (fittedBy_ID is null or fittedBy_ID != ${workOrder_ID})`.orderBy('fittedAt desc')
    lives.push(...lifeOf(number, before?.fittedAt as string | undefined, fittedAt))
  }
  return lives
}

async function fittedWhere(where: Record<string, unknown>): Promise<Fitted[]> {
  return (await SELECT.from(entities().FittedParts).columns(
    'ID', 'part_ID', 'part.number as number', 'part.baseUnit as unit', 'serialNumber', 'batch', 'quantity', 'fittedAt', 'removedAt'
  ).where(where).orderBy('part_ID', 'serialNumber', 'ID')) as unknown as Fitted[]
}

function lifeOf(part: string, from: string | null | undefined, to: string | null | undefined): PartLife[] {
  return from && to ? [{ part, days: (new Date(to).getTime() - new Date(from).getTime()) / 86_400_000 }] : []
}
