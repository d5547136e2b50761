import cds from '@sap/cds'
import { Decimal } from 'decimal.js'
import { entities } from '../../entities'
import { grouped } from '../../grouped'
import { companyCodeOf, minorUnitOf, type Rules } from '../rules/determine'
import { convert, exchangeRate, type RateOfDay } from '../rules/exchange'
import { loadRules } from '../rules/loading'
import { financeSettings } from '../settings'
import { rateOf } from './costing'
import { type ExpectedCost, expectedCosts, type ExpectedPart, type ExpectedVisit } from './expected'

type Row = Record<string, any>

/** Visits that are to come, or under way. */
const HELD = ['Offered', 'Accepted', 'Started']

/**
 * Works out anew what orders are expected to cost, from their visits and needs. Once work has started, a plan stays as it is.
 * @param isFirst of orders from before: those have none yet, and get one even if work has started
 */
export async function planCosts(orderIDs: string[], isFirst = false): Promise<void> {
  const { WorkOrders, OrderFinances, PlannedCosts } = entities()
  const orders = (await SELECT.from(WorkOrders).columns('ID', 'plant').where({ ID: { in: orderIDs }, ...(!isFirst && { startedAt: null }) })) as { ID: string; plant: string | null }[]
  if (!orders.length) return
  const IDs = orders.map(({ ID }) => ID)
  const visits = await visitsOf(IDs), parts = await partsOf(IDs)
  if (!visits.size && !parts.size && !(await SELECT.one.from(PlannedCosts).columns('ID').where({ order_workOrder_ID: { in: IDs } }))) return
  const rules = { defaultCompanyCode: financeSettings().companyCode, ...(await loadRules()) }
  const today = cds.context!.timestamp.toISOString().slice(0, 10), rates = await exchangeRates()
  const finances: Row[] = [], rows: Row[] = []
  for (const order of orders) {
    const companyCode = companyCodeOf(order, rules)
    const priced = (visits.get(order.ID) ?? []).map(visit => withRate(visit, order, rules, today))
    const costs = expectedCosts(priced, parts.get(order.ID) ?? [], currency => minorUnitOf(rules, currency))
    if (isFirst && !costs.length) continue
    const inCompany = costs.map(cost => inCurrency(cost, companyCode?.currency, rates, today, rules))
    rows.push(...costs.map((cost, index) => ({ ID: cds.utils.uuid(), order_workOrder_ID: order.ID, ...cost, companyCodeAmount: inCompany[index] })))
    const planned = Decimal.sum(0, ...inCompany.map(amount => amount ?? 0)).toFixed()
    finances.push({ workOrder_ID: order.ID, planned, ...(companyCode && { companyCode: companyCode.code, currency_code: companyCode.currency }) })
  }
  await DELETE.from(PlannedCosts).where({ order_workOrder_ID: { in: IDs } })
  if (finances.length) await UPSERT.into(OrderFinances).entries(finances)
  if (rows.length) await INSERT.into(PlannedCosts).entries(rows)
}

async function visitsOf(IDs: string[]): Promise<Map<string, Row[]>> {
  const rows = (await SELECT.from(entities().Assignments).columns(...(['workOrder_ID', 'plannedStart', 'plannedEnd', 'travelMinutes', 'technician.number as name', 'technician.costCenter as costCenter',
    'technician.activityType as activityType'] as never[])).where({ workOrder_ID: { in: IDs }, state_code: { in: HELD } }).orderBy('workOrder_ID', 'plannedStart', 'ID')) as Row[]
  return grouped(rows, ({ workOrder_ID }) => workOrder_ID)
}

function withRate({ plannedStart, plannedEnd, travelMinutes, name, costCenter, activityType }: Row, order: { plant: string | null }, rules: Rules, today: string): ExpectedVisit {
  const rate = activityType && rateOf(order, { activityType, costCenter, day: plannedStart?.slice(0, 10) ?? today, unit: 'H' }, rules)
  return { plannedStart, plannedEnd, travelMinutes, name, rate: rate || undefined }
}

async function partsOf(IDs: string[]): Promise<Map<string, ExpectedPart[]>> {
  const { Reservations, PartSupplies } = entities()
  const needs = (await SELECT.from(Reservations).columns(...(['workOrder_ID', 'part_ID', 'part.name as name', 'quantity', 'releasedQuantity', 'unit', 'plant', 'workOrder.plant as orderPlant'] as never[]))
    .where({ workOrder_ID: { in: IDs } }).orderBy('workOrder_ID', 'number')) as Row[]
  if (!needs.length) return new Map()
  const supplies = (await SELECT.from(PartSupplies).columns('part_ID', 'plant', 'value', 'price', 'currency_code').where({ part_ID: { in: [...new Set(needs.map(({ part_ID }) => part_ID))] } })) as Row[]
  const supplyOf = new Map(supplies.map(supply => [`${supply.part_ID} ${supply.plant}`, supply]))
  const parts = needs.map(need => {
    const supply = supplyOf.get(`${need.part_ID} ${need.plant ?? need.orderPlant}`)
    const value = supply?.value ?? supply?.price
    return {
      workOrder_ID: need.workOrder_ID as string, name: need.name, quantity: new Decimal(need.quantity).minus(need.releasedQuantity).toFixed(3), unit: need.unit,
      value: value == null ? null : String(value), currency: supply?.currency_code ?? null
    }
  })
  return grouped(parts, ({ workOrder_ID }) => workOrder_ID)
}

async function exchangeRates(): Promise<RateOfDay[]> {
  const rows = (await SELECT.from(entities().ExchangeRates).columns('fromCurrency_code as fromCurrency', 'toCurrency_code as toCurrency', 'validFrom', 'rate')) as RateOfDay[]
  return rows.map(row => ({ ...row, rate: String(row.rate) }))
}

function inCurrency({ amount, currency_code }: ExpectedCost, to: string | undefined, rates: RateOfDay[], day: string, rules: Rules): string | null {
  const exchange = amount != null && currency_code && to ? exchangeRate(rates, currency_code, to, day) : undefined
  return exchange ? convert(amount!, exchange, minorUnitOf(rules, to!)) : null
}
