import { Decimal } from 'decimal.js'

export type ParsedAmount = { amount: string } | { code: 'IMPORT_AMOUNT_FORMAT' | 'IMPORT_AMOUNT_DECIMALS' | 'IMPORT_AMOUNT_TOO_LARGE' }

/** Amounts are Decimal(15,3): twelve digits before the point. */
const LIMIT = new Decimal('1e12')

const NUMBER = {
  '.': /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$|^\.\d+$/,
  ',': /^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$|^,\d+$/
}

/**
 * Reads an amount exactly; an empty cell is zero.
 *
 * The sign stands in front or, as SAP lists write it, behind. Thousands may be grouped, by blanks or by the
 * other separator. Decimals are counted as written: 1.230 for a currency with two is refused, because it
 * may as well mean one thousand two hundred and thirty.
 *
 * @param decimals minor units of the currency
 * @returns a decimal string with exactly these decimals
 */
export function parseAmount(text: string, decimalSeparator: '.' | ',', decimals: number): ParsedAmount {
  const compact = text.trim().replace(/(?<=\d)[\u0020\u00a0\u2009\u202f'’](?=\d{3})/g, '').replace(/\u2212/g, '-')
  if (!compact) return { amount: new Decimal(0).toFixed(decimals) }
  const sign = /^(?<front>[+-]?)\s*(?<digits>.*?)\s*(?<back>[+-]?)$/s.exec(compact)!.groups!
  if ((sign.front && sign.back) || !NUMBER[decimalSeparator].test(sign.digits)) return { code: 'IMPORT_AMOUNT_FORMAT' }
  const [whole, fraction = ''] = sign.digits.split(decimalSeparator)
  if (fraction.length > decimals) return { code: 'IMPORT_AMOUNT_DECIMALS' }
  const value = new Decimal(`${whole.replace(/[.,]/g, '') || '0'}.${fraction || '0'}`)
  if (value.gte(LIMIT)) return { code: 'IMPORT_AMOUNT_TOO_LARGE' }
  const isNegative = (sign.front === '-' || sign.back === '-') && !value.isZero()
  return { amount: (isNegative ? value.negated() : value).toFixed(decimals) }
}
