import { entities } from '../../entities'

/** A cost that was done by a day and is not in the books by then, as a run keeps it. */
export interface Candidate {
  repairCost_ID: string
  workOrder_ID: string | null
  description: string | null
  costType_code: string | null
  accountingIndicator_code: string | null
  performedOn: string
  glAccount: string
  costCenter: string | null
  internalOrder: string | null
  wbsElement: string | null
  serviceOrder: string | null
  serviceOrderItem: string | null
  offsetAccount: string
  offsetCostCenter: string | null
  amount: string
  currency_code: string
  companyCodeAmount: string
  companyCodeCurrency_code: string
}

type Row = Record<string, any>

const COLUMNS = ['ID', 'workOrder_ID', 'state_code', 'description', 'costType_code', 'accountingIndicator_code', 'performedOn', 'glAccount', 'offsetAccount', 'costObjectKind_code', 'costCenter',
  'internalOrder', 'wbsElement', 'serviceOrder', 'serviceOrderItem', 'amount', 'currency_code', 'companyCodeAmount', 'companyCodeCurrency_code', 'postedBy_code',
  'hostAccount', 'technician.costCenter as technicianCostCenter', 'accountRule.transferAccount as transferAccount']

/**
 * What was done by the day and is not in the books by then: still open, or posted with a later date. Parts are left out: the host books them when they are issued.
 *
 * @param accrualAccount against which everything is booked but hours, which the company owes to nobody: they are transferred from the cost centre of who worked
 * @param IDs only these rows
 * @returns what can be booked, and how many rows can't, as something is missing
 */
export async function candidates(companyCode: string, keyDate: string, accrualAccount: string, IDs?: string[]): Promise<{ found: Candidate[]; incompleteCount: number }> {
  const rows: Row[] = IDs ? [] : await read(companyCode, keyDate)
  for (const batch of batches(IDs ?? [])) rows.push(...(await read(companyCode, keyDate, batch)))
  const complete = rows.filter(isComplete)
  return { found: complete.map(row => candidate(row, accrualAccount)), incompleteCount: rows.length - complete.length }
}

async function read(companyCode: string, keyDate: string, IDs?: string[]): Promise<Row[]> {
  const query = SELECT.from(entities().RepairCosts).columns(...(COLUMNS as never[]))
    .where`companyCode = ${companyCode} and performedOn <= ${keyDate} and (state_code in ('Open', 'Incomplete') or (state_code in ('Posting', 'Posted') and postingDate > ${keyDate}))
      and (postedBy_code is null or postedBy_code <> 'goodsIssue')`
    .orderBy('performedOn', 'ID')
  return (IDs ? query.where({ ID: { in: IDs } }) : query) as unknown as Promise<Row[]>
}

const isComplete = ({ state_code, glAccount, companyCodeAmount, ...row }: Row) => state_code !== 'Incomplete' && glAccount && companyCodeAmount != null && Object.values(objectOf(row)).some(Boolean)

function candidate(row: Row, accrualAccount: string): Candidate {
  const isHours = ['timeConfirmation', 'serviceConfirmation'].includes(row.postedBy_code) && row.technicianCostCenter && row.transferAccount
  // An account of allocations takes no journal entries.
  const glAccount = isHours && row.glAccount === row.hostAccount ? row.transferAccount : row.glAccount
  return {
    repairCost_ID: row.ID, workOrder_ID: row.workOrder_ID, description: row.description, costType_code: row.costType_code, accountingIndicator_code: row.accountingIndicator_code,
    performedOn: row.performedOn, glAccount, ...objectOf(row), offsetAccount: isHours ? row.transferAccount : accrualAccount, offsetCostCenter: isHours ? row.technicianCostCenter : null,
    amount: String(row.amount), currency_code: row.currency_code, companyCodeAmount: String(row.companyCodeAmount), companyCodeCurrency_code: row.companyCodeCurrency_code
  }
}

/** By the kind: a row may carry further numbers for those who report by them. */
function objectOf({ costObjectKind_code: kind, ...row }: Row) {
  const only = (isIt: boolean, field: string): string | null => (isIt ? row[field] ?? null : null)
  const isItem = kind === 'serviceItem' && Boolean(row.serviceOrder)
  return {
    costCenter: only(kind === 'costCenter', 'costCenter'), internalOrder: only(kind === 'order', 'internalOrder'), wbsElement: only(kind === 'wbsElement', 'wbsElement'),
    serviceOrder: only(isItem, 'serviceOrder'), serviceOrderItem: only(isItem, 'serviceOrderItem')
  }
}

function batches(IDs: string[], size = 1000): string[][] {
  return Array.from({ length: Math.ceil(IDs.length / size) }, (_, i) => IDs.slice(i * size, (i + 1) * size))
}
