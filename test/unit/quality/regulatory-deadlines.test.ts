import { deadlineOf, deadlineOfDuty, warningsOf } from '../../../srv/quality/regulatory/deadlines'
import { addMonths, endOfDay } from '../../../srv/quality/regulatory/days'
import { evaluate, settled, versionOn, type Answers, type Rule } from '../../../srv/quality/regulatory/rules'
import { isFederalHoliday, workdaysOf } from '../../../srv/quality/regulatory/working-days'
import { readTables, rowsOf } from '../tables'

// The rules are those that are shipped; the days are worked out by hand from the paragraphs, with a calendar beside.

const tables = readTables()
const unknownCountsAs = Object.fromEntries(rowsOf(tables, 'RegulatoryInputs').map(row => [row.code, row.unknownCountsAs]))
const authorities = new Map(rowsOf(tables, 'Authorities').map(row => [row.code, row]))
const versions = rowsOf(tables, 'RegulatoryRuleSets').map(({ code, authority_code, validFrom, validTo }) => ({ code, authority_code, validFrom, validTo: validTo || null }))
const rules = rowsOf(tables, 'RegulatoryRules').map(row => ({
  set: row.ruleSet_code, rule: row.rule, position: Number(row.position), conditions: JSON.parse(row.conditions), isReportable: row.isReportable === 'true',
  reportKind: row.reportKind_code || null, period: row.period === '' ? null : Number(row.period), dayKind: row.dayKind || null, startsWith: row.startsWith || null, paragraph: row.paragraph
})) as (Rule & { set: string })[]
const holidays = rowsOf(tables, 'AuthorityHolidays').map(({ region, day, isWorkday }) => ({ region, day, isWorkday: isWorkday === 'true' }))

const placeOf = (authority: string, zone: string) => {
  const { timeZone, holidayRegion } = authorities.get(authority)!
  return { timeZones: [zone, timeZone], isWorkday: workdaysOf(holidayRegion, holidays.filter(({ region }) => region === holidayRegion)) }
}

const NOTHING: Answers = {
  role: 'manufacturer', deviceOnMarket: 'yes', occurredInMarket: 'yes', causedOrContributed: 'yes', death: 'no', seriousInjury: 'no', unanticipated: 'no', malfunction: 'no', likelyToHarm: 'no'
}
const DEATH = { death: 'yes' }
const INJURY = { seriousInjury: 'yes' }
const MALFUNCTION = { malfunction: 'yes', likelyToHarm: 'yes' }
const REMEDIAL = { ...MALFUNCTION, remedialActionNeeded: 'yes' }
const ALL_OPEN = Object.fromEntries(Object.keys(NOTHING).filter(input => input !== 'role').map(input => [input, 'unknown']))

function ask(authority: string, aware: string, zone: string, given: Answers, finding?: string) {
  const place = placeOf(authority, zone)
  const day = deadlineOf({ period: 0, dayKind: 'calendar' }, Date.parse(aware), place)!.startOn
  const version = versionOn(versions.filter(set => set.authority_code === authority), day)!
  const found = evaluate(rules.filter(({ set }) => set === version.code), settled({ ...NOTHING, ...given }, unknownCountsAs))
  if (!found.isReportable) return { version: version.code, due: 'no report', paragraph: found.decisive.paragraph }
  const duty = found.duties.find(([rule]) => rule === found.decisive)!
  const { rule, deadline } = deadlineOfDuty(duty, Date.parse(aware), finding ? Date.parse(finding) : undefined, place)
  return { version: version.code, due: deadline?.dueOn ?? 'no number of days', paragraph: rule.paragraph, dueAt: deadline && new Date(deadline.dueAt).toISOString() }
}

const NY = 'America/New_York'
const BERLIN = 'Europe/Berlin'
const SHANGHAI = 'Asia/Shanghai'

interface Case { paragraph: string; what: string; aware: string; zone: string; given: Answers; due: string; finding?: string; version?: string }
const at = (paragraph: string, what: string, aware: string, zone: string, given: Answers, due: string, more: Partial<Case> = {}): Case =>
  ({ paragraph, what, aware, zone, given, due, ...more })

