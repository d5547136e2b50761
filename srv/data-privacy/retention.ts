/** A rule as stored; criteria that are empty fit everything. */
export interface Rule {
  ID: string
  orderType_code: string | null
  deviceClass_code: string | null
  country: string | null
  companyCode: string | null
  reference_code: string
  residenceMonths: number
  retentionMonths: number
}

/** A row that rules are asked about. Days are `YYYY-MM-DD`; `ended` is always there. */
export interface Facts {
  orderType?: string | null
  deviceClass?: string | null
  country?: string | null
  companyCode?: string | null
  ended: string
  completed?: string | null
  received?: string | null
}

/** When the purpose ends and when the row may be erased, and the rule that says the later of it. */
export interface Terms { purposeEnd: string; eraseOn: string; rule: string }

/**
 * Duties add up: of all rules that fit, the longest residence and the longest retention count, each from its own reference date.
 *
 * @returns nothing where no rule fits: then nothing is done
 */
export function termsOf(facts: Facts, rules: readonly Rule[]): Terms | undefined {
  const fitting = rules.filter(rule => fits(rule, facts))
  if (!fitting.length) return undefined
  const ends = fitting.map(rule => monthsAfter(referenceOf(rule, facts), rule.residenceMonths))
  const purposeEnd = latest(ends)
  const erase = fitting.map((rule, i) => ({ on: monthsAfter(ends[i], rule.retentionMonths), rule: rule.ID }))
  const last = erase.reduce((later, each) => (each.on > later.on ? each : later))
  return { purposeEnd, eraseOn: last.on > purposeEnd ? last.on : purposeEnd, rule: last.rule }
}

const fits = (rule: Rule, { orderType, deviceClass, country, companyCode }: Facts): boolean =>
  matches(rule.orderType_code, orderType) && matches(rule.deviceClass_code, deviceClass) && matches(rule.country, country) && matches(rule.companyCode, companyCode)

const matches = (criterion: string | null, value: string | null | undefined) => !criterion || criterion === value

function referenceOf({ reference_code: reference }: Rule, { ended, completed, received }: Facts): string {
  switch (reference) {
    case 'completed': return completed ?? ended
    case 'received': return received ?? ended
    case 'yearEnd': return `${ended.slice(0, 4)}-12-31`
    default: return ended
  }
}

const latest = (days: string[]) => days.reduce((later, day) => (day > later ? day : later))

/** The same day of a later month, or that month's last day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10)
}
