import { entities } from '../../entities'
import { factsOfWarnings, type WarningFacts } from './facts'
import { grouped } from '../../grouped'

/** When a warning is due. The column comes first in an index. */
export type Due = Record<string, unknown>

/**
 * Reads warnings that are due, and locks their clocks in the same statement, before the warnings, as whoever moves a clock does; those that
 * are being moved are left for the next turn. A clock's warnings come together, oldest first.
 *
 * @param since the column that says since when
 * @param batch the clocks of so many warnings
 */
export async function dueWarnings(due: Due, since: string, batch: number): Promise<WarningFacts[]> {
  const { Warnings, Clocks } = entities()
  const clocks = SELECT.from(Warnings).columns('clock_ID').where(due).orderBy(since).limit(batch)
  const free = SELECT.from(Clocks).columns('ID').where({ ID: { in: clocks } } as never).forUpdate({ ignoreLocked: true } as never)
  return factsOfWarnings({ ...due, clock_ID: { in: free } })
}

/**
 * Writes what becomes of warnings, once each, as long as they are due: somebody may have answered meanwhile. Most warnings of a turn change
 * in the same way, so that statements are few.
 *
 * @returns those that were taken
 */
export async function take(turn: string, due: Due, warnings: WarningFacts[], changesOf: (warning: WarningFacts) => object): Promise<WarningFacts[]> {
  const { Warnings } = entities()
  const taken = new Set<string>()
  for (const [changes, rows] of grouped(warnings, warning => JSON.stringify(changesOf(warning)))) {
    const IDs = rows.map(({ ID }) => ID)
    const count = await UPDATE(Warnings).with({ ...JSON.parse(changes), turn } as never).where({ ID: { in: IDs }, ...due } as never)
    const mine = Number(count) === IDs.length ? rows : ((await SELECT.from(Warnings).columns('ID').where({ ID: { in: IDs }, turn })) as { ID: string }[])
    for (const { ID } of mine) taken.add(ID)
  }
  return warnings.filter(({ ID }) => taken.has(ID))
}
