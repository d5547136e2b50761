import { Decimal } from 'decimal.js'
import { activityRate } from '../rules/activity-rates'
import { minorUnitOf } from '../rules/determine'
import { loadRules } from '../rules/loading'
import { type Finding, wrong } from './findings'
import type { StoredCost } from './gathering'
import type { Work } from './host-documents'

/**
 * What speaks against having the host confirm these times. The host values hours with its own rate of the day, so that another rate here would leave
 * two truths: it is refused rather than posted as a difference, since activities are not journalled.
 */
export async function ofTimes(work: Work[], rows: StoredCost[], companyCode: string): Promise<Finding[]> {
  if (!work.length) return []
  const rules = await loadRules([companyCode])
  return work.flatMap(item => {
    const own = rows.filter(({ costItem_ID }) => costItem_ID === item.ID)
    const { text, quantity, unit, employeeNumber, activityType, costCenter, performedOn } = item
    const name = text ?? ''
    const rate = activityType && activityRate(rules.activityRates, { companyCode, costCenter, activityType, day: performedOn, unit: unit ?? undefined })
    // A service confirmation is valued by the service order's own prices.
    const isOwn = rate && own.every(row => row.postedBy_code === 'timeConfirmation' && row.currency_code === rate.currency && row.companyCodeCurrency_code === rate.currency)
    const value = isOwn && new Decimal(quantity).times(rate.rate).toDecimalPlaces(minorUnitOf(rules, rate.currency), Decimal.ROUND_HALF_UP)
    const cost = own.reduce((sum, row) => sum.plus(row.companyCodeAmount), new Decimal(0))
    return [
      ...(employeeNumber ? [] : [wrong('TIME_WITHOUT_PERSON', [name], own[0]?.ID)]),
      ...(activityType ? [] : [wrong('TIME_WITHOUT_ACTIVITY', [name], own[0]?.ID)]),
      ...(new Decimal(quantity).gt(0) ? [] : [wrong('TIME_NOT_POSITIVE', [name], own[0]?.ID)]),
      ...(value && !value.equals(cost) ? [wrong('TIME_VALUE_DIFFERS', [name, value.toFixed(), cost.toFixed(), rate.currency], own[0]?.ID)] : [])
    ]
  })
}