const FDA: Case[] = [
  at('21 CFR 803.50(a)(1)', 'a death, over the change to summer time', '2026-03-02T10:00-05:00', NY, DEATH, '2026-04-01'),
  at('21 CFR 803.50(a)(1)', 'a serious injury, over a short February', '2026-01-31T10:00-05:00', NY, INJURY, '2026-03-02'),
  at('21 CFR 803.50(a)(2)', 'a malfunction, over a leap day', '2024-01-31T10:00-05:00', NY, MALFUNCTION, '2024-03-01'),
  at('21 CFR 803.50(a)(2)', 'a malfunction learned of on a leap day', '2024-02-29T10:00-05:00', NY, MALFUNCTION, '2024-03-30'),
  at('21 CFR 803.50(a)(1)', 'a death, over the end of the year', '2025-12-15T10:00-05:00', NY, DEATH, '2026-01-14'),
  at('21 CFR 803.50(a)(2)', 'the last day is a Saturday, and stays', '2026-05-14T10:00-04:00', NY, MALFUNCTION, '2026-06-13'),
  at('21 CFR 803.50(a)(1)', 'the last day is Thanksgiving, and stays', '2026-10-27T10:00-04:00', NY, INJURY, '2026-11-26'),
  at('21 CFR 803.50(a)(1)', 'an injury abroad with a device that is sold in the USA as well', '2026-08-01T10:00-04:00', NY, { ...INJURY, occurredInMarket: 'no' }, '2026-08-31'),
  at('21 CFR 803.50(a)(1)', 'nothing is answered yet, and unknown counts as yes', '2026-11-22T10:00-05:00', NY, ALL_OPEN, '2026-12-22'),
  at('21 CFR 803.50(a)(2)', 'an open answer on recurrence counts as likely', '2026-11-01T10:00-05:00', NY, { malfunction: 'yes', likelyToHarm: 'unknown' }, '2026-12-01'),
  at('21 CFR 803.20(b)', 'a malfunction that could not harm', '2026-11-01T10:00-05:00', NY, { malfunction: 'yes' }, 'no report'),
  at('21 CFR 803.22(b)', 'a device of another company', '2026-11-01T10:00-05:00', NY, { ...DEATH, notOurDevice: 'yes' }, 'no report'),
  at('21 CFR 803.50(a)', 'a device that is not sold in the USA', '2026-11-01T10:00-05:00', NY, { ...DEATH, deviceOnMarket: 'no' }, 'no report'),
  at('21 CFR 803.1(a)', 'a distributor', '2026-11-01T10:00-05:00', NY, { ...DEATH, role: 'distributor' }, 'no report'),
  at('21 CFR 803.40(a)', 'an importer, a death', '2026-06-30T10:00-04:00', NY, { ...DEATH, role: 'importer' }, '2026-07-30'),
  at('21 CFR 803.40(b)', 'an importer, a malfunction', '2026-11-30T10:00-05:00', NY, { ...MALFUNCTION, role: 'importer' }, '2026-12-30'),

  at('21 CFR 803.53(a)', 'five work days from a Monday', '2026-03-02T10:00-05:00', NY, REMEDIAL, '2026-03-09'),
  at('21 CFR 803.53(a)', 'five work days from a Friday', '2026-03-06T10:00-05:00', NY, REMEDIAL, '2026-03-13'),
  at('21 CFR 803.53(a)', 'five work days from a Saturday', '2026-03-07T10:00-05:00', NY, REMEDIAL, '2026-03-13'),
  at('21 CFR 803.53(a)', 'Independence Day on a Saturday is kept on Friday', '2026-06-29T10:00-04:00', NY, REMEDIAL, '2026-07-07'),
  at('21 CFR 803.53(a)', 'Christmas Day', '2026-12-22T10:00-05:00', NY, REMEDIAL, '2026-12-30'),
  at('21 CFR 803.53(a)', "New Year's Day", '2026-12-28T10:00-05:00', NY, REMEDIAL, '2027-01-05'),
  at('21 CFR 803.53(a)', "New Year's Day on a Saturday is kept on the last day of the year before", '2021-12-27T10:00-05:00', NY, REMEDIAL, '2022-01-04'),
  at('21 CFR 803.53(a)', 'Christmas Day on a Sunday is kept on Monday', '2022-12-22T10:00-05:00', NY, REMEDIAL, '2022-12-30'),
  at('21 CFR 803.53(a)', "New Year's Day on a Sunday is kept on Monday", '2022-12-28T10:00-05:00', NY, REMEDIAL, '2023-01-05'),
  at('21 CFR 803.53(a)', 'Thanksgiving Day', '2026-11-23T10:00-05:00', NY, REMEDIAL, '2026-12-01'),
  at('21 CFR 803.53(a)', 'the first Juneteenth, on a Saturday, kept on Friday', '2021-06-14T10:00-04:00', NY, REMEDIAL, '2021-06-22'),
  at('21 CFR 803.53(a)', '19 June before it was a holiday', '2020-06-15T10:00-04:00', NY, REMEDIAL, '2020-06-22'),
  at('21 CFR 803.53(a)', 'Birthday of Martin Luther King, Jr.', '2026-01-16T10:00-05:00', NY, REMEDIAL, '2026-01-26'),
  at('21 CFR 803.53(a)', "Washington's Birthday", '2026-02-13T10:00-05:00', NY, REMEDIAL, '2026-02-23'),
  at('21 CFR 803.53(a)', 'Memorial Day', '2026-05-21T10:00-04:00', NY, REMEDIAL, '2026-05-29'),
  at('21 CFR 803.53(a)', 'Labor Day', '2026-09-03T10:00-04:00', NY, REMEDIAL, '2026-09-11'),
  at('21 CFR 803.53(b)', 'Columbus Day, on request of the FDA', '2026-10-07T10:00-04:00', NY, { ...INJURY, fdaRequest: 'yes' }, '2026-10-15'),
  at('21 CFR 803.53(a)', 'Veterans Day', '2026-11-09T10:00-05:00', NY, REMEDIAL, '2026-11-17'),
  at('21 CFR 803.53(a)', 'the need to act is found two weeks later, with Juneteenth between', '2026-06-01T10:00-04:00', NY, REMEDIAL, '2026-06-23', { finding: '2026-06-15T10:00-04:00' }),
  at('21 CFR 803.50(a)(1)', 'the need to act is found so late that the thirty days end first', '2026-06-01T10:00-04:00', NY, { ...DEATH, remedialActionNeeded: 'yes' }, '2026-07-01', { finding: '2026-06-29T10:00-04:00' }),
  at('21 CFR 803.30(a)(1)', 'a user facility, a death, over Thanksgiving', '2026-11-16T10:00-05:00', NY, { ...DEATH, role: 'userFacility' }, '2026-12-01'),
  at('21 CFR 803.30(a)(2)', 'a user facility, an injury, over two holidays and the end of the year', '2026-12-18T10:00-05:00', NY, { ...INJURY, role: 'userFacility' }, '2027-01-05'),
  at('21 CFR 803.20(b)', 'a user facility, a malfunction', '2026-12-18T10:00-05:00', NY, { ...MALFUNCTION, role: 'userFacility' }, 'no report'),

  at('21 CFR 803.50(a)(1)', 'at two in the morning in Berlin it is the day before at the FDA', '2026-06-10T02:00+02:00', BERLIN, DEATH, '2026-07-09'),
  at('21 CFR 803.50(a)(1)', 'at half past eleven at night in New York it is the next day in Berlin', '2026-06-10T23:30-04:00', BERLIN, DEATH, '2026-07-10'),
  at('21 CFR 803.50(a)(1)', 'on 1 March in Shanghai it is still February at the FDA', '2026-03-01T08:00+08:00', SHANGHAI, INJURY, '2026-03-30'),
  at('21 CFR 803.50(a)(2)', 'late in Los Angeles it is the next day at the FDA', '2026-07-01T22:30-07:00', 'America/Los_Angeles', MALFUNCTION, '2026-07-31'),
  at('21 CFR 803.53(a)', 'early on Monday in Berlin it is Sunday at the FDA', '2026-03-09T03:00+01:00', BERLIN, REMEDIAL, '2026-03-13'),

  at('21 CFR 803.50(a)(1)', 'the last day of the rules of 2005', '2015-08-13T10:00-04:00', NY, DEATH, '2015-09-12', { version: 'FDA-2005' }),
  at('21 CFR 803.50(a)(1)', 'the first day of electronic reporting', '2015-08-14T10:00-04:00', NY, DEATH, '2015-09-13', { version: 'FDA-2015' })
]

