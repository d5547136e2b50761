import type { Block, ReportDocument } from './document'
import { lineOf, lines, listOf, piecesIn } from './parts-of-documents'
import type { NotificationContent } from './reading-notification'
import type { Words } from './words'

const ENTITY = 'QualityNotifications'

/** All that a notification says: findings, tasks, complaint, screening, decisions. */
export function notificationReport(content: NotificationContent, words: Words): ReportDocument {
  const { head } = content
  const { fact, factsOf, facts, text, table, items, signatures, attachments } = piecesIn(words)
  const { day, instant } = words
  return {
    kind: 'notification', language: words.locale, title: words.text('title.notification'), subject: head.shortText, objectNumber: head.number, state: head.statusName,
    facts: factsOf(ENTITY, ['type', head.typeName], ['status', head.statusName], ['priority', head.priorityName], ['owner', head.owner], ['reportedOn', day(head.reportedOn)], ['requiredEnd', day(head.requiredEnd)]),
    sections: [
      { title: words.text('section.event'), blocks: [
        text(head.longText),
        facts(...factsOf(ENTITY, ['eventDate', day(head.eventDate)], ['awareAt', instant(head.awareAt)], ['faultCategory', head.faultCategoryName], ['patientImpact', head.patientImpactName],
          ['origin', lineOf(head.originName, head.ruleName && `(${head.ruleName})`)], ['workOrder', head.workOrderNumber], ['createdAt', instant(head.createdAt)], ['createdBy', head.createdBy]))
      ] },
      { title: words.text('section.device'), blocks: [
        facts(...factsOf(ENTITY, ['equipment', lineOf(head.equipmentNumber, head.equipmentName)], ['serialNumber', head.serialNumber], ['model', head.model], ['manufacturer', head.manufacturer],
          ['deviceClass', head.deviceClassName], ['udi', head.udi], ['part', lineOf(head.partNumber, head.partName)], ['batch', head.batch], ['partSerialNumber', head.partSerialNumber],
          ['supplier', head.supplier], ['customer', lineOf(head.customerNumber, head.customerName)], ['country', head.country], ['plant', head.plant]),
        fact(words.text('site'), listOf(head.siteName, head.department)))
      ] },
      { title: words.text('section.findings'), blocks: [items(content.items)] },
      { title: words.text('section.screening'), blocks: [screening(content, words)] },
      ...(content.complaint ? [{ title: words.text('section.complaint'), blocks: complaint(content.complaint, words) }] : []),
      { title: words.text('section.decisions'), blocks: decisions(content, words) },
      { title: words.text('section.tasks'), blocks: [table(
        [{ label: words.text('position') }, { label: words.text('task'), share: 4 }, { label: words.label('NotificationTasks', 'owner'), share: 2 }, { label: words.label('NotificationTasks', 'dueDate'), share: 2.5 },
          { label: words.label('NotificationTasks', 'status'), share: 2 }, { label: words.text('result'), share: 4 }],
        content.tasks.map(task => [String(task.position ?? ''), lines(task.taskName, task.text), task.owner, day(task.dueDate), task.statusName,
          lines(task.result, task.completedAt && listOf(task.completedBy, instant(task.completedAt)))])
      )] },
      { title: words.text('section.activities'), blocks: [table(
        [{ label: words.text('position') }, { label: words.text('activity'), share: 3 }, { label: words.text('text'), share: 5 }, { label: words.text('performedAt'), share: 3 }],
        content.activities.map(activity => [String(activity.position ?? ''), activity.activityName, activity.text, instant(activity.performedAt)])
      )] },
      { title: words.text('section.capa'), blocks: [table(
        [{ label: words.text('number'), share: 1 }, { label: words.text('capaTitle'), share: 4 }, { label: words.text('phase'), share: 2 }, { label: words.label('CapaCases', 'owner'), share: 2 }],
        content.capas.map(capa => [capa.number, capa.title, capa.phaseName, capa.owner])
      )] },
      ...(head.hostDocument ? [{ title: words.text('section.host'), blocks: host(content, words) }] : []),
      ...(content.attachments.length ? [{ title: words.text('section.attachments'), blocks: [attachments(content.attachments)] }] : []),
      ...(head.completedAt || head.postponedReason || head.reopenReason || head.dismissedReason ? [{ title: words.text('section.closing'), blocks: [
        facts(...factsOf(ENTITY, ['completedAt', instant(head.completedAt)], ['completedBy', head.completedBy], ['postponedReason', head.postponedReason], ['reopenReason', head.reopenReason], ['dismissedReason', head.dismissedReason])
          .filter(({ value }) => value))
      ] }] : [])
    ],
    signatures: signatures(content.signatures)
  }
}

