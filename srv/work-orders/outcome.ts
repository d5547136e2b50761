import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'

export interface Completion {
  resolution_code?: string
  summary?: string | null
  testData?: string | null
  finalTest_code?: string | null
  udi?: string | null
  rootCauseHint?: string | null
  downtimeMinutes?: number | null
}

/**
 * A completed service of a medical device carries its test data and the device's UDI where the
 * device class asks for them (21 CFR 820.35(b); ISO 13485 7.5.4). 422 for the first that is missing.
 */
export async function checkServiceRecord(ID: string, given: Completion): Promise<void> {
  const order = await stored(ID)
  if (!order) return
  if (order.requiresTestData && !(given.testData ?? order.testData)?.trim()) fail(422, 'TEST_DATA_REQUIRED', { target: 'testData' })
  if (order.requiresUdi && !(given.udi ?? order.udi)?.trim()) fail(422, 'UDI_REQUIRED', { target: 'udi' })
  if (given.downtimeMinutes != null && given.downtimeMinutes < 0) fail(422, 'DOWNTIME_NEGATIVE', { target: 'downtimeMinutes' })
}

/** What the completion says about the repair; values given earlier on the order stay when none comes with it. */
export async function closeOutcome(ID: string, given: Completion): Promise<Record<string, unknown>> {
  const { ResolutionCodes } = entities()
  const order = await stored(ID)
  const resolution = await SELECT.one.from(ResolutionCodes, { code: given.resolution_code } as never).columns('isFix')
  const now = cds.context!.timestamp
  const fixed = Boolean(resolution?.isFix)
  return {
    completedAt: now.toISOString(),
    resolution_code: given.resolution_code,
    summary: given.summary ?? order?.summary ?? null,
    testData: given.testData ?? order?.testData ?? null,
    finalTest_code: given.finalTest_code || order?.finalTest_code || null,
    udi: given.udi ?? order?.udi ?? null,
    rootCauseHint: given.rootCauseHint ?? order?.rootCauseHint ?? null,
    downtimeMinutes: given.downtimeMinutes ?? order?.downtimeMinutes ?? downtime(order, now),
    firstTimeFix: fixed && !order?.reopenCount && !order?.predecessor_ID,
    remoteFix: fixed && order?.executionMode_code === 'remote'
  }
}

/** Equipment that is down counts as down from the call to the completion. */
function downtime(order: { urgency_code?: string; receivedAt?: string } | undefined, now: Date): number | null {
  if (order?.urgency_code !== 'H' || !order.receivedAt) return null
  return Math.max(0, Math.round((now.getTime() - new Date(order.receivedAt).getTime()) / 60_000))
}

function stored(ID: string) {
  const { WorkOrders } = entities()
  return SELECT.one.from(WorkOrders, { ID } as never).columns(
    'summary', 'testData', 'finalTest_code', 'udi', 'rootCauseHint', 'downtimeMinutes', 'reopenCount', 'predecessor_ID',
    'executionMode_code', 'urgency_code', 'receivedAt',
    { ref: ['deviceClass', 'requiresTestData'], as: 'requiresTestData' } as never,
    { ref: ['deviceClass', 'requiresUdi'], as: 'requiresUdi' } as never
  )
}
