import Decimal from 'decimal.js'
import { refuse } from '../errors'
import { count } from '../wire/counters'
import { today } from './dates'
import { checkPartner } from './masters'
import { itemNumber, nextNumber } from './numbers'
import { insert } from './table'

type Row = Record<string, any>

/** Both APIs have the same shape and other names. */
const KINDS = {
  debit: { api: 'API_DEBIT_MEMO_REQUEST_SRV', name: 'DebitMemoRequest', prices: 'A_DebitMemoReqItemPrcgElmnt', types: ['DR'], range: 'debitMemoRequest' },
  credit: { api: 'API_CREDIT_MEMO_REQUEST_SRV', name: 'CreditMemoRequest', prices: 'A_CreditMemoReqItemPrcgElmnt', types: ['CR'], range: 'creditMemoRequest' }
} as const

/** Creates a request with its items; prices that were set by hand are taken as they are. */
export async function createMemoRequest(data: Row, kind: keyof typeof KINDS): Promise<Row> {
  const { api, name, prices, types, range } = KINDS[kind]
  const { to_Item: wanted = [], ...fields } = data
  if (!(types as readonly string[]).includes(fields[`${name}Type`])) refuse('M7/001', 'TVAK', fields[`${name}Type`] ?? '')
  for (const field of ['SoldToParty', 'SalesOrganization', 'DistributionChannel', 'OrganizationDivision', 'TransactionCurrency']) if (!fields[field]) refuse('ZHOST/001', field)
  checkPartner(fields.SoldToParty)
  if (!wanted.length) refuse('ZHOST/001', 'to_Item')
  const number = nextNumber(range)
  const items = wanted.map((row: Row, index: number) => itemOf(row, { [name]: number, [`${name}Item`]: row[`${name}Item`]?.padStart(6, '0') ?? itemNumber(index, 6, 10) }, fields.TransactionCurrency))
  const total = items.reduce((sum: Decimal, item: Row) => sum.plus(item.NetAmount), new Decimal(0))
  const header = { ...fields, [name]: number, CreationDate: today(), [`${name}Date`]: fields[`${name}Date`] ?? today(), TotalNetAmount: total.toNumber(), OverallSDProcessStatus: 'A' }
  await insert(`${api}.A_${name}`, [header])
  await insert(`${api}.A_${name}Item`, items)
  await insert(`${api}.${prices}`, items.flatMap((item: Row) => item.to_PricingElement))
  count('documents', range)
  return { ...header, to_Item: items }
}

function itemOf({ to_PricingElement: prices = [], ...row }: Row, key: Row, currency: string): Row {
  const quantity = new Decimal(row.RequestedQuantity || 0)
  if (!row.Material) refuse('ZHOST/001', 'Material')
  if (quantity.lte(0)) refuse('ZHOST/001', 'RequestedQuantity')
  if (!prices.length) refuse('ZHOST/001', 'to_PricingElement')
  const elements = prices.map((price: Row, index: number) => {
    const amount = new Decimal(price.ConditionRateValue || 0).div(price.ConditionQuantity || 1).times(quantity).toDecimalPlaces(3).toNumber()
    return { ...price, ...key, PricingProcedureStep: itemNumber(index, 3, 10), PricingProcedureCounter: '1', ConditionAmount: amount, TransactionCurrency: currency, ConditionIsManuallyChanged: true }
  })
  const NetAmount = elements.reduce((sum: Decimal, { ConditionAmount }: Row) => sum.plus(ConditionAmount), new Decimal(0)).toNumber()
  return { ...row, ...key, TransactionCurrency: currency, NetAmount, to_PricingElement: elements }
}
