import cds from '@sap/cds'
import { entities } from '../../entities'
import { calendars, type Calendars } from '../../working-time/calendars'
import { iso } from '../entries'
import { lockChains } from './locking'
import { followersOf, movementsOf, type Movement } from './order-steps'
import { lateMinutes, lateNews, progressOf, timesOf } from './plan'
import { chainMilestone, hoursIn, plannedOf, type StoredChain, type StoredMilestone } from './stored-chain'

/** What happens to a milestone: a row of its ledger, and what it changes beside the status. */
export interface Addition {
  kind: string
  type: Movement | 'planned' | 'retargeted'
  at: string
  cause?: string | null
  text?: string | null
  reference?: string | null
  changes?: Partial<StoredMilestone>
}

/** A milestone that has become late; see the event of that name. */
export interface Late {
  workOrder_ID: string
  milestone_ID: string
  kind_code: string
  ownerRole_code: string
  dueAt: string
  forecastAt: string
  reason: 'overdue' | 'forecast'
}

/** Moves the chains of orders as a step does that they take together. */
export async function followStep(orders: string[], event: string, at = now()): Promise<Late[]> {
  const chains = orders.length ? await lockChains({ workOrder_ID: { in: orders } }) : []
  return appendToAll(chains.map(chain => {
    const moved = movementsOf(chain.milestones.map(chainMilestone), event)
    return { chain, additions: moved.map(({ kind, movement }) => ({ kind, type: movement, at, cause: event, changes: changesOf(chain, kind, movement, event, at) })) }
  }))
}

/** A milestone that was taken back, with those that were reached after it. */
export function takenBack(chain: StoredChain, kind: string, text: string): Addition[] {
  const at = now()
  return [kind, ...followersOf(chain.milestones.map(chainMilestone), kind)].map(each => ({ kind: each, type: 'reopened', at, text, changes: { ...NOT_REACHED } }))
}

const NOT_REACHED: Partial<StoredMilestone> = { lateMinutes: null, hasEvidence: false, evidenceText: null, evidenceReference: null }

/** A step of the order shows for itself what its completion or acceptance asks for. A reopened order counts anew. */
function changesOf(chain: StoredChain, kind: string, movement: Movement, event: string, at: string): Partial<StoredMilestone> {
  const { evidence_code, anchor_code } = chain.milestones.find(({ kind_code }) => kind_code === kind)!
  if (movement === 'reopened') return { ...NOT_REACHED, ...(anchor_code === 'received' || anchor_code === 'released' ? { anchorAt: at } : {}) }
  return movement === 'done' ? { hasEvidence: !evidence_code || (event === 'Accepted' && evidence_code === 'signature') } : {}
}

/**
 * Appends to the ledger of a chain that is locked, and refreshes what lists show of its milestones, in the caller's transaction.
 *
 * @returns what has become late by it
 */
export const append = (chain: StoredChain, additions: Addition[]): Promise<Late[]> => appendToAll([{ chain, additions }])

/** The same for several chains, in three statements. */
async function appendToAll(changes: { chain: StoredChain; additions: Addition[] }[]): Promise<Late[]> {
  if (!changes.length) return []
  const { Milestones, MilestoneEvents, MilestoneChains } = entities()
  const all = await calendars()
  const written = changes.map(({ chain, additions }) => extended(chain, additions, all))
  const rows = written.flatMap(each => each.rows), events = written.flatMap(each => each.events)
  if (rows.length) await UPSERT.into(Milestones).entries(rows)
  if (events.length) await INSERT.into(MilestoneEvents).entries(events)
  await UPSERT.into(MilestoneChains).entries(written.map(({ chain: { ID, workOrder_ID }, figures }) => ({ ID, workOrder_ID, ...figures })))
  return written.flatMap(({ late }) => late)
}

