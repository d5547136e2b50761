import { activityRate } from '../rules/activity-rates'
import { companyCodeOf, determineCost, minorUnitOf, type CostFacts, type CostShare, type Rules } from '../rules/determine'
import { convert, exchangeRate, type ExchangeRate, type RateOfDay } from '../rules/exchange'
import { fiscalPeriodOf } from '../rules/fiscal-period'

/** A cost item as it is stored, with what its technician and part bring along. Decimals are strings, days YYYY-MM-DD. */
export interface ItemFacts {
  ID: string
  workOrder_ID: string
  type_code: string | null
  source_code: string | null
  description: string | null
  quantity: string | null
  unit: string | null
  rate: string | null
  amount: string | null
  currency_code: string | null
  accountingIndicator_code: string | null
  performedOn: string | null
  technician_ID: string | null
  technicianNumber: string | null
  costCenter: string | null
  activityType: string | null
  part_ID: string | null
  partNumber: string | null
  reservation_ID: string | null
  /** What its supplier paid for it, and the claim. */
  recovery?: { ID: string; amount: string | null; currency: string | null }
}

/** The order as far as its costs need it. */
export interface OrderFacts {
  ID: string
  number: string
  status_code: string
  channel_code: string | null
  orderType_code: string | null
  warrantyStatus_code: string | null
  faultCategory_code: string | null
  resolution_code: string | null
  plant: string | null
  reference: string | null
  equipment_ID: string | null
  equipmentNumber: string | null
  serialNumber: string | null
  model: string | null
  manufacturer: string | null
  functionalLocation: string | null
  customer_ID: string | null
  customerNumber: string | null
  customerName: string | null
  currency_code: string | null
  serviceContract: string | null
  serviceContractStart: string | null
  serviceContractEnd: string | null
  receivedAt: string | null
  /** In the host, once there is one. */
  serviceOrder: string | null
}

/** Who costs are borne by and how they are booked. */
export interface Costing {
  rules: Rules
  rates: readonly RateOfDay[]
  /** Time is confirmed for an order, or for a service item. */
  costModel: 'order' | 'serviceItem'
  today: string
}

/** What an item costs, and who bears which part of it. */
export interface CostedItem {
  ID: string
  workOrder_ID: string
  /** What all of its rows have alike. */
  fields: Record<string, unknown>
  shares: { percent: string; fields: Record<string, unknown>; missing?: string }[]
  quantity: string | null
  amount: string
  /** None while there is no company code or no exchange rate. */
  companyCodeAmount: string | null
  recoveredAmount: string | null
  decimals: number
  companyDecimals: number
  exchangeRate?: ExchangeRate
  /** Day and period of a correction that is made now. */
  correctedOn: Record<string, unknown>
  /** What is missing of the whole. */
  missing?: string
  isHistorical: boolean
}

/** From an item and its order to what a controller wants to know of it. */
export function costItem(item: ItemFacts, order: OrderFacts, { rules, rates, costModel, today }: Costing): CostedItem {
  const day = item.performedOn ?? order.receivedAt?.slice(0, 10) ?? '1970-01-01'
  const facts = factsOf(item, order, day)
  const { companyCode, shares } = determineCost(facts, rules)
  const currency = item.currency_code ?? order.currency_code
  const exchange = companyCode && currency ? exchangeRate(rates, currency, companyCode.currency, day) : undefined
  const amount = item.amount ?? '0', companyDecimals = companyCode ? minorUnitOf(rules, companyCode.currency) : 2
  const missing = item.amount == null ? 'MISSING_RATE' : !companyCode ? 'MISSING_COMPANY_CODE' : !exchange ? 'MISSING_EXCHANGE_RATE' : undefined
  return {
    ID: item.ID, workOrder_ID: item.workOrder_ID, quantity: item.quantity, amount,
    companyCodeAmount: exchange ? convert(amount, exchange, companyDecimals) : null,
    recoveredAmount: recovered(item, day, companyCode?.currency, rates, companyDecimals),
    decimals: currency ? minorUnitOf(rules, currency) : 2, companyDecimals, exchangeRate: exchange, missing, isHistorical: item.source_code === 'import' || (order.channel_code === 'import' && item.source_code !== 'late'),
    correctedOn: onDay(today, companyCode?.fiscalYearVariant),
    fields: {
      ...describe(item, order),
      currency_code: currency, companyCodeCurrency_code: companyCode?.currency ?? null, companyCode: companyCode?.code ?? null,
      exchangeRate: exchange?.rate ?? null, exchangeRateDate: exchange?.date ?? null,
      ...onDay(day, companyCode?.fiscalYearVariant),
      serviceContract: facts.serviceContract ?? null, activityType: item.activityType, postedBy_code: postedBy(item, costModel)
    },
    shares: shares.map(share => ({ percent: share.percent, fields: fieldsOf(share, rules), missing: missingOf(share, rules) }))
  }
}

