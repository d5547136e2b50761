/** When the pieces of a need can be where they are needed. Pure; instants are milliseconds since 1970. */

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface Expected {
  open: number
  claimed: number
  issued: number
  claimedAt: number | null
  /** Hours from the place to a site near by; 0 from the van of who comes. */
  deliveryHours: number
  /** On its way to the place: when it arrives there; null where nobody knows. Nothing when it lies there. */
  transferAt?: number | null
  /** What was bought for it and has not come, with the day (YYYY-MM-DD) on which it will. */
  purchases: { quantity: number; expectedOn: string | null }[]
  /** Working days of goods receipt at the place. */
  goodsReceiptDays: number
}

export type Source = 'stock' | 'transfer' | 'purchase'

/**
 * The last of what is held, on its way and bought. Unknown (undefined) while a piece is neither held nor bought, or its date is not known; what is issued
 * is there.
 */
export function expectedOf(need: Expected, now: number): { at: number; source: Source } | undefined {
  const { open, claimed, purchases } = need
  const dates: { at: number; source: Source }[] = []
  if (claimed > 0) {
    if (need.transferAt === null) return undefined
    dates.push(need.transferAt === undefined ? { at: (need.claimedAt ?? now) + need.deliveryHours * HOUR, source: 'stock' } : { at: need.transferAt + need.deliveryHours * HOUR, source: 'transfer' })
  }
  if (open > 0) {
    let missing = open
    for (const { quantity, expectedOn } of [...purchases].sort((a, b) => (a.expectedOn ?? '9') < (b.expectedOn ?? '9') ? -1 : 1)) {
      if (missing <= 0) break
      if (!expectedOn) return undefined
      dates.push({ at: Date.parse(expectedOn) + DAY / 2 + receiptTime(expectedOn, need.goodsReceiptDays) + need.deliveryHours * HOUR, source: 'purchase' })
      missing -= quantity
    }
    if (missing > 1e-9) return undefined
  }
  return dates.sort((a, b) => b.at - a.at)[0]
}

/** Goods are received from Monday to Friday. */
function receiptTime(day: string, workingDays: number): number {
  let at = Date.parse(day)
  for (let left = workingDays; left > 0;) {
    at += DAY
    if (![0, 6].includes(new Date(at).getUTCDay())) left--
  }
  return at - Date.parse(day)
}
