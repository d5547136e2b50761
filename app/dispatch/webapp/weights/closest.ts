/** A weight as it is kept; `*` means all. */
export interface Weight { area: string; orderType: string; factor_code: string; minutes: number }

export const ALL = '*'

/** What holds for an area and an order type: for each factor the closest row, the area before the order type. */
export function closestWeights(rows: Weight[], area: string, orderType: string): Map<string, number> {
  const closeness = (row: Weight) => Number(row.area !== ALL) * 2 + Number(row.orderType !== ALL)
  const fitting = rows.filter(row => [ALL, area].includes(row.area) && [ALL, orderType].includes(row.orderType)).sort((a, b) => closeness(a) - closeness(b))
  return new Map(fitting.map(({ factor_code, minutes }) => [factor_code, minutes]))
}