function factsOf(item: ItemFacts, order: OrderFacts, performedOn: string): CostFacts {
  return {
    plant: order.plant, orderType: order.orderType_code, warrantyStatus: order.warrantyStatus_code, accountingIndicator: item.accountingIndicator_code,
    costType: item.type_code, model: order.model, serviceContract: contractOn(order, performedOn), performedOn,
    serviceOrder: order.serviceOrder, costCenter: item.costCenter
  }
}

function contractOn({ serviceContract, serviceContractStart, serviceContractEnd }: OrderFacts, day: string): string | null {
  if (!serviceContract || (serviceContractStart && day < serviceContractStart) || (serviceContractEnd && day > serviceContractEnd)) return null
  return serviceContract
}

/** What reports group by. */
const describe = (item: ItemFacts, order: OrderFacts) => ({
  workOrderNumber: order.number, costType_code: item.type_code, source_code: item.source_code ?? 'manual', description: item.description, unit: item.unit, rate: item.rate,
  plant: order.plant, reference: order.reference,
  orderType_code: order.orderType_code, warrantyStatus_code: order.warrantyStatus_code, faultCategory_code: order.faultCategory_code, resolution_code: order.resolution_code,
  equipment_ID: order.equipment_ID, equipmentNumber: order.equipmentNumber, serialNumber: order.serialNumber, model: order.model, manufacturer: order.manufacturer,
  functionalLocation: order.functionalLocation, customer_ID: order.customer_ID, customerNumber: order.customerNumber, customerName: order.customerName,
  technician_ID: item.technician_ID, technicianNumber: item.technicianNumber, part_ID: item.part_ID, partNumber: item.partNumber,
  warrantyReturn_ID: item.recovery?.ID ?? null
})

function onDay(day: string, variant?: string) {
  const { year, period } = fiscalPeriodOf(day, variant)
  return { performedOn: day, month: `${day.slice(0, 7)}-01`, fiscalYear: year, fiscalPeriod: period }
}

/** What the host books by itself once it is told of the time or the goods issue; all else is a journal entry of ours. */
export function postedBy({ type_code, source_code, unit, technician_ID }: Pick<ItemFacts, 'type_code' | 'source_code' | 'unit' | 'technician_ID'>, costModel: Costing['costModel']): string {
  if (source_code === 'goodsIssue') return 'goodsIssue'
  if (type_code !== 'labour' || unit !== 'H' || !technician_ID) return 'journalEntry'
  return costModel === 'serviceItem' ? 'serviceConfirmation' : 'timeConfirmation'
}

const fieldsOf = (share: CostShare, rules: Rules) => ({
  accountingIndicator_code: share.accountingIndicator || null,
  glAccount: share.glAccount ?? null, costElement: share.glAccount ?? null, offsetAccount: share.offsetAccount ?? null, hostAccount: share.hostAccount ?? null, taxCode: share.taxCode ?? null,
  costObjectKind_code: share.costObject?.kind ?? (waitsForServiceOrder(share, rules) ? 'serviceItem' : null),
  costCenter: share.costObject?.costCenter ?? null, internalOrder: share.costObject?.internalOrder ?? null, wbsElement: share.costObject?.wbsElement ?? null,
  serviceOrder: share.costObject?.serviceOrder ?? null, serviceOrderItem: share.costObject?.serviceOrderItem ?? null,
  costObjectRule_ID: share.costObjectRule ?? null, accountRule_ID: share.accountRule ?? null, coverageRule_ID: share.coverageRule ?? null
})

/** The service order is made in the host when the order is posted. */
const waitsForServiceOrder = ({ costObject, costObjectRule }: CostShare, rules: Rules) =>
  !costObject && rules.costObjectRules.some(({ ID, costObjectKind }) => ID === costObjectRule && costObjectKind === 'serviceItem')

const missingOf = (share: CostShare, rules: Rules): string | undefined =>
  share.missing.find(missing => missing !== 'MISSING_COST_OBJECT' || !waitsForServiceOrder(share, rules))

function recovered({ recovery }: ItemFacts, day: string, companyCurrency: string | undefined, rates: readonly RateOfDay[], decimals: number): string | null {
  if (recovery?.amount == null || !companyCurrency) return null
  const exchange = exchangeRate(rates, recovery.currency ?? companyCurrency, companyCurrency, day)
  return exchange ? convert(recovery.amount, exchange, decimals) : null
}

/** What an hour of somebody costs on a day. */
export function rateOf(order: Pick<OrderFacts, 'plant'>, activity: { activityType: string; costCenter: string | null; day: string; unit: string }, rules: Rules) {
  const companyCode = companyCodeOf(order, rules)
  return companyCode && activityRate(rules.activityRates, { ...activity, companyCode: companyCode.code })
}
