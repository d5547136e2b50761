import { gapOf, type Cause } from './cause-tree'
import { missingFactors, type RiskFigures } from './risk'

/** What a step lacks: the code of its sentence, the field it is about and what fills the sentence. */
export interface Lack { code: string; target: string; args?: unknown[] }

export interface PlannedAction { position: number; kind_code: string; text: string | null; owner: string | null; dueDate: string | null; status_code: string }

interface Header extends RiskFigures { owner: string | null; dueDate: string | null; containment: string | null; verification: string | null }

const DONE = ['TSCO', 'TSSC']
const isBlank = (text: string | null | undefined) => !text?.trim()
const lackIf = (isMissing: boolean, code: string, target: string, ...args: unknown[]): Lack[] => (isMissing ? [{ code, target, args }] : [])

/** Somebody is responsible, by a date, and what is out there is held back. */
export const lackToContain = ({ owner, dueDate, containment }: Header, actions: PlannedAction[]): Lack[] => [
  ...lackIf(isBlank(owner), 'CAPA_OWNER_MISSING', 'owner'),
  ...lackIf(!dueDate, 'CAPA_DUE_MISSING', 'dueDate'),
  ...lackIf(isBlank(containment), 'CAPA_CONTAINMENT_MISSING', 'containment'),
  ...actions.filter(action => action.kind_code === 'containment' && !DONE.includes(action.status_code)).map(({ position }) => ({ code: 'CAPA_ACTION_OPEN', target: 'actions', args: [position] }))
]

export const lackToAssess = (figures: RiskFigures): Lack[] => missingFactors(figures).map(target => ({ code: 'CAPA_RISK_MISSING', target }))

const GAPS = { answer: 'CAPA_CHAIN_UNANSWERED', evidence: 'CAPA_CHAIN_UNPROVEN', ruledOut: 'CAPA_CHAIN_RULED_OUT' }

/** At least one root cause, and each of them proven, answer by answer, up to the top. */
export function lackOfCause(causes: Cause[]): Lack[] {
  const roots = causes.filter(cause => cause.isRootCause)
  if (!roots.length) return [{ code: 'CAPA_ROOT_CAUSE_MISSING', target: 'causes' }]
  return roots.flatMap(root => {
    const found = gapOf(root.ID, causes)
    return found ? [{ code: GAPS[found.gap], target: 'causes', args: [found.cause.answer?.trim() || root.answer] }] : []
  })
}

/** What keeps the failure from happening again, and for each action who does it by when. */
export const lackOfPlan = (actions: PlannedAction[]): Lack[] => [
  ...lackIf(!actions.some(action => action.kind_code === 'corrective'), 'CAPA_CORRECTIVE_MISSING', 'actions'),
  ...actions.flatMap(({ position, text, owner, dueDate }) => [
    ...lackIf(isBlank(text), 'CAPA_ACTION_TEXT_MISSING', 'actions', position),
    ...lackIf(isBlank(owner), 'CAPA_ACTION_OWNER_MISSING', 'actions', position),
    ...lackIf(!dueDate, 'CAPA_ACTION_DUE_MISSING', 'actions', position)
  ])
]

export const lackToVerify = ({ verification }: Header, actions: PlannedAction[]): Lack[] =>
  [...lackOfPlan(actions), ...lackIf(isBlank(verification), 'CAPA_VERIFICATION_MISSING', 'verification')]

/** All is done, and how its effect will be measured is fixed before anybody can know. */
export const lackToImplement = (actions: PlannedAction[], hasCheck: boolean, isCountable: boolean): Lack[] => [
  ...lackOfPlan(actions),
  ...actions.filter(action => !DONE.includes(action.status_code)).map(({ position }) => ({ code: 'CAPA_ACTION_OPEN', target: 'actions', args: [position] })),
  ...lackIf(!hasCheck, 'CAPA_CHECK_MISSING', 'checks'),
  ...lackIf(hasCheck && !isCountable, 'CAPA_SCOPE_UNKNOWN', 'checks')
]
