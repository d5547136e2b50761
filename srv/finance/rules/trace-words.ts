import cds from '@sap/cds'
import { entities } from '../../entities'
import { nameIn } from '../../extending/names'
import { textOf } from '../../words'
import type { AccountRule, CostObjectRule, CoverageRule, RuleTrace } from './determine'
import type { Judged, WhyNot } from './fitting'

/** A rule and what it says to a cost, as people read it. */
export interface TraceInWords {
  rule_ID?: string
  kind: string
  kindName: string
  share?: number
  text: string
  reason: string
  fits: boolean
  isHit: boolean
  specificity?: number
}

/** Names of codes and of criteria in the reader's language. */
export interface Names {
  of(criterion: string, code: string): string
  criterion(name: string): string
}

const LISTS: Record<string, string> = {
  orderType: 'OrderTypes', warrantyStatus: 'WarrantyStatuses', accountingIndicator: 'AccountingIndicators', costType: 'CostTypes', costObjectKind: 'CostObjectKinds'
}
const CRITERIA = ['companyCode', 'plant', 'orderType', 'warrantyStatus', 'accountingIndicator', 'costType', 'model', 'serviceContract'] as const

export async function namesForRules(): Promise<Names> {
  const known = new Map<string, string>()
  for (const [criterion, list] of Object.entries(LISTS)) {
    const rows = await SELECT.localized.from(entities()[list]).columns('code', 'name') as { code: string; name: string | null }[]
    for (const { code, name } of rows) if (name) known.set(`${criterion} ${code}`, name)
  }
  return {
    of: (criterion, code) => known.get(`${criterion} ${code}`) ?? code,
    criterion: name => (cds.i18n.labels.at(name, cds.context?.locale) as string | undefined) ?? name
  }
}

export const traceInWords = (traces: readonly RuleTrace[], names: Names): TraceInWords[] =>
  traces.flatMap(({ kind, share, judged, registered = [] }) => [...registered.map(each => registeredInWords(each, share, names)), ...judgedInWords(kind, share, judged, names)])

const judgedInWords = (kind: RuleTrace['kind'], share: number | undefined, judged: RuleTrace['judged'], names: Names): TraceInWords[] => judged.map(each => ({
  rule_ID: each.rule.ID, kind, kindName: textOf(`costRule.${kind}`)!, share, text: textOf('costRule.text', { criteria: criteriaOf(each, names), result: resultOf(each, names) })!,
  reason: reasonOf(each, names), fits: each.fits, isHit: each.isHit, specificity: each.specificity
}))

const NUMBERS = ['costCenter', 'internalOrder', 'wbsElement', 'serviceOrder', 'serviceOrderItem'] as const

function registeredInWords({ name, costObject, isHit }: NonNullable<RuleTrace['registered']>[number], share: number | undefined, names: Names): TraceInWords {
  const number = costObject && NUMBERS.map(field => costObject[field]).filter(Boolean).join('/')
  const result = costObject ? `${names.of('costObjectKind', costObject.kind)} ${number}` : '–'
  return {
    kind: 'costObject', kindName: textOf('costRule.costObject')!, share, text: textOf('costRule.text', { criteria: nameIn(name, cds.context?.locale ?? 'en'), result })!,
    reason: textOf(isHit ? 'costRule.hit' : costObject ? 'costRule.REGISTERED_RULE' : 'costRule.silent')!, fits: Boolean(costObject), isHit
  }
}

type AnyRule = CostObjectRule | AccountRule | CoverageRule

function criteriaOf({ rule }: Judged<AnyRule>, names: Names): string {
  const values = rule as unknown as Record<string, string | null>
  const named = CRITERIA.filter(name => values[name]).map(name => `${names.criterion(name)} ${names.of(name, values[name]!)}`)
  return named.length ? named.join(', ') : textOf('costRule.everything')!
}

function resultOf({ rule }: Judged<AnyRule>, names: Names): string {
  if ('shares' in rule) return rule.shares.map(({ accountingIndicator, percent }) => `${Number(percent)} % ${names.of('accountingIndicator', accountingIndicator)}`).join(' + ')
  if ('glAccount' in rule) return [rule.glAccount, rule.hostAccount, rule.offsetAccount].filter(Boolean).join(' / ')
  return `${names.of('costObjectKind', rule.costObjectKind)} ${rule.costObject ?? textOf('costRule.ofOrder')}`
}

function reasonOf({ why, isHit }: Judged<AnyRule>, names: Names): string {
  if (isHit || !why) return textOf('costRule.hit')!
  if (why.code !== 'DIFFERS') return textOf(`costRule.${why.code}`, why as unknown as Record<string, unknown>)!
  return textOf(why.actual ? 'costRule.DIFFERS' : 'costRule.UNKNOWN', differing(why, names))!
}

const differing = ({ criterion, expected, actual }: Extract<WhyNot, { code: 'DIFFERS' }>, names: Names) =>
  ({ criterion: names.criterion(criterion), expected: names.of(criterion, expected), actual: actual && names.of(criterion, actual) })
