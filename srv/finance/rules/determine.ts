import type { RegisteredCostObjectRule } from '../../extending/cost-object-rules'
import type { ActivityRate } from './activity-rates'
import { judge, type Judged, type Rule } from './fitting'
import type { ClosedPeriods } from './posting-periods'

/** By what rules tell costs apart; codes are as stored. */
export interface CostCriteria {
  /** Of a cost: given, or that of the plant, or the default one. */
  companyCode?: string | null
  plant?: string | null
  orderType?: string | null
  warrantyStatus?: string | null
  /** Of a cost: what stands on the item. */
  accountingIndicator?: string | null
  costType?: string | null
  model?: string | null
  serviceContract?: string | null
}

/** What is known of a cost. Everything but the day may be missing. */
export interface CostFacts extends CostCriteria {
  /** YYYY-MM-DD */
  performedOn: string
  /** What rules without a number take. */
  serviceOrder?: string | null
  serviceOrderItem?: string | null
  internalOrder?: string | null
  costCenter?: string | null
  wbsElement?: string | null
}

export interface CompanyCode {
  code: string
  name: string | null
  country: string | null
  currency: string
  fiscalYearVariant: string
}

export type CostObjectKind = 'serviceItem' | 'order' | 'costCenter' | 'wbsElement'

export interface CostObjectRule extends Rule, CostCriteria {
  costObjectKind: CostObjectKind
  costObject?: string | null
}

export interface AccountRule extends Rule, Pick<CostCriteria, 'companyCode' | 'costType' | 'accountingIndicator' | 'orderType'> {
  glAccount: string
  hostAccount?: string | null
  offsetAccount: string
  taxCode?: string | null
}

export interface CoverageRule extends Rule, Omit<CostCriteria, 'plant' | 'warrantyStatus'> {
  name: string
  shares: { accountingIndicator: string; percent: string }[]
}

/** Everything that decides where a cost belongs, as `loadRules` reads it. */
export interface Rules {
  companyCodes: ReadonlyMap<string, CompanyCode>
  /** Plant → company code. */
  plants: ReadonlyMap<string, string>
  defaultCompanyCode?: string
  costObjectRules: readonly CostObjectRule[]
  /** Those of the installation, in the order in which they speak: before all that are data. */
  registeredRules?: readonly RegisteredCostObjectRule[]
  accountRules: readonly AccountRule[]
  coverageRules: readonly CoverageRule[]
  activityRates: readonly ActivityRate[]
  closedPeriods: ClosedPeriods
  /** Decimals of currencies that are not 2. */
  minorUnits: ReadonlyMap<string, number>
}

export interface CostObject {
  kind: CostObjectKind
  costCenter?: string
  internalOrder?: string
  wbsElement?: string
  serviceOrder?: string
  serviceOrderItem?: string
}

export type Missing = 'MISSING_COMPANY_CODE' | 'MISSING_COVERAGE' | 'MISSING_COST_OBJECT' | 'MISSING_ACCOUNT'

/** Who bears a part of the cost, where, and on which accounts. */
export interface CostShare {
  /** 1, 2 … */
  share: number
  accountingIndicator: string
  /** Decimal string; all shares are together 100. */
  percent: string
  costObject?: CostObject
  costObjectRule?: string
  glAccount?: string
  hostAccount?: string
  offsetAccount?: string
  taxCode?: string
  accountRule?: string
  coverageRule?: string
  missing: Missing[]
}

export interface RuleTrace {
  kind: 'coverage' | 'costObject' | 'account'
  /** The share whose rules these are; none for coverage. */
  share?: number
  judged: Judged<CostObjectRule | AccountRule | CoverageRule>[]
  /** What the installation's own rules said, in their order. */
  registered?: { name: string; costObject?: CostObject; isHit: boolean }[]
}

export interface CostDetermination {
  companyCode?: CompanyCode
  /** At least one. */
  shares: CostShare[]
  /** Of the whole and of all shares, each once. */
  missing: Missing[]
  trace: RuleTrace[]
}

const COVERAGE_CRITERIA = ['accountingIndicator', 'serviceContract', 'model', 'orderType', 'costType', 'companyCode'] as const
const COST_OBJECT_CRITERIA = ['companyCode', 'plant', 'orderType', 'warrantyStatus', 'accountingIndicator', 'costType', 'model', 'serviceContract'] as const
const ACCOUNT_CRITERIA = ['companyCode', 'costType', 'accountingIndicator', 'orderType'] as const

export const minorUnitOf = ({ minorUnits }: Pick<Rules, 'minorUnits'>, currency: string): number => minorUnits.get(currency) ?? 2

