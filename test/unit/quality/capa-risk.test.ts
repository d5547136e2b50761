import { missingFactors, riskOf, type RiskTables } from '../../../srv/quality/capa/risk'
import { readTables, rowsOf } from '../tables'

const tables = readTables()
const numberOf = (text: string) => (text === '' ? null : Number(text))
const SHIPPED: RiskTables = {
  thresholds: rowsOf(tables, 'RiskThresholds').map(row => ({ level_code: row.level_code, fromNumber: numberOf(row.fromNumber), fromSeverity: numberOf(row.fromSeverity) })),
  cells: rowsOf(tables, 'RiskMatrixCells').map(row => ({ severity: Number(row.severity), occurrence: Number(row.occurrence), level_code: row.level_code })),
  levels: rowsOf(tables, 'RiskLevels').map(row => ({ code: row.code, position: Number(row.position) }))
}
const fmea = (severity: number | null, occurrence: number | null, detection: number | null) => ({ riskMethod_code: 'FMEA', severity, occurrence, detection })
const iso = (severity: number | null, occurrence: number | null) => ({ riskMethod_code: 'ISO14971', severity, occurrence, detection: null })

describe('the risk by FMEA', () => {
  test.each([
    [1, 1, 1, 1, 'acceptable'],
    [7, 7, 1, 49, 'acceptable'],
    [5, 5, 2, 50, 'reducible'],
    [5, 5, 4, 100, 'reducible'],
    [5, 5, 5, 125, 'unacceptable'],
    [8, 1, 1, 8, 'acceptable'],
    [9, 1, 1, 9, 'reducible'],
    [10, 10, 10, 1000, 'unacceptable']
  ])('of severity %i, occurrence %i and detection %i is %i, %s', (severity, occurrence, detection, riskNumber, riskLevel_code) => {
    expect(riskOf(fmea(severity, occurrence, detection), SHIPPED)).toEqual({ riskNumber, riskLevel_code })
  })

  test('needs three whole figures from 1 to 10', () => {
    expect(missingFactors(fmea(0, 11, null))).toEqual(['severity', 'occurrence', 'detection'])
    expect(missingFactors(fmea(1.5, 1, 10))).toEqual(['severity'])
    expect(riskOf(fmea(1, 1, null), SHIPPED)).toBeUndefined()
  })
})

describe('the risk by ISO 14971', () => {
  test('is the cell of the matrix, which has one for each pair', () => {
    for (let severity = 1; severity <= 5; severity++)
      for (let occurrence = 1; occurrence <= 5; occurrence++)
        expect(riskOf(iso(severity, occurrence), SHIPPED)).toEqual({ riskNumber: severity * occurrence, riskLevel_code: expect.stringMatching(/acceptable|reducible|unacceptable/) })
  })

  test('never gets better where harm is worse or more probable', () => {
    const rank = (severity: number, occurrence: number) => SHIPPED.levels.find(({ code }) => code === riskOf(iso(severity, occurrence), SHIPPED)!.riskLevel_code)!.position
    for (let severity = 1; severity < 5; severity++)
      for (let occurrence = 1; occurrence < 5; occurrence++) {
        expect(rank(severity + 1, occurrence)).toBeGreaterThanOrEqual(rank(severity, occurrence))
        expect(rank(severity, occurrence + 1)).toBeGreaterThanOrEqual(rank(severity, occurrence))
      }
  })

  test('needs two figures from 1 to 5 and no detection', () => {
    expect(missingFactors(iso(6, null))).toEqual(['severity', 'occurrence'])
    expect(missingFactors(iso(5, 1))).toEqual([])
  })
})
