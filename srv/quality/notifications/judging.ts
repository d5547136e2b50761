import cds from '@sap/cds'
import { fail } from '../../errors'
import { type ComplaintRecord, missingIn, mustBeInvestigated } from './complaint'
import type { Row } from './facts'
import { harmInputs, type Screening } from './screening'

/**
 * What a complaint record still lacks, and who says that nothing is to be investigated: whoever writes the justification.
 *
 * @throws 422 for a justification where somebody may have been hurt
 */
export function judged(given: ComplaintRecord & Row, stored: ComplaintRecord & Row, notification: Row): Row {
  const { user, timestamp } = cds.context!
  const record: ComplaintRecord & Row = { ...stored, ...given }
  const isNew = 'justification' in given && (given.justification ?? '') !== (stored.justification ?? '')
  const by = isNew && record.justification ? { justifiedBy: user.id, justifiedAt: timestamp.toISOString() } : {
    justifiedBy: isNew ? null : (stored.justifiedBy ?? null), justifiedAt: isNew ? null : (stored.justifiedAt ?? null)
  }
  const mayBeHurt = Boolean(notification.mayBeReportable) && mustBeInvestigated(harmInputs(notification as Screening).Harm, false)
  if (record.isInvestigationNeeded === false && record.justification && mayBeHurt) fail(422, 'COMPLAINT_MUST_BE_INVESTIGATED', { target: 'complaint/isInvestigationNeeded' })
  const missing = missingIn({ ...record, ...by }, notification)
  return { ...by, isComplete: !missing.length, missing: missing.join(', ') }
}
