import type { State as Judgement } from '../live/countdown'
import type { Language } from '../live/language'

type State = Judgement | 'Information'
type Words = Pick<Language, 'text' | 'number' | 'quantity'>

interface Named { name: string }

/** An order in finance, in the currency of its company code; decimals as strings. */
export interface Standing {
  workOrder_ID: string
  currency_code: string | null
  planned: string
  actual: string
  posted: string
  open: string
  recovered: string
  incompleteCount: number
  state: Named & { criticality: number }
}

/** A cost and who bears it. */
export interface Cost {
  ID: string
  description: string | null
  quantity: string | null
  unit: string | null
  rate: string | null
  currency_code: string | null
  sharePercent: string
  companyCodeAmount: string | null
  companyCodeCurrency_code: string | null
  posting_ID: string | null
  postingNumber: string | null
  accountingDocument: string | null
  costType: Named
  technician: Named | null
  accountingIndicator: Named | null
  state: Named & { criticality: number }
}

const COLOURS: Record<number, State> = { 1: 'Error', 2: 'Warning', 3: 'Success', 5: 'Information' }
const stateOf = (criticality: number): State => COLOURS[criticality] ?? 'None'

/** What was planned, what it cost, and how much of it is in the books. */
export function standingOf({ workOrder_ID, currency_code, planned, actual, posted, open, recovered, state }: Standing, { text, number }: Words): object {
  const currency = currency_code ?? '', difference = Number(actual) - Number(planned)
  const figure = (name: string, value: string | number, state: State = 'None') =>
    ({ label: text(`finance.${name}`), amount: number(String(value), currency), currency, state, isEmphasized: name === 'actual' })
  return {
    status: state.name, statusState: stateOf(state.criticality), href: `#CostPosting-manage&/OrderFinances(${workOrder_ID})`,
    figures: [
      ...(Number(planned) ? [figure('planned', planned)] : []), figure('actual', actual),
      ...(Number(planned) && Number(actual) ? [figure('difference', difference, difference > 0 ? 'Warning' : 'Success')] : []),
      figure('posted', posted), figure('open', open, Number(open) ? 'Information' : 'None'), ...(Number(recovered) ? [figure('recovered', recovered)] : [])
    ]
  }
}

export interface CostRow {
  description: string
  type: string
  technician: string
  quantity: string
  rate: string
  bearer: string
  amount: string
  currency: string
  status: string
  state: State
  posting: string
  document: string
  /** Their pages in the launchpad. */
  href: string
  postingHref: string
}

const WHOLE = 100

export function costRow(cost: Cost, { text, number, quantity }: Words): CostRow {
  const currency = cost.companyCodeCurrency_code ?? '', bearer = cost.accountingIndicator?.name ?? '', percent = Number(cost.sharePercent)
  return {
    description: cost.description || cost.costType.name, type: cost.costType.name, technician: cost.technician?.name ?? '',
    quantity: cost.quantity === null ? '' : quantity(cost.quantity, cost.unit), rate: cost.rate === null ? '' : `${number(cost.rate, cost.currency_code ?? '')}\u00a0${cost.currency_code ?? ''}`,
    bearer: percent === WHOLE ? bearer : text('finance.share', bearer, quantity(percent, '%')), amount: cost.companyCodeAmount === null ? '–' : number(cost.companyCodeAmount, currency),
    currency: cost.companyCodeAmount === null ? '' : currency, status: cost.state.name, state: stateOf(cost.state.criticality),
    posting: cost.postingNumber ?? '', document: cost.accountingDocument ?? '',
    href: `#RepairCost-show&/RepairCosts(${cost.ID})`, postingHref: `#CostPosting-manage&/CostPostings(${cost.posting_ID})`
  }
}
