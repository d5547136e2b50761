import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { signRecord } from '../signatures/signing'
import { now, refreshClock } from './clocks'
import { missingFields } from './missing-fields'
import { deadlineOf, type Period } from './deadlines'
import { placeOf } from './reading'
import { createReport } from './reports'
import type { Rule } from './rules'

interface Report { ID: string; number: string; notification_ID: string; authority_code: string; decision_ID: string; kind_code: string; status_code: string; dueAt: string | null; ruleSet_code: string | null }

export async function reportOf(ID: string): Promise<Report> {
  const { RegulatoryReports } = entities()
  const report = await SELECT.one.from(RegulatoryReports).columns('ID', 'number', 'notification_ID', 'authority_code', 'decision_ID', 'kind_code', 'status_code', 'dueAt', 'decision.ruleSet_code as ruleSet_code').where({ ID })
  return (report as unknown as Report | undefined) ?? fail(404, 'REPORT_UNKNOWN')
}

/**
 * Writes down that the authority has a report. Of two who submit one is heard.
 *
 * @throws 422 naming the required fields without an entry; 409 when it is no draft
 */
export async function submit(ID: string, reference: string, credential: string | null | undefined): Promise<void> {
  const report = await reportOf(ID)
  if (report.status_code !== 'Draft') fail(409, 'REPORT_NOT_DRAFT', { args: [report.number] })
  const missing = await missingFields(ID)
  if (missing.length) {
    const details = missing.map(({ field, label }) => ({ code: 'REPORT_FIELD_MISSING', message: `${field} ${label}`, target: `fields(field='${field}')` }))
    fail(422, 'REPORT_INCOMPLETE', { args: [missing.map(({ field, label }) => `${field} ${label}`).join('; ')], ...(details.length > 1 && { details }) })
  }
  const submittedAt = now().toISOString()
  const isLate = Boolean(report.dueAt && report.dueAt < submittedAt)
  const changed = await UPDATE(entities().RegulatoryReports).with({ status_code: 'Submitted', submittedAt, submittedBy: cds.context!.user.id, reference: reference.trim(), isLate } as never).where({ ID, status_code: 'Draft' })
  if (!changed) fail(409, 'REPORT_NOT_DRAFT', { args: [report.number] })
  await signRecord({ object: 'RegulatoryReports', objectID: ID, meaning: 'submitted', credential })
  await refreshClock(report.notification_ID)
}

/**
 * What must follow a submitted report, such as information that was not known then (21 CFR 803.56).
 *
 * @param learnedAt when it became known; missing: now
 * @returns the new report's ID
 */
export async function createFollowUp(ID: string, kind_code: string, learnedAt?: string | null): Promise<string> {
  const report = await reportOf(ID)
  if (report.status_code !== 'Submitted') fail(409, 'REPORT_NOT_SUBMITTED', { args: [report.number] })
  const learned = learnedAt ? Date.parse(learnedAt) : now().getTime()
  if (learned > now().getTime()) fail(422, 'FINDING_TIME_WRONG', { target: 'learnedAt' })
  const rule = await SELECT.one.from(entities().RegulatoryFollowUps).where({ ruleSet_code: report.ruleSet_code, reportKind_code: kind_code })
  if (!rule) fail(422, 'FOLLOW_UP_UNKNOWN', { target: 'kind_code', args: [kind_code] })
  const place = await placeOf(report.authority_code)
  const deadline = deadlineOf(rule as unknown as Period, learned, place)
  const awareOn = deadlineOf({ period: 0, dayKind: 'calendar' }, learned, place)!.startOn
  const { notification_ID, authority_code, decision_ID } = report
  const created = await createReport({ notification_ID, authority_code, decision_ID, awareAt: learned, awareOn }, { kind: kind_code, rule: rule as unknown as Rule, deadline }, ID)
  await refreshClock(notification_ID)
  return created
}
