import Decimal from 'decimal.js'
import type { BillingPort, BillingRequest } from '../ports'
import { postingSettings } from '../settings'
import { decimalsOf, literal, padded, toAmount, toDate, toQuantity, toText, toUnit } from '../wire-format'
import { api, distinct, filled, numberIn } from './connection'

/** Charges and credits have APIs of the same shape, whose names begin differently. */
const DEBIT = { api: api('API_DEBIT_MEMO_REQUEST_SRV'), name: 'DebitMemoRequest' }
const CREDIT: typeof DEBIT = { api: api('API_CREDIT_MEMO_REQUEST_SRV'), name: 'CreditMemoRequest' }
const kindOf = ({ isCredit }: BillingRequest) => (isCredit ? CREDIT : DEBIT)

/** The host decides what of it is billed when. Of two requests somebody rejects one in the host: it may have been billed already. */
export const request: BillingPort['request'] = {
  async send(wanted, key) {
    const { api, name } = kindOf(wanted)
    return numberIn(await api.create(`A_${name}`, memoRequestOf(wanted, key)), name)
  },
  async find(wanted, key) {
    const { api, name } = kindOf(wanted)
    return distinct(await api.read(`A_${name}?$select=${name}&$filter=PurchaseOrderByCustomer%20eq%20${literal(key)}`), row => row[name])
  }
}

/** The deep insert of header and items with their prices, which we have agreed and the host must not find anew. */
export function memoRequestOf(wanted: BillingRequest, key: string) {
  const { type, creditType, reason, material, conditionType } = postingSettings().billing
  const { name } = kindOf(wanted)
  return filled({
    [`${name}Type`]: wanted.type ?? (wanted.isCredit ? creditType : type), SDDocumentReason: wanted.reason ?? reason, SoldToParty: padded(wanted.customer, 10),
    SalesOrganization: wanted.salesOrganization, DistributionChannel: wanted.distributionChannel, OrganizationDivision: wanted.division,
    TransactionCurrency: wanted.currency, PricingDate: wanted.pricingDate && toDate(wanted.pricingDate), PurchaseOrderByCustomer: key,
    to_Item: wanted.items.map((item, index) => filled({
      [`${name}Item`]: String((index + 1) * 10), Material: item.material ?? material, [`${name}ItemText`]: item.description && toText(item.description, 40), ...pricedOf(item, wanted.currency, conditionType)
    }))
  })
}

/**
 * Quantity and price so that their product is the amount to the cent: the price is that of one unit, or else of as many as there are. A fraction of a unit has no
 * price per whole units: then one piece is sold at the amount, and the text tells the quantity to people.
 */
function pricedOf({ quantity, unit, netAmount }: BillingRequest['items'][number], currency: string, ConditionType: string) {
  const amount = toAmount(netAmount, currency)
  const each = new Decimal(amount).div(quantity)
  const isPerUnit = each.decimalPlaces() <= decimalsOf(currency)
  const isPerAll = !isPerUnit && new Decimal(quantity).isInteger() && new Decimal(quantity).lt(100_000)
  const price = (rate: string, per: string, ConditionQuantityUnit?: string) =>
    [filled({ ConditionType, ConditionRateValue: rate, ConditionCurrency: currency, ConditionQuantity: per, ConditionQuantityUnit })]
  const hostUnit = unit && toUnit(unit)
  if (isPerUnit || isPerAll) {
    const to_PricingElement = isPerUnit ? price(each.toFixed(decimalsOf(currency)), '1', hostUnit) : price(amount, new Decimal(quantity).toFixed(), hostUnit)
    return { RequestedQuantity: toQuantity(quantity), RequestedQuantityUnit: hostUnit, to_PricingElement }
  }
  return { RequestedQuantity: '1', RequestedQuantityUnit: 'EA', to_PricingElement: price(amount, '1', 'EA') }
}
