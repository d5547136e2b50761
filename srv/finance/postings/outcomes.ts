import type cds from '@sap/cds'
import { entities } from '../../entities'
import { changeRepairCosts } from '../costs/ledger'
import { settle } from './finishing'
import { DOCUMENTS, host, linesOf, lockedFinance, lockedPosting, type Posting, type PostingDocument } from './stored'

/** What the host's door tells of a message. */
export interface Told { ID: string; kind: string; cause: { entity: string | null; ID: string }; document?: string; code?: string; text?: string; isRefusal?: boolean; reason?: string }

/** What becomes of postings when the host has written a document, refused it, or somebody has given it up; in the transaction that stores the message's state. */
export function followDocuments(): void {
  const door = host() as unknown as cds.ApplicationService
  const on = (event: string, note: (told: Told, document: PostingDocument, posting: Posting) => Promise<void>) => door.on(event, async ({ data }: { data: Told }) => {
    if (data.cause.entity === DOCUMENTS) await noted(data, note)
  })
  on('HostMessage.Confirmed', confirmed)
  on('HostMessage.NeedsAttention', ({ code, text, isRefusal }, { ID }) => change(ID, { state_code: 'NeedsAttention', errorCode: code?.slice(0, 40), error: text?.slice(0, 1000), isRefused: Boolean(isRefusal) }))
  on('HostMessage.GivenUp', ({ reason }, { ID }) => change(ID, { state_code: 'GivenUp', error: reason?.slice(0, 1000) }))
}

async function noted(told: Told, note: (told: Told, document: PostingDocument, posting: Posting) => Promise<void>): Promise<void> {
  const { CostPostingDocuments, CostPostings } = entities()
  const document = (await SELECT.one.from(CostPostingDocuments).where({ ID: told.cause.ID, hostMessage_ID: told.ID })) as unknown as PostingDocument | undefined
  if (!document) return
  const { workOrder_ID } = (await SELECT.one.from(CostPostings).columns('workOrder_ID').where({ ID: document.posting_ID })) as { workOrder_ID: string | null }
  if (workOrder_ID) await lockedFinance(workOrder_ID)
  const posting = (await lockedPosting(document.posting_ID))!
  await note(told, document, posting)
  await settle(posting)
}

const change = (ID: string, fields: Record<string, unknown>): Promise<void> => UPDATE(entities().CostPostingDocuments).with(fields as never).where({ ID }) as unknown as Promise<void>

async function confirmed({ document: hostDocument }: Told, { ID, kind_code, posting_ID }: PostingDocument, { workOrder_ID }: Posting): Promise<void> {
  const { CostPostingLines } = entities()
  await change(ID, { state_code: 'Confirmed', hostDocument, errorCode: null, error: null, isRefused: false })
  if (kind_code === 'serviceOrder.create') return nameServiceOrder(posting_ID, workOrder_ID, hostDocument!)
  await UPDATE(CostPostingLines).with({ hostDocument } as never).where({ document_ID: ID })
}

/** The service order that came into being for the posting: its items bear what waited for them. */
async function nameServiceOrder(posting_ID: string, workOrder_ID: string | null, serviceOrder: string): Promise<void> {
  const { OrderFinances, CostPostings, CostPostingLines, RepairCosts } = entities()
  await UPDATE(OrderFinances).with({ serviceOrder } as never).where({ workOrder_ID: workOrder_ID! })
  await UPDATE(CostPostings).with({ settlementReference: serviceOrder } as never).where({ ID: posting_ID, settlementReference: null })
  const lines = (await linesOf(posting_ID)).filter(line => line.serviceOrderItem && !line.serviceOrder)
  if (lines.length) await UPDATE(CostPostingLines).with({ serviceOrder } as never).where({ ID: { in: lines.map(({ ID }) => ID) } })
  const rows = (await SELECT.from(RepairCosts).columns('ID').where({ posting_ID, costObjectKind_code: 'serviceItem', serviceOrder: null })) as { ID: string }[]
  await changeRepairCosts(rows.map(({ ID }) => ID), { serviceOrder, serviceOrderItem: lines[0]?.serviceOrderItem ?? '10' })
}
