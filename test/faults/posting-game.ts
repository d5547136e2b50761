import axios from 'axios'
import cds from '@sap/cds'
import { requestBilling } from '../../srv/finance/billing/requesting'
import { addLateCost } from '../../srv/finance/costs/late-costs'
import { touch } from '../../srv/finance/costs/ledger'
import { post } from '../../srv/finance/postings/posting'
import { resend } from '../../srv/finance/postings/resending'
import { reversePosting } from '../../srv/finance/postings/reversing'
import { grouped } from '../../srv/grouped'
import { seededRandom } from '../host-erp/wire/random'

/**
 * Random lives of orders in finance, played inside the process that serves: posted, late costs and returns, reversed, sent again. Whoever plays may be
 * killed between any two statements; what counts is what both sides say in the end.
 */

type Row = Record<string, any>
type Step = 'post' | 'reverse' | 'resend' | 'lateCost' | 'lateReturn' | 'bill'

/** Company codes with what costs may be in: the last ones are foreign there. */
const PLACES = [
  { plant: '1010', currencies: ['EUR', 'EUR', 'USD', 'JPY'], technician: 'T-1001' }, { plant: '1110', currencies: ['GBP', 'EUR'] }, { plant: '1510', currencies: ['AUD', 'JPY'] }, { plant: '1610', currencies: ['JPY', 'USD'] }
]
const STEPS: Step[] = ['post', 'post', 'post', 'post', 'reverse', 'reverse', 'resend', 'lateCost', 'lateReturn', 'lateReturn', 'bill']
/** Accounts against which costs are booked: what left them has arrived as cost. */
const OFFSETS = ['94309000', '21900000', '21120000', '13600000']
const DAYS = ['2026-10-28', '2026-11-05', '2026-11-19']

const rows = (query: unknown) => cds.run(query as never) as Promise<Row[]>
const privileged = <T>(work: () => Promise<T>) => cds.tx({ user: cds.User.privileged } as never, work as never) as unknown as Promise<T>
/** An order whose work is done, with two to four costs; the same order for the same number and seed. */
export async function createOrder(run: number, seed: number): Promise<string> {
  const random = seededRandom(seed * 1_000_003 + run)
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]
  const { plant, currencies, technician } = PLACES[run % PLACES.length]
  const ID = cds.utils.uuid(), number = `F${seed % 100}-${String(run).padStart(5, '0')}`.slice(0, 10)
  const accountingIndicator_code = pick(['warranty', 'goodwill', 'billable', 'contract'])
  await privileged(async () => {
    const [equipment] = await rows(SELECT.from('aftersales.Equipment').columns('ID', 'customer_ID', 'model').where({ serialNumber: 'VEN-3107-0012' }))
    await rows(INSERT.into('aftersales.WorkOrders').entries({
      ID, number, intakeKey: `game/${ID}`, orderType_code: null, status_code: 'Completed', isOpen: false, equipment_ID: equipment.ID, customer_ID: equipment.customer_ID, plant,
      shortText: `Run ${run}`, currency_code: currencies[0], accountingIndicator_code, receivedAt: new Date().toISOString()
    } as never))
    const technician_ID = technician && (await rows(SELECT.from('aftersales.Technicians').columns('ID').where({ number: technician })))[0].ID
    const items = Array.from({ length: 2 + Math.floor(random() * 3) }, () => item(ID, random, pick, currencies, accountingIndicator_code))
    if (technician_ID && random() < 0.6) items.push({
      ...item(ID, random, pick, currencies, accountingIndicator_code), type_code: 'labour', source_code: 'time', quantity: '1.5', unit: 'H', rate: '78', amount: '117', currency_code: 'EUR', technician_ID
    })
    await rows(INSERT.into('aftersales.CostItems').entries(items as never))
  })
  return ID
}

function item(workOrder_ID: string, random: () => number, pick: <T>(values: readonly T[]) => T, currencies: readonly string[], accountingIndicator_code: string): Row {
  const isPart = random() < 0.4
  const currency_code = isPart ? currencies[0] : pick(currencies)
  const decimals = currency_code === 'JPY' ? 0 : 2
  const amount = ((random() < 0.12 ? -1 : 1) * (1 + random() * 900)).toFixed(decimals)
  return {
    ID: cds.utils.uuid(), workOrder_ID, type_code: isPart ? 'part' : pick(['travel', 'external', 'lumpSum']), source_code: isPart ? 'goodsIssue' : 'manual', description: 'Cost', quantity: '1',
    unit: isPart ? 'EA' : null, rate: amount, amount, currency_code, accountingIndicator_code, performedOn: pick(DAYS)
  }
}

