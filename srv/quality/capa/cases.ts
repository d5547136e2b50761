import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nameOfCode, textOf } from '../../words'
import type { Flow } from '../../status-flow'

export interface CapaCase {
  ID: string; number: string; phase_code: string; cycle: number; eventCount: number; isOpen: boolean
  title: string; problem: string | null; owner: string | null; approver: string | null; dueDate: string | null; containment: string | null
  riskMethod_code: string | null; severity: number | null; occurrence: number | null; detection: number | null; riskNumber: number | null; riskLevel_code: string | null
  rootCause: string | null; causeGroup: string | null; causeCode: string | null; model: string | null; part_ID: string | null; faultCategory_code: string | null
  verification: string | null; implementedAt: string | null
}

export interface PhaseChange {
  action: string
  /** Type of the history's event. */
  event: string
  changes?: Record<string, unknown>
  text?: string
}

export const now = () => cds.context!.timestamp.toISOString()
export const today = () => now().slice(0, 10)
export const userId = () => cds.context!.user.id

/** Keeps others from the case and all that belongs to it until the transaction ends: what is looked at now still holds when it is written. */
export async function lockedCase(ID: string): Promise<CapaCase> {
  const { CapaCases } = entities()
  const row = await SELECT.one.from(CapaCases).where({ ID }).forUpdate()
  return (row as unknown as CapaCase | undefined) ?? fail(404, 'CAPA_UNKNOWN')
}

/** 409 unless the case is in one of these phases. */
export async function requirePhase({ phase_code }: CapaCase, phases: string[]): Promise<void> {
  if (!phases.includes(phase_code)) fail(409, 'CAPA_NOT_IN_PHASE', { args: [await phaseNames(phases), await nameOfCode('CapaPhases', phase_code)] })
}

/** 409 in the words of the reader: what was tried, where it is possible and where the case is. */
export async function requireStep({ phase_code }: CapaCase, { from }: Flow, action: string): Promise<void> {
  if (from.includes(phase_code)) return
  fail(409, 'CAPA_WRONG_STEP', { args: [textOf(`capa.step.${action}`) ?? action, await phaseNames(from), await nameOfCode('CapaPhases', phase_code)] })
}

/** Saving a draft would write the old header back. */
export async function refuseEdited({ ID, number }: CapaCase): Promise<void> {
  if (await SELECT.one.from(drafts()).columns('ID').where({ ID })) fail(423, 'CAPA_BEING_EDITED', { args: [number] })
}

/** The phase in one conditional UPDATE, and the history's row from what it stored. The case is locked and its phase was looked at. */
export async function changePhase(found: CapaCase, { from, to }: Flow, { action, event, changes, text }: PhaseChange): Promise<void> {
  const { CapaCases } = entities()
  const changed = await UPDATE(CapaCases)
    .with({ ...changes, previousPhase_code: { ref: ['phase_code'] }, phase_code: to, isOpen: !ENDED.includes(to), eventCount: { '+=': 1 } } as never)
    .where({ ID: found.ID, phase_code: { in: from }, cycle: found.cycle })
    .and('not exists', SELECT.from(drafts()).columns('ID').where({ ID: found.ID }) as never)
  if (!changed) {
    await refuseEdited(found)
    await requireStep(await lockedCase(found.ID), { from, to }, action)
  }
  await writeEvent(found.ID, event, text)
}

/** An event that changes no phase. */
export async function recordEvent({ ID }: { ID: string }, event: string, text?: string): Promise<void> {
  const { CapaCases } = entities()
  await UPDATE(CapaCases, { ID } as never).with({ previousPhase_code: { ref: ['phase_code'] }, eventCount: { '+=': 1 } } as never)
  await writeEvent(ID, event, text)
}

/** The row is locked by the UPDATE before it, so what is read here is what that UPDATE wrote. */
async function writeEvent(capa_ID: string, type_code: string, text?: string): Promise<void> {
  const { CapaCases, CapaEvents } = entities()
  const { eventCount, previousPhase_code, phase_code, cycle } = await SELECT.one.from(CapaCases).columns('eventCount', 'previousPhase_code', 'phase_code', 'cycle').where({ ID: capa_ID })
  await INSERT.into(CapaEvents).entries({
    ID: cds.utils.uuid(), capa_ID, sequence: eventCount, type_code, at: now(), userId: userId(), cycle, fromPhase_code: previousPhase_code, toPhase_code: phase_code, text
  })
}

export const ENDED = ['Closed', 'Cancelled']

const drafts = () => (entities('aftersales.QualityService').CapaCases as unknown as { drafts: never }).drafts

async function phaseNames(phases: string[]): Promise<string> {
  return (await Promise.all(phases.map(phase => nameOfCode('CapaPhases', phase)))).join(' / ')
}

/** Refuses text that is nothing but blanks. */
export function requireText(text: string | null | undefined, target: string): string {
  return text?.trim() || fail(422, 'CAPA_TEXT_MISSING', { target })
}
