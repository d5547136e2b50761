/**
 * Fiscal years as the host's variants cut them, in calendar months, without special periods (those take entries of the year's end, which are the
 * host's). Days are calendar days (YYYY-MM-DD).
 */

export interface FiscalPeriod {
  year: number
  /** 1 to 12. */
  period: number
  firstDay: string
  lastDay: string
}

/** First month, and whether the year is called after the calendar year of its first or of its last month. */
const VARIANTS: Record<string, { firstMonth: number; isNamedByEnd: boolean }> = {
  K4: { firstMonth: 1, isNamedByEnd: false },
  V3: { firstMonth: 4, isNamedByEnd: false },
  V6: { firstMonth: 7, isNamedByEnd: false },
  V9: { firstMonth: 10, isNamedByEnd: true }
}

export const FISCAL_YEAR_VARIANTS = Object.keys(VARIANTS)

/** The period in which a day lies. An unknown variant counts as the calendar year. */
export function fiscalPeriodOf(day: string, variant = 'K4'): FiscalPeriod {
  const { firstMonth, isNamedByEnd } = VARIANTS[variant] ?? VARIANTS.K4
  const [year, month] = day.split('-').map(Number)
  const months = (month - firstMonth + 12) % 12
  const begunIn = month < firstMonth ? year - 1 : year
  return { year: begunIn + (isNamedByEnd ? 1 : 0), period: months + 1, ...monthOf(year, month) }
}

/** The period of that number. */
export function fiscalPeriod(fiscalYear: number, period: number, variant = 'K4'): FiscalPeriod {
  const { firstMonth, isNamedByEnd } = VARIANTS[variant] ?? VARIANTS.K4
  const begunIn = fiscalYear - (isNamedByEnd ? 1 : 0), months = firstMonth - 1 + period - 1
  return { year: fiscalYear, period, ...monthOf(begunIn + Math.floor(months / 12), (months % 12) + 1) }
}

export const nextPeriod = ({ year, period }: Pick<FiscalPeriod, 'year' | 'period'>, variant = 'K4'): FiscalPeriod =>
  period === 12 ? fiscalPeriod(year + 1, 1, variant) : fiscalPeriod(year, period + 1, variant)

/** The day after. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function monthOf(year: number, month: number): { firstDay: string; lastDay: string } {
  const prefix = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  return { firstDay: `${prefix}-01`, lastDay: `${prefix}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}` }
}
