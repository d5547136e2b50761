import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'
import { requireCodes } from './intake'
import { checkServiceRecord, closeOutcome } from './outcome'
import type { Step } from './transitions'

type Parameters = Record<string, any>
type Prepared = Omit<Step, 'action'>

/** What each action writes beside the status, and what it asks for before; flows.cds says from where to where. */
export const STEPS: Record<string, (data: Parameters, ID: string) => Prepared | Promise<Prepared>> = {
  release: () => ({ event: 'Released', changes: { releasedAt: now() } }),
  assign: assignment,
  unassign: () => UNASSIGNED,
  start: () => ({ event: 'Started', changes: { startedAt: now() } }),
  hold: data => reasoned(data, 'Held', 'HoldReasons', { holdReason_code: data.reason_code }),
  resume: () => ({ event: 'Resumed', changes: { holdReason_code: null } }),
  complete: completion,
  accept: acceptance,
  close: () => ({ event: 'Closed', changes: { closedAt: now() } }),
  cancel: data => reasoned(data, 'Cancelled', 'CancelReasons', { holdReason_code: null }),
  reopen: reopening
}

export const UNASSIGNED = { event: 'Unassigned', changes: { technician_ID: null, plannedStart: null } }

async function assignment(data: Parameters): Promise<Prepared> {
  const technician = await SELECT.one.from(entities().Technicians).columns('ID', 'name').where({ ID: data.technician_ID, isActive: true })
  if (!technician) fail(422, 'TECHNICIAN_UNKNOWN', { target: 'technician_ID' })
  return {
    event: 'Assigned',
    changes: { technician_ID: technician.ID, plannedStart: data.plannedStart ?? null },
    text: technician.name as string
  }
}

async function completion(data: Parameters, ID: string): Promise<Prepared> {
  await requireCodes([
    { entity: 'ResolutionCodes', value: data.resolution_code, target: 'resolution_code' },
    { entity: 'FinalTestResults', value: data.finalTest_code || null, target: 'finalTest_code' } // a drop-down where nothing is chosen says ''
  ])
  await checkServiceRecord(ID, data)
  return { event: 'Completed', changes: await closeOutcome(ID, data), reason: data.resolution_code, text: data.summary }
}

function acceptance({ rating, comment }: Parameters): Prepared {
  if (!(rating >= 1 && rating <= 5)) fail(422, 'RATING_OUT_OF_RANGE', { target: 'rating' })
  return { event: 'Accepted', changes: { acceptedAt: now(), rating, ratingComment: comment ?? null }, text: comment }
}

/** A reopened order wasn't fixed the first time, whatever follows. */
async function reopening(data: Parameters): Promise<Prepared> {
  const step = await reasoned(data, 'Reopened', 'ReopenReasons', {})
  const again = { firstTimeFix: false, remoteFix: null, reopenCount: { '+=': 1 }, technician_ID: null, plannedStart: null }
  return { ...step, changes: { ...again, startedAt: null, completedAt: null, acceptedAt: null, rating: null, ratingComment: null } }
}

async function reasoned(data: Parameters, event: string, entity: string, changes: Record<string, unknown>): Promise<Prepared> {
  await requireCodes([{ entity, value: data.reason_code, target: 'reason_code' }])
  return { event, changes, reason: data.reason_code as string }
}

const now = () => cds.context!.timestamp.toISOString()
