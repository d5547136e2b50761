import { entities } from '../../entities'
import { fail } from '../../errors'
import { flowOf } from '../../status-flow'
import { textOf } from '../../words'
import { signRecord } from '../signatures/signing'
import { type CapaCase, changePhase, lockedCase, now, type PhaseChange, refuseEdited, requireStep, requireText, userId } from './cases'
import { causesOf } from './causes'
import type { Cause } from './cause-tree'
import { checkOf, freezeCheck, isCountable } from './checks'
import { type Lack, lackOfCause, lackOfPlan, lackToAssess, lackToContain, lackToImplement, lackToVerify, type PlannedAction } from './evidence'
import { riskNow } from './header'
import { judge } from './judging'
import { isSamePerson, noteParticipant, refuseInvolved } from './participants'

interface StepData { reason?: string; credential?: string; passed?: boolean; evidence?: string }
/** What a step asks for and what it changes besides the phase. */
type Step = (found: CapaCase, data: StepData) => Promise<Omit<PhaseChange, 'action'> & { to?: string }>

/** Takes a step of a case: its phase, its evidence and the change all hold under one lock. */
export async function takeStep(ID: string, action: string, data: object): Promise<{ ID: string; phase: string }> {
  const flow = flowOf(caseEntity(), action)
  const found = await lockedCase(ID)
  await requireStep(found, flow, action)
  await refuseEdited(found)
  const { to = flow.to, ...change } = await STEPS[action](found, data as StepData)
  await changePhase(found, { from: flow.from, to }, { action, ...change })
  return { ID, phase: to }
}

export const STEPS: Record<string, Step> = {
  contain: async found => {
    refuseLacks(lackToContain(found, await actionsOf(found)))
    await noteParticipant(found.ID, found.owner, 'owner')
    return { event: 'Contained' }
  },
  assessRisk: async found => {
    refuseLacks(lackToAssess(found))
    const risk = await riskNow(found)
    return { event: 'RiskAssessed', text: `${risk!.riskNumber}`, changes: risk }
  },
  confirmRootCause: async found => {
    const causes = await causesOf(found)
    refuseLacks(lackOfCause(causes))
    const rootCause = rootCauseText(causes)
    const { riskMethod_code, severity, occurrence, detection, riskNumber, riskLevel_code } = found
    await updateCycle(found, { rootCause, riskMethod_code, severity, occurrence, detection, riskNumber, riskLevel_code })
    return { event: 'RootCauseFound', changes: { rootCause } }
  },
  plan: async found => {
    refuseLacks(lackOfPlan(await actionsOf(found)))
    return { event: 'Planned' }
  },
  verify: async (found, { credential }) => {
    refuseLacks(lackToVerify(found, await actionsOf(found)))
    await signRecord({ object: 'CapaCases', objectID: found.ID, meaning: 'verified', credential })
    await updateCycle(found, { verification: found.verification, verifiedAt: now(), verifiedBy: userId() })
    return { event: 'Verified' }
  },
  implement: async found => {
    const check = await checkOf(found)
    refuseLacks(lackToImplement(await actionsOf(found), Boolean(check), !check || (await isCountable(found, check))))
    await freezeCheck(found, check!)
    await noteParticipant(found.ID, userId(), 'implementer')
    await updateCycle(found, { implementedAt: now(), implementedBy: userId() })
    return { event: 'Implemented', changes: { implementedAt: now() } }
  },
  startEffectivenessCheck: () => Promise.resolve({ event: 'CheckStarted' }),
  verifyEffectiveness: async (found, { passed, evidence, credential }) => {
    await refuseInvolved(userId(), found)
    if (found.approver && !isSamePerson(found.approver, userId())) fail(403, 'CAPA_OTHER_APPROVER', { args: [found.approver] })
    const text = requireText(evidence, 'evidence')
    await judge(found, passed!, text)
    await signRecord({ object: 'CapaCases', objectID: found.ID, meaning: 'effectivenessVerified', credential, comment: text })
    await updateCycle(found, { passed, endedAt: now() })
    if (passed) return { event: 'CheckPassed', text, changes: { closedAt: now(), closedBy: userId() } }
    await beginCycle(found.ID, found.cycle + 1)
    return { event: 'CheckFailed', text, to: otherwise('verifyEffectiveness'), changes: { cycle: found.cycle + 1, rootCause: null, verification: null, implementedAt: null } }
  },
  cancelCase: (_, { reason }) => {
    const cancelReason = requireText(reason, 'reason')
    return Promise.resolve({ event: 'Cancelled', text: cancelReason, changes: { cancelReason, closedAt: now(), closedBy: userId() } })
  }
}

/** 422 with every thing that is missing and the field it is about. */
function refuseLacks(lacks: Lack[]): void {
  if (!lacks.length) return
  if (lacks.length === 1) fail(422, lacks[0].code, lacks[0])
  fail(422, 'CAPA_EVIDENCE_MISSING', { details: lacks.map(({ code, target, args }) => ({ code, target, message: filled(code, args) })) })
}

const filled = (code: string, args: unknown[] = []) => textOf(code, { ...args }) ?? code

/** The actions of the cycle at hand. */
async function actionsOf({ ID, cycle }: CapaCase): Promise<PlannedAction[]> {
  const { CapaActions } = entities()
  return (await SELECT.from(CapaActions).where({ capa_ID: ID, cycle }).orderBy('position')) as unknown as PlannedAction[]
}

const rootCauseText = (causes: Cause[]) => causes.filter(cause => cause.isRootCause).map(cause => cause.answer!.trim()).join('\n').slice(0, 2000)

async function updateCycle({ ID, cycle }: CapaCase, changes: Record<string, unknown>): Promise<void> {
  const { CapaCycles } = entities()
  await UPDATE(CapaCycles).with(changes as never).where({ capa_ID: ID, cycle })
}

async function beginCycle(capa_ID: string, cycle: number): Promise<void> {
  const { CapaCycles } = entities()
  await INSERT.into(CapaCycles).entries({ capa_ID, cycle, startedAt: now() })
}

interface Branching { actions: Record<string, { '@aftersales.otherwise'?: { '#': string } }> }

/** Where a check that was not passed leads, as declared beside the flow. */
const otherwise = (action: string) => (caseEntity() as unknown as Branching).actions[action]['@aftersales.otherwise']!['#']

const caseEntity = () => entities('aftersales.QualityService').CapaCases as never
