import type { State } from '../live/countdown'
import type { Language } from '../live/language'

/** How likely it is that the fix will be late, as the service answers it. */
export interface Risk {
  /** Percent; nothing where there is nothing to forecast. */
  risk: number | null
  expectedAt: string | null
  known: number | null
  reasons: { code: string; text: string; percent: number }[]
}

export interface RiskText {
  risk: string
  state: State
  /** By when it should be done. */
  expected: string
  reasons: string[]
}

const HIGH = 70
const NOTICEABLE = 30

/** The forecast in words; nothing for orders that are done, or that wait for the customer. */
export function riskOf(forecast: Risk | null, { text, instant }: Pick<Language, 'text' | 'instant'>): RiskText | null {
  if (forecast?.risk == null) return null
  const { risk, expectedAt, known, reasons } = forecast
  return {
    risk: text('risk.percent', risk), state: risk >= HIGH ? 'Error' : risk >= NOTICEABLE ? 'Warning' : 'Success',
    expected: expectedAt ? text('risk.expected', instant(expectedAt), known ?? 0) : '',
    reasons: reasons.map(({ text: reason, percent }) => (percent > 0 ? text('risk.reason', reason, percent) : reason))
  }
}
