/** An amount as a decimal string, written with its currency as people in a language do. */
export class Money {
  constructor(readonly amount: string, readonly currency: string) {}
}

/** What a placeholder stands for: a text, an instant, sums of money, or a text in each language. */
export type Value = string | number | Date | Money[] | Record<string, string> | null | undefined

const PLACEHOLDER = /\{(\w+)\}/g

/**
 * Fills the placeholders of a template. An instant is written as people in that language do, on the clock of that zone.
 * A placeholder that nothing is known of stays as it is: a slip in a text keeps no warning back.
 */
export function fill(template: string, values: Record<string, Value>, language: string, timeZone: string): string {
  return template.replace(PLACEHOLDER, (placeholder, name: string) => (name in values ? written(values[name], language, timeZone) : placeholder)).trim()
}

export const placeholdersOf = (template: string): string[] => [...template.matchAll(PLACEHOLDER)].map(([, name]) => name)

/** The first of these languages that there is a text in: the very one, the same without its country, then English. */
export function closest(wanted: string | null | undefined, available: string[]): string | undefined {
  const language = (wanted ?? '').replace('-', '_')
  const [base] = language.split('_')
  return [language, base, available.find(each => each.split('_')[0] === base), 'en'].find(each => each && available.includes(each))
}

function written(value: Value, language: string, timeZone: string): string {
  if (value == null) return ''
  if (value instanceof Date) return formatFor(language, timeZone).format(value)
  if (Array.isArray(value)) return value.map(money => writtenMoney(money, language)).join(' + ')
  if (typeof value === 'object') return value[closest(language, Object.keys(value)) ?? ''] ?? ''
  return String(value)
}

/** Exact for any number of digits, since the amount is given as a text. */
function writtenMoney({ amount, currency }: Money, language: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${amount} ${currency}`.trim()
  const format = new Intl.NumberFormat(language.replace('_', '-'), { style: 'currency', currency, currencyDisplay: 'code' })
  return format.format(amount as never)
}

/** Kept, since making one takes as long as a statement. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language.replace('_', '-'), { timeZone, year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' })
  formats.set(key, known)
  return known
}
