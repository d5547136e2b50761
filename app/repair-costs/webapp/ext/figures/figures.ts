/** What the cost rows that fit the filters add up to; decimals as strings, nothing where two currencies met or no row fits. */
export interface Sums {
  currency: string | null
  cost: string | null
  warranty: string | null
  recovered: string | null
  /** Orders with such costs. */
  orders: number
}

/** Of those orders that had a plan: what was planned, and what they cost. */
export interface Plan { planned: string | null; actual: string | null }

export type Judgement = 'None' | 'Success' | 'Warning' | 'Error'

export interface Figures {
  currency: string
  cost: string | null
  perRepair: string | null
  /** In percent, with one decimal. */
  warrantyShare: number | null
  recoveryRate: number | null
  ofPlan: number | null
  judgement: Judgement
}

/** A repair may be dearer than planned by a tenth before it is worth a look, by a quarter before it is wrong. */
const TOLERATED = 110, TOO_MUCH = 125

/** Key figures of a controller: pure arithmetic, no rounding but the last one. */
export function figuresOf({ currency, cost, warranty, recovered, orders }: Sums, { planned, actual }: Plan): Figures {
  const ofPlan = percent(actual, planned)
  return {
    currency: currency ?? '', cost, perRepair: cost && orders ? share(cost, orders) : null,
    warrantyShare: percent(warranty, cost), recoveryRate: percent(recovered, warranty), ofPlan,
    judgement: ofPlan === null ? 'None' : ofPlan > TOO_MUCH ? 'Error' : ofPlan > TOLERATED ? 'Warning' : 'Success'
  }
}

const THOUSANDTHS = 1000

const percent = (part: string | null, whole: string | null): number | null => (Number(whole) ? Math.round((Number(part ?? 0) / Number(whole)) * THOUSANDTHS) / 10 : null)

/** To the thousandth: more decimals no currency has. */
function share(amount: string, count: number): string {
  const units = BigInt(Math.round(Number(amount) * THOUSANDTHS)), half = BigInt(Math.trunc(count / 2))
  const each = (units < 0n ? units - half : units + half) / BigInt(count)
  const digits = String(each < 0n ? -each : each).padStart(4, '0')
  return `${each < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}
