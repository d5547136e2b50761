import type { Language } from '../live/language'

/** A milestone as the service answers it, with the names of its codes. */
export interface Milestone {
  stage: number
  dueAt: string | null
  forecastAt: string | null
  doneAt: string | null
  isLate: boolean
  lateMinutes: number | null
  kind: { name: string }
  status: { code: 'waiting' | 'open' | 'done' | 'skipped'; name: string }
  ownerRole: { name: string } | null
}

/** A step of the picture. */
export interface Step {
  name: string
  icon: string
  state: 'Success' | 'Error' | 'Warning' | 'Information' | 'None'
  status: string
  owner: string
  due: string
  /** When it was reached, or is expected. */
  reached: string
  /** Others of its stage run at the same time. */
  parallel: boolean
}

const ICONS = { waiting: 'sap-icon://circle-task', open: 'sap-icon://circle-task-2', done: 'sap-icon://sys-enter-2', skipped: 'sap-icon://less' }

export function stepsOf(milestones: Milestone[], { text, instant }: Language): Step[] {
  return milestones.map(({ kind, status, ownerRole, dueAt, doneAt, forecastAt, isLate, lateMinutes, stage }) => ({
    name: kind.name, icon: ICONS[status.code], status: status.name, owner: ownerRole?.name ?? '',
    state: stateOf(status.code, isLate, lateMinutes),
    due: dueAt ? instant(dueAt) : '',
    reached: doneAt ? text('milestones.reached', instant(doneAt)) : forecastAt ? text('milestones.expected', instant(forecastAt)) : '',
    parallel: milestones.filter(other => other.stage === stage).length > 1
  }))
}

function stateOf(status: Milestone['status']['code'], isLate: boolean, lateMinutes: number | null): Step['state'] {
  if (status === 'skipped') return 'None'
  if (status === 'done') return (lateMinutes ?? 0) > 0 ? 'Warning' : 'Success'
  return isLate ? 'Error' : status === 'open' ? 'Information' : 'None'
}