/** The company code of a cost: the given one, that of its plant, or the default one. */
export function companyCodeOf({ companyCode, plant }: Pick<CostFacts, 'companyCode' | 'plant'>, rules: Rules): CompanyCode | undefined {
  const code = companyCode || (plant && rules.plants.get(plant)) || rules.defaultCompanyCode
  return code ? rules.companyCodes.get(code) : undefined
}

/**
 * Who bears a cost, on which cost object and accounts, and which rules say so.
 * First the coverage shares it, then each share finds its cost object and its accounts with its own indicator.
 */
export function determineCost(facts: CostFacts, rules: Rules): CostDetermination {
  const companyCode = companyCodeOf(facts, rules)
  const known = { ...facts, companyCode: companyCode?.code }
  const coverage = judge(rules.coverageRules, COVERAGE_CRITERIA, known, facts.performedOn)
  const covered = hit(coverage)
  const borne = covered?.shares ?? [{ accountingIndicator: facts.accountingIndicator ?? '', percent: '100' }]
  const trace: RuleTrace[] = [{ kind: 'coverage', judged: coverage }]
  const shares = borne.map(({ accountingIndicator, percent }, i) => {
    const share = { ...known, accountingIndicator }
    const objects = judge(rules.costObjectRules, COST_OBJECT_CRITERIA, share, facts.performedOn)
    const accounts = judge(rules.accountRules, ACCOUNT_CRITERIA, share, facts.performedOn)
    const registered = askRegistered(rules.registeredRules ?? [], share)
    const own = registered.find(({ isHit }) => isHit)?.costObject
    trace.push({ kind: 'costObject', share: i + 1, judged: own ? behindRegistered(objects) : objects, ...(registered.length && { registered }) }, { kind: 'account', share: i + 1, judged: accounts })
    const base = { share: i + 1, accountingIndicator, percent: String(percent), ...(covered && { coverageRule: covered.ID }) }
    return describe(base, own ?? hit(objects), hit(accounts), facts)
  })
  const missing = [...(companyCode ? [] : ['MISSING_COMPANY_CODE' as const]), ...shares.flatMap(share => share.missing)]
  return { ...(companyCode && { companyCode }), shares, missing: [...new Set(missing)], trace }
}

/** The first one that says something decides. */
function askRegistered(rules: readonly RegisteredCostObjectRule[], share: CostFacts): NonNullable<RuleTrace['registered']> {
  let isDecided = false
  return rules.filter(({ validFrom, validTo }) => (!validFrom || validFrom <= share.performedOn) && (!validTo || share.performedOn <= validTo)).map(({ name, decide }) => {
    const costObject = decide(share), isHit = Boolean(costObject) && !isDecided
    isDecided ||= isHit
    return { name, isHit, ...(costObject && { costObject }) }
  })
}

const behindRegistered = <R extends Rule>(judged: Judged<R>[]): Judged<R>[] =>
  judged.map(each => (each.isHit ? { ...each, isHit: false, why: { code: 'REGISTERED_RULE' } } : each))

const hit = <R extends Rule>(judged: Judged<R>[]): R | undefined => judged.find(({ isHit }) => isHit)?.rule

function describe(share: Pick<CostShare, 'share' | 'accountingIndicator' | 'percent' | 'coverageRule'>, object: CostObjectRule | CostObject | undefined, account: AccountRule | undefined, facts: CostFacts): CostShare {
  const rule = object && 'ID' in object ? object : undefined
  const costObject = rule ? costObjectOf(rule, facts) : (object as CostObject | undefined)
  const missing: Missing[] = [
    ...(share.accountingIndicator ? [] : ['MISSING_COVERAGE' as const]), ...(costObject ? [] : ['MISSING_COST_OBJECT' as const]), ...(account ? [] : ['MISSING_ACCOUNT' as const])
  ]
  return {
    ...share, missing, ...(costObject && { costObject }), ...(rule && { costObjectRule: rule.ID }),
    ...(account && {
      accountRule: account.ID, glAccount: account.glAccount, offsetAccount: account.offsetAccount,
      ...(account.hostAccount && { hostAccount: account.hostAccount }), ...(account.taxCode && { taxCode: account.taxCode })
    })
  }
}

/** The rule's own number, or what the order brings along. */
function costObjectOf({ costObjectKind: kind, costObject }: CostObjectRule, facts: CostFacts): CostObject | undefined {
  if (kind === 'serviceItem') {
    const [serviceOrder, serviceOrderItem] = costObject ? costObject.split('/') : [facts.serviceOrder, facts.serviceOrderItem]
    return serviceOrder ? { kind, serviceOrder, serviceOrderItem: serviceOrderItem || '10' } : undefined
  }
  const field = ({ order: 'internalOrder', costCenter: 'costCenter', wbsElement: 'wbsElement' } as const)[kind]
  const number = costObject || facts[field]
  return number ? { kind, [field]: number } : undefined
}
