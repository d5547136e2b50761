import type { Block, Fact, Section, TreeNode } from './document'
import { lineOf, lines, listOf, piecesIn } from './parts-of-documents'
import type { CapaContent } from './reading-capa'
import type { Words } from './words'

type Row = Record<string, any>

/** Blocks that the 8D report and the CAPA report both have. */
export function capaParts(content: CapaContent, words: Words) {
  const { facts, fact, table, text } = piecesIn(words)
  const { day, instant, quantity } = words
  const label = (element: string) => words.label('CapaCases', element)

  const risk = (row: Row, ...before: Fact[]): Block => facts(
    ...before,
    fact(label('riskMethod'), row.riskMethodName), fact(label('severity'), row.severity), fact(label('occurrence'), row.occurrence), fact(label('detection'), row.detection),
    fact(label('riskNumber'), row.riskNumber), fact(label('riskLevel'), row.riskLevelName)
  )

  const notifications = (): Block => table(
    [{ label: words.text('number'), share: 2 }, { label: words.text('shortText'), share: 5 }, { label: words.text('device'), share: 4 }, { label: words.text('customer'), share: 4 }, { label: words.text('reportedOn'), share: 2.6 }],
    content.notifications.map(row => [
      lines(row.number, row.statusName), lines(row.shortText, row.typeName), lines(row.model, row.serialNumber, lineOf(row.partNumber, row.batch)), row.customerName, day(row.eventDate ?? row.reportedOn)
    ])
  )

  const actions = (kinds: string[], cycle?: number, title?: string): Block => table(
    [{ label: words.text('action'), share: 6 }, { label: words.text('owner'), share: 2 }, { label: words.text('dueOnLabel'), share: 2.5 }, { label: words.text('status'), share: 2 }, { label: words.text('result'), share: 5 }],
    content.actions.filter(row => kinds.includes(row.kind_code) && (cycle === undefined || row.cycle === cycle)).map(row => [
      lines(kinds.length > 1 ? `${row.kindName} ${row.position ?? ''}`.trim() : null, row.text), row.owner, day(row.dueDate), row.statusName,
      lines(row.result, row.completedAt && listOf(row.completedBy, instant(row.completedAt)))
    ]), title
  )

  const causes = (cycle: number): Block => ({ kind: 'tree', nodes: nodesOf(content.causes.filter(cause => cause.cycle === cycle), words), empty: words.text('noCauses') })

  const check = (cycle: number): Block[] => content.checks.filter(row => row.cycle === cycle).flatMap(row => {
    const failures = content.failures.filter(failure => failure.check_ID === row.ID)
    const of = (element: string) => words.label('EffectivenessChecks', element)
    return [
      text(row.criterion, of('criterion')),
      facts(
        fact(of('measure'), row.measureName), fact(of('limit'), quantity(row.limit)), fact(of('sample'), quantity(row.sample)), fact(of('windowDays'), quantity(row.windowDays)), fact(of('dataSource'), row.dataSource),
        fact(of('frozenAt'), instant(row.frozenAt)), fact(words.text('window'), lineOf(day(row.windowStart), row.windowStart && '–', day(row.windowEnd))), fact(of('measured'), quantity(row.measured)),
        fact(of('sampleSeen'), quantity(row.sampleSeen)), fact(of('measuredAt'), instant(row.measuredAt)), fact(of('decidedBy'), row.decidedBy), fact(of('decidedAt'), instant(row.decidedAt))
      ),
      ...(row.evidence ? [text(row.evidence, of('evidence'))] : []),
      ...(failures.length ? [table(
        [{ label: words.text('happenedOn'), share: 2 }, { label: words.text('notification'), share: 2 }, { label: words.text('workOrder'), share: 2 }, { label: words.text('matchedBy'), share: 4 }],
        failures.map(failure => [day(failure.happenedOn), failure.notificationNumber, failure.workOrderNumber, failure.matchedByName]), words.text('countedFailures')
      )] : []),
      verdict(row.passed, words)
    ]
  })

  return { risk, notifications, actions, causes, check }
}

const verdict = (passed: boolean | number | null, words: Words): Block => passed === null || passed === undefined
  ? { kind: 'notice', tone: 'neutral', text: words.text('checkOpen') }
  : passed ? { kind: 'notice', tone: 'good', text: words.text('checkPassed') } : { kind: 'notice', tone: 'bad', text: words.text('checkFailed') }

/** Each answer under the answer before it, in the order of their positions. Answers whose parent is gone stand at the top. */
export function nodesOf(causes: Row[], words: Words, parent: string | null = null, depth = 0): TreeNode[] {
  const known = new Set(causes.map(({ ID }) => ID))
  const below = causes.filter(cause => (parent === null ? !cause.parent_ID || !known.has(cause.parent_ID) : cause.parent_ID === parent))
  return below.sort((a, b) => (a.position ?? 0) - (b.position ?? 0)).flatMap(cause => [
    {
      depth, text: cause.answer ?? '', evidence: cause.evidence ?? null, isRootCause: Boolean(cause.isRootCause), isRuledOut: Boolean(cause.isRuledOut),
      marks: [cause.branchName, cause.isRootCause && words.text('rootCause'), cause.isRuledOut && words.text('ruledOut')].filter(Boolean) as string[]
    },
    ...nodesOf(causes, words, cause.ID, depth + 1)
  ])
}

/** What a round came to, in one section. */
export function cycleSection(content: CapaContent, cycle: Row, words: Words): Section {
  const { text, facts, fact } = piecesIn(words)
  const parts = capaParts(content, words)
  const number = cycle.cycle as number
  return {
    title: words.text('section.cycle', { cycle: number }), blocks: [
      parts.risk(cycle, fact(words.text('startedAt'), words.instant(cycle.startedAt)), fact(words.text('endedAt'), words.instant(cycle.endedAt))),
      parts.causes(number), text(cycle.rootCause, words.text('rootCause')), parts.actions(['containment', 'correction', 'corrective', 'preventive'], number, words.text('section.actions')),
      text(cycle.verification, words.label('CapaCases', 'verification')),
      facts(fact(words.text('verifiedBy'), listOf(cycle.verifiedBy, words.instant(cycle.verifiedAt))), fact(words.text('implementedBy'), listOf(cycle.implementedBy, words.instant(cycle.implementedAt)))),
      ...parts.check(number)
    ]
  }
}
