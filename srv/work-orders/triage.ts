/**
 * Turns the words of a symptom into a fault category, and category, equipment and patient
 * into a priority. The rules are data; these functions only apply them.
 */

export interface FaultRule {
  keyword: string
  faultCategory_code?: string | null
  patientImpact_code?: string | null
  weight?: number | null
}

export interface Finding {
  faultCategory_code: string | null
  patientImpact_code: string
}

export interface PriorityRule {
  urgency_code: string
  importance_code: string
  patientImpact_code: string
  priority_code: string
}

const IMPACT_RANK: Record<string, number> = { none: 0, possible: 1, harm: 2 }
const CJK = /[\u3400-\u9fff]/

/**
 * Finds the fault category with the highest total weight of matching keywords (ties: the longer keyword)
 * and the worst patient impact that any matching rule names.
 *
 * Latin keywords match at word beginnings, so that "leak" finds "leaking" but "arm" not "alarm";
 * Chinese keywords match anywhere, as the script has no word boundaries.
 */
export function categorize(symptom: string, rules: FaultRule[]): Finding {
  const text = normalize(symptom)
  const scores = new Map<string, { weight: number; longest: number }>()
  let impact = 'none'
  for (const rule of rules) {
    if (!matches(text, normalize(rule.keyword))) continue
    if (rank(rule.patientImpact_code) > rank(impact)) impact = rule.patientImpact_code as string
    if (!rule.faultCategory_code) continue
    const score = scores.get(rule.faultCategory_code) ?? { weight: 0, longest: 0 }
    score.weight += rule.weight ?? 1
    score.longest = Math.max(score.longest, rule.keyword.length)
    scores.set(rule.faultCategory_code, score)
  }
  const [best] = [...scores].sort(
    ([codeA, a], [codeB, b]) => b.weight - a.weight || b.longest - a.longest || codeA.localeCompare(codeB)
  )
  return { faultCategory_code: best?.[0] ?? null, patientImpact_code: impact }
}

/** The priority of the rule that fits all three values; undefined where no rule does. */
export function priorityOf(
  urgency: string,
  importance: string,
  patientImpact: string,
  rules: PriorityRule[]
): string | undefined {
  return rules.find(
    r => r.urgency_code === urgency && r.importance_code === importance && r.patientImpact_code === patientImpact
  )?.priority_code
}

/**
 * A text without what says who called. The title of an order is for all who see the order, its symptom is not.
 *
 * @param contact name, mail and phone as given beside the text; of a name of several words also the last
 */
export function withoutContact(text: string, contact: readonly (string | null | undefined)[]): string {
  const known = contact.flatMap(each => (each ? [each.trim(), each.trim().split(/\s+/).at(-1)!] : [])).filter(each => each.length > 2 || CJK.test(each) && each.length > 1)
  const words = [...new Set(known)].sort((a, b) => b.length - a.length).map(each => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return words.length ? text.replace(new RegExp(words.map(word => (CJK.test(word) ? word : `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`)).join('|'), 'giu'), '…') : text
}

/** The first line of a symptom, cut between words so that it fits a title of `max` characters. */
export function shortTextOf(symptom: string, max = 80): string {
  const line = symptom.trim().split(/\r?\n/)[0].trim()
  if (line.length <= max) return line
  const space = line.lastIndexOf(' ', max - 1)
  return `${line.slice(0, space > max / 2 ? space : max - 1).trimEnd()}…`
}

const rank = (impact?: string | null) => IMPACT_RANK[impact ?? 'none'] ?? 0

const normalize = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[’‘`´]/g, "'").replace(/\s+/g, ' ').trim()

function matches(text: string, keyword: string): boolean {
  if (!keyword) return false
  if (CJK.test(keyword)) return text.includes(keyword)
  for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true
  }
  return false
}
