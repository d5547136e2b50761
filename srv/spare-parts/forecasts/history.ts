import cds from '@sap/cds'
import { entities } from '../../entities'
import { rowsOf } from '../asking'
import { monthlyDemand, monthNumber, monthOf, type DemandPoint } from '../demand/series'
import { sparePartsSettings } from '../settings'

export interface PartPlace { part_ID: string; plant: string; storageLocation: string }
interface Month extends PartPlace { year: number; month: number; quantity: string | number }

/** Months of the ledger that count: what left its place, less what came back or never left. */
const SIGNS: Record<string, 1 | -1> = { Issued: 1, IssueRefused: -1, IssueMissing: -1, Returned: -1 }

export const keyOf = ({ part_ID, plant, storageLocation }: PartPlace): string => [part_ID, plant, storageLocation].join(' ')

/**
 * The monthly demand of parts at places, up to the last full month: pieces that were issued there and not given back, those that filled a van from
 * there, and history from before the ledger. Runs in the caller's transaction.
 */
export async function historiesOf(places: PartPlace[]): Promise<Map<string, { first: string | null; demand: number[] }>> {
  const part_IDs = [...new Set(places.map(({ part_ID }) => part_ID))]
  const last = monthNumber(cds.context!.timestamp.toISOString()) - 1
  const from = monthOf(last - sparePartsSettings().historyMonths + 1)
  const points = new Map<string, DemandPoint[]>(places.map(place => [keyOf(place), []]))
  const add = (place: PartPlace, day: string, quantity: number) => points.get(keyOf(place))?.push({ day, quantity })
  for (const { month, quantity, ...place } of await broughtAlong(part_IDs, from)) add(place, month, Number(quantity))
  for (const row of [...await issued(part_IDs, from), ...await broughtToVans(part_IDs, from)]) {
    add(row, monthOf(Number(row.year) * 12 + Number(row.month) - 1), Number(row.quantity))
  }
  return new Map([...points].map(([key, each]) => [key, monthlyDemand(each, monthOf(last), from)]))
}

const broughtAlong = (part_IDs: string[], from: string) => rowsOf<PartPlace & { month: string; quantity: string }>(SELECT.from(entities().PartDemands)
  .columns('part_ID', 'plant', 'storageLocation', 'month', 'quantity').where({ part_ID: { in: part_IDs }, month: { '>=': `${from}-01` } }))

const MONTHS = ['part_ID', 'plant', 'storageLocation', 'year(at) as year', 'month(at) as month', 'sum(quantity) as quantity']
const GROUPS = ['part_ID', 'plant', 'storageLocation', 'year(at)', 'month(at)']

async function issued(part_IDs: string[], from: string): Promise<Month[]> {
  const rows = await rowsOf<Month & { kind_code: string }>(SELECT.from(entities().PartMovements).columns(...MONTHS as never[], 'kind_code' as never)
    .where({ part_ID: { in: part_IDs }, kind_code: { in: Object.keys(SIGNS) }, at: { '>=': `${from}-01T00:00:00.000Z` } } as never)
    .groupBy(...GROUPS as never[], 'kind_code' as never))
  return rows.map(row => ({ ...row, quantity: SIGNS[row.kind_code] * Number(row.quantity) }))
}

/** What a van is filled with is asked of the depot, and by the van's visits of the van. */
const broughtToVans = (part_IDs: string[], from: string) => rowsOf<Month>(SELECT.from(entities().StockTransfers)
  .columns(...MONTHS.map(column => column.replace('(at)', '(createdAt)')) as never[])
  .where({ part_ID: { in: part_IDs }, state_code: 'Done', createdAt: { '>=': `${from}-01T00:00:00.000Z` } } as never)
  .and("source.kind.code != 'van' and destination.kind.code = 'van'")
  .groupBy(...GROUPS.map(column => column.replace('(at)', '(createdAt)')) as never[]))

/** Parts at places that something was used of. */
export async function placesWithDemand(): Promise<PartPlace[]> {
  const { PartMovements, PartDemands } = entities()
  const columns = ['part_ID', 'plant', 'storageLocation'] as never[]
  const moved = await rowsOf<PartPlace>(SELECT.distinct.from(PartMovements).columns(...columns).where({ kind_code: 'Issued', plant: { '!=': null } } as never))
  const told = await rowsOf<PartPlace>(SELECT.distinct.from(PartDemands).columns(...columns))
  return [...new Map([...moved, ...told].map(place => [keyOf(place), place])).values()]
}
