import cds from '@sap/cds'
import { entities } from '../../entities'
import { grouped } from '../../grouped'
import { changeRepairCosts, touch } from '../costs/ledger'
import { announce, documentsOf, freePlace, linesOf, type Posting, type PostingDocument } from './stored'

/** The rows of a posting, once the host has all of it: each learns the document that it is found in. */
export async function finish(posting: Posting): Promise<void> {
  if (posting.kind_code === 'cost') await markPosted(posting)
  if (posting.reversalOf_ID) await takeBack(posting)
  await freePlace(posting.workOrder_ID, posting.ID)
  await announce(posting, 'Posted')
}

async function markPosted({ ID, workOrder_ID }: Posting): Promise<void> {
  const rows = (await SELECT.from(entities().RepairCosts).columns('ID', 'costItem_ID', 'costItem.hostDocument as hostDocument').where({ posting_ID: ID })) as unknown as
    { ID: string; costItem_ID: string | null; hostDocument: string | null }[]
  const lines = await linesOf(ID)
  const own = new Map(lines.filter(line => line.repairCost_ID && line.postedBy_code === 'journalEntry').map(line => [line.repairCost_ID!, line.hostDocument]))
  const byRow = new Map(lines.filter(line => line.repairCost_ID).map(line => [line.repairCost_ID!, line.hostDocument]))
  const byItem = new Map((await documentsOf(ID)).filter(({ costItem_ID }) => costItem_ID).map(({ costItem_ID, hostDocument }) => [costItem_ID!, hostDocument]))
  const documentOf = (row: (typeof rows)[number]) => own.get(row.ID) ?? byItem.get(row.costItem_ID ?? '') ?? byRow.get(row.ID) ?? row.hostDocument ?? ''
  for (const [document, same] of grouped(rows, documentOf))
    await changeRepairCosts(same.map(row => row.ID), { state_code: 'Posted', accountingDocument: document || null })
  if (workOrder_ID) touch([workOrder_ID])
}

/** The mirror is in the books: what it mirrors is open again. */
async function takeBack({ reversalOf_ID, number, workOrder_ID }: Posting): Promise<void> {
  const { CostPostings } = entities()
  await UPDATE(CostPostings).with({ state_code: 'Reversed' } as never).where({ ID: reversalOf_ID!, state_code: 'Reversing' })
  await reopenRows(reversalOf_ID!, workOrder_ID, { reversalNumber: number })
  const original = (await SELECT.one.from(CostPostings).where({ ID: reversalOf_ID! })) as unknown as Posting
  await announce(original, 'Reversed')
}

/** Its rows can be posted anew; they are brought up to date first, so that corrections fold back into them. */
export async function reopenRows(posting_ID: string, workOrder_ID: string | null, more: Record<string, unknown> = {}): Promise<void> {
  const rows = (await SELECT.from(entities().RepairCosts).columns('ID').where({ posting_ID })) as { ID: string }[]
  await changeRepairCosts(rows.map(({ ID }) => ID), {
    state_code: 'Open', posting_ID: null, postingNumber: null, postingDate: null, documentDate: null, accountingDocument: null, debitCredit: null, ...more
  })
  if (workOrder_ID) touch([workOrder_ID])
}

/** What its documents make of a posting: refused as long as one of them is, posted when the host has all. */
export async function settle(posting: Posting): Promise<void> {
  const { CostPostings } = entities()
  const documents = await documentsOf(posting.ID)
  const trouble = documents.find(({ state_code }) => ['NeedsAttention', 'GivenUp'].includes(state_code))
  const state_code = trouble ? 'Failed' : documents.every(({ state_code: each }) => each === 'Confirmed') ? 'Posted' : 'Queued'
  const changes = { state_code, errorCode: trouble?.errorCode ?? null, error: trouble ? wordsOf(trouble) : null, ...(state_code === 'Posted' && { postedAt: cds.context!.timestamp.toISOString() }) }
  const changed = await UPDATE(CostPostings).with(changes as never).where({ ID: posting.ID, state_code: { in: ['Queued', 'Failed'] } })
  if (!changed) return
  if (state_code === 'Posted') return finish({ ...posting, state_code })
  if (state_code !== posting.state_code) await announce({ ...posting, state_code }, state_code)
}

const wordsOf = ({ error, errorCode }: PostingDocument) => (error || errorCode || '').slice(0, 1000) || null
