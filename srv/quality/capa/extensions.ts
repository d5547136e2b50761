import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { flowOf } from '../../status-flow'
import { lockedCase, now, recordEvent, refuseEdited, requirePhase, requireText, userId } from './cases'
import { isSamePerson } from './participants'

/** Before that the date is simply entered. */
const RUNNING = ['Contained', 'RiskAssessed', 'RootCauseFound', 'Planned', 'Verified', 'Implemented', 'EffectivenessCheck']

interface Extension { ID: string; capa_ID: string; toDate: string; state_code: string; requestedBy: string }

/** Asks for more time; one request at a time. */
export async function requestExtension(capa_ID: string, { toDate, reason }: { toDate: string; reason: string }): Promise<void> {
  const { CapaExtensions } = entities()
  const found = await lockedCase(capa_ID)
  await requirePhase(found, RUNNING)
  const why = requireText(reason, 'reason')
  if (toDate <= found.dueDate!) fail(422, 'CAPA_EXTENSION_EARLIER', { target: 'toDate', args: [found.dueDate] })
  if (await SELECT.one.from(CapaExtensions).columns('ID').where({ capa_ID, state_code: 'Requested' })) fail(409, 'CAPA_EXTENSION_OPEN')
  await INSERT.into(CapaExtensions).entries({ ID: cds.utils.uuid(), capa_ID, fromDate: found.dueDate, toDate, reason: why, requestedBy: userId(), requestedAt: now() })
  await recordEvent(found, 'ExtensionRequested', `${toDate}: ${why}`.slice(0, 1000))
}

/** Somebody else than who asked says yes, and the date moves with it, or no. */
export async function decideExtension(ID: string, action: 'approve' | 'decline', decision: string | null | undefined): Promise<string> {
  const { CapaExtensions, CapaCases } = entities()
  const extension = (await SELECT.one.from(CapaExtensions).where({ ID })) as unknown as Extension | undefined
  if (!extension) fail(404, 'CAPA_EXTENSION_UNKNOWN')
  if (isSamePerson(extension.requestedBy, userId())) fail(403, 'CAPA_EXTENSION_OWN')
  const found = await lockedCase(extension.capa_ID)
  if (action === 'approve') {
    await requirePhase(found, RUNNING)
    await refuseEdited(found)
  }
  const flow = flowOf(entities('aftersales.QualityService').CapaExtensions as never, action)
  const text = action === 'decline' ? requireText(decision, 'decision') : decision?.trim() || null
  const changes = { state_code: flow.to, decidedBy: userId(), decidedAt: now(), decision: text }
  if (!(await UPDATE(CapaExtensions).with(changes as never).where({ ID, state_code: { in: flow.from } }))) fail(409, 'CAPA_EXTENSION_DECIDED')
  if (action === 'approve') await UPDATE(CapaCases, { ID: found.ID } as never).with({ dueDate: extension.toDate } as never)
  await recordEvent(found, action === 'approve' ? 'ExtensionApproved' : 'ExtensionDeclined', [extension.toDate, text].filter(Boolean).join(': '))
  return found.ID
}
