import { entities } from '../../entities'
import { now } from './clocks'
import type { Answers } from './rules'

interface FormField { field: string; position: number; source: string | null }
interface Facts {
  number: string; authority_code: string; kind_code: string; awareOn: string | null; inputs: string | null; role: string; ruleText: string | null; follows: string | null
  notification: Record<string, unknown>; equipment: Record<string, unknown> | undefined; findings: Findings
}
interface Findings { defects: string[]; causes: string[]; similar: number }

/**
 * Fills a draft's fields with what the notification and the device say. Of people nothing is taken over: what the authority asks about a patient is entered by whoever
 * may know it. What a person has written stays.
 */
export async function fillReport(ID: string): Promise<void> {
  const { RegulatoryReports, RegulatoryReportFields, ReportFormFields } = entities()
  const report = (await SELECT.one.from(RegulatoryReports)
    .columns('number', 'authority_code', 'kind_code', 'awareOn', 'notification_ID', 'decision.inputs as inputs', 'decision.ruleApplied.text as ruleText', 'follows.number as follows').where({ ID })) as unknown as Facts & { notification_ID: string }
  const form = (await SELECT.from(ReportFormFields).columns('field', 'position', 'source').where({ authority_code: report.authority_code }).orderBy('position')) as FormField[]
  const values = valuesOf(await factsOf(report))
  const known = new Map(((await SELECT.from(RegulatoryReportFields).columns('field', 'value', 'isManual').where({ report_ID: ID })) as { field: string; value: string | null; isManual: boolean | number }[]).map(row => [row.field, row]))
  const wanted = (source: string | null) => (source && values[source] ? String(values[source]).slice(0, 5000) : null)
  const missing = form.filter(({ field }) => !known.has(field))
  if (missing.length) {
    await INSERT.into(RegulatoryReportFields).entries(missing.map(({ field, position, source }) => ({ report_ID: ID, field, authority_code: report.authority_code, position, value: wanted(source), isManual: false })))
  }
  for (const { field, source } of form) {
    const row = known.get(field)
    if (row && !row.isManual && row.value !== wanted(source)) await UPDATE(RegulatoryReportFields).with({ value: wanted(source) } as never).where({ report_ID: ID, field })
  }
}

async function factsOf(report: Facts & { notification_ID: string }): Promise<Facts> {
  const { QualityNotifications, Equipment } = entities()
  const notification = (await SELECT.one.from(QualityNotifications).columns('*', 'deviceClass.name as deviceClassName', 'complaint.result as result', 'complaint.investigation as investigation', 'complaint.deviceAvailable as deviceAvailable', 'complaint.correctiveAction as correctiveAction')
    .where({ ID: report.notification_ID })) as Record<string, unknown>
  const equipment = notification.equipment_ID ? ((await SELECT.one.from(Equipment).columns('name', 'siteName', 'warrantyStart', 'product.name as productName').where({ ID: notification.equipment_ID as string })) as Record<string, unknown>) : undefined
  return { ...report, notification, equipment, findings: await findingsOf(notification) }
}

async function findingsOf(notification: Record<string, unknown>): Promise<Findings> {
  const { NotificationItems, NotificationCauses, QualityNotifications } = entities()
  const defects = (await SELECT.from(NotificationItems).columns('defectGroup', 'defectCode', 'defect.name as name').where({ notification_ID: notification.ID })) as Record<string, string | null>[]
  const causes = (await SELECT.from(NotificationCauses).columns('causeGroup', 'causeCode', 'cause.name as name', 'text').where({ 'item.notification_ID': notification.ID })) as Record<string, string | null>[]
  const [{ count }] = notification.model
    ? ((await SELECT.from(QualityNotifications).columns('count(*) as count').where({ model: notification.model, faultCategory_code: notification.faultCategory_code, ID: { '!=': notification.ID } })) as { count: number }[])
    : [{ count: 0 }]
  const coded = (group: string | null, code: string | null, name: string | null) => [group && code ? `${group} ${code}` : null, name].filter(Boolean).join(' ')
  return {
    defects: defects.map(row => coded(row.defectGroup, row.defectCode, row.name)).filter(Boolean),
    causes: causes.map(row => [coded(row.causeGroup, row.causeCode, row.name), row.text].filter(Boolean).join(': ')).filter(Boolean), similar: Number(count)
  }
}

/** What each source of the forms comes to; empty where nothing is known. Codes are those of the forms' code lists. */
function valuesOf({ number, kind_code, awareOn, inputs, ruleText, follows, notification, equipment, findings }: Facts): Record<string, string | null | undefined> {
  const text = (value: unknown) => (value === null || value === undefined || value === '' ? null : String(value))
  const answers = JSON.parse(inputs ?? '{}') as Answers
  const [death, injury] = [answers.death === 'yes', answers.seriousInjury === 'yes']
  return {
    today: now().toISOString().slice(0, 10), eventDate: text(notification.eventDate), awareOn, reportNumber: number, followUpOf: follows, ruleText, one: '1', no: 'N',
    reportType: ['followUp', 'final'].includes(kind_code) ? 'F' : 'I', eventType: death ? 'D' : injury ? 'IN' : 'M', outcome: death ? 'D' : injury ? null : 'A', sourceType: '06', reporterSource: answers.role === 'userFacility' ? 'U' : answers.role === 'importer' ? 'D' : 'M',
    description: [notification.shortText, notification.longText].filter(Boolean).join('\n'), comments: text(notification.correctiveAction) ?? text(notification.shortText), analysis: [notification.investigation, notification.result].filter(Boolean).join('\n') || null,
    deviceName: text(equipment?.name) ?? text(notification.model), deviceKind: text(equipment?.productName), deviceClass: text(notification.deviceClassName), manufacturer: text(notification.manufacturer), model: text(notification.model),
    serialNumber: text(notification.serialNumber), batch: text(notification.batch), udi: text(notification.udi), country: text(notification.country), competentCountry: text(notification.country), facility: text(notification.customerName),
    deviceAge: ageOf(text(equipment?.warrantyStart), text(notification.eventDate)), availability: notification.deviceAvailable === null || notification.deviceAvailable === undefined ? null : notification.deviceAvailable ? 'Y' : 'N',
    evaluated: notification.investigation ? 'Y' : 'N', defects: findings.defects.join('; ') || null, causes: findings.causes.join('; ') || null, similar: findings.similar ? String(findings.similar) : null, markets: null
  }
}

/** Whole months from the start of the warranty, which stands for the start of use. */
function ageOf(from: string | null, to: string | null): string | null {
  if (!from || !to || to < from) return null
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) - (to.slice(8) < from.slice(8) ? 1 : 0)
  return String(months)
}
