import { entities } from '../../entities'
import { partAlertOf } from '../alerts/alert-of'

interface Sum { part_ID: string; plant: string; available: string; onOrder: string; onOrderDate: string | null }

/** Looks again at what plants have of parts, and keeps one row for each that has too little. Runs in the caller's transaction. */
export async function reconsiderParts(part_IDs: string[]): Promise<void> {
  if (!part_IDs.length) return
  const { PartStocks, PartSupplies, Reservations, PartAlerts } = entities()
  const stocks = (await SELECT.from(PartStocks).columns('part_ID', 'plant', 'sum(unrestricted - reserved - claimed) as available', 'sum(onOrder) as onOrder', 'min(onOrderDate) as onOrderDate')
    .where({ part_ID: { in: part_IDs } }).groupBy('part_ID', 'plant')) as Sum[]
  const supplies = (await SELECT.from(PartSupplies).columns('part_ID', 'plant', 'safetyStock').where({ part_ID: { in: part_IDs } })) as { part_ID: string; plant: string; safetyStock: string | null }[]
  const needs = (await SELECT.from(Reservations).columns('part_ID', 'workOrder.plant as plant', 'sum(quantity - claimedQuantity - issuedQuantity - releasedQuantity) as open')
    .where({ part_ID: { in: part_IDs }, state_code: 'Needed' } as never).groupBy('part_ID', 'workOrder.plant')) as { part_ID: string; plant: string | null; open: string }[]
  const known = (await SELECT.from(PartAlerts).columns('part_ID', 'plant', 'rule_code', 'since').where({ part_ID: { in: part_IDs } })) as { part_ID: string; plant: string; rule_code: string; since: string }[]
  const now = new Date().toISOString()
  const fired = stocks.flatMap(row => {
    const same = (other: { part_ID: string; plant: string | null }) => other.part_ID === row.part_ID && other.plant === row.plant
    const safetyStock = supplies.find(same)?.safetyStock ?? null
    const open = Number(needs.find(same)?.open ?? 0)
    const alert = partAlertOf({ available: Number(row.available), open, safetyStock: safetyStock === null ? null : Number(safetyStock) })
    const before = known.find(same)
    const since = before && before.rule_code === alert?.rule ? before.since : now
    return alert ? [{ ...row, rule_code: alert.rule, level: alert.level, open, safetyStock, since }] : []
  })
  const over = known.filter(row => !fired.some(({ part_ID, plant }) => part_ID === row.part_ID && plant === row.plant))
  for (const { part_ID, plant } of over) await DELETE.from(PartAlerts).where({ part_ID, plant })
  if (fired.length) await UPSERT.into(PartAlerts).entries(fired)
}
