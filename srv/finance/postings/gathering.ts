import { entities } from '../../entities'
import { fail } from '../../errors'
import { accruedUntil } from '../accruals/accrued'
import { nextOpenDate, periodOf } from '../rules/periods'
import { financeSettings } from '../settings'
import { type CostObject, type CostRow, type Line, linesOf, objectKind, type PostedBy } from './document'
import { type Finding, wrong } from './findings'
import type { Repair, Work } from './host-documents'
import { today } from './stored'
import { ofTimes } from './times'

/** An order's open costs, and the document that they make. */
export interface Gathered {
  order: Order
  rows: StoredCost[]
  lines: Line[]
  work: Work[]
  repair: Repair
  companyCode: string
  currency: string
  documentDate: string
  postingDate: string
  fiscalYear: number
  fiscalPeriod: number
  reference: string | null
  settlementReference: string | null
  findings: Finding[]
}

export interface Order {
  ID: string; number: string; status_code: string; statusName: string | null; reference: string | null; shortText: string | null; customerNumber: string | null; equipmentNumber: string | null
  serviceOrder: string | null; currentPosting: string | null; currentState: string | null
}

export interface StoredCost {
  ID: string; costItem_ID: string | null; share: number; state_code: string; incompleteReason: string | null; incompleteName: string | null; amount: string | number; currency_code: string
  companyCodeAmount: string | number; companyCodeCurrency_code: string; companyCode: string; glAccount: string; hostAccount: string | null; offsetAccount: string; taxCode: string | null
  accountingIndicator_code: string | null; costType_code: string | null; quantity: string | number | null; unit: string | null; activityType: string | null; description: string | null
  postedBy_code: PostedBy; performedOn: string; costObjectKind_code: string | null; costCenter: string | null; internalOrder: string | null; wbsElement: string | null
  serviceOrder: string | null; serviceOrderItem: string | null; hostDocument: string | null; reservation_ID: string | null
  transferAccount: string | null; transferOffsetAccount: string | null
}

const DONE = ['Completed', 'Accepted', 'Closed', 'Cancelled']
/** The one item of the service order that we ask for. */
const SERVICE_ITEM = '10'

/** What would be posted of an order, and all that speaks against it. */
export async function gather(workOrder_ID: string, wantedDate?: string | null): Promise<Gathered> {
  const order = await readOrder(workOrder_ID)
  const all = await readCosts(workOrder_ID)
  const rows = all.filter(({ state_code }) => state_code === 'Open')
  const companyCode = rows[0]?.companyCode ?? all[0]?.companyCode ?? financeSettings().companyCode
  const documentDate = latest(rows.map(({ performedOn }) => performedOn)) ?? today()
  const { postingDate, fiscalYear, fiscalPeriod, findings } = await datedAfterAccruals(rows, companyCode, wantedDate ?? documentDate)
  const lines = linesOf(await costRows(rows))
  const work = await workOf(rows)
  return {
    order, rows, lines, work, companyCode, documentDate, postingDate, fiscalYear, fiscalPeriod, currency: rows[0]?.companyCodeCurrency_code ?? '',
    reference: order.reference ?? order.number, settlementReference: settled(lines) ?? order.serviceOrder,
    repair: { number: order.number, shortText: order.shortText, customer: order.customerNumber, equipment: order.equipmentNumber, serviceOrder: order.serviceOrder },
    findings: [...ofOrder(order), ...ofCosts(order, all, rows), ...(await ofTimes(work, rows, companyCode)), ...findings]
  }
}

async function readOrder(ID: string): Promise<Order> {
  const columns = ['ID', 'number', 'status_code', 'status.name as statusName', 'reference', 'shortText', 'customer.number as customerNumber', 'equipment.number as equipmentNumber',
    'finance.serviceOrder as serviceOrder', 'finance.currentPosting.number as currentPosting', 'finance.currentPosting.state.name as currentState']
  const [order] = (await SELECT.localized.from(entities().WorkOrders).columns(...(columns as never[])).where({ ID })) as unknown as Order[]
  return order ?? fail(404, 'WORK_ORDER_UNKNOWN')
}

