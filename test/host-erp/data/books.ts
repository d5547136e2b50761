import Decimal from 'decimal.js'
import { table } from './sample'

/** What the books of the host are made of: the sample's company codes, accounts and rates, which the application only has copies of. */

interface CompanyCode { currency: string; firstMonth: number; isNamedByEnd: boolean }

/** Fiscal years by the variants that the host brings along. */
const VARIANTS: Record<string, Omit<CompanyCode, 'currency'>> = {
  K4: { firstMonth: 1, isNamedByEnd: false }, V3: { firstMonth: 4, isNamedByEnd: false }, V6: { firstMonth: 7, isNamedByEnd: false }, V9: { firstMonth: 10, isNamedByEnd: true }
}

export const companyCodes = new Map<string, CompanyCode>(
  table('CompanyCodes').map(row => [row.code, { currency: row.currency_code, ...VARIANTS[row.fiscalYearVariant_code] }]))

export const companyCodeOfPlant = new Map(table('CompanyCodePlants').map(row => [row.plant, row.companyCode_code]))

/** All accounts that the rules and company codes name: nothing else is ever posted to. */
export const accounts = new Set([
  ...table('AccountRules').flatMap(row => [row.glAccount, row.hostAccount, row.offsetAccount, row.transferAccount, row.transferOffsetAccount]), ...table('CompanyCodes').map(row => row.accrualAccount)
].filter(Boolean))

/** Accounts by which the host itself books goods issues and hours: cost, and what it is booked against. */
export function ownAccounts(costType: 'labour' | 'part'): { cost: string; offset: string } {
  const row = table('AccountRules').find(rule => rule.costType_code === costType && rule.hostAccount)!
  return { cost: row.hostAccount, offset: row.offsetAccount }
}

/** Cost centres of the rules, and those of which hours have a price, with their company codes. */
export const costCenters = new Map<string, string>([
  ...table('CostObjectRules').filter(row => row.costObjectKind_code === 'costCenter' && row.costObject).map(row => [padded(row.costObject), row.companyCode_code] as const),
  ...table('ActivityRates').filter(row => row.costCenter).map(row => [padded(row.costCenter), row.companyCode_code] as const)
])

function padded(number: string): string { return /^\d+$/.test(number) ? number.padStart(10, '0') : number }

/** Secondary cost elements: allocations post to them, people and journal entries can't. */
export const isSecondary = (account: string) => /^0*94/.test(account)

/** Stock and debts bear no cost object; accounts of profit and loss (5, 6) and of allocations (9) need one. */
export const needsCostObject = (account: string) => /^0*[569]/.test(account)

/** Internal orders and projects of the sample lie in these ranges. */
export const isInternalOrder = (order: string) => /^0*4\d{5}$/.test(order)
export const isWbsElement = (element: string) => /^AS\.\d{4}\.\w+$/.test(element)

/** Whose hours they are: cost centre and activity type by personnel number. */
const workforce = new Map(table('Technicians').map(row => [row.employeeNumber, { costCenter: row.costCenter, activityType: row.activityType }]))
export const personOf = (number: string | undefined) => workforce.get(String(number ?? '').replace(/^0+(?=\d)/, ''))

/** What an hour costs on that day: the price of the cost centre goes before that of the company code. */
export function rateOf(companyCode: string, activityType: string | undefined, day: string, costCenter?: string): { rate: Decimal; currency: string } | undefined {
  const fitting = table('ActivityRates').filter(row => row.companyCode_code === companyCode && (!activityType || row.activityType === activityType) && row.unit === 'H'
    && row.validFrom <= day && (!row.validTo || row.validTo >= day) && (!row.costCenter || row.costCenter === costCenter))
  const [best] = fitting.sort((a, b) => Number(Boolean(b.costCenter)) - Number(Boolean(a.costCenter)) || b.validFrom.localeCompare(a.validFrom))
  return best && { rate: new Decimal(best.rate), currency: best.currency_code }
}

export function fiscalPeriodOf(companyCode: string, day: string): { fiscalYear: number; fiscalPeriod: number } {
  const { firstMonth, isNamedByEnd } = companyCodes.get(companyCode) ?? VARIANTS.K4
  const [year, month] = day.split('-').map(Number)
  return { fiscalYear: (month < firstMonth ? year - 1 : year) + Number(isNamedByEnd), fiscalPeriod: ((month - firstMonth + 12) % 12) + 1 }
}

/** Decimals of the currencies that have not two. */
export const decimalsOf = (currency: string) => ({ JPY: 0, KRW: 0, KWD: 3, BHD: 3 })[currency] ?? 2
