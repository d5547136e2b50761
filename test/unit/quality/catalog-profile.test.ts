import { profileFor, type ProfileRule } from '../../../srv/quality/catalogs/profile'
import { readTables, rowsOf } from '../tables'

const tables = readTables()
const rules = rowsOf(tables, 'CatalogProfileRules') as unknown as ProfileRule[]

describe('the catalog profile', () => {
  test.each([
    [{ type_code: 'Q1', deviceClass_code: 'MD-IIb', model: 'PM-800' }, 'MONITOR'],
    [{ type_code: 'Q1', deviceClass_code: 'MD-IIb', model: 'VE-300' }, 'MEDICAL'],
    [{ type_code: 'Q2', deviceClass_code: 'MD-IIb', model: 'PM-800' }, 'MONITOR'],
    [{ type_code: 'Q1', deviceClass_code: 'CON', model: 'HX-210' }, 'EXCAVATOR'],
    [{ type_code: 'Q3', deviceClass_code: 'IND', model: 'TC-420' }, 'MACHTOOL'],
    [{ type_code: 'Q1', deviceClass_code: 'APP', model: 'WM-9' }, 'APPLIANCE'],
    [{ type_code: 'Q2' }, 'VENDOR'],
    [{ type_code: 'Q3', deviceClass_code: null, model: null }, 'INTERNAL'],
    [{ type_code: 'Q1' }, 'GENERAL']
  ])('of %j is %s', (subject, profile) => expect(profileFor(subject, rules)).toBe(profile))

  test('comes from the rule that says most, whatever the order of the rules: model before class before type', () => {
    const subject = { type_code: 'Q1', deviceClass_code: 'CON', model: 'HX-210' }
    const some: ProfileRule[] = [
      { profile_code: 'ALL' }, { notificationType_code: 'Q1', profile_code: 'TYPE' }, { deviceClass_code: 'CON', profile_code: 'CLASS' },
      { notificationType_code: 'Q1', deviceClass_code: 'CON', profile_code: 'BOTH' }, { model: 'HX-210', profile_code: 'MODEL' }, { model: 'TC-420', deviceClass_code: 'CON', profile_code: 'OTHER' }
    ]
    for (const order of [some, [...some].reverse()]) {
      expect(profileFor(subject, order)).toBe('MODEL')
      expect(profileFor({ ...subject, model: 'HX-300' }, order)).toBe('BOTH')
      expect(profileFor({ ...subject, model: null, type_code: 'Q3' }, order)).toBe('CLASS')
    }
    const same = [{ model: 'HX-210', profile_code: 'B' }, { model: 'HX-210', profile_code: 'A' }]
    expect([profileFor(subject, same), profileFor(subject, [...same].reverse())]).toEqual(['A', 'A'])
  })

  test('is none where no rule holds', () => expect(profileFor({ type_code: 'Q1' }, [{ model: 'X', profile_code: 'P' }])).toBeNull())
})

describe('the catalogs as shipped', () => {
  const groups = new Set(rowsOf(tables, 'CodeGroups').map(({ catalog_code, code }) => `${catalog_code}/${code}`))

  test('have a group for every code and every group of a profile, and codes for every group', () => {
    const used = new Set(rowsOf(tables, 'Codes').map(({ catalog_code, codeGroup }) => `${catalog_code}/${codeGroup}`))
    expect(used).toEqual(groups)
    expect(rowsOf(tables, 'CatalogProfileGroups').filter(({ catalog_code, codeGroup }) => !groups.has(`${catalog_code}/${codeGroup}`))).toEqual([])
  })

  test('name each code once in its catalog', () => {
    const codes = rowsOf(tables, 'Codes').map(({ catalog_code, code }) => `${catalog_code}/${code}`)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('offer each profile something to choose in each catalog of defects, parts, places, causes, tasks and activities', () => {
    for (const { code } of rowsOf(tables, 'CatalogProfiles')) {
      const catalogs = new Set(rowsOf(tables, 'CatalogProfileGroups').filter(({ profile_code }) => profile_code === code).map(({ catalog_code }) => catalog_code))
      expect([code, [...catalogs].sort()]).toEqual([code, ['2', '5', '8', '9', 'B', 'E']])
    }
  })
})
