import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { signRecord } from '../signatures/signing'
import { instant, now } from './clocks'
import { authoritiesConcerned, propose, type Duty, type Proposal } from './proposing'
import { notificationOf, type Notification } from './reading'
import { keepReports } from './reports'
import type { Answers } from './rules'

export interface Wish {
  authority_code: string
  /** JSON object {input: answer}. */
  inputs?: string | null
  isReportable?: boolean | null
  reason?: string | null
  findingAt?: string | null
  credential?: string | null
}

interface Taken { state: 'Proposed' | 'Decided'; isReportable: boolean; reason: string | null; decidedBy: string | null }

export interface Decision { ID: string; sequence: number; state_code: string; decidedBy: string | null; isReportable: boolean | number; rule: string; ruleSet_code: string; dueAt: string | null; awareAt: string; basis: string; inputs: string; findingAt: string | null }

/**
 * Writes down what a person says: a quality manager decides, a quality engineer proposes. Until it is decided the strictest clock runs on: a proposal that
 * nothing is reported withdraws nothing.
 *
 * @returns the decision's ID
 */
export async function decide(notification_ID: string, wish: Wish, user: cds.User): Promise<string> {
  const notification = await lockedNotification(notification_ID)
  const given = answersIn(wish.inputs)
  const [proposal] = await propose(notification, given, wish)
  const isReportable = wish.isReportable ?? proposal.isReportable
  const reason = wish.reason?.trim() || null
  if (!reason && isReportable !== proposal.isReportable) fail(422, 'REGULATORY_REASON_DEVIATING', { target: 'reason' })
  if (!reason && !isReportable) fail(422, 'REGULATORY_REASON_MISSING', { target: 'reason' })
  const state = user.is('QualityManager') ? 'Decided' : 'Proposed'
  const ID = await append(notification, proposal, { state, isReportable, reason, decidedBy: user.id })
  if (isReportable || state === 'Decided') await keepReportsBy(ID, notification, proposal, isReportable)
  if (state === 'Decided') await signRecord({ object: 'RegulatoryDecisions', objectID: ID, meaning: 'decided', credential: wish.credential, comment: reason })
  return ID
}

/**
 * Looks again at what nobody has decided, and at what was decided on answers that have changed since. Clocks start before anybody has looked: what is unknown counts as yes.
 */
export async function reconsider(notification_ID: string): Promise<void> {
  const notification = await lockedNotification(notification_ID)
  if (!notification.isMedical) return
  const current = await currentDecisions(notification_ID)
  for (const code of await authoritiesOf(notification, current)) await reconsiderFor(notification, code, current.get(code))
}

async function reconsiderFor(notification: Notification, authority_code: string, current: Decision | undefined): Promise<void> {
  const [fresh] = await propose(notification, {}, { authority_code })
  const isSameBasis = current && current.basis === JSON.stringify(fresh.basis) && Date.parse(current.awareAt) === fresh.awareAt
  if (current?.decidedBy && isSameBasis) return
  const [proposal] = current?.decidedBy ? await propose(notification, ownAnswersOf(current, fresh), { authority_code, findingAt: laterThanAware(current.findingAt, fresh.awareAt) }) : [fresh]
  if (current ? isSame(current, proposal) : !proposal.isReportable) return
  const ID = await append(notification, proposal, { state: 'Proposed', isReportable: proposal.isReportable, reason: null, decidedBy: null })
  await keepReportsBy(ID, notification, proposal, proposal.isReportable)
}

/** What the person had answered beyond the notification, where it says nothing now. */
function ownAnswersOf({ inputs, basis }: Decision, fresh: Proposal): Answers {
  const [given, known] = [JSON.parse(inputs) as Answers, JSON.parse(basis) as Answers]
  return Object.fromEntries(Object.entries(given).filter(([input, answer]) => answer !== known[input] && (fresh.basis[input] ?? 'unknown') === 'unknown'))
}

