import { Decimal } from 'decimal.js'
import { entities } from '../../entities'
import { fail } from '../../errors'
import type { CostItem, CostsChanging } from '../../work-orders/cost-items'
import { fillRates } from './hourly-rates'

/** What finance goes by. */
const BOOKED = ['type_code', 'quantity', 'unit', 'rate', 'currency_code', 'accountingIndicator_code', 'performedOn', 'technician_ID', 'activityType', 'part_ID']
/** What a person may change of an item that follows goods issues. */
const FREE = ['accountingIndicator_code', 'description', 'ID', 'workOrder_ID', 'amount', 'DraftAdministrativeData_DraftUUID', 'IsActiveEntity', 'HasActiveEntity']
const DECIMALS = ['quantity', 'rate', 'amount']

/** Looks at cost items before they change: posted ones stay as they are, those of parts follow the parts, and hours get their rate. */
export async function guardCosts(changing: CostsChanging): Promise<void> {
  const stored = await storedItems(changing)
  if (stored.size) {
    await refusePosted(changing, stored)
    keepPartItems(changing, stored)
  }
  if (changing.event !== 'DELETE') await fillRates(changing, await draftItems(changing, stored))
}

/** As they are outside of drafts. */
async function storedItems({ items, isWhole, workOrder_ID }: CostsChanging): Promise<Map<string, CostItem>> {
  const IDs = items.map(({ ID }) => ID).filter(Boolean) as string[]
  if (!IDs.length && !isWhole) return new Map()
  const rows = (await SELECT.from(entities().CostItems).where(isWhole ? { workOrder_ID } : { ID: { in: IDs } })) as unknown as CostItem[]
  return new Map(rows.map(row => [row.ID!, row]))
}

async function draftItems({ isDraft, items }: CostsChanging, stored: Map<string, CostItem>): Promise<Map<string, CostItem>> {
  const IDs = items.map(({ ID }) => ID).filter(Boolean) as string[]
  if (!isDraft || !IDs.length) return stored
  const rows = (await SELECT.from('aftersales.WorkOrderService.CostItems.drafts').where({ ID: { in: IDs } })) as unknown as CostItem[]
  return new Map(rows.map(row => [row.ID!, row]))
}

/** 409: a posting is reversed, or a further item corrects it. */
async function refusePosted(changing: CostsChanging, stored: Map<string, CostItem>): Promise<void> {
  const { RepairCosts } = entities()
  const rows = (await SELECT.from(RepairCosts).columns('costItem_ID').where({ costItem_ID: { in: [...stored.keys()] }, state_code: { in: ['Posting', 'Posted'] } })) as { costItem_ID: string }[]
  for (const ID of new Set(rows.map(({ costItem_ID }) => costItem_ID))) {
    const before = stored.get(ID)!, after = changing.items.find(item => item.ID === ID)
    const isGone = changing.event === 'DELETE' || (changing.isWhole && !after && before.source_code !== 'goodsIssue')
    const touched = before.source_code === 'goodsIssue' ? ['accountingIndicator_code'] : BOOKED
    if (isGone || (after && touched.some(field => field in after && !isSame(before, after, field)))) fail(409, 'COST_ITEM_POSTED', { args: [before.description ?? ''] })
  }
}

/** 409 for a person's change; a draft that was opened before parts moved does not turn them back when it is saved. */
function keepPartItems({ event, isWhole, items }: CostsChanging, stored: Map<string, CostItem>): void {
  for (const before of stored.values()) {
    if (before.source_code !== 'goodsIssue') continue
    const after = items.find(({ ID }) => ID === before.ID)
    if (isWhole && after) Object.assign(after, ownFields(before))
    else if (isWhole) items.push(before)
    else if (event === 'DELETE' || (after && Object.keys(after).some(field => !FREE.includes(field) && !isSame(before, after, field)))) {
      fail(409, 'COST_ITEM_OF_PARTS', { args: [before.description ?? ''] })
    }
  }
}

const ownFields = (item: CostItem) => Object.fromEntries(Object.entries(item).filter(([field]) => field === 'amount' || !FREE.includes(field)))

function isSame(before: CostItem, after: CostItem, field: string): boolean {
  const [a, b] = [before[field] ?? null, after[field] ?? null]
  if (a === null || b === null) return a === b
  return DECIMALS.includes(field) ? new Decimal(a as string).equals(b as string) : String(a) === String(b)
}
