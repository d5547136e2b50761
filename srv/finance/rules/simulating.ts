import type cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { textOf } from '../../words'
import { activityRate } from './activity-rates'
import { determineCost, minorUnitOf, type CostDetermination, type CostFacts, type CostObject, type CostShare, type Rules } from './determine'
import { convert, type ExchangeRate } from './exchange'
import { exchangeRateOn, loadRules } from './loading'
import { postingPeriodOf } from './posting-periods'
import { splitAmount } from './share-out'
import { namesForRules, traceInWords, type Names, type TraceInWords } from './trace-words'

interface Asked {
  workOrder_ID?: string; companyCode?: string; plant?: string; orderType_code?: string; warrantyStatus_code?: string; accountingIndicator_code?: string; costType_code?: string
  model?: string; serviceContract?: string; costCenter?: string; activityType?: string; performedOn?: string; amount?: string | number; currency_code?: string
}

interface OrderRow extends Omit<Asked, 'amount'> { contractStart?: string; contractEnd?: string; serviceOrder?: string }

/** What the rules say to a cost, in the reader's language; nothing is written. */
export async function simulate(req: cds.Request): Promise<object> {
  const asked = req.data as Asked
  const order = asked.workOrder_ID ? await orderOf(asked.workOrder_ID) : {}
  const day = asked.performedOn ?? req.timestamp.toISOString().slice(0, 10)
  const facts = factsOf(asked, order, day)
  const rules = await loadRules(), names = await namesForRules()
  const determination = determineCost(facts, rules)
  const currency = asked.currency_code ?? order.currency_code ?? determination.companyCode?.currency
  const exchange = determination.companyCode && currency ? await exchangeRateOn(currency, determination.companyCode.currency, day) : undefined
  const rate = activity(asked, order, determination, rules, day)
  return {
    ...where(determination, rules, day), currency, exchangeRate: exchange?.rate, exchangeRateDate: exchange?.date,
    activityRate: rate?.rate, activityRateUnit: rate?.unit, activityRateCurrency: rate?.currency,
    shares: shares(determination, rules, names, { amount: asked.amount, currency, exchange }),
    rules: [...traceInWords(determination.trace, names), ...ratesInWords(rate, exchange, currency, determination)],
    missing: [...determination.missing, ...(determination.companyCode && currency && !exchange ? ['MISSING_EXCHANGE_RATE'] : [])]
  }
}

async function orderOf(ID: string): Promise<OrderRow> {
  const { WorkOrders } = entities()
  const order = await SELECT.one.from(WorkOrders).columns(
    'plant', 'orderType_code', 'warrantyStatus_code', 'accountingIndicator_code', 'model', 'currency_code', 'equipment.serviceContract as serviceContract',
    'equipment.serviceContractStart as contractStart', 'equipment.serviceContractEnd as contractEnd', 'technician.costCenter as costCenter',
    'technician.activityType as activityType', 'finance.serviceOrder as serviceOrder'
  ).where({ ID }) as OrderRow | undefined
  return order ?? fail(404, 'WORK_ORDER_UNKNOWN', { target: 'workOrder_ID' })
}

function factsOf(asked: Asked, order: OrderRow, day: string): CostFacts {
  const of = (name: keyof Asked & keyof OrderRow) => (asked[name] || order[name] || null) as string | null
  const isCovered = (!order.contractStart || order.contractStart <= day) && (!order.contractEnd || day <= order.contractEnd)
  return {
    companyCode: of('companyCode'), plant: of('plant'), orderType: of('orderType_code'), warrantyStatus: of('warrantyStatus_code'), accountingIndicator: of('accountingIndicator_code'),
    costType: of('costType_code'), model: of('model'), serviceContract: asked.serviceContract || (isCovered ? order.serviceContract : null), performedOn: day,
    costCenter: of('costCenter'), serviceOrder: order.serviceOrder ?? null
  }
}

function where({ companyCode }: CostDetermination, rules: Rules, day: string) {
  if (!companyCode) return {}
  const { year, period, isOpen } = postingPeriodOf(day, companyCode.code, companyCode.fiscalYearVariant, rules.closedPeriods)
  return { companyCode: companyCode.code, companyCodeName: companyCode.name, companyCodeCurrency: companyCode.currency, fiscalYear: year, fiscalPeriod: period, isPeriodOpen: isOpen }
}

function activity(asked: Asked, order: OrderRow, { companyCode }: CostDetermination, rules: Rules, day: string) {
  const activityType = asked.activityType || order.activityType
  return companyCode && activityType ? activityRate(rules.activityRates, { companyCode: companyCode.code, costCenter: asked.costCenter || order.costCenter, activityType, day }) : undefined
}

interface Money { amount?: string | number; currency?: string; exchange?: ExchangeRate }

function shares({ shares: all, companyCode }: CostDetermination, rules: Rules, names: Names, { amount, currency, exchange }: Money) {
  const percents = all.map(({ percent }) => percent)
  const amounts = amount != null && currency ? splitAmount(amount, percents, minorUnitOf(rules, currency)) : []
  const decimals = companyCode ? minorUnitOf(rules, companyCode.currency) : 2
  const inCompany = amount != null && exchange ? splitAmount(convert(amount, exchange, decimals), percents, decimals) : []
  return all.map((share, i) => ({ ...inWords(share, names), amount: amounts[i], companyCodeAmount: inCompany[i] }))
}

const inWords = ({ share, accountingIndicator, percent, costObject, glAccount, hostAccount, offsetAccount, taxCode }: CostShare, names: Names) => ({
  share, accountingIndicator, accountingIndicatorName: names.of('accountingIndicator', accountingIndicator), percent,
  costObjectKind: costObject?.kind, costObjectKindName: costObject && names.of('costObjectKind', costObject.kind), costObject: costObject && numberOf(costObject),
  glAccount, hostAccount, offsetAccount, taxCode
})

const numberOf = ({ costCenter, internalOrder, wbsElement, serviceOrder, serviceOrderItem }: CostObject) =>
  costCenter ?? internalOrder ?? wbsElement ?? [serviceOrder, serviceOrderItem].filter(Boolean).join('/')

function ratesInWords(rate: ReturnType<typeof activity>, exchange: ExchangeRate | undefined, currency: string | undefined, { companyCode }: CostDetermination): TraceInWords[] {
  const hit = (kind: string, values: Record<string, unknown>) => ({ kind, kindName: textOf(`costRule.${kind}`)!, text: textOf(`costRule.${kind}.text`, values)!, reason: textOf('costRule.valid')!, fits: true, isHit: true })
  return [
    ...(rate ? [{ ...hit('activityRate', { ...rate, costCenter: rate.costCenter ?? rate.companyCode }), rule_ID: rate.ID }] : []),
    ...(exchange && currency !== companyCode?.currency ? [hit('exchangeRate', { ...exchange, from: exchange.isInverse ? companyCode?.currency : currency, to: exchange.isInverse ? currency : companyCode?.currency, rate: exchange.quoted })] : [])
  ]
}
