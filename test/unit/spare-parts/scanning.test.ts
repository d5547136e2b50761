import fc from 'fast-check'
import { checkDigit, hasCheckDigit } from '../../../srv/spare-parts/scanning/check-digit'
import { gs1Date } from '../../../srv/spare-parts/scanning/gs1-date'
import { readCode, type ScannedPart } from '../../../srv/spare-parts/scanning/read-code'

const TODAY = '2026-11-22'
const GS = '\u001d'
const GTIN = '09501101530003'
const part = (code: string) => (readCode(code, TODAY) as { part: ScannedPart }).part
const problem = (code: string) => (readCode(code, TODAY) as { problem?: { key: string; args: unknown[] } }).problem

const sensor = { kind: 'gs1', gtin: GTIN, expiresOn: '2026-12-31', batch: 'A1', serialNumber: 'S-9', partNumbers: [] }

test.each([
  ['GS1 DataMatrix', `]d2010950110153000317261231` + `10A1${GS}21S-9`],
  ['GS1-128', `]C1010950110153000317261231` + `10A1${GS}21S-9`],
  ['GS1 QR code', `]Q3010950110153000317261231` + `10A1${GS}21S-9`],
  ['scanner that tells no symbology', `010950110153000317261231` + `10A1${GS}21S-9`],
  ['scanner that sends FNC1 first', `${GS}010950110153000317261231` + `10A1${GS}21S-9`],
  ['scanner that ends every value', `]d201${GTIN}${GS}17261231${GS}10A1${GS}21S-9${GS}`],
  ['keyboard that writes FNC1 out', ']d2010950110153000317261231' + '10A1<GS>21S-9'],
  ['typed line below the code', '(01)09501101530003(17)261231(10)A1(21)S-9'],
  ['typed line with blanks', ' (01) 09501101530003 (17) 261231 (10) A1 (21) S-9 '],
  ['other order of values', `]d210A1${GS}21S-9${GS}17261231010${GTIN.slice(1)}`]
])('a part is read: %s', (_, code) => {
  expect(part(code)).toMatchObject(sensor)
})

test('further identifiers tell production, best-before day, pieces and part numbers', () => {
  expect(part(`]d201${GTIN}11250201` + `15270100` + `3012${GS}240MAKER-7${GS}241SP-100`)).toMatchObject(
    { producedOn: '2025-02-01', bestBefore: '2027-01-31', pieces: 12, partNumbers: ['SP-100', 'MAKER-7'] })
  expect(part(`(02)${GTIN}(37)24`)).toMatchObject({ gtin: GTIN, pieces: 24 })
  expect(part(`(8006)${GTIN}0102`)).toMatchObject({ gtin: GTIN })
  expect(part(`(01)${GTIN}(250)SN2`)).toMatchObject({ serialNumber: 'SN2' })
  expect(part(`(01)${GTIN}(7003)2612311200`)).toMatchObject({ expiresOn: '2026-12-31' })
})

test('identifiers that say nothing of a part are passed over, with their lengths', () => {
  // Net weight has six digits and no end sign; a ship-to location thirteen; a reimbursement number ends with a sign.
  expect(part(`]d23103001250410950110153000371012345${GS}01${GTIN}`)).toMatchObject({ gtin: GTIN })
  expect(part(`]d2710NHRN1${GS}01${GTIN}`).elements).toEqual([{ ai: '710', value: 'NHRN1' }, { ai: '01', value: GTIN }])
})

test.each([['9501101530003', GTIN], ['96385074', '00000096385074'], ['036000291452', '00036000291452'], [GTIN, GTIN], [']E09501101530003', GTIN]])(
  'the bare number %s is a GTIN', (code, gtin) => {
    expect(part(code)).toMatchObject({ kind: 'gtin', gtin })
  })

test.each(['SP-SPO2-01', '100-200', '12345678', 'Ventil (klein)', '零件-7'])('%s may be the number of a part', code => {
  expect(part(code)).toEqual({ kind: 'text', partNumbers: [code], elements: [] })
})

test.each([
  ['', 'SCAN_EMPTY', []], ['   ', 'SCAN_EMPTY', []], [']d2', 'SCAN_EMPTY', []], [`]C1${GS}`, 'SCAN_EMPTY', []],
  ['(01)09501101530004', 'SCAN_CHECK_DIGIT_WRONG', ['09501101530004']],
  ['(01)950110153', 'SCAN_VALUE_SHORT', ['01', '950110153', 14]],
  ['(01)095011015300031', 'SCAN_VALUE_LONG', ['01', '095011015300031', 14]],
  ['(01)0950110153000X', 'SCAN_VALUE_NOT_DIGITS', ['01', '0950110153000X']],
  ['(10)ÄÖ', 'SCAN_CHARACTER_FORBIDDEN', ['10', 'ÄÖ']],
  ['(10)123456789012345678901', 'SCAN_VALUE_LONG', ['10', '123456789012345678901', 20]],
  [`(01)${GTIN}(17)261331`, 'SCAN_DATE_IMPOSSIBLE', ['17', '261331']],
  [`(01)${GTIN}(17)270229`, 'SCAN_DATE_IMPOSSIBLE', ['17', '270229']],
  ['(10)A(10)B', 'SCAN_IDENTIFIER_TWICE', ['10', 'A', 'B']],
  [']d25512345', 'SCAN_IDENTIFIER_UNKNOWN', ['5512']], ['(55)1', 'SCAN_IDENTIFIER_UNKNOWN', ['55']]
])('what is wrong with %j is told', (code, key, args) => {
  expect(problem(code)).toEqual({ key, args })
})

