import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { flowOf } from '../../status-flow'
import { nameOfCode } from '../../words'
import { type CapaCase, lockedCase, now, recordEvent, requirePhase, requireText, userId } from './cases'
import { noteParticipant } from './participants'

interface Action { ID: string; capa_ID: string; cycle: number; position: number; kind_code: string; text: string; owner: string | null; dueDate: string | null; status_code: string }
export interface ActionFields { kind_code?: string; text?: string; owner?: string | null; dueDate?: string | null }

/** What will be done may change until it is signed as doing no harm; who does it by when, until it is done. */
const PLANNING = ['Initiated', 'Contained', 'RiskAssessed', 'RootCauseFound', 'Planned']
const WORKING = [...PLANNING, 'Verified']
const OPEN = [...WORKING, 'Implemented', 'EffectivenessCheck']

export async function addAction(capa_ID: string, { kind_code, text, owner, dueDate }: ActionFields): Promise<string> {
  const { CapaActions } = entities()
  const found = await lockedCase(capa_ID)
  await requirePhase(found, PLANNING)
  await knownKind(kind_code!)
  const [{ last }] = (await SELECT.from(CapaActions).columns('max(position) as last').where({ capa_ID })) as unknown as { last: number | null }[]
  const ID = cds.utils.uuid()
  const position = (last ?? 0) + 1
  await INSERT.into(CapaActions).entries({ ID, capa_ID, cycle: found.cycle, position, kind_code, text: requireText(text, 'text'), owner: owner?.trim() || null, dueDate })
  await recordEvent(found, 'ActionAdded', `${position}: ${text!.trim()}`.slice(0, 1000))
  return ID
}

export async function changeAction(ID: string, given: ActionFields): Promise<string> {
  const { action, found } = await lockedAction(ID)
  const changes = await changesOf(action, given)
  if (!Object.keys(changes).length) return found.ID
  const isPlan = 'kind_code' in changes || 'text' in changes
  await requirePhase(found, isPlan ? PLANNING : WORKING)
  if (isPlan && action.status_code !== 'TSOS') fail(409, 'CAPA_ACTION_RELEASED', { args: [action.position] })
  if (!['TSOS', 'TSRL'].includes(action.status_code)) fail(409, 'CAPA_ACTION_DONE', { args: [action.position] })
  if (action.status_code === 'TSRL') refuseUnowned({ ...action, ...changes })
  await UPDATE(entities().CapaActions, { ID } as never).with(changes as never)
  if (action.status_code === 'TSRL') await noteParticipant(found.ID, changes.owner as string | undefined, 'implementer')
  await recordEvent(found, 'ActionChanged', `${action.position}`)
  return found.ID
}

/** What differs, since a page sends back what it was shown. */
async function changesOf(action: Action, { kind_code, text, owner, dueDate }: ActionFields): Promise<Partial<Action>> {
  if (kind_code) await knownKind(kind_code)
  const given: Partial<Action> = {
    ...(kind_code && { kind_code }), ...(text !== undefined && text !== null && { text: requireText(text, 'text') }),
    ...(owner !== undefined && { owner: owner?.trim() || null }), ...(dueDate !== undefined && { dueDate })
  }
  return Object.fromEntries(Object.entries(given).filter(([field, value]) => value !== action[field as keyof Action]))
}

export async function removeAction(ID: string): Promise<string> {
  const { action, found } = await lockedAction(ID)
  await requirePhase(found, PLANNING)
  if (action.status_code !== 'TSOS') fail(409, 'CAPA_ACTION_RELEASED', { args: [action.position] })
  await DELETE.from(entities().CapaActions).where({ ID })
  await recordEvent(found, 'ActionRemoved', `${action.position}: ${action.text}`.slice(0, 1000))
  return found.ID
}

export async function releaseAction(ID: string): Promise<string> {
  const { action, found } = await lockedAction(ID)
  refuseUnowned(action)
  await requirePhase(found, (await needsVerification(action)) ? ['Planned', 'Verified'] : WORKING)
  await advance(action, 'release', {})
  await noteParticipant(found.ID, action.owner, 'implementer')
  await recordEvent(found, 'ActionReleased', `${action.position}`)
  return found.ID
}

/** Who completes it has worked on it, whoever owns it. */
export async function completeAction(ID: string, result: string): Promise<string> {
  const { action, found } = await lockedAction(ID)
  await requirePhase(found, (await needsVerification(action)) ? ['Verified'] : WORKING)
  await advance(action, 'complete', { result: requireText(result, 'result'), completedAt: now(), completedBy: userId() })
  await noteParticipant(found.ID, userId(), 'implementer')
  await recordEvent(found, 'ActionCompleted', `${action.position}`)
  return found.ID
}

export async function confirmAction(ID: string): Promise<string> {
  const { action, found } = await lockedAction(ID)
  await requirePhase(found, OPEN)
  await advance(action, 'confirmSuccess', { confirmedAt: now(), confirmedBy: userId() })
  await recordEvent(found, 'ActionConfirmed', `${action.position}`)
  return found.ID
}

/** The case is locked before the action is read, so that its phase and the action go together. An earlier cycle stays as it is. */
async function lockedAction(ID: string): Promise<{ action: Action; found: CapaCase }> {
  const { CapaActions } = entities()
  const row = (await SELECT.one.from(CapaActions).columns('capa_ID').where({ ID })) as { capa_ID: string } | undefined
  if (!row) fail(404, 'CAPA_ACTION_UNKNOWN')
  const found = await lockedCase(row.capa_ID)
  const action = ((await SELECT.one.from(CapaActions).where({ ID })) as unknown as Action | undefined) ?? fail(404, 'CAPA_ACTION_UNKNOWN')
  if (action.cycle !== found.cycle) fail(409, 'CAPA_CYCLE_ENDED', { args: [action.cycle] })
  return { action, found }
}

async function advance({ ID, position, status_code }: Action, step: string, changes: object): Promise<void> {
  const flow = flowOf(entities('aftersales.QualityService').CapaActions as never, step)
  if (await UPDATE(entities().CapaActions).with({ ...changes, status_code: flow.to } as never).where({ ID, status_code: { in: flow.from } })) return
  fail(409, 'CAPA_ACTION_WRONG_STEP', { args: [position, await nameOfCode('TaskStatuses', status_code)] })
}

function refuseUnowned({ owner, dueDate, position }: Action): void {
  if (!owner?.trim()) fail(422, 'CAPA_ACTION_OWNER_MISSING', { target: 'owner', args: [position] })
  if (!dueDate) fail(422, 'CAPA_ACTION_DUE_MISSING', { target: 'dueDate', args: [position] })
}

async function needsVerification({ kind_code }: Action): Promise<boolean> {
  const kind = await SELECT.one.from(entities().CapaActionKinds).columns('needsVerification').where({ code: kind_code })
  return Boolean(kind?.needsVerification)
}

async function knownKind(code: string): Promise<void> {
  if (!(await SELECT.one.from(entities().CapaActionKinds).columns('code').where({ code }))) fail(422, 'CAPA_CODE_UNKNOWN', { target: 'kind_code', args: [code] })
}
