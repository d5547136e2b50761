import { entities } from '../../entities'
import { fail } from '../../errors'
import type { Market, Reported } from './answers'
import type { Place } from './deadlines'
import type { Answers, Conditions, Rule, Validity } from './rules'
import { regulatorySettings } from './settings'
import { workdaysOf } from './working-days'

/** What regulation asks of a notification. */
export interface Notification extends Reported {
  ID: string
  number: string
  status_code: string
  manufacturer: string | null
  model: string | null
  awareAt: string | null
  createdAt: string
  isMedical: boolean | null
  mayBeReportable: boolean
  clockDueAt: string | null
}

export interface RuleSet extends Validity { code: string; authority_code: string }

const COLUMNS = [
  'ID', 'number', 'status_code', 'manufacturer', 'model', 'country', 'awareAt', 'createdAt', 'mayBeReportable', 'clockDueAt', 'deviceClass.isMedical as isMedical',
  'intakeHarm_code', 'intakePotential_code', 'intakeMalfunction_code', 'completionHarm_code', 'completionPotential_code', 'completionMalfunction_code'
]

export async function notificationOf(ID: string): Promise<Notification> {
  const row = await SELECT.one.from(entities().QualityNotifications).columns(...COLUMNS).where({ ID })
  return (row as unknown as Notification | undefined) ?? fail(404, 'NOTIFICATION_UNKNOWN')
}

/** When the company came to know; a clock never starts later than the record. */
export const awareAtOf = ({ awareAt, createdAt }: Pick<Notification, 'awareAt' | 'createdAt'>): number => Date.parse(awareAt ?? createdAt)

/** Authorities that hold where it happened or where the device is sold, with what the company is to them. */
export async function marketsOf({ manufacturer, model, country }: Notification, day: string): Promise<Map<string, Market>> {
  const { AuthorityCountries, DeviceMarkets, Authorities } = entities()
  const sold = (manufacturer ? await SELECT.from(DeviceMarkets).where({ manufacturer }) : []) as { model: string | null; authority_code: string; role_code: string; validFrom: string | null; validTo: string | null }[]
  const valid = sold.filter(row => (!row.model || row.model === model) && (!row.validFrom || row.validFrom <= day) && (!row.validTo || day <= row.validTo))
  const held = (await SELECT.from(AuthorityCountries)) as { authority_code: string; country: string }[]
  const codes = ((await SELECT.from(Authorities).columns('code').orderBy('position')) as { code: string }[]).map(({ code }) => code)
  return new Map(codes.map(code => {
    const countries = new Set(held.filter(({ authority_code }) => authority_code === code).map(row => row.country))
    const own = valid.filter(row => row.authority_code === code).sort((a, b) => Number(Boolean(b.model)) - Number(Boolean(a.model)))[0]
    // A device that failed in a country is there, whoever brought it.
    const deviceOnMarket = own || (country && countries.has(country)) ? 'yes' as const : 'no' as const
    return [code, { role: own?.role_code ?? 'manufacturer', deviceOnMarket, countries }]
  }))
}

export async function placeOf(authority_code: string): Promise<Place> {
  const { Authorities, AuthorityHolidays } = entities()
  const authority = (await SELECT.one.from(Authorities).columns('timeZone', 'holidayRegion').where({ code: authority_code })) as { timeZone: string; holidayRegion: string | null } | undefined
  const { timeZone, holidayRegion } = authority ?? fail(404, 'AUTHORITY_UNKNOWN', { target: 'authority_code', args: [authority_code] })
  const days = holidayRegion ? ((await SELECT.from(AuthorityHolidays).columns('day', 'isWorkday').where({ region: holidayRegion })) as { day: string; isWorkday: boolean | number }[]) : []
  return { timeZones: [regulatorySettings().timeZone, timeZone], isWorkday: workdaysOf(holidayRegion, days.map(({ day, isWorkday }) => ({ day, isWorkday: Boolean(isWorkday) }))) }
}

export const ruleSetsOf = async (authority_code: string): Promise<RuleSet[]> =>
  (await SELECT.from(entities().RegulatoryRuleSets).columns('code', 'authority_code', 'validFrom', 'validTo').where({ authority_code }).orderBy('validFrom')) as RuleSet[]

export async function rulesOf(ruleSet_code: string): Promise<Rule[]> {
  const rows = (await SELECT.from(entities().RegulatoryRules).where({ ruleSet_code }).orderBy('position')) as (Omit<Rule, 'conditions' | 'reportKind'> & { conditions: string; reportKind_code: string | null })[]
  return rows.map(row => ({ ...row, isReportable: Boolean(row.isReportable), reportKind: row.reportKind_code, conditions: JSON.parse(row.conditions || '{}') as Conditions }))
}

export async function unknownCounts(): Promise<Answers> {
  const rows = (await SELECT.from(entities().RegulatoryInputs).columns('code', 'unknownCountsAs')) as { code: string; unknownCountsAs: string }[]
  return Object.fromEntries(rows.map(({ code, unknownCountsAs }) => [code, unknownCountsAs]))
}
