import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { idOf } from '../../request-key'
import { answersIn, decide, reconsider, type Wish } from './deciding'
import { fillReport } from './filling'
import { instant } from './clocks'
import { propose, type Proposal } from './proposing'
import { notificationOf } from './reading'
import { createFollowUp, reportOf, submit } from './submitting'
import { acknowledge, wakeReportRound } from './warning'

interface Raised { ID: string }

/** Whether an authority must be told, by when, and what it is told. */
export function implementRegulatory(service: cds.ApplicationService): void {
  const { QualityNotifications, RegulatoryDecisions, RegulatoryReports, RegulatoryReportFields, RegulatoryWarnings } = service.entities
  const read = (entity: unknown, ID: string) => SELECT.one.from(entity as never, { ID } as never)
  const keyOf = (req: cds.Request) => idOf(req.params.at(-1))!

  service.on('proposeReportability', QualityNotifications, async req => {
    const { authority_code, inputs, findingAt } = req.data as Partial<Wish>
    const proposals = await propose(await notificationOf(keyOf(req)), answersIn(inputs), { authority_code, findingAt })
    const texts = await textsOf(proposals)
    return proposals.map(proposal => shown(proposal, texts))
  })
  service.on('decideReportability', QualityNotifications, async req => {
    const notification_ID = keyOf(req)
    const ID = await decide(notification_ID, req.data as Wish, req.user)
    await service.emit('RegulatoryDecision.Taken', { ID, notification_ID })
    return read(RegulatoryDecisions, ID)
  })
  service.on('submit', RegulatoryReports, async req => {
    const { reference, credential } = req.data as { reference: string; credential?: string }
    if (!reference?.trim()) fail(422, 'REPORT_REFERENCE_MISSING', { target: 'reference' })
    await submit(keyOf(req), reference, credential)
    return read(RegulatoryReports, keyOf(req))
  })
  service.on('fill', RegulatoryReports, async req => {
    const { number, status_code } = await reportOf(keyOf(req))
    if (status_code !== 'Draft') fail(409, 'REPORT_NOT_DRAFT', { args: [number] })
    await fillReport(keyOf(req))
    return read(RegulatoryReports, keyOf(req))
  })
  service.on('createFollowUp', RegulatoryReports, async req => {
    const { kind_code, learnedAt } = req.data as { kind_code: string; learnedAt?: string }
    return read(RegulatoryReports, await createFollowUp(keyOf(req), kind_code, learnedAt))
  })
  service.on('acknowledgeWarning', RegulatoryWarnings, async req => {
    if (!(await acknowledge(keyOf(req)))) fail(409, 'WARNING_ACKNOWLEDGED')
    return read(RegulatoryWarnings, keyOf(req))
  })
  service.before('UPDATE', RegulatoryReportFields, async req => {
    const data = req.data as { value?: string | null; isManual?: boolean; report_ID?: string; form?: unknown }
    const { number, status_code } = await reportOf(data.report_ID ?? (req.params.at(-1) as { report_ID: string }).report_ID)
    if (status_code !== 'Draft') fail(409, 'REPORT_NOT_DRAFT', { args: [number] })
    data.isManual = true
  })
  // Clocks start before anybody has looked.
  service.on(['QualityNotification.Raised', 'QualityNotification.Changed'], async req => reconsider((req.data as Raised).ID))
  wakeReportRound(service)
}

async function textsOf(proposals: Proposal[]): Promise<Map<string, string>> {
  if (!proposals.length) return new Map()
  const rows = (await SELECT.localized.from(entities().RegulatoryRules).columns('ruleSet_code', 'rule', 'text').where({ ruleSet_code: { in: proposals.map(({ ruleSet_code }) => ruleSet_code) } })) as Record<string, string>[]
  return new Map(rows.map(({ ruleSet_code, rule, text }) => [`${ruleSet_code} ${rule}`, text]))
}

const shown = ({ authority_code, ruleSet_code, rule, isReportable, deadline, awareOn, inputs }: Proposal, texts: Map<string, string>) => ({
  authority_code, ruleSet_code, rule: rule.rule, text: texts.get(`${ruleSet_code} ${rule.rule}`) ?? null, paragraph: rule.paragraph, isReportable, reportKind_code: rule.reportKind, period: rule.period, dayKind: rule.dayKind,
  awareOn, dueOn: deadline?.dueOn ?? null, dueAt: instant(deadline?.dueAt), inputs: JSON.stringify(inputs)
})
