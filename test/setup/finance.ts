import cds from '@sap/cds'
import axios from 'axios'
import { seededRandom } from '../host-erp/wire/random'
import type { HostErp } from '../host-erp/start'
import { type App, order, takeOrder, technicianID } from './app'
import { settled } from './parts'

export { seededRandom, settled }
export const FINANCE = '/odata/v4/finance'
const SERVICE = 'aftersales.FinanceService'

type Row = Record<string, any>

export const onPosting = (ID: string, action: string) => `${FINANCE}/CostPostings(${ID})/${SERVICE}.${action}`
export const onFinance = (ID: string, action: string) => `${FINANCE}/OrderFinances(${ID})/${SERVICE}.${action}`

/** A piece of work of the sample's technician, a travel or another cost, in the order's currency where none is named. */
export async function bookCost(app: App, workOrder_ID: string, item: Row): Promise<Row> {
  const { status, data } = await app.as('dispatcher').post(`${order(workOrder_ID)}/costItems`, { description: 'Repair', performedOn: '2026-11-20', ...item })
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(data)}`)
  return data
}

/** An order whose work is done, with costs on it. */
export async function doneOrder(app: App, items: Row[], changes: Row = {}): Promise<string> {
  const ID = await takeOrder(app, { reference: crypto.randomUUID() })
  if (Object.keys(changes).length) await cds.db.run(UPDATE('aftersales.WorkOrders').with(changes as never).where({ ID }))
  const technician_ID = await technicianID(app)
  for (const item of items) await bookCost(app, ID, { ...item, ...(item.type_code === 'labour' && { technician_ID, unit: 'H' }) })
  await cds.db.run(UPDATE('aftersales.WorkOrders').with({ status_code: 'Completed' } as never).where({ ID }))
  return ID
}

export const post = (app: App, workOrder_ID: string, more: Row = {}) => app.as('controller').post(`${FINANCE}/post`, { workOrder_ID, ...more })
export const reverse = (app: App, ID: string, more: Row = {}) => app.as('controller').post(onPosting(ID, 'reverse'), { reason_code: 'wrong', ...more })

export const postingOf = async (ID: string): Promise<Row> => (await cds.db.run(SELECT.one.from('aftersales.CostPostings').where({ ID })))!
export const documentsOf = (posting_ID: string): Promise<Row[]> => cds.db.run(SELECT.from('aftersales.CostPostingDocuments').where({ posting_ID }).orderBy('position'))
export const rowsOf = (workOrder_ID: string): Promise<Row[]> => cds.db.run(SELECT.from('aftersales.RepairCosts').where({ workOrder_ID }).orderBy('costItem_ID', 'share', 'correction'))
export const financeOf = async (workOrder_ID: string): Promise<Row> => (await cds.db.run(SELECT.one.from('aftersales.OrderFinances').where({ workOrder_ID })))!

/** What this side says is in the host's books, by account: lines of documents that the host has confirmed, in the company code's currency. */
export async function booksHere(): Promise<Record<string, string>> {
  const lines = (await cds.db.run(SELECT.from('aftersales.CostPostingLines').columns(
    'debitCredit', 'glAccount', 'companyCodeAmount', 'companyCodeCurrency_code as currency', 'posting.companyCode as companyCode', 'document.state_code as state', 'postedBy_code as postedBy'
  ))) as Row[]
  return sums(lines.filter(({ state }) => state === 'Confirmed').map(line => ({ ...line, account: line.glAccount })))
}

/** The same as the host's own books say, without what goods movements brought there. */
export async function booksThere(erp: HostErp): Promise<Record<string, string>> {
  const { data } = await axios.get(`${erp.url}/__ledger`)
  return sums(data.lines.filter(({ origin }: Row) => origin !== 'MKPF').map((line: Row) => ({ ...line, currency: line.companyCodeCurrency })))
}

/** Debits less credits in thousandths, by company code, account and currency; what comes to nothing is left out. */
function sums(lines: Row[]): Record<string, string> {
  const totals = new Map<string, number>()
  for (const { companyCode, account, currency, debitCredit, companyCodeAmount } of lines) {
    const key = `${companyCode}/${account}/${currency}`
    totals.set(key, (totals.get(key) ?? 0) + Math.round(Number(companyCodeAmount) * 1000) * (debitCredit === 'S' ? 1 : -1))
  }
  return Object.fromEntries([...totals].filter(([, total]) => total).sort().map(([key, total]) => [key, (total / 1000).toFixed(3)]))
}
