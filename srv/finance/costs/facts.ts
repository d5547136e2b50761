import cds from '@sap/cds'
import { Decimal } from 'decimal.js'
import { entities } from '../../entities'
import { grouped } from '../../grouped'
import { companyCodeOf, type Rules } from '../rules/determine'
import type { RateOfDay } from '../rules/exchange'
import { loadRules } from '../rules/loading'
import { financeSettings } from '../settings'
import type { Costing, ItemFacts, OrderFacts } from './costing'
import type { StoredRow } from './rows'

type Row = Record<string, any>

/** Orders with their items and the rows that there are, read set by set. */
export interface Facts {
  orders: Map<string, OrderFacts>
  items: Map<string, ItemFacts[]>
  rows: Map<string, StoredRow[]>
  costing: Costing
}

const ORDER = ['ID', 'number', 'status_code', 'channel_code', 'orderType_code', 'warrantyStatus_code', 'faultCategory_code', 'resolution_code', 'plant', 'reference', 'equipment_ID', 'serialNumber', 'model',
  'manufacturer', 'functionalLocation', 'customer_ID', 'customerName', 'currency_code', 'receivedAt', 'equipment.number as equipmentNumber', 'customer.number as customerNumber',
  'equipment.serviceContract as serviceContract', 'equipment.serviceContractStart as serviceContractStart', 'equipment.serviceContractEnd as serviceContractEnd',
  'finance.serviceOrder as serviceOrder']
const ITEM = ['ID', 'workOrder_ID', 'type_code', 'source_code', 'description', 'quantity', 'unit', 'rate', 'amount', 'currency_code', 'accountingIndicator_code', 'performedOn', 'technician_ID',
  'activityType', 'part_ID', 'reservation_ID', 'technician.number as technicianNumber', 'technician.costCenter as costCenter', 'technician.activityType as technicianActivity',
  'part.number as partNumber']
const DECIMALS = ['quantity', 'rate', 'amount']

/** @returns nothing where no order has or had any costs, as most steps of orders find it */
export async function readFacts(orderIDs: string[]): Promise<Facts | undefined> {
  const { WorkOrders, CostItems, RepairCosts } = entities()
  const ofOrders = { workOrder_ID: { in: orderIDs } }
  const items = ((await SELECT.from(CostItems).columns(...(ITEM as never[])).where(ofOrders).orderBy('workOrder_ID', 'ID')) as Row[]).map(textual)
  const rows = (await SELECT.from(RepairCosts).where(ofOrders)) as unknown as StoredRow[]
  if (!items.length && !rows.length) return undefined
  const orders = (await SELECT.from(WorkOrders).columns(...(ORDER as never[])).where({ ID: { in: orderIDs } })) as unknown as OrderFacts[]
  await addRecoveries(items)
  const settings = financeSettings(), rules = { defaultCompanyCode: settings.companyCode, ...(await loadRules()) }
  return {
    orders: new Map(orders.map(order => [order.ID, order])),
    items: grouped(items as ItemFacts[], ({ workOrder_ID }) => workOrder_ID),
    rows: grouped(rows, ({ workOrder_ID }) => workOrder_ID!),
    costing: { rules, rates: await ratesFor(items, orders, rules), costModel: settings.costModel, today: cds.context!.timestamp.toISOString().slice(0, 10) }
  }
}

/** SQLite gives short decimals back as numbers. */
function textual(item: Row): Row {
  for (const name of DECIMALS) if (item[name] != null) item[name] = String(item[name])
  return { ...item, activityType: item.activityType ?? item.technicianActivity ?? null }
}

async function addRecoveries(items: Row[]): Promise<void> {
  const reservations = items.map(({ reservation_ID }) => reservation_ID).filter(Boolean)
  if (!reservations.length) return
  const { WarrantyReturns } = entities()
  const claims = (await SELECT.from(WarrantyReturns).columns('ID', 'reservation_ID', 'creditedValue', 'currency_code').where({ reservation_ID: { in: reservations } }).orderBy('ID')) as Row[]
  const byReservation = grouped(claims, ({ reservation_ID }) => reservation_ID)
  for (const item of items) {
    const own = byReservation.get(item.reservation_ID) ?? []
    const credited = own.filter(({ creditedValue }) => creditedValue != null)
    const amount = credited.length ? Decimal.sum(...credited.map(({ creditedValue }) => creditedValue)).toFixed() : null
    if (own.length) item.recovery = { ID: own[0].ID, amount, currency: (credited[0] ?? own[0]).currency_code }
  }
}

/** Only what these orders need: most of them have the currency of their company code. */
async function ratesFor(items: Row[], orders: OrderFacts[], rules: Rules): Promise<RateOfDay[]> {
  const plants = new Map(orders.map(({ ID, plant }) => [ID, companyCodeOf({ plant }, rules)?.currency]))
  const foreign = new Set<string>()
  for (const { workOrder_ID, currency_code, recovery } of items) for (const currency of [currency_code, recovery?.currency]) {
    const own = plants.get(workOrder_ID)
    if (own && currency && currency !== own) foreign.add(own).add(currency)
  }
  if (!foreign.size) return []
  const { ExchangeRates } = entities()
  const rates = (await SELECT.from(ExchangeRates).columns('fromCurrency_code as fromCurrency', 'toCurrency_code as toCurrency', 'validFrom', 'rate')
    .where({ fromCurrency_code: { in: [...foreign] }, toCurrency_code: { in: [...foreign] } })) as RateOfDay[]
  return rates.map(rate => ({ ...rate, rate: String(rate.rate) }))
}
