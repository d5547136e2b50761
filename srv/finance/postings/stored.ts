import cds from '@sap/cds'
import { entities } from '../../entities'
import type HostErpService from '../../host-erp/service'
import type { CostObject as HostCostObject } from '../../host-erp/ports'
import { present } from '../../present'
import type { CostObject, Line, PostedBy } from './document'

export const DOCUMENTS = 'aftersales.CostPostingDocuments'

/** The door to the host; documents are asked for in the transaction of what causes them. */
export const host = () => present<HostErpService>('host-erp')

export const today = () => cds.context!.timestamp.toISOString().slice(0, 10)

export type PostingKind = 'cost' | 'reversal' | 'accrual' | 'accrualReversal'

export interface Posting {
  ID: string; number: string; kind_code: PostingKind; state_code: string; workOrder_ID: string | null; workOrderNumber: string | null; companyCode: string; documentDate: string
  postingDate: string; fiscalYear: number; fiscalPeriod: number; reference: string | null; settlementReference: string | null; currency_code: string | null
  reversalOf_ID: string | null; reversedBy_ID: string | null; reversalReason_code: string | null; accrualRun_ID: string | null
}

export interface PostingDocument {
  ID: string; posting_ID: string; position: number; kind_code: string; postedBy_code: PostedBy; costItem_ID: string | null; reverses_ID: string | null; hostMessage_ID: string | null
  hostDocument: string | null; state_code: string; errorCode: string | null; error: string | null; isRefused: boolean | number
}

export interface StoredLine extends CostObject {
  ID: string; posting_ID: string; line: number; repairCost_ID: string | null; debitCredit: 'S' | 'H'; glAccount: string; amount: string; currency_code: string
  companyCodeAmount: string; companyCodeCurrency_code: string; taxCode: string | null; accountingIndicator_code: string | null; costType_code: string | null; quantity: string | null
  unit: string | null; activityType: string | null; postedBy_code: PostedBy; document_ID: string | null; hostDocument: string | null; text: string | null
}

/** The posting, whose row stays locked until the transaction ends. */
export const lockedPosting = async (ID: string): Promise<Posting | undefined> =>
  ((await SELECT.one.from(entities().CostPostings).where({ ID }).forUpdate()) ?? undefined) as unknown as Posting | undefined

export const documentsOf = (posting_ID: string): Promise<PostingDocument[]> =>
  SELECT.from(entities().CostPostingDocuments).where({ posting_ID }).orderBy('position') as unknown as Promise<PostingDocument[]>

export const linesOf = (posting_ID: string): Promise<StoredLine[]> =>
  SELECT.from(entities().CostPostingLines).where({ posting_ID }).orderBy('line') as unknown as Promise<StoredLine[]>

/** The order's finance row, locked: whatever posts, reverses or takes in an outcome of one order does so one after the other. */
export async function lockedFinance(workOrder_ID: string): Promise<{ state_code: string; currentPosting_ID: string | null; serviceOrder: string | null; companyCode: string | null; currency_code: string | null } | undefined> {
  const { OrderFinances } = entities()
  const columns = ['state_code', 'currentPosting_ID', 'serviceOrder', 'companyCode', 'currency_code']
  return ((await SELECT.one.from(OrderFinances).columns(...(columns as never[])).where({ workOrder_ID }).forUpdate()) ?? undefined) as never
}

/** The order's place for a posting on its way: false where another has it. */
export async function takePlace(workOrder_ID: string, posting_ID: string, instead: string | null = null): Promise<boolean> {
  const { OrderFinances } = entities()
  return Boolean(await UPDATE(OrderFinances).with({ currentPosting_ID: posting_ID } as never).where({ workOrder_ID, currentPosting_ID: instead }))
}

export async function freePlace(workOrder_ID: string | null, posting_ID: string, next: string | null = null): Promise<void> {
  if (workOrder_ID) await UPDATE(entities().OrderFinances).with({ currentPosting_ID: next } as never).where({ workOrder_ID, currentPosting_ID: posting_ID })
}

/** Tells the rest of finance, in the transaction at hand. */
export const announce = ({ ID, kind_code, workOrder_ID, accrualRun_ID }: Posting, state: string): Promise<unknown> =>
  cds.services['aftersales.FinanceService'].emit('CostPosting.Changed', { ID, kind: kind_code, state, workOrder_ID, accrualRun_ID }) as unknown as Promise<unknown>

/** As the host's door knows it. */
export const hostObject = ({ costCenter, internalOrder, wbsElement, serviceOrder, serviceOrderItem }: CostObject): HostCostObject => ({
  ...(costCenter && { costCenter }), ...(internalOrder && { order: internalOrder }), ...(wbsElement && { wbsElement }),
  ...(serviceOrder && { serviceOrder }), ...(serviceOrderItem && { serviceOrderItem })
})

/** A line as it is stored. */
export const storedLine = (line: Line, more: { posting_ID: string; document_ID?: string | null }): Omit<StoredLine, 'hostDocument'> & { hostDocument: string | null } => {
  const { costItem_ID: _, currency, companyCodeCurrency, accountingIndicator, costType, postedBy, ...same } = line
  return {
    ...same, ID: cds.utils.uuid(), posting_ID: more.posting_ID, document_ID: more.document_ID ?? null, currency_code: currency, companyCodeCurrency_code: companyCodeCurrency,
    accountingIndicator_code: accountingIndicator, costType_code: costType, postedBy_code: postedBy
  }
}
