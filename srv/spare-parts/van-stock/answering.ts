import { entities } from '../../entities'
import { fail } from '../../errors'
import { checkedQuantity, partOf } from '../claims/parts'
import { chosenPlace, refuseUnusedPlace } from '../claims/places'
import { requestTransfer } from '../claims/transfers'

interface Proposal {
  quantity: string; plant: string | null; storageLocation: string | null; part_ID: string; toPlant: string | null; toStorageLocation: string | null
}

export interface Wanted { quantity?: unknown; plant?: string | null; storageLocation?: string | null }

/** Has the proposed pieces brought to the van: they are held at their place at once, so that nobody else is promised them. */
export async function acceptProposal(ID: string, wanted: Wanted): Promise<void> {
  const { ReplenishmentProposals } = entities()
  await answer(ID, 'Accepted')
  const proposal = (await SELECT.one.from(ReplenishmentProposals).columns(
    'quantity', 'plant', 'storageLocation', 'vanStock.part.ID as part_ID', 'vanStock.plant as toPlant', 'vanStock.storageLocation as toStorageLocation'
  ).where({ ID })) as unknown as Proposal
  const { part_ID, toPlant, toStorageLocation } = proposal
  if (!toPlant || !toStorageLocation) fail(422, 'VAN_WITHOUT_PLACE')
  const from = chosenPlace(wanted.plant, wanted.storageLocation) ?? chosenPlace(proposal.plant, proposal.storageLocation)
  if (!from) fail(422, 'PROPOSAL_WITHOUT_SOURCE', { target: 'storageLocation' })
  await refuseUnusedPlace(from!.plant, from!.storageLocation)
  const quantity = checkedQuantity(wanted.quantity ?? proposal.quantity, await partOf(part_ID))
  const transfer = await requestTransfer({ part_ID, quantity, from: from!, to: { plant: toPlant!, storageLocation: toStorageLocation! } })
  if (!transfer) fail(409, 'PROPOSAL_SOURCE_EMPTY', { target: 'quantity', args: [from!.plant, from!.storageLocation] })
  await UPDATE(ReplenishmentProposals).with({ transfer_ID: transfer!.ID, quantity, ...from } as never).where({ ID })
}

export const dismissProposal = (ID: string): Promise<void> => answer(ID, 'Dismissed')

/** Of two answers the first one holds. */
async function answer(ID: string, state_code: string): Promise<void> {
  const { ReplenishmentProposals } = entities()
  const changed = await UPDATE(ReplenishmentProposals).with({ state_code } as never).where({ ID, state_code: 'Proposed' })
  if (changed) return
  const known = await SELECT.one.from(ReplenishmentProposals).columns('ID').where({ ID })
  fail(known ? 409 : 404, known ? 'PROPOSAL_ANSWERED' : 'PROPOSAL_UNKNOWN')
}
