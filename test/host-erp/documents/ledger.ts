import cds from '@sap/cds'
import Decimal from 'decimal.js'
import { companyCodes, fiscalPeriodOf } from '../data/books'
import { insert } from './table'

type Row = Record<string, any>

/** A line of the books before it is known in which document it stands. Amounts have no sign. */
export interface Line {
  account: string
  debitCredit: 'S' | 'H'
  amount: string
  currency: string
  companyCodeAmount?: string
  costCenter?: string
  internalOrder?: string
  wbsElement?: string
  serviceOrder?: string
  serviceOrderItem?: string
  text?: string
}

interface Booking { document: string; origin: 'BKPFF' | 'MKPF' | 'CATS' | 'SRVC'; companyCode: string; postingDate: string; reference?: string; reverses?: string; firstLine?: number }

/** Writes lines into the books; in the company code's currency they are the same where nothing else is said. */
export async function book({ firstLine = 1, companyCode, postingDate, ...booking }: Booking, lines: Line[]): Promise<void> {
  const { currency } = companyCodes.get(companyCode)!
  await insert('LedgerLines', lines.map((line, index) => ({
    ...booking, ...line, line: firstLine + index, companyCode, postingDate, ...fiscalPeriodOf(companyCode, postingDate),
    companyCodeAmount: line.companyCodeAmount ?? line.amount, companyCodeCurrency: currency
  })))
}

/** The same with debit and credit exchanged: below the document's own lines, or in a document of its own. */
export async function mirror(document: string, { into = document, postingDate }: { into?: string; postingDate?: string } = {}): Promise<Row[]> {
  const lines = await linesOf({ document })
  const from = into === document ? lines.length : 0
  const mirrored = lines.map((line, index) => ({
    ...line, document: into, line: from + index + 1, reverses: document, debitCredit: line.debitCredit === 'S' ? 'H' : 'S',
    ...(postingDate && { postingDate, ...fiscalPeriodOf(line.companyCode, postingDate) })
  }))
  await insert('LedgerLines', mirrored)
  return mirrored
}

/** Lines in the order of their documents; amounts are decimal strings without zeros at the end. */
export async function linesOf(where: Row): Promise<Row[]> {
  const lines = (await cds.run(SELECT.from('LedgerLines').where(where).orderBy('document', 'line'))) as Row[]
  return lines.map(line => ({ ...line, amount: new Decimal(line.amount).toFixed(), companyCodeAmount: new Decimal(line.companyCodeAmount).toFixed() }))
}

/** The books at a glance: whether they balance, and what stands on each account and each cost object. */
export async function balances(): Promise<Row> {
  const lines = await linesOf({})
  const sum = (nameOf: (line: Row) => string | undefined) => {
    const sums = new Map<string, Decimal>()
    for (const line of lines) {
      const name = nameOf(line)
      const signed = new Decimal(line.companyCodeAmount).times(line.debitCredit === 'S' ? 1 : -1)
      if (name) sums.set(`${line.companyCode}/${name}/${line.companyCodeCurrency}`, (sums.get(`${line.companyCode}/${name}/${line.companyCodeCurrency}`) ?? new Decimal(0)).plus(signed))
    }
    return Object.fromEntries([...sums].map(([name, value]) => [name, value.toFixed()]))
  }
  const debits = sum(line => (line.debitCredit === 'S' ? 'debits' : undefined))
  return { lines: lines.length, total: sum(() => 'all'), debits, accounts: sum(line => line.account), costObjects: sum(costObjectOf) }
}

const costObjectOf = ({ costCenter, internalOrder, wbsElement, serviceOrder, serviceOrderItem }: Row): string | undefined =>
  costCenter || internalOrder || wbsElement || (serviceOrder && `${serviceOrder}/${serviceOrderItem}`) || undefined
