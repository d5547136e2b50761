import { entities } from '../../entities'
import { calendars } from '../../working-time/calendars'
import { differences, refreshed, type Late } from './chains'
import { lockChains } from './locking'
import { hoursIn, hoursName, type StoredChain, type StoredMilestone } from './stored-chain'

const BATCH = 100

/**
 * Computes the dates of the milestones of open orders anew, a batch at a time: a changed calendar moves them, and so does the promise
 * from which some count. What was reached stays as it was.
 *
 * @param after ID of the last chain of the batch before
 * @returns what has become late by it, and where to go on; nothing when these were the last
 */
export async function refreshChains(after: string): Promise<{ late: Late[]; next?: string }> {
  const { MilestoneChains, Milestones } = entities()
  const IDs = await openChains(after)
  if (!IDs.length) return { late: [] }
  const [chains, recorded, all] = [await lockChains({ ID: { in: IDs } }), await lastRecorded(IDs), await calendars()]
  const [hours, changes] = [hoursIn(all), [] as { chain: StoredChain; late: Late[]; figures: object; rows: StoredMilestone[] }[]]
  for (const chain of chains) {
    const before = new Map(chain.milestones.map(milestone => [milestone.ID, { ...milestone }]))
    const hasOtherHours = chain.milestones.map(hoursName).some(name => hours(name, recorded.get(chain.ID)) !== hours(name))
    const { late, figures } = refreshed(chain, all)
    const moved = chain.milestones.filter(milestone => 'dueAt' in differences(before.get(milestone.ID)!, milestone))
    if (!hasOtherHours && !moved.length) continue
    const rows = chain.milestones.filter(milestone => Object.keys(differences(before.get(milestone.ID)!, milestone)).length)
    changes.push({ chain, late, figures, rows })
  }
  const rows = changes.flatMap(change => change.rows)
  if (rows.length) await UPSERT.into(Milestones).entries(rows)
  if (changes.length) await UPSERT.into(MilestoneChains).entries(changes.map(({ chain: { ID, workOrder_ID }, figures }) => ({ ID, workOrder_ID, ...figures })))
  return { late: changes.flatMap(({ late }) => late), next: IDs.length === BATCH ? IDs.at(-1) : undefined }
}

async function openChains(after: string): Promise<string[]> {
  const { MilestoneChains } = entities()
  const rows = (await SELECT.from(MilestoneChains).columns('ID').where`workOrder.isOpen = true and progress < 100 and ID > ${after}`.orderBy('ID').limit(BATCH)) as { ID: string }[]
  return rows.map(({ ID }) => ID)
}

/** When the last entry of each chain was written down, in milliseconds. */
async function lastRecorded(IDs: string[]): Promise<Map<string, number>> {
  const { MilestoneEvents } = entities()
  const rows = (await SELECT.from(MilestoneEvents).where({ 'milestone.chain_ID': { in: IDs } })
    .columns('milestone.chain_ID as chain_ID', 'max(recordedAt) as recordedAt').groupBy('milestone.chain_ID')) as { chain_ID: string; recordedAt: string }[]
  return new Map(rows.map(({ chain_ID, recordedAt }) => [chain_ID, Date.parse(recordedAt)]))
}
