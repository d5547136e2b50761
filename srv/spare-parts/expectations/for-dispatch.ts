import { entities } from '../../entities'

const WAITING = ['Needed', 'Claimed', 'Reserved', 'Picked']

/**
 * Of the pieces that an order still needs, the share (0 to 1) that each technician has in the van: held there for the order, or free. Who has none is not
 * named. Nothing for an order that needs none.
 */
export async function sharesOnVans(workOrder_ID: string): Promise<Map<string, number> | undefined> {
  const { Reservations, PartStocks } = entities()
  const needs = (await SELECT.from(Reservations).columns('part_ID', 'openQuantity as open', 'claimedQuantity as claimed', 'place.technician.ID as technician_ID')
    .where({ workOrder_ID, state_code: { in: WAITING } } as never)) as { part_ID: string; open: string; claimed: string; technician_ID: string | null }[]
  const all = needs.reduce((sum, { open, claimed }) => sum + Number(open) + Number(claimed), 0)
  if (!(all > 0)) return undefined
  const wanted = new Map<string, number>()
  for (const { part_ID, open } of needs) if (Number(open) > 0) wanted.set(part_ID, (wanted.get(part_ID) ?? 0) + Number(open))
  const onVan = new Map<string, number>()
  const add = (technician_ID: string, pieces: number) => onVan.set(technician_ID, (onVan.get(technician_ID) ?? 0) + pieces)
  for (const { technician_ID, claimed } of needs) if (technician_ID && Number(claimed) > 0) add(technician_ID, Number(claimed))
  const stocks = wanted.size ? ((await SELECT.from(PartStocks).columns('part_ID', 'place.technician.ID as technician_ID', 'available')
    .where`part_ID in ${[...wanted.keys()]} and place.kind.code = 'van' and place.isActive = true and unrestricted - reserved - claimed > 0`) as { part_ID: string; technician_ID: string | null; available: string }[]) : []
  for (const { part_ID, technician_ID, available } of stocks) if (technician_ID) add(technician_ID, Math.min(Number(available), wanted.get(part_ID)!))
  return new Map([...onVan].map(([technician_ID, pieces]) => [technician_ID, Math.min(1, pieces / all)]))
}

/** When the parts of an area's orders can be at their sites, as far as that is known, in milliseconds: of each order the last one. */
export async function arrivalsIn(serviceArea_code: string): Promise<Map<string, number>> {
  const { Reservations } = entities()
  const rows = (await SELECT.from(Reservations).columns('workOrder_ID', 'max(expectedAt) as expectedAt')
    .where({ 'workOrder.serviceArea_code': serviceArea_code, 'workOrder.isOpen': true, state_code: { in: WAITING }, expectedAt: { '!=': null } } as never)
    .groupBy('workOrder_ID')) as { workOrder_ID: string; expectedAt: string }[]
  return new Map(rows.map(({ workOrder_ID, expectedAt }) => [workOrder_ID, Date.parse(expectedAt)]))
}
