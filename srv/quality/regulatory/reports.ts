import cds from '@sap/cds'
import { entities } from '../../entities'
import { nextNumbers } from '../../number-range'
import { instant, refreshClock } from './clocks'
import { warningsOf, type Deadline } from './deadlines'
import { fillReport } from './filling'
import type { Duty } from './proposing'

/** What a decision says about reports of one authority. */
export interface Owed { notification_ID: string; authority_code: string; decision_ID: string; awareAt: number; awareOn: string; duties: Duty[] }

/** Kinds that a decision asks for; follow-ups are asked for by what was submitted. */
const DECIDED = ['initial', 'fieldAction', 'trend', 'group']

export const clockOf = (deadline: Deadline | undefined) => {
  if (!deadline) return { dueOn: null, dueAt: null, warnAt50: null, warnAt75: null }
  const { warnAt50, warnAt75 } = warningsOf(deadline)
  return { dueOn: deadline.dueOn, dueAt: instant(deadline.dueAt), warnAt50: instant(Math.round(warnAt50)), warnAt75: instant(Math.round(warnAt75)) }
}

/**
 * Makes the open reports of an authority those that a decision asks for: what is owed has a draft with a clock, a draft that is no longer owed is withdrawn,
 * and what was submitted stays submitted.
 */
export async function keepReports(owed: Owed): Promise<void> {
  const { notification_ID, authority_code, duties } = owed
  const existing = (await SELECT.from(entities().RegulatoryReports).columns('ID', 'kind_code', 'status_code')
    .where({ notification_ID, authority_code, kind_code: { in: DECIDED }, status_code: { in: ['Draft', 'Submitted'] } })) as { ID: string; kind_code: string; status_code: string }[]
  for (const duty of duties) {
    const report = existing.find(({ kind_code }) => kind_code === duty.kind)
    if (!report) await createReport(owed, duty)
    else if (report.status_code === 'Draft') await followDecision(report.ID, owed, duty)
  }
  const kinds = duties.map(({ kind }) => kind)
  await withdraw(existing.filter(({ kind_code, status_code }) => status_code === 'Draft' && !kinds.includes(kind_code)).map(({ ID }) => ID))
  await refreshClock(notification_ID)
}

/** A new draft, filled with what is known. */
export async function createReport({ notification_ID, authority_code, decision_ID, awareAt, awareOn }: Omit<Owed, 'duties'>, { kind, rule, deadline }: Duty, follows_ID: string | null = null): Promise<string> {
  const ID = cds.utils.uuid()
  const [number] = await nextNumbers('RegulatoryReport')
  await INSERT.into(entities().RegulatoryReports).entries({
    ID, number, notification_ID, authority_code, decision_ID, kind_code: kind, status_code: 'Draft', paragraph: rule.paragraph, follows_ID, awareAt: instant(awareAt), awareOn, ...clockOf(deadline), warnedLevel: 0
  })
  await fillReport(ID)
  return ID
}

async function followDecision(ID: string, { decision_ID, awareAt, awareOn }: Owed, { rule, deadline }: Duty): Promise<void> {
  const changes = { decision_ID, paragraph: rule.paragraph, awareAt: instant(awareAt), awareOn, ...clockOf(deadline) }
  if (await UPDATE(entities().RegulatoryReports).with(changes as never).where({ ID, status_code: 'Draft' })) await fillReport(ID)
}

async function withdraw(IDs: string[]): Promise<void> {
  if (IDs.length) await UPDATE(entities().RegulatoryReports).with({ status_code: 'Withdrawn' } as never).where({ ID: { in: IDs }, status_code: 'Draft' })
}