/** A chain with what is added to it, and the rows that say so. */
function extended(chain: StoredChain, additions: Addition[], all: Calendars) {
  const { timestamp, user } = cds.context!
  const before = new Map(chain.milestones.map(milestone => [milestone.ID, { ...milestone }]))
  const events = additions.map(({ kind, type, at, changes, ...rest }) => {
    const milestone = chain.milestones.find(({ kind_code }) => kind_code === kind)!
    Object.assign(milestone, STATES[type]?.(at), changes, { eventCount: milestone.eventCount + 1 })
    return { ...rest, ID: cds.utils.uuid(), milestone_ID: milestone.ID, workOrder_ID: chain.workOrder_ID, sequence: milestone.eventCount, type_code: type, at, recordedAt: timestamp.toISOString(), userId: user.id }
  })
  const { late, figures } = refreshed(chain, all)
  const dueAt = new Map(chain.milestones.map(milestone => [milestone.ID, milestone.dueAt]))
  return {
    chain, late, figures, rows: chain.milestones.filter(milestone => Object.keys(differences(before.get(milestone.ID)!, milestone)).length),
    events: events.map(event => ({ ...event, dueAt: dueAt.get(event.milestone_ID) }))
  }
}

const STATES: Record<string, (at: string) => Partial<StoredMilestone>> = {
  done: at => ({ status_code: 'done', doneAt: at }),
  implied: at => ({ status_code: 'done', doneAt: at, hasEvidence: true }),
  skipped: at => ({ status_code: 'skipped', doneAt: at, hasEvidence: true }),
  reopened: () => ({ status_code: 'waiting', doneAt: null })
}

/** Sets the dates of the milestones anew; answers the chain's figures and what is late for the first time. */
export function refreshed(chain: StoredChain, all: Calendars): { late: Late[]; figures: object } {
  const hours = hoursIn(all)
  const planned = chain.milestones.map(milestone => plannedOf(chain, milestone))
  const instant = cds.context!.timestamp.getTime()
  const times = timesOf(planned, hours, instant)
  const late: Late[] = []
  for (const [i, milestone] of chain.milestones.entries()) {
    const { status, dueAt, forecastAt } = times.get(milestone.kind_code)!
    const { target, doneAt } = planned[i]
    Object.assign(milestone, {
      status_code: status, dueAt: iso(dueAt), forecastAt: iso(forecastAt),
      lateMinutes: status === 'done' ? lateMinutes(target, dueAt, doneAt!, hours) : null
    })
    const reason = lateNews(planned[i], times, instant, milestone.anchor_code === 'promised')
    if (!reason || (same(milestone.lateNotedFor, milestone.dueAt) && [reason, 'overdue'].includes(milestone.lateNotedAs!))) continue
    Object.assign(milestone, { lateNotedFor: milestone.dueAt, lateNotedAs: reason })
    const { ID: milestone_ID, kind_code, ownerRole_code } = milestone
    late.push({ workOrder_ID: chain.workOrder_ID, milestone_ID, kind_code, ownerRole_code, dueAt: iso(dueAt)!, forecastAt: iso(forecastAt)!, reason })
  }
  const needed = chain.milestones.filter(({ status_code }) => status_code !== 'skipped')
  const figures = {
    milestoneCount: needed.length,
    doneCount: needed.filter(({ status_code }) => status_code === 'done').length,
    progress: progressOf(chain.milestones.map(({ status_code: status, weight }) => ({ status, weight }))),
    forecastAt: needed.map(({ forecastAt }) => forecastAt!).sort().at(-1) ?? null,
    lateCount: [...times.values()].filter(({ isLate }) => isLate).length
  }
  return { late, figures }
}

export function differences(before: StoredMilestone, after: StoredMilestone): Partial<StoredMilestone> {
  const columns = Object.keys(after) as (keyof StoredMilestone)[]
  return Object.fromEntries(columns.filter(column => !same(before[column], after[column])).map(column => [column, after[column]]))
}

/** The databases write the same instant in different ways. */
const same = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b)
const comparable = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value ?? null)

const now = () => cds.context!.timestamp.toISOString()
