/** What must have been answered: input → answer or answers; `anyOf` is fulfilled by one of its parts. */
export type Conditions = { [input: string]: string | string[] | Conditions[] | undefined; anyOf?: Conditions[] }

/** A row of a rule set. `period` counts days or hours; null where the paragraph names no number. */
export interface Rule {
  rule: string
  position: number
  conditions: Conditions
  isReportable: boolean
  reportKind: string | null
  period: number | null
  dayKind: 'calendar' | 'work' | 'hours' | null
  startsWith: 'event' | 'finding' | null
  paragraph: string
}

/** A rule set with the days (YYYY-MM-DD) on which it holds, both included. */
export interface Validity {
  validFrom: string
  validTo: string | null
}

/** What the rules come to. */
export interface Finding {
  isReportable: boolean
  /** The rule that decides: the first one of the report that matters most, else the one that says that nothing is reported. */
  decisive: Rule
  /** For each kind of report that is owed the rules that ask for it, the first one first. */
  duties: Rule[][]
}

/** Answers by input: `yes`, `no`, `unknown`, or a code such as the role. */
export type Answers = Record<string, string | undefined>

/** The rule set that holds on the day of awareness; undefined before the first one. */
export const versionOn = <T extends Validity>(versions: T[], day: string): T | undefined =>
  versions.find(({ validFrom, validTo }) => validFrom <= day && (!validTo || day <= validTo))

/** Answers with every open one replaced by what it counts as. */
export function settled(answers: Answers, unknownCountsAs: Answers): Answers {
  const open = Object.entries(unknownCountsAs).filter(([input]) => !answers[input] || answers[input] === 'unknown')
  return { ...answers, ...Object.fromEntries(open) }
}

/**
 * Goes through the rules in their order. The first that holds decides; later ones count as well where they ask for a report of another kind, or set
 * the same one an earlier end. A rule that says "not reportable" ends the walk.
 *
 * @param answers settled ones: what is not answered fulfils no condition
 * @throws when no rule holds: a rule set ends with one that always does
 */
export function evaluate(rules: Rule[], answers: Answers): Finding {
  const duties = new Map<string, Rule[]>()
  for (const rule of [...rules].sort((a, b) => a.position - b.position)) {
    if (!holds(rule.conditions, answers)) continue
    if (!rule.isReportable) {
      const owed = [...duties.values()]
      return { isReportable: owed.length > 0, decisive: mostImportant(duties) ?? rule, duties: owed }
    }
    const kind = rule.reportKind ?? 'initial'
    duties.set(kind, [...(duties.get(kind) ?? []), rule])
  }
  throw new Error('No rule holds: the last one must have no conditions')
}

/** The report on the event itself goes before those on actions and trends. */
const mostImportant = (duties: Map<string, Rule[]>): Rule | undefined => (duties.get('initial') ?? [...duties.values()][0])?.[0]

function holds({ anyOf, ...conditions }: Conditions, answers: Answers): boolean {
  const each = Object.entries(conditions).every(([input, wanted]) => [wanted].flat().includes(answers[input] as never))
  return each && (!anyOf || anyOf.some(part => holds(part, answers)))
}
