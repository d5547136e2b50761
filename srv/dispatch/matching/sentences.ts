import cds from '@sap/cds'
import { textOf } from '../../words'
import type { Rejected } from './matching'
import type { NamedList, Tables } from './tables'

/** Which facts are codes, and of which list. */
const CODES: Record<string, NamedList> = { skill: 'SkillTags', certificate: 'CertificateKinds', tool: 'ToolKinds', kind: 'AbsenceKinds', area: 'ServiceAreas', areas: 'ServiceAreas' }

/** The failed rule as a sentence of the reader's language, from the key `rule.<rule>.<reason>`. */
export function sentenceOf({ rule, reason, facts }: Pick<Rejected, 'rule' | 'reason' | 'facts'>, tables: Tables): string {
  const locale = cds.context?.locale ?? 'en'
  const shown = (name: string) => (CODES[name] ? String(facts[name]).split(', ').map(code => tables.nameOf(CODES[name], code, locale)).join(', ') : String(facts[name]))
  return textOf(`rule.${rule}.${reason}`, Object.fromEntries(Object.keys(facts).map(name => [name, shown(name)]))) ?? `${rule}: ${reason}`
}
