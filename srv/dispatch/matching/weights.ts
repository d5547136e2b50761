import type { Weights } from './matching'

/** A row of `MatchingWeights`; `*` stands for every area or order type. */
export interface WeightRow {
  area: string
  orderType: string
  factor_code: string
  minutes: number
}

/** For each factor the closest row: area and order type, then the area's, then the order type's, then that for all. */
export function weightsFor(area: string | null, orderType: string | null, rows: WeightRow[]): Weights {
  const closeness = (row: WeightRow) => Number(row.area !== '*') * 2 + Number(row.orderType !== '*')
  const fitting = rows.filter(row => ['*', area].includes(row.area) && ['*', orderType].includes(row.orderType)).sort((a, b) => closeness(a) - closeness(b))
  return Object.fromEntries(fitting.map(({ factor_code, minutes }) => [factor_code, minutes]))
}