const MDR = 'Regulation (EU) 2017/745, Art. '
const MEDDEV = 'MEDDEV 2.12-1 rev. 8, '
const EU: Case[] = [
  at(`${MDR}87(3)`, 'a serious incident', '2026-11-22T10:00+01:00', BERLIN, MALFUNCTION, '2026-12-07'),
  at(`${MDR}87(3)`, 'an injury that the risk analysis expects', '2023-02-20T10:00+01:00', BERLIN, INJURY, '2023-03-07'),
  at(`${MDR}87(3)`, 'a short February', '2026-02-14T10:00+01:00', BERLIN, MALFUNCTION, '2026-03-01'),
  at(`${MDR}87(3)`, 'over the change to winter time', '2026-10-20T10:00+02:00', BERLIN, INJURY, '2026-11-04'),
  at(`${MDR}87(5)`, 'a death, over the end of the year to a Saturday, which stays', '2026-12-23T10:00+01:00', BERLIN, DEATH, '2027-01-02'),
  at(`${MDR}87(5)`, 'a deterioration that nobody expected, over a leap day', '2024-02-20T10:00+01:00', BERLIN, { ...INJURY, unanticipated: 'yes' }, '2024-03-01'),
  at(`${MDR}87(5)`, 'whether it was expected is open, and counts as not', '2026-07-01T10:00+02:00', BERLIN, { ...INJURY, unanticipated: 'unknown' }, '2026-07-11'),
  at(`${MDR}87(5)`, 'over the change to summer time', '2026-03-20T10:00+01:00', BERLIN, DEATH, '2026-03-30'),
  at(`${MDR}87(5)`, 'nothing is answered yet, and unknown counts as yes', '2026-11-22T10:00+01:00', BERLIN, ALL_OPEN, '2026-12-02'),
  at(`${MDR}87(4)`, "a public health threat; two days end on New Year's Day, and stay", '2026-12-30T10:00+01:00', BERLIN, { ...INJURY, publicHealthThreat: 'yes' }, '2027-01-01'),
  at(`${MDR}87(4)`, 'from Good Friday to Easter Sunday', '2026-04-03T10:00+02:00', BERLIN, { ...INJURY, publicHealthThreat: 'yes' }, '2026-04-05'),
  at(`${MDR}87(4)`, 'from the last of February to March in a leap year', '2024-02-28T10:00+01:00', BERLIN, { ...INJURY, publicHealthThreat: 'yes' }, '2024-03-01'),
  at(`${MDR}87(4)`, 'the threat is found days later', '2026-05-01T10:00+02:00', BERLIN, { ...MALFUNCTION, publicHealthThreat: 'yes' }, '2026-05-07', { finding: '2026-05-05T10:00+02:00' }),
  at(`${MDR}87(3)`, 'the threat is found so late that the fifteen days end first', '2026-05-01T10:00+02:00', BERLIN, { ...MALFUNCTION, publicHealthThreat: 'yes' }, '2026-05-16', { finding: '2026-05-15T10:00+02:00' }),
  at(`${MDR}87(1)(a)`, 'outside the Union', '2026-05-01T10:00+02:00', BERLIN, { ...DEATH, occurredInMarket: 'no' }, 'no report'),
  at(`${MDR}87(1)(a)`, 'an expected side effect', '2026-05-01T10:00+02:00', BERLIN, { ...INJURY, expectedSideEffect: 'yes' }, 'no report'),
  at(`${MDR}87(1)(b) and (8)`, 'a field safety corrective action outside the Union', '2026-05-01T10:00+02:00', BERLIN, { ...DEATH, occurredInMarket: 'no', fieldAction: 'yes' }, 'no number of days'),
  at(`${MDR}88(1)`, 'a significant trend of incidents that are not serious', '2026-05-01T10:00+02:00', BERLIN, { significantTrend: 'yes' }, 'no number of days'),
  at(`${MDR}13(8) and 14(5)`, 'an importer', '2026-05-01T10:00+02:00', BERLIN, { ...DEATH, role: 'importer' }, 'no report'),
  at(`${MDR}2(65)`, 'no serious incident', '2026-05-01T10:00+02:00', BERLIN, {}, 'no report'),
  at(`${MDR}87(3)`, 'late in New York it is the next day in Brussels', '2026-05-10T23:30-04:00', NY, MALFUNCTION, '2026-05-25'),
  at(`${MDR}87(3)`, 'after midnight in Shanghai it is the day before in Brussels', '2026-05-11T00:30+08:00', SHANGHAI, MALFUNCTION, '2026-05-25'),
  at(`${MEDDEV}5.1.7`, 'the last day under the Directives', '2021-05-25T10:00+02:00', BERLIN, MALFUNCTION, '2021-06-24', { version: 'EU-MDD-2013' }),
  at(`${MDR}87(3)`, 'the first day under the Regulation', '2021-05-26T10:00+02:00', BERLIN, MALFUNCTION, '2021-06-10', { version: 'EU-MDR-2021' }),
  at(`${MEDDEV}5.1.7`, 'a death under the Directives', '2021-05-25T10:00+02:00', BERLIN, DEATH, '2021-06-04', { version: 'EU-MDD-2013' }),
  at(`${MEDDEV}5.1.7`, 'a public health threat under the Directives', '2021-05-25T10:00+02:00', BERLIN, { ...DEATH, publicHealthThreat: 'yes' }, '2021-05-27', { version: 'EU-MDD-2013' }),
  at(`${MEDDEV}5.1.7`, 'an unanticipated deterioration under the Directives, over a leap day', '2020-02-25T10:00+01:00', BERLIN, { ...INJURY, unanticipated: 'yes' }, '2020-03-06', { version: 'EU-MDD-2013' })
]

