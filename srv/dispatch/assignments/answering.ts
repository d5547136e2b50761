import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nameOfCode } from '../../words'
import { noteMatchingChange } from '../matching/changes'
import { situation, type Situation } from '../matching/kept'
import { refreshAcceptance } from '../technicians/figures'
import { workOrders } from './assigning'
import { passOn } from './passing-on'
import type { StoredVisit } from './visits'
import { historyText } from './words'

/** Answers arrive while others act on the same order: its row is locked first, as every step of it does. */
export async function lockedVisit(ID: string): Promise<StoredVisit> {
  const { WorkOrders } = entities()
  const { workOrder_ID } = await visitOf(ID)
  await SELECT.one.from(WorkOrders, { ID: workOrder_ID } as never).columns('ID').forUpdate()
  return visitOf(ID)
}

async function visitOf(ID: string): Promise<StoredVisit> {
  const { Assignments } = entities()
  const visit = await SELECT.one.from(Assignments, { ID } as never).columns(
    'ID', 'workOrder_ID', 'technician_ID', 'technician.name as name', 'role', 'state_code', 'plannedStart', 'plannedEnd')
  return (visit as unknown as StoredVisit | undefined) ?? fail(404, 'ASSIGNMENT_UNKNOWN')
}

export async function accept(ID: string): Promise<void> {
  const visit = await lockedVisit(ID)
  await answer(visit, { state_code: 'Accepted', answeredAt: now() })
  await refreshAcceptance(visit.technician_ID)
  await workOrders().noteVisit(visit.workOrder_ID, 'VisitAccepted', visit.name)
}

/** Whoever declines has no more to do with it; the next recommended person is asked in the same transaction. */
export async function decline(ID: string, reason_code: string, comment?: string | null): Promise<void> {
  const { DeclineReasons } = entities()
  const reason = (await SELECT.one.from(DeclineReasons).columns('code', 'name').where({ code: reason_code })) ?? fail(422, 'CODE_UNKNOWN', { target: 'reason_code', args: [reason_code] })
  const known = await situation()
  const visit = await lockedVisit(ID)
  await answer(visit, { state_code: 'Declined', answeredAt: now(), declineReason_code: reason_code, comment: comment?.trim() || null })
  const said = [reason.name, comment?.trim()].filter(Boolean).join(': ')
  await leave(visit, known, 'VisitDeclined', historyText('declined', { name: visit.name, reason: said }))
}

/** An offer that nobody answered in time. False when somebody was faster. */
export async function expire(ID: string): Promise<boolean> {
  const known = await situation()
  const visit = await lockedVisit(ID)
  const { Assignments } = entities()
  const changed = await UPDATE(Assignments).with({ state_code: 'Expired' } as never).where({ ID, state_code: 'Offered', answerBy: { '<=': now() } })
  if (!changed) return false
  await leave(visit, known, 'VisitExpired', historyText('expired', { name: visit.name }))
  return true
}

async function leave(visit: StoredVisit, known: Situation, event: string, text: string): Promise<void> {
  noteMatchingChange(visit.technician_ID)
  await workOrders().noteVisit(visit.workOrder_ID, event, text)
  await passOn(visit, known, text)
  await refreshAcceptance(visit.technician_ID)
}

async function answer({ ID, state_code }: StoredVisit, changes: Record<string, unknown>): Promise<void> {
  const { Assignments } = entities()
  const from = changes.state_code === 'Declined' ? ['Offered', 'Accepted'] : ['Offered']
  const changed = await UPDATE(Assignments).with({ answerBy: null, ...changes } as never).where({ ID, state_code: { in: from } })
  if (!changed) fail(409, 'ASSIGNMENT_WRONG_STATE', { args: [await nameOfCode('AssignmentStates', state_code)] })
}

const now = () => cds.context!.timestamp.toISOString()
