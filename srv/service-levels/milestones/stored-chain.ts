import type { Calendars } from '../../working-time/calendars'
import { nameOf, ROUND_THE_CLOCK_HOURS } from '../../working-time/hours'
import type { ChainMilestone } from './order-steps'
import type { MilestoneStatus, PlannedMilestone } from './plan'

/** A row of Milestones. Instants as ISO strings. */
export interface StoredMilestone {
  ID: string
  position: number
  stage: number
  kind_code: string
  status_code: MilestoneStatus
  ownerRole_code: string
  evidence_code?: string | null
  orderEvent_code?: string | null
  predecessors?: string | null
  anchor_code?: string | null
  anchorAt?: string | null
  minutes?: number | null
  calendar_code?: string | null
  timeZone?: string | null
  holidayRegion_code?: string | null
  targetAt?: string | null
  weight: number
  plannedAt?: string | null
  dueAt?: string | null
  forecastAt?: string | null
  doneAt?: string | null
  lateMinutes?: number | null
  lateNotedFor?: string | null
  lateNotedAs?: string | null
  evidenceText?: string | null
  evidenceReference?: string | null
  hasEvidence: boolean
  eventCount: number
}

/** A shipment as far as a chain follows it. */
export interface ExpectedShipment {
  milestone_ID: string | null
  estimatedAt?: string | null
  deliveredAt?: string | null
  isFinal?: boolean | null
  isLast?: boolean | null
}

export interface StoredChain {
  ID: string
  workOrder_ID: string
  milestones: StoredMilestone[]
  shipments: ExpectedShipment[]
  /** The order's promise as it stands. */
  promisedAt?: string | null
}

const MINUTE = 60_000

export const kindsIn = (codes?: string | null): string[] => (codes ?? '').split(' ').filter(Boolean)

/** A stored milestone as the plan understands it. */
export function plannedOf({ shipments, promisedAt, milestones }: Pick<StoredChain, 'shipments' | 'promisedAt' | 'milestones'>, milestone: StoredMilestone): PlannedMilestone {
  const { ID, kind_code: kind, status_code: status, doneAt, weight } = milestone
  const estimates = shipments
    .filter(({ milestone_ID, estimatedAt, isFinal }) => milestone_ID === ID && estimatedAt && !isFinal)
    .map(({ estimatedAt }) => Date.parse(estimatedAt!))
  return {
    kind, status, weight, estimates, target: targetOf(milestone, milestones, promisedAt),
    predecessors: kindsIn(milestone.predecessors), doneAt: doneAt ? Date.parse(doneAt) : undefined
  }
}

function targetOf(milestone: StoredMilestone, chain: StoredMilestone[], promisedAt?: string | null): PlannedMilestone['target'] {
  const { targetAt, anchor_code, anchorAt, minutes } = milestone
  if (targetAt) return { dueAt: Date.parse(targetAt) }
  const at = anchor_code === 'promised' ? promisedAt ?? anchorAt : anchorAt
  const from = chain.some(({ kind_code }) => kind_code === anchor_code) ? { kind: anchor_code! } : { at: Date.parse(at!) }
  return { from, workingTime: (minutes ?? 0) * MINUTE, calendar: hoursName(milestone) }
}

export const chainMilestone = ({ kind_code, predecessors, status_code, orderEvent_code, evidence_code }: StoredMilestone): ChainMilestone =>
  ({ kind: kind_code, predecessors: kindsIn(predecessors), status: status_code, orderEvent: orderEvent_code, evidence: evidence_code })

/** Hours that a milestone's target counts on. */
export const hoursName = ({ calendar_code, timeZone, holidayRegion_code }: StoredMilestone): string =>
  nameOf(calendar_code ? { calendar: calendar_code, timeZone: timeZone ?? 'UTC', holidayRegion: holidayRegion_code ?? null } : ROUND_THE_CLOCK_HOURS)

/** Hours of the frozen calendar; one that is gone counts round the clock, so that it stops no repair. */
export function hoursIn(all: Calendars): Calendars['named'] {
  return (name, knownAt) => {
    try {
      return all.named(name, knownAt)
    } catch (error) {
      if (error instanceof RangeError) return all.named(nameOf(ROUND_THE_CLOCK_HOURS))
      throw error
    }
  }
}
