import { entities } from '../../entities'
import { fail } from '../../errors'
import type { StoredChain, StoredMilestone } from './stored-chain'

export interface Shown { text?: string | null; reference?: string | null }

/** 422 unless what the milestone asks for is shown: with the confirmation, or on the order already. */
export async function requireEvidence(chain: StoredChain, { ID, evidence_code }: StoredMilestone, { text, reference }: Shown): Promise<void> {
  const isShown: Record<string, () => boolean | Promise<boolean>> = {
    note: () => Boolean(text?.trim()),
    reference: () => Boolean(reference?.trim()),
    signature: () => Boolean(text?.trim()),
    testRecord: async () => Boolean(text?.trim() || (await testDataOf(chain.workOrder_ID))),
    photo: () => hasAttachment(chain.workOrder_ID),
    shipment: () => chain.shipments.some(({ milestone_ID, isLast, deliveredAt }) => milestone_ID === ID && isLast && deliveredAt)
  }
  if (!evidence_code || (await isShown[evidence_code]?.()) !== false) return
  fail(422, `EVIDENCE_MISSING_${evidence_code.toUpperCase()}`, { target: evidence_code === 'reference' ? 'reference' : 'text' })
}

async function testDataOf(ID: string): Promise<string | null> {
  const { WorkOrders } = entities()
  return (await SELECT.one.from(WorkOrders, ID as never).columns('testData'))?.testData ?? null
}

async function hasAttachment(ID: string): Promise<boolean> {
  const attachments = entities()['WorkOrders.attachments']
  return Boolean(await SELECT.one.from(attachments).columns('ID').where({ up__ID: ID }))
}
