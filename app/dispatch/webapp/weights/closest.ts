/** A weight as it is kept; `*` means all. */
export interface Weight { area: string; orderType: string; factor_code: string; minutes: number }

export const ALL = '*'

/** What holds for an area and an order type: for each factor the closest row, the area before the order type. */
export function closestWeights(rows: Weight[], area: string, orderType: string): Map<string, Weight> {
  const closeness = (row: Weight) => Number(row.area !== ALL) * 2 + Number(row.orderType !== ALL)
  const fitting = rows.filter(row => [ALL, area].includes(row.area) && [ALL, orderType].includes(row.orderType)).sort((a, b) => closeness(a) - closeness(b))
  return new Map(fitting.map(row => [row.factor_code, row]))
}

/** A factor's weight for a scope: its own, or that of a wider one. */
export interface ScopeRow {
  factor_code: string
  name: string
  minutes: number
  isOwn: boolean
  /** Whether a wider scope says something: then an own weight can be taken away. */
  isRemovable: boolean
  /** What holds without an own weight, and for whom it is said; nothing when nobody says anything. */
  wider?: Weight
}

/** The weights of all factors for an area and an order type, those that are its own marked. */
export function rowsOfScope(rows: Weight[], factors: { code: string; name: string }[], area: string, orderType: string): ScopeRow[] {
  const isOwn = (row: Weight) => row.area === area && row.orderType === orderType
  const own = new Map(rows.filter(isOwn).map(row => [row.factor_code, row])), wider = closestWeights(rows.filter(row => !isOwn(row)), area, orderType)
  return factors.map(({ code, name }) => ({
    factor_code: code, name, minutes: own.get(code)?.minutes ?? wider.get(code)?.minutes ?? 0, isOwn: own.has(code), isRemovable: area !== ALL || orderType !== ALL, wider: wider.get(code)
  }))
}
