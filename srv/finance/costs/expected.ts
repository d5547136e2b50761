import { Decimal } from 'decimal.js'

/** A visit that is planned for an order, with what its technician brings along. Instants are ISO. */
export interface ExpectedVisit { plannedStart: string | null; plannedEnd: string | null; travelMinutes: number | null; rate?: { rate: string; currency: string } | undefined; name: string | null }

export interface ExpectedPart { name: string | null; quantity: string; unit: string | null; value: string | null; currency: string | null }

export interface ExpectedCost {
  costType_code: 'labour' | 'travel' | 'part'
  description: string | null
  /** Decimal strings. */
  quantity: string
  unit: string | null
  rate: string | null
  amount: string | null
  currency_code: string | null
}

const MINUTES = 60

/**
 * What a repair is expected to cost: the time and the way of its visits at the rates of whoever comes, and the parts at their value.
 * @param decimalsOf minor units of a currency
 */
export function expectedCosts(visits: readonly ExpectedVisit[], parts: readonly ExpectedPart[], decimalsOf: (currency: string) => number): ExpectedCost[] {
  const priced = (cost: Omit<ExpectedCost, 'amount'>): ExpectedCost => ({
    ...cost, amount: cost.rate == null || !cost.currency_code ? null : new Decimal(cost.quantity).times(cost.rate).toDecimalPlaces(decimalsOf(cost.currency_code), Decimal.ROUND_HALF_UP).toFixed()
  })
  const hours = (costType_code: 'labour' | 'travel', minutes: number, { name, rate }: ExpectedVisit) => priced({
    costType_code, description: name, quantity: new Decimal(minutes).dividedBy(MINUTES).toDecimalPlaces(3).toFixed(), unit: 'H', rate: rate?.rate ?? null, currency_code: rate?.currency ?? null
  })
  return [
    ...visits.flatMap(visit => [
      ...(visit.plannedStart && visit.plannedEnd ? [hours('labour', (Date.parse(visit.plannedEnd) - Date.parse(visit.plannedStart)) / 60_000, visit)] : []),
      ...(visit.travelMinutes ? [hours('travel', visit.travelMinutes, visit)] : [])
    ]),
    ...parts.map(({ name, quantity, unit, value, currency }) => priced({ costType_code: 'part', description: name, quantity, unit, rate: value, currency_code: currency }))
  ].filter(({ quantity }) => new Decimal(quantity).greaterThan(0))
}