const ORDER = 'Order No. 1 (2018), '
const TRIAL = '[2008] No. 766, '
const NMPA: Case[] = [
  at(`${ORDER}Art. 25`, 'a death', '2026-11-22T10:00+08:00', SHANGHAI, DEATH, '2026-11-29'),
  at(`${ORDER}Art. 25`, 'a death, within the National Day holidays, which change nothing', '2026-09-28T10:00+08:00', SHANGHAI, DEATH, '2026-10-05'),
  at(`${ORDER}Art. 25`, 'a serious injury, over the end of the year', '2026-12-20T10:00+08:00', SHANGHAI, INJURY, '2027-01-09'),
  at(`${ORDER}Art. 25`, 'what may lead to a serious injury, over a leap day', '2024-02-10T10:00+08:00', SHANGHAI, MALFUNCTION, '2024-03-01'),
  at(`${ORDER}Art. 25`, 'what may lead to it without a malfunction', '2025-02-10T10:00+08:00', SHANGHAI, { likelyToHarm: 'yes' }, '2025-03-02'),
  at(`${ORDER}Art. 25`, 'nothing is answered yet, and unknown counts as yes', '2026-11-22T10:00+08:00', SHANGHAI, ALL_OPEN, '2026-11-29'),
  at(`${ORDER}Art. 25`, 'nothing of the kind', '2026-11-22T10:00+08:00', SHANGHAI, {}, 'no report'),
  at(`${ORDER}Art. 27`, 'a serious injury abroad', '2026-11-30T10:00+08:00', SHANGHAI, { ...INJURY, occurredInMarket: 'no' }, '2026-12-30'),
  at(`${ORDER}Art. 27`, 'a death abroad, over a short February', '2026-02-15T10:00+08:00', SHANGHAI, { ...DEATH, occurredInMarket: 'no' }, '2026-03-17'),
  at(`${ORDER}Art. 27`, 'a harmless malfunction abroad', '2026-11-30T10:00+08:00', SHANGHAI, { malfunction: 'yes', occurredInMarket: 'no' }, 'no report'),
  at(`${ORDER}ch. 3 s. 3`, 'a case of a group event, within 24 hours', '2026-06-01T20:00+08:00', SHANGHAI, { ...INJURY, groupEvent: 'yes' }, '2026-06-02'),
  at(`${ORDER}Art. 25`, 'late in Berlin it is the next day in China', '2026-03-01T23:30+01:00', BERLIN, DEATH, '2026-03-08'),
  at(`${ORDER}Art. 25`, 'early in China it is the day before in New York', '2026-03-02T05:00+08:00', NY, DEATH, '2026-03-08'),
  at(`${TRIAL}Art. 12`, 'a death in 2018: five work days, with a weekend worked before the National Day holidays', '2018-09-28T10:00+08:00', SHANGHAI, DEATH, '2018-10-10', { version: 'NMPA-2008' }),
  at(`${TRIAL}Art. 12`, 'a serious injury in 2018: fifteen work days, over the Spring Festival', '2018-02-08T10:00+08:00', SHANGHAI, INJURY, '2018-03-06', { version: 'NMPA-2008' }),
  at(`${TRIAL}Art. 12`, 'a death on the last day of the trial measures', '2018-12-31T10:00+08:00', SHANGHAI, DEATH, '2019-01-08', { version: 'NMPA-2008' }),
  at(`${ORDER}Art. 25`, 'a death on the first day of the measures', '2019-01-01T10:00+08:00', SHANGHAI, DEATH, '2019-01-08', { version: 'NMPA-2019' })
]

