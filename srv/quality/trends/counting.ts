import { entities } from '../../entities'
import { mondayOf, weekNumber } from './weeks'
import type { Series } from './watching'

export type Dimension = 'model' | 'part' | 'supplier' | 'site' | 'location'
export const DIMENSIONS: Dimension[] = ['model', 'part', 'supplier', 'site', 'location']

/** Weekly counts of a value and the weeks' exposures. */
export interface Counted extends Series { value: string }

interface Day { value: string; day: string; count: number }

/** What notifications are counted by. They count when the company came to know of them: what is told later changes no week that has been judged. */
const FIELDS = { model: 'model', part: 'part_ID', supplier: 'supplier', site: 'equipment.siteName' }
/** Where pieces of equipment stand for what could have failed. Of parts nobody knows what the factory has fitted, and of suppliers what is in use. */
const INSTALLED: Partial<Record<Dimension, string>> = { model: 'model', site: 'siteName', location: 'functionalLocation' }

const rows = <Row>(query: unknown): Promise<Row[]> => Promise.resolve(query as PromiseLike<Row[]>)

/**
 * Counts of all values of a dimension, in some weeks.
 *
 * @param from number of the first week
 * @param weeks how many there are
 */
export async function countsOf(dimension: Dimension, from: number, weeks: number): Promise<Counted[]> {
  const days = dimension === 'location' ? await failures(from) : await notified(FIELDS[dimension], from)
  const counts = new Map<string, number[]>()
  for (const { value, day, count } of days) {
    const week = weekNumber(day) - from
    if (week < 0 || week >= weeks) continue
    if (!counts.has(value)) counts.set(value, new Array<number>(weeks).fill(0))
    counts.get(value)![week] += Number(count)
  }
  const installed = await installedBase(dimension)
  return [...counts].map(([value, each]) => ({ value, first: from, counts: each, exposures: exposuresOf(installed.get(value), from, weeks) }))
}

function notified(field: string, from: number): Promise<Day[]> {
  const day = 'coalesce(reportedOn, eventDate)'
  return rows(SELECT.from(entities().QualityNotifications).columns(`${field} as value` as never, `${day} as day` as never, 'count(*) as count' as never)
    .where(`${field} is not null and ${day} >= '${mondayOf(from)}'`).groupBy(field as never, day as never))
}

/** Orders with a fault, on the day that they came in. */
function failures(from: number): Promise<Day[]> {
  const field = 'functionalLocation', day = 'date(receivedAt)'
  return rows(SELECT.from(entities().WorkOrders).columns(`${field} as value` as never, `${day} as day` as never, 'count(*) as count' as never)
    .where(`${field} is not null and faultCategory.code is not null and status.code != 'Cancelled' and receivedAt >= '${mondayOf(from)}T00:00:00.000Z'`)
    .groupBy(field as never, day as never))
}

interface Installed { value: string; since: string | null; count: number }

async function installedBase(dimension: Dimension): Promise<Map<string, Installed[]>> {
  const field = INSTALLED[dimension], byValue = new Map<string, Installed[]>()
  if (!field) return byValue
  const all = await rows<Installed>(SELECT.from(entities().Equipment).columns(`${field} as value` as never, 'warrantyStart as since' as never, 'count(*) as count' as never)
    .where(`${field} is not null and isActive = true`).groupBy(field as never, 'warrantyStart' as never))
  for (const each of all) byValue.set(each.value, [...(byValue.get(each.value) ?? []), each])
  return byValue
}

/** Pieces in use by week: from the start of their warranty, or always. At least one, or nothing could have failed. */
function exposuresOf(installed: Installed[] | undefined, from: number, weeks: number): number[] {
  const added = new Array<number>(weeks).fill(0)
  for (const { since, count } of installed ?? []) {
    const week = since ? Math.max(0, weekNumber(since) - from) : 0
    if (week < weeks) added[week] += Number(count)
  }
  let total = 0
  return added.map(count => Math.max(1, (total += count)))
}
