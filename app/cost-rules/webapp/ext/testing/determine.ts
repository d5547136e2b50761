import DateFormat from 'sap/ui/core/format/DateFormat'
import NumberFormat from 'sap/ui/core/format/NumberFormat'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from 'aftersales/forms/call'
import type { Text } from 'aftersales/forms/texts'

/** What is asked: an order, values, or both; values count more than the order's. */
export interface Question {
  workOrder_ID?: string
  companyCode?: string
  costType_code?: string
  accountingIndicator_code?: string
  orderType_code?: string
  warrantyStatus_code?: string
  model?: string
  serviceContract?: string
  costCenter?: string
  activityType?: string
  performedOn?: string
  amount?: string
  currency_code?: string
}

interface Share {
  share: number
  accountingIndicator: string | null
  accountingIndicatorName: string | null
  percent: string
  amount: string | null
  companyCodeAmount: string | null
  costObjectKindName: string | null
  costObject: string | null
  glAccount: string | null
  hostAccount: string | null
  offsetAccount: string | null
  taxCode: string | null
}

interface Trace { kind: string; kindName: string | null; share: number | null; text: string; reason: string | null; fits: boolean; isHit: boolean }

interface Determination {
  companyCode: string | null
  companyCodeName: string | null
  currency: string | null
  companyCodeCurrency: string | null
  fiscalYear: number | null
  fiscalPeriod: number | null
  isPeriodOpen: boolean | null
  exchangeRate: string | null
  exchangeRateDate: string | null
  activityRate: string | null
  activityRateUnit: string | null
  activityRateCurrency: string | null
  shares: Share[]
  rules: Trace[]
  missing: string[]
}

/** The answer in words. */
export interface Answer {
  missing: string
  isComplete: boolean
  facts: { title: string; text: string; state: 'None' | 'Error' }[]
  shares: { bearer: string; percent: string; amount: string; costObject: string; account: string; hostAccount: string; offsetAccount: string; taxCode: string }[]
  rules: { order: number; group: string; text: string; outcome: string; state: 'Success' | 'None'; isHit: boolean }[]
}

/** @throws a refusal of the service */
export async function determine(model: ODataModel, question: Question, text: Text, reasons: Map<string, string>): Promise<Answer> {
  const asked = Object.fromEntries(Object.entries(question).filter(([, value]) => value))
  const answer = await call<Determination>(model, 'determine', asked)
  return {
    missing: answer.missing.length ? text('testing.missing', answer.missing.map(code => reasons.get(code) ?? code).join(', ')) : '',
    isComplete: !answer.missing.length, facts: factsOf(answer, text), shares: answer.shares.map(share => shareOf(share, answer)), rules: rulesOf(answer.rules, text)
  }
}

function factsOf(answer: Determination, text: Text): Answer['facts'] {
  const { companyCode, companyCodeName, fiscalYear, fiscalPeriod, isPeriodOpen, activityRate, activityRateUnit, activityRateCurrency, exchangeRate, exchangeRateDate } = answer
  const fact = (title: string, value: string, state: 'None' | 'Error' = 'None') => ({ title: text(title), text: value, state })
  return [
    ...companyCode ? [fact('testing.company', [companyCode, companyCodeName].filter(Boolean).join(' '))] : [],
    ...fiscalPeriod ? [fact('testing.period', `${fiscalPeriod}/${fiscalYear} (${text(isPeriodOpen === false ? 'testing.closed' : 'testing.open')})`, isPeriodOpen === false ? 'Error' : 'None')] : [],
    ...activityRate ? [fact('testing.activityRate', `${money(activityRate, activityRateCurrency)}${activityRateUnit ? ` / ${activityRateUnit}` : ''}`)] : [],
    ...exchangeRate && answer.currency !== answer.companyCodeCurrency
      ? [fact('testing.exchangeRate', text('testing.since', `1 ${answer.currency} = ${number(exchangeRate)} ${answer.companyCodeCurrency}`, exchangeRateDate ? day(exchangeRateDate) : ''))] : []
  ]
}

function shareOf(share: Share, { currency, companyCodeCurrency }: Determination): Answer['shares'][number] {
  const amounts = [[share.amount, currency], ...currency === companyCodeCurrency ? [] : [[share.companyCodeAmount, companyCodeCurrency]]]
  return {
    bearer: share.accountingIndicatorName ?? share.accountingIndicator ?? '', percent: `${number(share.percent)} %`,
    amount: amounts.filter(([amount]) => amount !== null && amount !== undefined).map(([amount, of]) => money(amount!, of)).join(' = '),
    costObject: [share.costObjectKindName, share.costObject].filter(Boolean).join(' '),
    account: share.glAccount ?? '', hostAccount: share.hostAccount ?? '', offsetAccount: share.offsetAccount ?? '', taxCode: share.taxCode ?? ''
  }
}

/** By what they decide; of each kind first the one that holds. */
function rulesOf(rules: Trace[], text: Text): Answer['rules'] {
  const groups = [...new Set(rules.map(groupOf))]
  return groups.flatMap(group => rules.filter(rule => groupOf(rule) === group).sort((a, b) => Number(b.isHit) - Number(a.isHit) || Number(b.fits) - Number(a.fits)))
    .map((rule, order) => ({ order, group: groupOf(rule), text: rule.text,
      outcome: rule.reason ?? (rule.isHit ? text('testing.holds') : ''), state: rule.isHit ? 'Success' : 'None', isHit: rule.isHit
    }))
}

const groupOf = ({ kind, kindName, share }: Trace) => [kindName ?? kind, share ?? undefined].filter(Boolean).join(' · ')

const money = (amount: string, currency: string | null) => NumberFormat.getCurrencyInstance({ currencyCode: true }).format(amount as never, currency ?? undefined)
const number = (value: string) => NumberFormat.getFloatInstance({ maxFractionDigits: 9 }).format(value as never)
const day = (date: string) => DateFormat.getDateInstance({ style: 'medium' }).format(new Date(`${date}T00:00:00Z`), true)