test('nothing endless is read', () => {
  expect(problem('x'.repeat(501))).toEqual({ key: 'SCAN_TOO_LONG', args: [500] })
  expect(problem('x'.repeat(500))).toBeUndefined()
})

test('day 00 is the last day of the month', () => {
  expect(gs1Date('260200', TODAY)).toBe('2026-02-28')
  expect(gs1Date('280200', TODAY)).toBe('2028-02-29')
  expect(gs1Date('261200', TODAY)).toBe('2026-12-31')
})

test('the century is that of the year closest to now: up to 49 years ago, up to 50 ahead', () => {
  expect(gs1Date('760101', TODAY)).toBe('2076-01-01')
  expect(gs1Date('770101', TODAY)).toBe('1977-01-01')
  expect(gs1Date('100101', '2060-01-01')).toBe('2110-01-01')
  expect(gs1Date('110101', '2060-01-01')).toBe('2011-01-01')
  expect(gs1Date('990101', '2000-01-01')).toBe('1999-01-01')
})

test('check digits are those of the specification', () => {
  // 6291041500213 is the specification's own example.
  expect(checkDigit('629104150021')).toBe('3')
  expect(hasCheckDigit('6291041500213')).toBe(true)
})

test('a wrong or two swapped digits of a GTIN are noticed, unless they differ by five', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 }), fc.nat(12), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
    const gtin = digits.join('') + checkDigit(digits.join(''))
    const changed = [...gtin].map((digit, i) => (i === at ? String((Number(digit) + by) % 10) : digit)).join('')
    expect(hasCheckDigit(changed)).toBe(false)
    const swapped = [...gtin].map((digit, i) => (i === at ? gtin[at + 1] : i === at + 1 ? gtin[at] : digit)).join('')
    const difference = Math.abs(Number(gtin[at]) - Number(gtin[at + 1]))
    expect(hasCheckDigit(swapped)).toBe(difference % 5 === 0)
  }))
})

const CHARACTERS = [...'!"%&\'*+,-./0123456789:;=?ABCXYZ_abcxyz']
const value = (maxLength: number) => fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength })
const gtin = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 }).map(digits => digits.join('') + checkDigit(digits.join('')))
const day = fc.date({ min: new Date('1980-01-01'), max: new Date('2070-12-31'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
const label = fc.record({ '01': gtin, '10': value(20), '17': day, '21': value(20), '240': value(30), '30': fc.integer({ min: 1, max: 99999999 }).map(String) }, { requiredKeys: [] })
const written = (ai: string, content: string) => (ai === '17' ? content.slice(2).replaceAll('-', '') : content)

test('what is written into a code is read from it, scanned or typed, in any order', () => {
  const ordered = label.chain(fields => fc.record({ fields: fc.constant(fields), order: fc.shuffledSubarray(Object.keys(fields), { minLength: Object.keys(fields).length }) }))
  fc.assert(fc.property(ordered, ({ fields, order }) => {
    fc.pre(order.length > 0)
    const entries = order.map(ai => [ai, written(ai, fields[ai as '01']!)])
    const scanned = ']d2' + entries.map(([ai, content]) => ai + content + (['01', '17'].includes(ai) ? '' : GS)).join('')
    const typed = entries.map(([ai, content]) => `(${ai})${content}`).join('')
    for (const code of [scanned, typed]) {
      expect(part(code)).toMatchObject({
        elements: entries.map(([ai, content]) => ({ ai, value: content })), ...(fields['01'] && { gtin: fields['01'] }), ...(fields['10'] && { batch: fields['10'] }),
        ...(fields['21'] && { serialNumber: fields['21'] }), ...(fields['17'] && { expiresOn: fields['17'] }), ...(fields['30'] && { pieces: Number(fields['30']) })
      })
    }
  }), { numRuns: 200 })
})

test('whatever is scanned, the answer is a part or a named problem', () => {
  const nearly = fc.string({ unit: fc.constantFrom(...`]dCQ123(0)${GS}7Aä\u0000\n`) })
  const garbage = fc.oneof(fc.string({ unit: 'binary' }), nearly, fc.string().map(text => `]d2${text}`), fc.string().map(text => `(01)${text}`))
  fc.assert(fc.property(garbage, code => {
    const result = readCode(code, TODAY)
    if ('problem' in result) expect(result.problem.key).toMatch(/^SCAN_[A-Z_]+$/)
    else expect(result.part.partNumbers.length + result.part.elements.length).toBeGreaterThan(0)
  }), { numRuns: 2000 })
})
