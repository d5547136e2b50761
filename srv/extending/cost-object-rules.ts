import type { CostFacts, CostObject } from '../finance/rules/determine'
import { demand, Registry } from './registry'

/** A rule that tables of criteria can't express: it says where a cost belongs, or leaves it to the next one. */
export interface RegisteredCostObjectRule {
  /** What the trace and errors call it. */
  code: string
  /** A text, or `{i18n>key}` of the installation's `_i18n/i18n*.properties`. */
  name: string
  /** Of several rules the one with the lowest number speaks first; 100 unless given. */
  priority?: number
  /** YYYY-MM-DD, both inclusive. */
  validFrom?: string
  validTo?: string
  /**
   * The cost object of a share of a cost, or nothing. Pure: rows are determined again whenever something about their order changes, and
   * the same facts have the same answer.
   */
  decide(facts: Readonly<CostFacts>): CostObject | undefined
}

const rules = new Registry<RegisteredCostObjectRule>('cost-object rule')
const DAY = /^\d{4}-\d\d-\d\d$/

/**
 * Adds a rule beside those that people keep as data. Registered rules are asked first; where all of them leave a cost alone, data decides.
 *
 * @throws for a code that is taken or missing, and for days that are none
 */
export function costObjectRule(rule: RegisteredCostObjectRule): void {
  const { code, name, priority = 100, validFrom, validTo, decide } = rule
  demand(typeof code === 'string' && code, 'A cost-object rule needs a code')
  demand(typeof name === 'string' && name, `The cost-object rule '${code}' needs a name`)
  demand(Number.isInteger(priority), `The priority of the cost-object rule '${code}' is a whole number`)
  for (const day of [validFrom, validTo]) demand(!day || DAY.test(day), `The cost-object rule '${code}' is valid on days (YYYY-MM-DD), '${day}' is none`)
  demand(typeof decide === 'function', `The cost-object rule '${code}' needs a function 'decide'`)
  rules.add(code, rule)
}

/** In the order in which they speak. */
export const registeredCostObjectRules = (): RegisteredCostObjectRule[] =>
  rules.values().sort((a, b) => (a.priority ?? 100) - (b.priority ?? 100) || (a.code < b.code ? -1 : 1))
