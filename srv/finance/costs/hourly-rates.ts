import { Decimal } from 'decimal.js'
import { entities } from '../../entities'
import type { CostItem, CostsChanging } from '../../work-orders/cost-items'
import { exchangeRateOn, loadRules } from '../rules/loading'
import type { Rules } from '../rules/determine'
import { financeSettings } from '../settings'
import { rateOf } from './costing'

interface Technician { ID: string; costCenter: string | null; activityType: string | null }
interface Order { plant: string | null; technician_ID: string | null }

/** Work of people that is paid by the hour. */
const TIMED = ['labour', 'travel']
const HOUR = 'H'
/** What a rate depends on. */
const DECIDING = ['technician_ID', 'activityType', 'performedOn', 'unit', 'type_code', 'currency_code']

/** Hours without a rate get that of the technician's activity on the day they were worked, and follow it as long as nobody gives another. */
export async function fillRates({ workOrder_ID, items }: CostsChanging, stored: Map<string, CostItem>): Promise<void> {
  const timed = items.filter(item => isTimed(whole(item, stored)))
  if (!timed.length) return
  const order = (workOrder_ID && (await SELECT.one.from(entities().WorkOrders).columns('plant', 'technician_ID').where({ ID: workOrder_ID }))) as unknown as Order | undefined
  for (const item of timed) if (!stored.has(item.ID ?? '') && item.technician_ID == null && order?.technician_ID) item.technician_ID = order.technician_ID
  const technicians = await technicianOf(timed.flatMap(item => [whole(item, stored).technician_ID, stored.get(item.ID ?? '')?.technician_ID]))
  if (!technicians.size) return
  for (const item of timed) note(item, stored.get(item.ID ?? ''), technicians)
  const due = timed.filter(item => whole(item, stored).rate == null || (item.rate === undefined && DECIDING.some(field => field in item)))
  if (!due.length || !order) return
  const rules = { defaultCompanyCode: financeSettings().companyCode, ...(await loadRules()) }
  const rateFor = (item: CostItem) => rateOfItem(item, order, technicians, rules)
  for (const item of due) {
    const before = stored.get(item.ID ?? '')
    const isOwn = before?.rate != null && !new Decimal(before.rate).equals((await rateFor(before)) ?? -1)
    if (!isOwn) item.rate = await rateFor(whole(item, stored))
  }
}

async function technicianOf(IDs: unknown[]): Promise<Map<string, Technician>> {
  const known = [...new Set(IDs.filter(Boolean))] as string[]
  if (!known.length) return new Map()
  const rows = (await SELECT.from(entities().Technicians).columns('ID', 'costCenter', 'activityType').where({ ID: { in: known } })) as Technician[]
  return new Map(rows.map(row => [row.ID, row]))
}

/** In the item's currency; nothing where no rate is kept, or it can't be converted: the item then waits for one. */
async function rateOfItem({ technician_ID, activityType, performedOn, unit, currency_code }: CostItem, order: Order, technicians: Map<string, Technician>, rules: Rules): Promise<string | null> {
  const technician = technicians.get(String(technician_ID))
  if (!technician || !activityType) return null
  const rate = rateOf(order, { activityType: String(activityType), costCenter: technician.costCenter, day: String(performedOn), unit: String(unit) }, rules)
  return rate ? inCurrency(rate.rate, rate.currency, currency_code ?? rate.currency, String(performedOn)) : null
}

const whole = (item: CostItem, stored: Map<string, CostItem>): CostItem => ({ ...stored.get(item.ID ?? ''), ...item })
const isTimed = ({ type_code, unit }: CostItem) => TIMED.includes(type_code ?? '') && unit === HOUR

/** Of which kind the time is: that of whoever works, unless somebody says otherwise. */
function note(item: CostItem, before: CostItem | undefined, technicians: Map<string, Technician>): void {
  const now = { ...before, ...item }, technician = technicians.get(String(now.technician_ID))
  if (!technician) return
  const isOther = before?.technician_ID !== now.technician_ID && item.activityType === undefined
  if (!now.activityType || isOther) item.activityType = technician.activityType
  if ((now.source_code ?? 'manual') === 'manual') item.source_code = 'time'
}

async function inCurrency(rate: string, from: string, to: string, day: string): Promise<string | null> {
  if (from === to) return rate
  const exchange = await exchangeRateOn(from, to, day)
  if (!exchange) return null
  const converted = exchange.isInverse ? new Decimal(rate).dividedBy(exchange.quoted) : new Decimal(rate).times(exchange.quoted)
  return converted.toDecimalPlaces(3, Decimal.ROUND_HALF_UP).toFixed(3)
}
