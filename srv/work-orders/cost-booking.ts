import { entities } from '../entities'
import { computeAmounts, type CostItem, sumCostItems } from './cost-items'

/** Writes cost items that come from this module itself, such as those of parts; in the caller's transaction. */
export async function bookCosts(items: CostItem[]): Promise<void> {
  const { CostItems } = entities()
  await lockOrders(items.map(({ workOrder_ID }) => workOrder_ID!))
  await computeAmounts(items)
  await INSERT.into(CostItems).entries(items as never)
  await sumCostItems([...new Set(items.map(({ workOrder_ID }) => workOrder_ID!))])
}

/** Changes one of them; the order whose it is. */
export async function changeCost(ID: string, fields: Partial<CostItem>): Promise<string> {
  const { CostItems } = entities()
  const { workOrder_ID } = (await SELECT.one.from(CostItems).columns('workOrder_ID').where({ ID })) as { workOrder_ID: string }
  await lockOrders([workOrder_ID])
  const stored = (await SELECT.one.from(CostItems).where({ ID })) as unknown as CostItem
  const item: CostItem = { ...fields, ID }
  if (fields.amount === undefined) await computeAmounts([item], new Map([[ID, stored]]))
  await UPDATE(CostItems, { ID } as never).with(item as never)
  await sumCostItems([workOrder_ID])
  return workOrder_ID
}

/** As everywhere, an order's row is locked before those that belong to it. */
async function lockOrders(IDs: string[]): Promise<void> {
  const { WorkOrders } = entities()
  await SELECT.from(WorkOrders).columns('ID').where({ ID: { in: [...new Set(IDs)] } }).orderBy('ID').forUpdate()
}