describe.each([['FDA', FDA], ['EU', EU], ['NMPA', NMPA]] as const)('%s', (authority, cases) => {
  test.each(cases)('$paragraph: $what, known at $aware: $due', ({ paragraph, aware, zone, given, due, finding, version }) => {
    expect(ask(authority, aware, zone, given, finding)).toMatchObject({ due, paragraph, ...(version && { version }) })
  })
})

describe('the table', () => {
  test('has at least sixty dated cases', () => {
    expect(FDA.length + EU.length + NMPA.length).toBeGreaterThanOrEqual(60)
  })

  test('has a case for every paragraph that asks for a report within a period', () => {
    const asked = new Set([...FDA, ...EU, ...NMPA].map(({ paragraph }) => paragraph))
    expect([...new Set(rules.filter(({ period }) => period).map(({ paragraph }) => paragraph))].filter(paragraph => !asked.has(paragraph))).toEqual([])
  })
})

describe('the end of the last day', () => {
  test.each([
    ['EU', '2026-03-20T10:00+01:00', BERLIN, DEATH, '2026-03-30T21:59:59.999Z'],
    ['EU', '2026-10-20T10:00+02:00', BERLIN, INJURY, '2026-11-04T22:59:59.999Z'],
    ['FDA', '2026-03-02T10:00-05:00', NY, DEATH, '2026-04-02T03:59:59.999Z'],
    // Midnight comes to the company in Berlin before it comes to the FDA, and to the NMPA before Berlin.
    ['FDA', '2026-06-10T23:30-04:00', BERLIN, DEATH, '2026-07-10T21:59:59.999Z'],
    ['NMPA', '2026-03-01T23:30+01:00', BERLIN, DEATH, '2026-03-08T15:59:59.999Z']
  ])('for %s, known at %s in %s, is the first midnight', (authority, aware, zone, given, dueAt) => {
    expect(ask(authority, aware, zone, given)).toMatchObject({ dueAt })
  })

  test('is found where clocks change at midnight', () => {
    expect(new Date(endOfDay('2018-11-03', 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T02:59:59.999Z')
    expect(new Date(endOfDay('2018-02-17', 'America/Sao_Paulo')).toISOString()).toBe('2018-02-18T02:59:59.999Z')
    expect(new Date(endOfDay('2026-12-31', 'Pacific/Kiritimati')).toISOString()).toBe('2026-12-31T09:59:59.999Z')
  })
})

describe('follow-up reports to the FDA (21 CFR 803.56)', () => {
  test.each([
    ['within one month until 2015, which a short February ends', '2015-01-31T10:00-05:00', { period: 1, dayKind: 'months' as const }, '2015-02-28'],
    ['within one month until 2015', '2014-11-15T10:00-05:00', { period: 1, dayKind: 'months' as const }, '2014-12-15'],
    ['within thirty days since then, over a leap day', '2016-01-31T10:00-05:00', { period: 30, dayKind: 'calendar' as const }, '2016-03-01']
  ])('%s: learned at %s', (_, learned, period, due) => {
    expect(deadlineOf(period, Date.parse(learned), placeOf('FDA', NY))?.dueOn).toBe(due)
  })

  test('count months to the last day where there is no such day', () => {
    expect(['2024-01-31', '2025-12-31', '2026-08-31'].map(day => addMonths(day, 1))).toEqual(['2024-02-29', '2026-01-31', '2026-09-30'])
  })
})

describe('hours', () => {
  test('of a group event run through the night: twelve for the call, twenty-four for each case', () => {
    const place = placeOf('NMPA', SHANGHAI)
    const { duties } = evaluate(rules.filter(({ set }) => set === 'NMPA-2019'), settled({ ...NOTHING, ...INJURY, groupEvent: 'yes' }, unknownCountsAs))
    const ends = duties.map(duty => [duty[0].reportKind, new Date(deadlineOfDuty(duty, Date.parse('2026-06-01T20:00+08:00'), undefined, place).deadline!.dueAt).toISOString()])
    expect(Object.fromEntries(ends)).toEqual({ group: '2026-06-02T00:00:00.000Z', initial: '2026-06-02T12:00:00.000Z' })
  })
})

describe('one event', () => {
  test('can ask for several reports, each with its own end', () => {
    const { duties } = evaluate(rules.filter(({ set }) => set === 'EU-MDR-2021'), settled({ ...NOTHING, ...DEATH, fieldAction: 'yes', significantTrend: 'yes' }, unknownCountsAs))
    expect(duties.map(([rule]) => [rule.reportKind, rule.paragraph])).toEqual([
      ['fieldAction', `${MDR}87(1)(b) and (8)`], ['trend', `${MDR}88(1)`], ['initial', `${MDR}87(5)`]
    ])
  })

  test('before the first version of the rules has none', () => {
    expect(versionOn(versions.filter(set => set.authority_code === 'FDA'), '2005-07-12')).toBeUndefined()
  })

  test('falls under exactly one version on every day', () => {
    for (const code of authorities.keys()) {
      const own = versions.filter(set => set.authority_code === code).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      const gaps = own.slice(1).filter((set, i) => Date.parse(set.validFrom) - Date.parse(own[i].validTo!) !== 86_400_000)
      expect([code, gaps]).toEqual([code, []])
    }
  })
})

describe('warnings', () => {
  test('come at half and three quarters of the elapsed time', () => {
    const deadline = deadlineOf({ period: 2, dayKind: 'calendar' }, Date.parse('2026-06-01T12:00Z'), { timeZones: ['UTC'], isWorkday: () => true })!
    const { warnAt50, warnAt75 } = warningsOf(deadline)
    expect([new Date(deadline.dueAt).toISOString(), Math.round(warnAt50 / 3.6e6), Math.round(warnAt75 / 3.6e6)]).toEqual([
      '2026-06-03T23:59:59.999Z', Date.parse('2026-06-02T18:00Z') / 3.6e6, Date.parse('2026-06-03T09:00Z') / 3.6e6
    ])
  })
})

test('federal holidays of 2026 are those that the Office of Personnel Management names', () => {
  const days = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10))
  const weekdays = days.filter(day => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()))
  expect(weekdays.filter(isFederalHoliday)).toEqual([
    '2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25'
  ])
})

test('every input that a rule names is asked for', () => {
  const named = (conditions: Record<string, unknown>): string[] => Object.entries(conditions).flatMap(([key, value]) => (key === 'anyOf' ? (value as Record<string, unknown>[]).flatMap(named) : [key]))
  expect([...new Set(rules.flatMap(({ conditions }) => named(conditions)))].filter(input => input !== 'role' && !unknownCountsAs[input])).toEqual([])
})