async function readCosts(workOrder_ID: string): Promise<StoredCost[]> {
  const columns = ['ID', 'costItem_ID', 'share', 'state_code', 'incompleteReason', 'amount', 'currency_code', 'companyCodeAmount', 'companyCodeCurrency_code', 'companyCode', 'glAccount',
    'hostAccount', 'offsetAccount', 'taxCode', 'accountingIndicator_code', 'costType_code', 'quantity', 'unit', 'activityType', 'description', 'postedBy_code', 'performedOn',
    'costObjectKind_code', 'costCenter', 'internalOrder', 'wbsElement', 'serviceOrder', 'serviceOrderItem', 'costItem.hostDocument as hostDocument', 'costItem.reservation_ID as reservation_ID', 'incomplete.name as incompleteName',
    'accountRule.transferAccount as transferAccount', 'accountRule.transferOffsetAccount as transferOffsetAccount']
  return SELECT.localized.from(entities().RepairCosts).columns(...(columns as never[])).where({ workOrder_ID, state_code: { in: ['Open', 'Incomplete'] } })
    .orderBy('performedOn', 'costItem_ID', 'share', 'correction', 'ID') as unknown as Promise<StoredCost[]>
}

async function costRows(rows: StoredCost[]): Promise<CostRow[]> {
  const issued = await issuedTo(rows.flatMap(row => (row.postedBy_code === 'goodsIssue' && row.reservation_ID ? [row.reservation_ID] : [])))
  return rows.map(row => ({
    ID: row.ID, costItem_ID: row.costItem_ID, share: row.share, amount: row.amount, currency: row.currency_code, companyCodeAmount: row.companyCodeAmount,
    companyCodeCurrency: row.companyCodeCurrency_code, glAccount: row.glAccount, hostAccount: row.hostAccount, offsetAccount: row.offsetAccount, transferAccount: row.transferAccount, transferOffsetAccount: row.transferOffsetAccount, object: objectOf(row),
    hostObject: row.reservation_ID ? issued.get(row.reservation_ID) : undefined, postedBy: row.postedBy_code, hostDocument: row.hostDocument, taxCode: row.taxCode,
    accountingIndicator: row.accountingIndicator_code, costType: row.costType_code, quantity: row.quantity, unit: row.unit, activityType: row.activityType, text: row.description
  }))
}

/** By the kind: a row may carry further numbers for those who report by them. */
function objectOf({ costObjectKind_code: kind, costCenter, internalOrder, wbsElement, serviceOrder, serviceOrderItem }: StoredCost): CostObject {
  if (kind === 'costCenter') return { costCenter }
  if (kind === 'order') return { internalOrder }
  if (kind === 'wbsElement') return { wbsElement }
  return kind === 'serviceItem' ? { serviceOrder, serviceOrderItem: serviceOrderItem ?? SERVICE_ITEM } : {}
}

/** Whom the host has been told to charge with pieces, by the need for which they were issued. */
async function issuedTo(reservations: string[]): Promise<Map<string, CostObject>> {
  if (!reservations.length) return new Map()
  const messages = (await SELECT.from(entities().HostMessages).columns('causeID', 'payload')
    .where({ causeEntity: 'aftersales.Reservations', causeID: { in: [...new Set(reservations)] }, kind_code: 'movement.issue' }).orderBy('number')) as { causeID: string; payload: string }[]
  return new Map(messages.map(({ causeID, payload }) => {
    const { costCenter, order, wbsElement } = (JSON.parse(payload) as { costObject?: { costCenter?: string; order?: string; wbsElement?: string } }).costObject ?? {}
    return [causeID, { costCenter, internalOrder: order, wbsElement }]
  }))
}

