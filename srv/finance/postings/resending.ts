import { entities } from '../../entities'
import { fail } from '../../errors'
import { nameOfCode } from '../../words'
import { documentsOf, host, lockedFinance, lockedPosting, type Posting, type PostingDocument } from './stored'
import { submit } from './writing'

/** Asks the host again for what it refused, once the reason is gone. What was given up of a reversal is asked for anew: what is reversed can't be reversed twice. */
export async function resend(ID: string): Promise<void> {
  const { CostPostings } = entities()
  const known = (await SELECT.one.from(CostPostings).columns('workOrder_ID').where({ ID })) as { workOrder_ID: string | null } | undefined
  if (!known) fail(404, 'POSTING_UNKNOWN')
  if (known.workOrder_ID) await lockedFinance(known.workOrder_ID)
  const posting = (await lockedPosting(ID))!
  const changed = await UPDATE(CostPostings).with({ state_code: 'Queued', errorCode: null, error: null } as never).where({ ID, state_code: 'Failed' })
  if (!changed) fail(409, 'POSTING_WRONG_STATE', { args: [posting.number, await nameOfCode('CostPostingStates', posting.state_code)] })
  const documents = await documentsOf(ID)
  if (!posting.reversalOf_ID && documents.some(({ state_code }) => state_code === 'GivenUp')) fail(409, 'POSTING_GIVEN_UP', { args: [posting.number] })
  for (const document of documents) await again(document, posting)
}

async function again(document: PostingDocument, posting: Posting): Promise<void> {
  const { CostPostingDocuments } = entities()
  const pending = { state_code: 'Pending', errorCode: null, error: null, isRefused: false }
  if (document.state_code === 'NeedsAttention') await host().sendAgain(document.hostMessage_ID!)
  else if (document.state_code === 'GivenUp') Object.assign(pending, { hostMessage_ID: await askedAnew(document, posting) })
  else return
  await UPDATE(CostPostingDocuments).with(pending as never).where({ ID: document.ID })
}

async function askedAnew({ ID, kind_code, postedBy_code, hostMessage_ID }: PostingDocument, { workOrder_ID }: Posting): Promise<string> {
  const { payload } = (await SELECT.one.from(entities().HostMessages).columns('payload').where({ ID: hostMessage_ID! })) as { payload: string }
  return submit({ ID, kind: kind_code as never, postedBy: postedBy_code, request: JSON.parse(payload) }, workOrder_ID)
}