/** One move of an order. What the service refuses is an answer like any other. */
export async function play(order_ID: string, step: Step, draw: number): Promise<string> {
  try {
    if (step === 'post') return (await privileged(() => post(order_ID))).number!
    if (step === 'lateCost') return await privileged(() => addLateCost({ workOrder_ID: order_ID, type_code: 'external', description: 'Late', quantity: '1', rate: (draw * 500 - 60).toFixed(0), performedOn: DAYS[2] }))
    if (step === 'lateReturn') return await returnPart(order_ID, draw)
    if (step === 'bill') return `${await privileged(() => requestBilling(order_ID))}`
    const states = step === 'resend' ? ['Failed'] : ['Posted', 'Failed']
    const [posting] = await rows(SELECT.from('aftersales.CostPostings').columns('ID').where({ workOrder_ID: order_ID, state_code: { in: states } }).orderBy('number desc'))
    if (!posting) return 'nothing'
    await privileged(() => again(step, posting.ID))
    return step
  } catch (error) {
    const { code, status } = error as { code?: string; status?: number }
    // What the rules refuse; all else is a fault of the service.
    if (status && status < 500) return String(code)
    return `ERROR ${(error as Error).message}`
  }
}

const again = async (step: 'resend' | 'reverse', ID: string): Promise<void> => { if (step === 'resend') await resend(ID); else await reversePosting(ID, { reason_code: 'changed' }) }

/** Part of what was issued comes back, as the ledger of parts would tell. */
const returnPart = (workOrder_ID: string, draw: number) => privileged(async () => {
  const [part] = await rows(SELECT.from('aftersales.CostItems').columns('ID', 'amount', 'currency_code').where({ workOrder_ID, source_code: 'goodsIssue' }).orderBy('ID').limit(1))
  if (!part) return 'nothing'
  const amount = (Number(part.amount) * Math.round(draw * 100) / 100).toFixed(part.currency_code === 'JPY' ? 0 : 2)
  await rows(UPDATE('aftersales.CostItems').with({ amount, rate: amount } as never).where({ ID: part.ID }))
  touch([workOrder_ID])
  return 'returned'
})

export function stepsOf(run: number, seed: number): { step: Step; draw: number }[] {
  const random = seededRandom(seed * 7_000_003 + run)
  return [{ step: 'post' as const, draw: 0 }, ...Array.from({ length: 2 + Math.floor(random() * 5) }, () => ({ step: STEPS[Math.floor(random() * STEPS.length)], draw: random() }))]
}

/** Open messages, and postings that are not through. */
export async function unfinished(): Promise<{ messages: number; postings: Row[] }> {
  const messages = await rows(SELECT.from('aftersales.HostMessages').columns('ID').where({ state_code: { in: ['Sent'] } }))
  // Those that wait for one that needs a person wait with it.
  const pending = await rows(SELECT.from('aftersales.HostMessages').columns('ID', 'dependsOn.state_code as before').where({ state_code: 'Pending' }))
  const postings = await rows(SELECT.from('aftersales.CostPostings').columns('ID', 'number', 'state_code', 'error', 'workOrder_ID').where({ state_code: { in: ['Queued', 'Failed', 'Reversing'] } }).orderBy('number'))
  return { messages: messages.length + pending.filter(({ before }) => !['NeedsAttention', 'GivenUp'].includes(before)).length, postings }
}

/** With a host that is well again: what failed is sent again, and what is open is posted. */
export async function heal(): Promise<string[]> {
  const said: string[] = []
  const note = async (what: string, work: Promise<unknown>) => { try { await work } catch (error) { said.push(`${what}: ${(error as Error).message}`) } }
  for (const { ID, number, state_code } of (await unfinished()).postings) if (state_code === 'Failed') {
    const documents = await rows(SELECT.from('aftersales.CostPostingDocuments').columns('state_code').where({ posting_ID: ID }))
    const action = documents.some(document => document.state_code === 'GivenUp') ? 'reverse' : 'resend'
    await note(`${action} ${number}`, privileged(() => again(action, ID)))
  }
  for (const { workOrder_ID } of await rows(SELECT.from('aftersales.OrderFinances').columns('workOrder_ID').where({ openCount: { '>': 0 }, currentPosting_ID: null, 'workOrder.shortText': { like: 'Run %' } } as never)))
    await note(`post ${workOrder_ID}`, privileged(() => post(workOrder_ID)))
  return said
}

