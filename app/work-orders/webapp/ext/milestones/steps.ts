import type { Language } from '../live/language'
import type { Permissions } from '../live/permissions'

/** A milestone as the service answers it, with the names of its codes. */
export interface Milestone {
  ID: string
  stage: number
  plannedAt: string | null
  dueAt: string | null
  forecastAt: string | null
  doneAt: string | null
  isLate: boolean
  lateMinutes: number | null
  evidenceText: string | null
  evidenceReference: string | null
  /** False where what it asks for was not shown. */
  hasEvidence: boolean
  kind: { name: string }
  status: { code: 'waiting' | 'open' | 'done' | 'skipped'; name: string }
  ownerRole: { code: string; name: string } | null
  evidence: { code: string; name: string } | null
}

/** A step of the picture. */
export interface Step {
  name: string
  icon: string
  state: 'Success' | 'Error' | 'Warning' | 'Information' | 'None'
  status: string
  owner: string
  due: string
  /** By the plan at the release, where it is due at another time now. */
  planned: string
  /** When it was reached, or is expected. */
  reached: string
  /** What it asks for, and whether that was shown. */
  asked: string
  askedState: 'Warning' | 'None'
  /** What was shown. */
  evidence: string
  /** Others of its stage run at the same time. */
  parallel: boolean
  mayConfirm: boolean
  maySkip: boolean
  mayRetarget: boolean
  mayWithdraw: boolean
  milestone: Milestone
}

const ICONS = { waiting: 'sap-icon://circle-task', open: 'sap-icon://circle-task-2', done: 'sap-icon://sys-enter-2', skipped: 'sap-icon://less' }

type May = Partial<Pick<Permissions, 'maySteerMilestones' | 'roles'>>

export function stepsOf(milestones: Milestone[], { text, instant }: Pick<Language, 'text' | 'instant'>, may: May): Step[] {
  return milestones.map(milestone => {
    const { kind, status, ownerRole, dueAt, plannedAt, doneAt, forecastAt, isLate, lateMinutes, stage } = milestone
    const lacksEvidence = milestone.evidence !== null && status.code === 'done' && !milestone.hasEvidence
    return {
      name: kind.name, icon: ICONS[status.code], status: status.name, owner: ownerRole?.name ?? '',
      state: stateOf(status.code, isLate, lateMinutes),
      due: dueAt ? instant(dueAt) : '',
      planned: plannedAt && plannedAt !== dueAt ? instant(plannedAt) : '',
      reached: doneAt ? text('milestones.reached', instant(doneAt)) : forecastAt ? text('milestones.expected', instant(forecastAt)) : '',
      asked: milestone.evidence ? (lacksEvidence ? text('milestones.evidenceMissing', milestone.evidence.name) : milestone.evidence.name) : '',
      askedState: lacksEvidence ? 'Warning' : 'None',
      evidence: [milestone.evidenceReference, milestone.evidenceText].filter(Boolean).join(' · '),
      parallel: milestones.filter(other => other.stage === stage).length > 1,
      ...deedsFor(milestone, lacksEvidence, may), milestone
    }
  })
}

/** The service decides; this only keeps buttons away that could do nothing. */
function deedsFor({ status: { code }, ownerRole }: Milestone, lacksEvidence: boolean, { maySteerMilestones = false, roles = [] }: May) {
  const isOpen = code === 'open' || code === 'waiting'
  return {
    mayConfirm: (code === 'open' || lacksEvidence) && (maySteerMilestones || roles.includes(ownerRole?.code ?? '')),
    maySkip: isOpen && maySteerMilestones, mayRetarget: isOpen && maySteerMilestones, mayWithdraw: !isOpen && maySteerMilestones
  }
}

function stateOf(status: Milestone['status']['code'], isLate: boolean, lateMinutes: number | null): Step['state'] {
  if (status === 'skipped') return 'None'
  if (status === 'done') return (lateMinutes ?? 0) > 0 ? 'Warning' : 'Success'
  return isLate ? 'Error' : status === 'open' ? 'Information' : 'None'
}