const laterThanAware = (findingAt: string | null, awareAt: number) => (findingAt && Date.parse(findingAt) >= awareAt ? findingAt : null)

const isSame = (current: Decision, { rule, ruleSet_code, isReportable, deadline, basis }: Proposal) =>
  current.rule === rule.rule && current.ruleSet_code === ruleSet_code && Boolean(current.isReportable) === isReportable && (current.dueAt ?? null) === instant(deadline?.dueAt) && current.basis === JSON.stringify(basis)

async function authoritiesOf(notification: Notification, current: Map<string, Decision>): Promise<string[]> {
  if (!notification.mayBeReportable && !current.size) return []
  return [...new Set([...(await authoritiesConcerned(notification)), ...current.keys()])]
}

async function currentDecisions(notification_ID: string): Promise<Map<string, Decision>> {
  const rows = (await SELECT.from(entities().RegulatoryDecisions).where({ notification_ID, isCurrent: true })) as unknown as (Decision & { authority_code: string })[]
  return new Map(rows.map(row => [row.authority_code, row]))
}

/** One after the other: the row of the notification is locked until the transaction ends. */
async function lockedNotification(ID: string): Promise<Notification> {
  await SELECT.one.from(entities().QualityNotifications).columns('ID').where({ ID }).forUpdate()
  return notificationOf(ID)
}

async function append(notification: Notification, proposal: Proposal, { state, isReportable, reason, decidedBy }: Taken): Promise<string> {
  const { RegulatoryDecisions } = entities()
  const key = { notification_ID: notification.ID, authority_code: proposal.authority_code }
  const last = await SELECT.one.from(RegulatoryDecisions).columns('sequence').where(key).orderBy('sequence desc')
  await UPDATE(RegulatoryDecisions).with({ isCurrent: false } as never).where({ ...key, isCurrent: true })
  const { rule, deadline } = isReportable && !proposal.isReportable ? (proposal.voluntary ?? { rule: proposal.rule, deadline: undefined }) : proposal
  const due = isReportable ? deadline : undefined
  const ID = cds.utils.uuid()
  await INSERT.into(RegulatoryDecisions).entries({
    ID, ...key, sequence: (last?.sequence ?? 0) + 1, isCurrent: true, state_code: state, ruleSet_code: proposal.ruleSet_code, rule: proposal.rule.rule, paragraph: proposal.rule.paragraph,
    inputs: JSON.stringify(proposal.inputs), basis: JSON.stringify(proposal.basis), isReportable, proposed: proposal.isReportable, reason, awareAt: instant(proposal.awareAt), awareOn: proposal.awareOn,
    findingAt: instant(proposal.findingAt), period: isReportable ? rule.period : null, dayKind: isReportable ? rule.dayKind : null, dueOn: due?.dueOn ?? null, dueAt: instant(due?.dueAt), decidedBy, decidedAt: now().toISOString()
  })
  return ID
}

function keepReportsBy(decision_ID: string, { ID }: Notification, { authority_code, awareAt, awareOn, duties, isReportable: asked, voluntary }: Proposal, isReportable: boolean): Promise<void> {
  const own: Duty[] = !isReportable ? [] : asked ? duties : voluntary ? [voluntary] : []
  return keepReports({ notification_ID: ID, authority_code, decision_ID, awareAt, awareOn, duties: own })
}

/** 400 for what is no JSON object of texts. */
export function answersIn(inputs: string | null | undefined): Answers {
  if (!inputs?.trim()) return {}
  try {
    const parsed = JSON.parse(inputs) as Record<string, unknown>
    if (parsed && !Array.isArray(parsed) && Object.values(parsed).every(value => typeof value === 'string' && value.length <= 20)) return parsed as Answers
  } catch { /* told below */ }
  return fail(400, 'REGULATORY_INPUTS_WRONG', { target: 'inputs' })
}
