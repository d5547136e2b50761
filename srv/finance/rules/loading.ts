import { entities } from '../../entities'
import { registeredCostObjectRules } from '../../extending/cost-object-rules'
import { grouped } from '../../grouped'
import { financeSettings } from '../settings'
import type { ActivityRate } from './activity-rates'
import type { AccountRule, CompanyCode, CostObjectRule, CoverageRule, Rules } from './determine'
import { exchangeRate, type ExchangeRate, type RateOfDay } from './exchange'
import { periodKey } from './posting-periods'

/**
 * Reads the rules, in the transaction at hand: of these company codes with what holds for all, or of all.
 * Rules and rates are read, not exchange rates, of which there is one a day and currency: `exchangeRateOn` asks for the one that is needed.
 */
export async function loadRules(companyCodes?: readonly string[]): Promise<Rules> {
  const { CompanyCodes, CompanyCodePlants, CostObjectRules, AccountRules, CoverageRules, CoverageShares, ActivityRates, PostingPeriods } = entities()
  const ofCompany = (query: any) => (companyCodes ? query.where(ownOrGeneral(companyCodes)) : query)
  const rows = async (query: unknown) => (await query) as Record<string, any>[]
  const codes = await rows(SELECT.from(CompanyCodes).columns('code', 'name', 'country', 'currency_code', 'fiscalYearVariant_code'))
  const plants = await rows(SELECT.from(CompanyCodePlants).columns('plant', 'companyCode_code'))
  const objects = await rows(ofCompany(SELECT.from(CostObjectRules)))
  const accounts = await rows(ofCompany(SELECT.from(AccountRules)))
  const coverage = await rows(ofCompany(SELECT.from(CoverageRules)))
  const shares = await rows(SELECT.from(CoverageShares).columns('rule_ID', 'position', 'accountingIndicator_code', 'percent').orderBy('rule_ID', 'position', 'ID'))
  const rates = await rows(ofCompany(SELECT.from(ActivityRates)))
  const closed = await rows(ofCompany(SELECT.from(PostingPeriods).columns('companyCode_code', 'fiscalYear', 'fiscalPeriod').where({ isOpen: false })))
  const currencies = await rows(SELECT.from('sap.common.Currencies').columns('code', 'minorUnit'))
  const sharesOf = grouped(shares, ({ rule_ID }) => rule_ID)
  return {
    defaultCompanyCode: String(financeSettings().companyCode),
    companyCodes: new Map(codes.map(({ code, name, country, currency_code, fiscalYearVariant_code }) => [code, { code, name, country, currency: currency_code, fiscalYearVariant: fiscalYearVariant_code } as CompanyCode])),
    plants: new Map(plants.map(({ plant, companyCode_code }) => [plant, companyCode_code])),
    costObjectRules: objects.map(rule => ({ ...criteria(rule), costObjectKind: rule.costObjectKind_code, costObject: rule.costObject })) as CostObjectRule[],
    registeredRules: registeredCostObjectRules(),
    accountRules: accounts.map(rule => ({
      ...criteria(rule), glAccount: rule.glAccount, hostAccount: rule.hostAccount, offsetAccount: rule.offsetAccount, taxCode: rule.taxCode
    })) as AccountRule[],
    coverageRules: coverage.map(rule => ({
      ...criteria(rule), name: rule.name, shares: (sharesOf.get(rule.ID) ?? []).map(({ accountingIndicator_code, percent }) => ({ accountingIndicator: accountingIndicator_code, percent: String(percent) }))
    })).filter(({ shares: { length } }) => length) as CoverageRule[],
    activityRates: rates.map(({ ID, companyCode_code, costCenter, activityType, validFrom, validTo, rate, unit, currency_code }) =>
      ({ ID, companyCode: companyCode_code, costCenter, activityType, validFrom, validTo, rate: String(rate), unit, currency: currency_code })) as ActivityRate[],
    closedPeriods: new Set(closed.map(({ companyCode_code, fiscalYear, fiscalPeriod }) => periodKey(companyCode_code, { year: fiscalYear, period: fiscalPeriod }))),
    minorUnits: new Map(currencies.filter(({ minorUnit }) => minorUnit != null).map(({ code, minorUnit }) => [code, Number(minorUnit)]))
  }
}

/**
 * The exchange rate that holds on a day, from the database.
 *
 * @returns nothing where there is none
 */
export async function exchangeRateOn(from: string, to: string, day: string): Promise<ExchangeRate | undefined> {
  if (from === to) return exchangeRate([], from, to, day)
  const { ExchangeRates } = entities()
  const latest = (fromCurrency: string, toCurrency: string) => SELECT.one.from(ExchangeRates)
    .columns('fromCurrency_code as fromCurrency', 'toCurrency_code as toCurrency', 'validFrom', 'rate')
    .where({ fromCurrency_code: fromCurrency, toCurrency_code: toCurrency, validFrom: { '<=': day } }).orderBy('validFrom desc')
  const rates = [await latest(from, to), await latest(to, from)].filter(Boolean) as RateOfDay[]
  return exchangeRate(rates.map(each => ({ ...each, rate: String(each.rate) })), from, to, day)
}

const ownOrGeneral = (codes: readonly string[]) => [
  '(', { ref: ['companyCode_code'] }, 'in', { list: codes.map(val => ({ val })) }, 'or', { ref: ['companyCode_code'] }, 'is', 'null', ')'
]

/** The fields of a rule as the facts name them. */
function criteria(rule: Record<string, any>) {
  const { ID, priority, validFrom, validTo, companyCode_code, plant, orderType_code, warrantyStatus_code, accountingIndicator_code, costType_code, model, serviceContract } = rule
  return {
    ID, priority: Number(priority), validFrom, validTo, companyCode: companyCode_code, plant, orderType: orderType_code, warrantyStatus: warrantyStatus_code,
    accountingIndicator: accountingIndicator_code, costType: costType_code, model, serviceContract
  }
}
