import { capaParts, cycleSection } from './capa-parts'
import type { ReportDocument } from './document'
import { lineOf, listOf, piecesIn } from './parts-of-documents'
import type { CapaContent } from './reading-capa'
import type { Words } from './words'

/** The whole case: every round with its causes, actions and checks, and its history. */
export function capaReport(content: CapaContent, words: Words): ReportDocument {
  const { head } = content
  const { factsOf, facts, text, table, items, signatures, attachments } = piecesIn(words)
  const { day, instant } = words
  const parts = capaParts(content, words)
  return {
    kind: 'CAPA', language: words.locale, title: words.text('title.CAPA'), subject: head.title, objectNumber: head.number, state: head.phaseName,
    facts: factsOf('CapaCases', ['phase', head.phaseName], ['cycle', head.cycle], ['owner', head.owner], ['approver', head.approver], ['dueDate', day(head.dueDate)], ['createdAt', instant(head.createdAt)],
      ['model', head.model], ['part', lineOf(head.partNumber, head.partName)]),
    sections: [
      { title: words.text('section.problem'), blocks: [text(head.problem)] },
      { title: words.text('section.notifications'), blocks: [parts.notifications(), ...(content.items.length ? [items(content.items, true)] : [])] },
      { title: words.text('section.containment'), blocks: [text(head.containment)] },
      { title: words.text('section.risk'), blocks: [parts.risk(head)] },
      ...(content.cycles.length ? content.cycles : [{ cycle: head.cycle }]).map(cycle => cycleSection(content, cycle, words)),
      ...(content.extensions.length ? [{ title: words.text('section.extensions'), blocks: [table(
        [{ label: words.text('from'), share: 2 }, { label: words.text('to'), share: 2 }, { label: words.text('reason'), share: 4 }, { label: words.text('requestedBy'), share: 3 }, { label: words.text('decision'), share: 4 }],
        content.extensions.map(row => [day(row.fromDate), day(row.toDate), row.reason, listOf(row.requestedBy, instant(row.requestedAt)), listOf(row.stateName, row.decidedBy, instant(row.decidedAt))])
      )] }] : []),
      ...(head.closedAt || head.cancelReason ? [{ title: words.text('section.closing'), blocks: [
        facts(...factsOf('CapaCases', ['closedAt', instant(head.closedAt)], ['closedBy', head.closedBy], ['cancelReason', head.cancelReason]).filter(({ value }) => value))
      ] }] : []),
      ...(content.attachments.length ? [{ title: words.text('section.attachments'), blocks: [attachments(content.attachments)] }] : []),
      { title: words.text('section.history'), blocks: [table(
        [{ label: words.text('position') }, { label: words.text('at'), share: 3 }, { label: words.text('by'), share: 2 }, { label: words.text('event'), share: 3 }, { label: words.text('phase'), share: 2 }, { label: words.text('text'), share: 4 }],
        content.events.map(event => [String(event.sequence ?? ''), instant(event.at), event.userId, event.typeName, event.toPhaseName, event.text])
      )] }
    ],
    signatures: signatures(content.signatures)
  }
}
