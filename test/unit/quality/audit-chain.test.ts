import fc from 'fast-check'
import { canonicalJson, canonicalTimestamp, canonicalValue, contentHash } from '../../../srv/quality/audit/canonical'
import { changesBetween } from '../../../srv/quality/audit/changes'
import { eventHash, registrationID, registryOf, REGISTRY_ROOT, schemeOf, sealOf, type AuditEvent, type Keys } from '../../../srv/quality/audit/chain'
import { ChainCheck } from '../../../srv/quality/verify-audit/chain-check'
import type { Finding } from '../../../srv/quality/verify-audit/finding'

const PLAIN: Keys = { keys: {} }
const KEYED: Keys = { current: 'k2', keys: { k1: 'old', k2: 'new' } }

const chainOf = (length: number, keys = PLAIN): AuditEvent[] => {
  const rows: AuditEvent[] = []
  for (let i = 1; i <= length; i++) {
    const row = {
      ID: `e${i}`, object: 'CapaCases', objectID: 'c1', objectNumber: 'CA-1', sequence: i, at: `2026-11-22T16:00:0${i}.000Z`, userId: 'qm', event: 'UPDATE',
      changes: JSON.stringify({ title: { before: i - 1, after: i } }), input: null, stateBefore: i === 1 ? null : `s${i - 1}`, stateAfter: `s${i}`, scheme: schemeOf(keys),
      previousHash: rows.at(-1)?.hash ?? null
    }
    rows.push({ ...row, hash: eventHash(row, keys)! })
  }
  return rows
}

const broken = (rows: AuditEvent[], keys = PLAIN, keyedSince?: string): Finding[] => {
  const found: Finding[] = []
  const check = new ChainCheck(rows[0], { keys, keyedSince }, finding => found.push(finding))
  rows.forEach(row => check.follow(row))
  return found
}

describe('values have one form, however a database writes them', () => {
  test.each([
    ['2026-11-22 16:00:00', '2026-11-22T16:00:00.000Z'], ['2026-11-22T16:00:00.12Z', '2026-11-22T16:00:00.120Z'], ['2026-11-22T16:00:00.1230000Z', '2026-11-22T16:00:00.123Z'],
    ['2026-11-22T16:00:00.1234560Z', '2026-11-22T16:00:00.123456Z'], ['2026-11-22T16:00:00+00:00', '2026-11-22T16:00:00.000Z'], ['yesterday', 'yesterday']
  ])('time %s', (stored, canonical) => expect(canonicalTimestamp(stored)).toBe(canonical))

  test.each([['1.500', '1.5'], ['0.000', '0'], ['-0.0', '0'], ['007', '7'], ['.5', '0.5'], [3, '3'], ['-2.50', '-2.5'], [1e-7, '0.0000001'], ['100', '100']])(
    'figure %s', (stored, canonical) => expect(canonicalValue(stored, 'decimal')).toBe(canonical))

  test('a time of another instant has another form, to the microsecond', () => {
    expect(canonicalTimestamp('2026-11-22T16:00:00.123001Z')).not.toBe(canonicalTimestamp('2026-11-22T16:00:00.123Z'))
  })

  test('a record’s hash knows neither the order of fields and rows nor fields that are empty, and it knows every value', () => {
    const record = { b: 1, a: 'x', items: [{ '#key': '2', t: 'z' }, { '#key': '1', t: 'y' }] }
    expect(contentHash({ items: [...record.items].reverse(), a: 'x', b: 1, c: null, list: [] })).toBe(contentHash(record))
    expect(canonicalJson({ a: null, b: [] })).toBe('{}')
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()), { minKeys: 1 }), fc.nat(), (values, at) => {
      const name = Object.keys(values)[at % Object.keys(values).length]
      expect(contentHash({ ...values, [name]: `${String(values[name])}!` })).not.toBe(contentHash(values))
    }), { numRuns: 100 })
  })
})

