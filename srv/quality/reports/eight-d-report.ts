import { capaParts } from './capa-parts'
import type { ReportDocument } from './document'
import { lineOf, lines, listOf, piecesIn } from './parts-of-documents'
import type { CapaContent } from './reading-capa'
import type { Words } from './words'

/** The eight disciplines as automotive and device suppliers exchange them, D0 to D8, of the round that counts: the last one. Earlier ones are told in short. */
export function eightDReport(content: CapaContent, words: Words): ReportDocument {
  const { head } = content
  const { facts, fact, factsOf, text, table, items, signatures } = piecesIn(words)
  const { day, instant } = words
  const parts = capaParts(content, words)
  const cycle = head.cycle as number
  const now = content.cycles.find(each => each.cycle === cycle) ?? {}
  const earlier = content.cycles.filter(each => each.cycle < cycle)
  const title = (step: number) => ({ title: words.text(`8D.D${step}`) })
  return {
    kind: '8D', language: words.locale, title: words.text('title.8D'), subject: head.title, objectNumber: head.number, state: head.phaseName,
    facts: factsOf('CapaCases', ['phase', head.phaseName], ['cycle', cycle], ['owner', head.owner], ['dueDate', day(head.dueDate)], ['model', head.model], ['part', lineOf(head.partNumber, head.partName)]),
    sections: [
      { ...title(0), blocks: [parts.risk(head,
        fact(words.text('openedOn'), instant(head.createdAt)), fact(words.text('openedBy'), head.createdBy), fact(words.text('occasions'), content.notifications.map(({ number }) => number).join(', ')),
        fact(words.text('customers'), [...new Set(content.notifications.flatMap(({ customerName }) => customerName ?? []))].join('\n'))
      )] },
      { ...title(1), blocks: [table([{ label: words.text('person'), share: 3 }, { label: words.text('role'), share: 5 }], team(content, words))] },
      { ...title(2), blocks: [text(head.problem), parts.notifications(), ...(content.items.length ? [items(content.items, true)] : [])] },
      { ...title(3), blocks: [text(head.containment), parts.actions(['containment', 'correction'], cycle)] },
      { ...title(4), blocks: [parts.causes(cycle), text(now.rootCause ?? head.rootCause, words.text('rootCause'))] },
      { ...title(5), blocks: [parts.actions(['corrective'], cycle), text(now.verification ?? head.verification, words.label('CapaCases', 'verification'))] },
      { ...title(6), blocks: [
        facts(fact(words.text('verifiedBy'), listOf(now.verifiedBy, instant(now.verifiedAt))), fact(words.text('implementedBy'), listOf(now.implementedBy, instant(now.implementedAt ?? head.implementedAt)))), ...parts.check(cycle)
      ] },
      { ...title(7), blocks: [parts.actions(['preventive'], cycle)] },
      { ...title(8), blocks: [
        facts(fact(words.label('CapaCases', 'closedAt'), instant(head.closedAt)), fact(words.label('CapaCases', 'closedBy'), head.closedBy)),
        ...(earlier.length ? [table(
          [{ label: words.text('cycle') }, { label: words.text('rootCause'), share: 5 }, { label: words.text('result'), share: 3 }, { label: words.text('endedAt'), share: 3 }],
          earlier.map(each => [String(each.cycle), each.rootCause, { text: words.text(each.passed ? 'checkPassed' : 'checkFailed'), tone: each.passed ? 'good' as const : 'bad' as const }, instant(each.endedAt)]),
          words.text('section.earlierCycles')
        )] : [])
      ] }
    ],
    signatures: signatures(content.signatures)
  }
}

/** Owner, approver, and whoever has an action. */
function team({ head, actions, participants }: CapaContent, words: Words): (string | null)[][] {
  const roles = new Map<string, Set<string>>()
  const add = (person: string | null | undefined, role: string) => { if (person) roles.set(person, (roles.get(person) ?? new Set()).add(role)) }
  add(head.owner, words.text('role.owner'))
  add(head.approver, words.text('role.approver'))
  for (const action of actions) {
    add(action.owner, words.text('role.action', { kind: action.kindName }))
    add(action.completedBy, words.text('role.implementer'))
  }
  for (const { userId, role } of participants) add(userId, words.text(`role.${role}`))
  return [...roles].map(([person, held]) => [person, lines(...held)])
}