/** What the two sides say that differs, and what was told. */
export async function verdict(erpUrl: string): Promise<{ wrong: string[]; figures: Row }> {
  const wrong: string[] = []
  const lines = await rows(SELECT.from('aftersales.CostPostingLines').columns(
    'posting_ID', 'document_ID', 'debitCredit', 'glAccount as account', 'companyCodeAmount', 'companyCodeCurrency_code as currency', 'amount', 'currency_code as ownCurrency',
    'posting.companyCode as companyCode', 'posting.state_code as posting', 'posting.workOrder_ID as workOrder_ID', 'document.state_code as document'
  ))
  const documents = await rows(SELECT.from('aftersales.CostPostingDocuments').columns('ID', 'kind_code', 'state_code', 'reverses_ID', 'hostDocument', 'hostMessage.idempotencyKey as key', 'posting.number as number').where({ state_code: 'Confirmed' }))
  const { data: { lines: there } } = await axios.get(`${erpUrl}/__ledger`) as { data: { lines: Row[] } }
  const own = there.filter(({ origin }) => origin !== 'MKPF').map(line => ({ ...line, currency: line.companyCodeCurrency, ownCurrency: line.currency }) as Row)
  compare('account', sums(lines.filter(({ document }) => document === 'Confirmed')), sums(own))
  const reversed = new Set(documents.map(({ reverses_ID }) => reverses_ID).filter(Boolean))
  const byReference = grouped(own, ({ reference }) => reference)
  const lineSets = grouped(lines, ({ document_ID }) => document_ID)
  for (const { ID, number, kind_code, key } of documents) if (['journalEntry.post', 'timeConfirmation.create'].includes(kind_code))
    compare(`document ${key} of ${number}`, sums(reversed.has(ID) ? [] : lineSets.get(ID) ?? []), sums(byReference.get(key) ?? []))
  const keys = new Set(documents.map(({ key }) => key))
  for (const [reference, of] of byReference) if (!keys.has(reference) && Object.keys(sums(of)).length) wrong.push(`the host has ${reference}, which nobody wanted`)
  const { data: balances } = await axios.get(`${erpUrl}/__balances`)
  for (const [name, total] of Object.entries(balances.total)) if (Number(total)) wrong.push(`the host's trial balance ${name} is ${total}`)
  for (const [name, total] of Object.entries(sums(lines.map(line => ({ ...line, account: 'all' }))))) wrong.push(`our trial balance ${name} is ${total}`)
  await compareRows(lines)
  const postings = await rows(SELECT.from('aftersales.CostPostings').columns('kind_code', 'state_code', 'count(*) as count').groupBy('kind_code', 'state_code'))
  const amounts = sums(lines.filter(({ debitCredit, document }) => debitCredit === 'S' && document === 'Confirmed').map(line => ({ ...line, account: 'debits' })))
  return { wrong, figures: { postings: Object.fromEntries(postings.map(({ kind_code, state_code, count }) => [`${kind_code} ${state_code}`, Number(count)])), documents: documents.length, lines: lines.length, hostLines: there.length, debits: amounts } }

  function compare(what: string, here: Record<string, string>, host: Record<string, string>): void {
    for (const name of new Set([...Object.keys(here), ...Object.keys(host)])) if (here[name] !== host[name]) wrong.push(`${what}: ${name} is ${here[name] ?? 0} here and ${host[name] ?? 0} there`)
  }

  /** Each cost of an order is in the books, once: its rows, its items and its lines say the same. */
  async function compareRows(all: Row[]): Promise<void> {
    const costs = await rows(SELECT.from('aftersales.RepairCosts').columns('workOrder_ID', 'workOrderNumber', 'costItem_ID', 'state_code', 'amount', 'companyCodeAmount', 'currency_code').where({ 'workOrder.shortText': { like: 'Run %' } } as never))
    const items = await rows(SELECT.from('aftersales.CostItems').columns('ID', 'amount').where({ 'workOrder.shortText': { like: 'Run %' } } as never))
    const effective = grouped(all.filter(({ posting, document_ID, document }) => posting !== 'Withdrawn' && (!document_ID || document === 'Confirmed')), ({ workOrder_ID }) => workOrder_ID)
    for (const [order, of] of grouped(costs, ({ workOrder_ID }) => workOrder_ID)) {
      const posted = of.filter(({ state_code }) => state_code === 'Posted').reduce((total, row) => total + thousandths(row.companyCodeAmount), 0)
      const booked = (effective.get(order) ?? []).filter(({ account }) => OFFSETS.includes(account)).reduce((total, line) => total - signed(line), 0)
      if (posted !== booked) wrong.push(`order ${of[0].workOrderNumber}: rows posted are ${posted / 1000}, lines ${booked / 1000}`)
    }
    const byItem = grouped(costs, ({ costItem_ID }) => costItem_ID)
    for (const { ID, amount } of items) {
      const posted = (byItem.get(ID) ?? []).filter(({ state_code }) => state_code === 'Posted').reduce((total, row) => total + thousandths(row.amount), 0)
      if (posted !== thousandths(amount)) wrong.push(`item ${ID} is ${amount}, posted are ${posted / 1000}: ${JSON.stringify(byItem.get(ID))}`)
    }
  }
}

const thousandths = (amount: unknown) => Math.round(Number(amount) * 1000)
const signed = ({ debitCredit, companyCodeAmount }: Row) => thousandths(companyCodeAmount) * (debitCredit === 'S' ? 1 : -1)

/** Debits less credits by company code, account and currency; what comes to nothing is left out. */
function sums(lines: Row[]): Record<string, string> {
  const totals = new Map<string, number>()
  for (const line of lines) {
    const name = `${line.companyCode}/${line.account}/${line.currency}`
    totals.set(name, (totals.get(name) ?? 0) + signed(line))
  }
  return Object.fromEntries([...totals].filter(([, total]) => total).sort().map(([name, total]) => [name, (total / 1000).toFixed(3)]))
}