test('what changed is told field by field, with added and removed rows', () => {
  const before = { title: 'A', actions: [{ '#key': '1', text: 'x' }, { '#key': '2', text: 'y' }] }
  const after = { title: 'B', actions: [{ '#key': '2', text: 'y' }, { '#key': '3', text: 'z' }] }
  expect(changesBetween(before, after)).toEqual({
    title: { before: 'A', after: 'B' }, 'actions/1/text': { before: 'x', after: null }, 'actions/3/text': { before: null, after: 'z' }
  })
  expect(changesBetween(after, after)).toEqual({})
})

describe('a chain', () => {
  test('that nobody has touched is whole, with and without a key', () => {
    expect(broken(chainOf(5))).toEqual([])
    expect(broken(chainOf(5, KEYED), KEYED)).toEqual([])
  })

  test('shows any other value in any column of any row, and names the first such row', () => {
    const columns = Object.keys(chainOf(1)[0]) as (keyof AuditEvent)[]
    for (const at of [0, 2, 4]) {
      for (const column of columns.filter(name => !['object', 'objectID'].includes(name))) {
        const rows = chainOf(5)
        rows[at] = { ...rows[at], [column]: column === 'sequence' ? 9 : `${String(rows[at][column])}x` }
        expect([at, column, broken(rows)[0]?.sequence]).toEqual([at, column, column === 'sequence' ? 9 : at + 1])
      }
    }
  })

  test('shows a missing row, a doubled one and two that changed places', () => {
    const [a, b, c, d] = chainOf(4)
    expect(broken([a, c, d])[0]).toMatchObject({ ID: 'e3', text: 'the row before it is missing' })
    expect(broken([a, b, b, c, d])[0]).toMatchObject({ ID: 'e2' })
    expect(broken([a, { ...c, sequence: 2 }, { ...b, sequence: 3 }, d])[0]).toMatchObject({ ID: 'e3' })
  })

  test('shows that a record was changed between two events', () => {
    const rows = chainOf(3)
    const { hash: _, ...changed } = { ...rows[2], stateBefore: 'other' }
    expect(broken([rows[0], rows[1], { ...changed, hash: eventHash(changed, PLAIN)! }])[0].text).toMatch(/changed past the service/)
  })

  test('with a key can’t be computed anew without it, and not without any', () => {
    const rows = chainOf(3, KEYED)
    expect(broken(rows, { current: 'k2', keys: { k2: 'guess' } })[0].sequence).toBe(1)
    expect(broken(rows, PLAIN)[0].text).toMatch(/whose key is/)
    const forged = chainOf(3, PLAIN)
    expect(broken(forged, KEYED)).toEqual([])
    expect(broken(forged, KEYED, '2026-11-22T16:00:02.000Z')[0]).toMatchObject({ sequence: 2, text: 'it is hashed without the key' })
  })

  test('hashed with an earlier key is whole as long as that key is known', () => {
    expect(broken(chainOf(3, { current: 'k1', keys: KEYED.keys }), KEYED)).toEqual([])
  })

  test('ends with a seal that knows its length and its last hash', () => {
    const end = { object: 'CapaCases', objectID: 'c1', length: 3, lastHash: 'h', scheme: schemeOf(KEYED) }
    for (const other of [{ length: 2 }, { lastHash: 'g' }, { objectID: 'c2' }, { object: 'x' }]) expect(sealOf({ ...end, ...other }, KEYED)).not.toBe(sealOf(end, KEYED))
  })
})

test('chains are spread over registers, which stand in one above them', () => {
  const registers = new Set(Array.from({ length: 2000 }, (_, i) => registryOf('CapaCases', String(i))))
  expect(registers.size).toBe(64)
  expect(registryOf('AuditChains', '07')).toBe(REGISTRY_ROOT)
  expect(registryOf('AuditChains', REGISTRY_ROOT)).toBeUndefined()
  expect(registrationID('CapaCases', 'c1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})
