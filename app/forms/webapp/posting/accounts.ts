/** A line of a document as the service tells it: amounts unsigned, decimals as strings; S is debit, H credit. */
export interface Line {
  line: number
  debitCredit: string
  glAccount: string
  glAccountName?: string | null
  amount: string
  currency: string
  companyCodeAmount: string
  companyCodeCurrency: string
  costObjectKind: string | null
  costObjectKindName?: string | null
  costObject: string | null
  taxCode: string | null
  accountingIndicatorName: string | null
  costTypeName: string | null
  text: string | null
  postedBy: string
  postedByName: string | null
  hostDocument: string | null
}

/** In which of a document's two currencies it is read. */
export type Reading = 'document' | 'companyCode'

/** A line on its side of an account. What the host books by itself is not ours. */
export interface Entry {
  line: number
  amount: string
  currency: string
  /** What it is for, and who bears it. */
  words: string[]
  isOurs: boolean
  bookedBy: string
  hostDocument: string
}

export interface Sum { currency: string; debit: string; credit: string; isBalanced: boolean }

export interface TAccount { number: string; name: string; debits: Entry[]; credits: Entry[]; sums: Sum[] }

const OURS = 'journalEntry'

/** The lines of a document, by account: debits left, credits right, with their sums per currency. */
export function tAccountsOf(lines: Line[], reading: Reading): TAccount[] {
  const numbers = [...new Set(lines.map(({ glAccount }) => glAccount))].sort()
  return numbers.map(number => {
    const own = lines.filter(({ glAccount }) => glAccount === number).sort((a, b) => a.line - b.line)
    const entries = (side: string) => own.filter(({ debitCredit }) => debitCredit === side).map(line => entryOf(line, reading))
    return { number, name: own.find(({ glAccountName }) => glAccountName)?.glAccountName ?? '', debits: entries('S'), credits: entries('H'), sums: sumsOf(own, reading) }
  })
}

/** Debits and credits of each currency: never two currencies in one figure. */
export function sumsOf(lines: Line[], reading: Reading): Sum[] {
  const currencies = [...new Set(lines.map(line => read(line, reading).currency))].sort()
  return currencies.map(currency => {
    const total = (side: string) => lines.map(line => ({ ...read(line, reading), side: line.debitCredit }))
      .filter(each => each.currency === currency && each.side === side).reduce((sum, { amount }) => sum + thousandths(amount), 0n)
    const debit = total('S'), credit = total('H')
    return { currency, debit: decimal(debit), credit: decimal(credit), isBalanced: debit === credit }
  })
}

/** Whether the two currencies of the document differ anywhere. */
export const hasTwoCurrencies = (lines: Line[]): boolean => lines.some(({ currency, companyCodeCurrency }) => currency !== companyCodeCurrency)

function entryOf(line: Line, reading: Reading): Entry {
  const object = [line.costObjectKindName, line.costObject].filter(Boolean).join(' ')
  return {
    line: line.line, ...read(line, reading), words: [...new Set([line.text, line.costTypeName, line.accountingIndicatorName, object, line.taxCode])].filter((word): word is string => Boolean(word)),
    isOurs: line.postedBy === OURS, bookedBy: line.postedByName ?? line.postedBy, hostDocument: line.hostDocument ?? ''
  }
}

const read = (line: Line, reading: Reading) =>
  reading === 'document' ? { amount: line.amount, currency: line.currency } : { amount: line.companyCodeAmount, currency: line.companyCodeCurrency }

/** Amounts have at most three decimals; whole thousandths add up without a loss. */
function thousandths(amount: string): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount)) ?? [undefined, '', '0']
  const value = BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0').slice(0, 3))
  return sign ? -value : value
}

function decimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(4, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}
