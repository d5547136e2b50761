import type { Cell, ReportDocument } from './document'
import { lineOf, listOf, piecesIn } from './parts-of-documents'
import type { DraftContent } from './reading-draft'
import type { Words } from './words'

/** The authority's form with what is known, section by section; open fields that it asks for are marked. */
export function authorityDraft(content: DraftContent, words: Words): ReportDocument {
  const { head, fields } = content
  const { factsOf, facts, fact, table, signatures } = piecesIn(words)
  const { day, instant } = words
  const isDraft = head.status_code === 'Draft'
  const rows = new Map<string, Cell[][]>()
  for (const { field, label, section, value, valueName, isRequired } of fields) {
    const title = section ?? words.text('section.fields')
    const answer = valueName ?? value ?? (isRequired ? { text: words.text('missing'), tone: 'bad' as const } : null)
    rows.set(title, [...(rows.get(title) ?? []), [field, label, answer]])
  }
  return {
    kind: 'authorityDraft', language: words.locale, title: words.text('title.authorityDraft'), subject: `${head.authorityName} · ${head.kindName}`, objectNumber: head.number, state: head.statusName,
    ...(isDraft && { watermark: words.text('draft') }),
    facts: factsOf('RegulatoryReports', ['authority', head.authorityName], ['kind', head.kindName], ['status', head.statusName], ['notification', lineOf(head.notificationNumber, head.shortText)],
      ['awareAt', instant(head.awareAt)], ['dueOn', lineOf(day(head.dueOn), head.timeZone && `(${head.timeZone})`)], ['paragraph', head.paragraph], ['follows', head.followsNumber]),
    sections: [
      ...[...rows].map(([title, answers]) => ({
        title, blocks: [table([{ label: words.text('field') }, { label: words.text('question'), share: 4 }, { label: words.text('answer'), share: 6 }], answers)]
      })),
      { title: words.text('section.decision'), blocks: [facts(
        fact(words.text('ruleSet'), head.ruleSetName), fact(words.text('paragraph'), head.decisionParagraph), fact(words.text('decidedBy'), listOf(head.decidedBy, instant(head.decidedAt)))
      )] },
      ...(head.submittedAt ? [{ title: words.text('section.submission'), blocks: [facts(...factsOf('RegulatoryReports', ['submittedAt', instant(head.submittedAt)], ['submittedBy', head.submittedBy], ['reference', head.reference], ['isLate', words.flag(head.isLate)]))] }] : [])
    ],
    signatures: signatures(content.signatures)
  }
}
