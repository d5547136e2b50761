const STEPS = ['New', 'Released', 'Assigned', 'InProgress', 'Completed', 'Accepted', 'Closed']

type Phase = 'done' | 'current' | 'held' | 'ahead' | 'never'

/** Where a step of the way stands for an order in the given status. */
function phaseOf(step: string, status: string | null, previous: string | null): Phase {
  const cancelled = status === 'Cancelled'
  const reached = STEPS.indexOf(place(cancelled ? previous : status))
  const at = STEPS.indexOf(step)
  if (at > reached) return cancelled ? 'never' : 'ahead'
  if (at < reached || cancelled || status === 'Closed') return 'done'
  return status === 'OnHold' ? 'held' : 'current'
}

/** An order on hold stands at the step that it will resume. */
const place = (status: string | null) => (status === 'OnHold' ? 'InProgress' : status ?? 'New')

const ICONS: Record<Phase, string> = {
  done: 'sap-icon://sys-enter-2',
  current: 'sap-icon://circle-task-2',
  held: 'sap-icon://pause',
  ahead: 'sap-icon://circle-task',
  never: 'sap-icon://circle-task'
}

const STATES: Record<Phase, string> = { done: 'Success', current: 'Information', held: 'Warning', ahead: 'None', never: 'None' }

/** The icon of a step: done, current, on hold or still ahead. */
export function icon(step: string, status: string | null, previous: string | null): string {
  return ICONS[phaseOf(step, status, previous)]
}

/** The semantic colour of a step. */
export function state(step: string, status: string | null, previous: string | null): string {
  return STATES[phaseOf(step, status, previous)]
}

/** The name of a step; while an order is on hold, its step says so. */
export function text(step: string, status: string | null, name: string, onHold: string): string {
  return step === 'InProgress' && status === 'OnHold' ? onHold : name
}