/** The three questions, asked at intake and again when the facts are known. */
function screening({ head }: NotificationContent, words: Words): Block {
  const { table } = piecesIn(words)
  const by = (at: string | null, who: string | null) => lines(words.instant(at), who)
  return table(
    [{ label: words.text('question'), share: 6 }, { label: words.text('atIntake'), share: 2 }, { label: words.text('atCompletion'), share: 2 }],
    [
      [words.text('question.harm'), head.intakeHarmName, head.completionHarmName],
      [words.text('question.potential'), head.intakePotentialName, head.completionPotentialName],
      [words.text('question.malfunction'), head.intakeMalfunctionName, head.completionMalfunctionName],
      [words.text('answeredBy'), by(head.intakeScreenedAt, head.intakeScreenedBy), by(head.completionScreenedAt, head.completionScreenedBy)]
    ]
  )
}

/** 21 CFR 820.35(a), ISO 13485 8.2.2. */
function complaint(record: Record<string, any>, words: Words): Block[] {
  const { factsOf, facts, text } = piecesIn(words)
  const label = (element: string) => words.label('ComplaintRecords', element)
  const { day, flag } = words
  return [
    facts(...factsOf('ComplaintRecords', ['receivedOn', day(record.receivedOn)], ['complainantRole', record.complainantRole], ['complainantReference', record.complainantReference],
      ['deviceAvailable', flag(record.deviceAvailable)], ['deviceReturnedOn', day(record.deviceReturnedOn)], ['isInvestigationNeeded', flag(record.isInvestigationNeeded)], ['isComplete', flag(record.isComplete)])),
    text(record.nature, label('nature')),
    ...(record.isInvestigationNeeded === false || record.isInvestigationNeeded === 0
      ? [text(lines(record.justification, record.justifiedBy && listOf(record.justifiedBy, words.instant(record.justifiedAt))), label('justification'))]
      : [text(lines(record.investigation, record.investigatedBy && listOf(record.investigatedBy, day(record.investigatedOn))), label('investigation'))]),
    text(record.result, label('result')),
    text(record.correctiveAction, label('correctiveAction')),
    text(lines(record.reply, day(record.repliedOn)), label('reply'))
  ]
}

function decisions({ decisions: rows, reports }: NotificationContent, words: Words): Block[] {
  const { table } = piecesIn(words)
  const { day, instant } = words
  const decided = table(
    [{ label: words.text('authority'), share: 3 }, { label: words.text('decision'), share: 3 }, { label: words.text('ruleAndParagraph'), share: 5 }, { label: words.text('clock'), share: 3 }, { label: words.text('decidedBy'), share: 4 }],
    rows.map(row => [
      lines(row.authorityName, row.isCurrent ? null : words.text('superseded')), lines(words.text(row.isReportable ? 'reportable' : 'notReportable'), row.stateName),
      lines(lineOf(row.ruleSetName ?? row.ruleSet_code, row.rule && `(${row.rule})`), row.ruleText, row.paragraph), lines(row.awareOn && words.text('awareOn', { day: day(row.awareOn) }), row.dueOn && words.text('dueOn', { day: day(row.dueOn) })),
      lines(listOf(row.decidedBy, instant(row.decidedAt)), row.reason)
    ])
  )
  if (!reports.length) return [decided]
  return [decided, table(
    [{ label: words.text('report'), share: 2 }, { label: words.text('authority'), share: 3 }, { label: words.text('reportKind'), share: 3 }, { label: words.label('RegulatoryReports', 'status'), share: 2 },
      { label: words.label('RegulatoryReports', 'dueOn'), share: 2 }, { label: words.text('submitted'), share: 4 }],
    reports.map(report => [report.number, report.authorityName, report.kindName, report.statusName, day(report.dueOn), lines(instant(report.submittedAt), report.reference)]), words.text('section.reports')
  )]
}

function host({ head, hostRemarks }: NotificationContent, words: Words): Block[] {
  const { facts, factsOf, table } = piecesIn(words)
  return [
    facts(...factsOf(ENTITY, ['hostDocument', head.hostDocument], ['hostState', head.hostStateName])),
    ...(hostRemarks.length ? [table(
      [{ label: words.text('changedAt'), share: 3 }, { label: words.text('change'), share: 3 }, { label: words.text('item') }, { label: words.text('before'), share: 3 }, { label: words.text('after'), share: 3 }],
      hostRemarks.map(remark => [words.instant(remark.changedAt), remark.kindName, remark.item, remark.before, remark.after])
    )] : [])
  ]
}