/** Labour that the host confirms, once for each item however it is shared. */
async function workOf(rows: StoredCost[]): Promise<Work[]> {
  const IDs = rows.flatMap(row => (['timeConfirmation', 'serviceConfirmation'].includes(row.postedBy_code) && row.costItem_ID ? [row.costItem_ID] : []))
  if (!IDs.length) return []
  const columns = ['ID', 'description as text', 'quantity', 'unit', 'performedOn', 'type_code as costType', 'activityType', 'technician.employeeNumber as employeeNumber',
    'technician.costCenter as costCenter', 'technician.activityType as usualActivity']
  const found = (await SELECT.from(entities().CostItems).columns(...(columns as never[])).where({ ID: { in: [...new Set(IDs)] } }).orderBy('performedOn', 'ID')) as unknown as
    (Work & { usualActivity: string | null })[]
  return found.map(({ usualActivity, ...item }) => ({ ...item, quantity: String(item.quantity), activityType: item.activityType ?? usualActivity }))
}

/** The day, or by configuration the first one that is open. */
export async function dated(companyCode: string, wanted: string): Promise<{ postingDate: string; fiscalYear: number; fiscalPeriod: number; findings: Finding[] }> {
  const period = await periodOf(companyCode, wanted)
  if (period.isOpen) return { postingDate: wanted, ...fiscal(period), findings: [] }
  const next = await nextOpenDate(companyCode, wanted)
  const named = `${period.fiscalPeriod}/${period.fiscalYear}`
  if (!next) return { postingDate: wanted, ...fiscal(period), findings: [wrong('NO_PERIOD_OPEN', [named, companyCode])] }
  if (financeSettings().closedPeriod === 'refuse')
    return { postingDate: wanted, ...fiscal(period), findings: [wrong('PERIOD_CLOSED', [named, companyCode, next])] }
  return { postingDate: next, ...fiscal(await periodOf(companyCode, next)), findings: [{ ...wrong('PERIOD_MOVED', [named, companyCode, next]), isError: false }] }
}

/** A cost that was accrued at the end of a period is booked after it: the reversal of the accrual makes up for it there. */
async function datedAfterAccruals(rows: StoredCost[], companyCode: string, wanted: string): ReturnType<typeof dated> {
  const until = await accruedUntil(rows.map(({ ID }) => ID))
  if (!until || wanted > until) return dated(companyCode, wanted)
  const first = dayAfter(until)
  const accrued = wrong('PERIOD_ACCRUED', [until, first])
  if (financeSettings().closedPeriod === 'refuse') return { ...(await dated(companyCode, wanted)), findings: [accrued] }
  const moved = await dated(companyCode, first)
  return { ...moved, findings: [{ ...accrued, isError: false }, ...moved.findings] }
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

const fiscal = ({ fiscalYear, fiscalPeriod }: { fiscalYear: number; fiscalPeriod: number }) => ({ fiscalYear, fiscalPeriod })

function ofOrder({ number, status_code, statusName, currentPosting, currentState }: Order): Finding[] {
  return [
    ...(currentPosting ? [{ ...wrong('POSTING_UNDERWAY', [number, currentPosting, currentState]), status: 409 as const }] : []),
    ...(DONE.includes(status_code) ? [] : [{ ...wrong('POSTING_ORDER_NOT_DONE', [number, statusName ?? status_code]), status: 409 as const }])
  ]
}

function ofCosts({ number }: Order, all: StoredCost[], rows: StoredCost[]): Finding[] {
  const incomplete = all.filter(({ state_code }) => state_code === 'Incomplete')
  return [
    ...incomplete.map(row => wrong('COSTS_INCOMPLETE', [row.description ?? '', row.incompleteName ?? row.incompleteReason ?? ''], row.ID)),
    ...rows.filter(row => row.postedBy_code !== 'journalEntry' && !row.hostAccount).map(row => wrong('HOST_ACCOUNT_MISSING', [row.description ?? ''], row.ID)),
    ...(rows.length || incomplete.length ? [] : [wrong('NOTHING_TO_POST', [number])])
  ]
}

const latest = (days: string[]): string | undefined => days.reduce<string | undefined>((last, day) => (!last || day > last ? day : last), undefined)

/** What the host settles: the internal order that bears most lines. */
function settled(lines: Line[]): string | null {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const kind = objectKind(line), object = kind === 'order' ? line.internalOrder : kind === 'serviceItem' ? line.serviceOrder : null
    if (object) counts.set(object, (counts.get(object) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
