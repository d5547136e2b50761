import { entities } from '../../entities'
import { grouped } from '../../grouped'
import type { ExpectedShipment, StoredChain, StoredMilestone } from './stored-chain'

/**
 * Reads an order's chain and keeps others from changing it until the transaction ends, so that entries follow one another.
 *
 * @returns nothing when the order has no chain
 */
export async function lockChain(workOrder_ID: string): Promise<StoredChain | undefined> {
  return (await lockChains({ workOrder_ID }))[0]
}

/** The same for several chains, in a few statements, in the order of their IDs. */
export async function lockChains(which: object): Promise<StoredChain[]> {
  const { MilestoneChains, Milestones } = entities()
  const IDs = await holdChains(which)
  if (!IDs.length) return []
  await UPDATE(MilestoneChains).with({ revision: { '+=': 1 } } as never).where({ ID: { in: IDs } })
  const chains = (await SELECT.from(MilestoneChains).where({ ID: { in: IDs } }).columns('ID', 'workOrder_ID', { ref: ['workOrder', 'promisedAt'], as: 'promisedAt' } as never)) as unknown as StoredChain[]
  const milestones = (await SELECT.from(Milestones).where({ chain_ID: { in: IDs } }).orderBy('position')) as (StoredMilestone & { chain_ID: string })[]
  const shipments = await expectedShipments(chains.map(({ workOrder_ID }) => workOrder_ID))
  const [ofChain, ofOrder] = [grouped(milestones, ({ chain_ID }) => chain_ID), grouped(shipments, ({ workOrder_ID }) => workOrder_ID)]
  return chains.map(chain => ({ ...chain, milestones: ofChain.get(chain.ID) ?? [], shipments: ofOrder.get(chain.workOrder_ID) ?? [] }))
}

/**
 * Locks chains in the order of their IDs. Who changes those of several orders one by one holds them all beforehand: in another order,
 * two such transactions would wait for each other.
 *
 * @returns their IDs
 */
export async function holdChains(which: object): Promise<string[]> {
  const { MilestoneChains } = entities()
  const rows = (await SELECT.from(MilestoneChains).columns('ID').where(which).orderBy('ID').forUpdate()) as { ID: string }[]
  return rows.map(({ ID }) => ID)
}

/** Shipments of orders as their chains follow them. */
export async function expectedShipments(orders: string[]): Promise<(ExpectedShipment & { workOrder_ID: string })[]> {
  const { Shipments } = entities()
  return (await SELECT.from(Shipments).where({ workOrder_ID: { in: orders } }).columns(
    'workOrder_ID', 'milestone_ID', 'estimatedAt', 'deliveredAt', { ref: ['status', 'isFinal'], as: 'isFinal' } as never, { ref: ['leg', 'isLast'], as: 'isLast' } as never
  )) as never
}
