import type { Chance } from './chance'
import type { Field, Shape } from './metadata'

const TEXTS = [
  '', ' ', 'x', 'Spindle is loud', '主轴噪声很大', '👩🏽‍🔧🔩', 'a\u0000b', '\u0001\u001f\u007f', '\ud800', "O'Brien", "';--", '"', '\\', '%', '_', '../../etc/passwd', '<script>', '${7*7}', '{i18n>x}', 'null', 'undefined', 'NaN',
  '__proto__', 'constructor', '$self', '\r\n', 'é\u0301', '\u202eabc', 'İ', '-1', '0', '1e999', 'true', '[]', '{}', 'a,b;c\td', '=1+1'
]
const DATES = ['2026-11-22', '2026-02-30', '2024-02-29', '0001-01-01', '9999-12-31', '0000-00-00', '1970-01-01', '10000-01-01', '-0001-01-01', '2026-13-01', '2026-1-1', 'today', '', '2026-11-22T10:00:00Z']
const MOMENTS = ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z', '2026-11-22T10:00:00.1234567Z', '2026-11-22T10:00:00+14:00', '2026-11-22T24:00:00Z', '2026-02-30T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-11-22', '2026-11-22T10:00:00', '2026-11-22T10:00:60Z', 'now', '', '2026-03-29T02:30:00+01:00', '1900-01-01T00:00:00Z', '2100-01-01T00:00:00Z']
const TIMES = ['10:00:00', '24:00:00', '23:59:59', '00:00:00', '25:00:00', '10:00', '10:00:00.123', '']
const INTEGERS = [0, 1, -1, 2, 5, 7, 100, 2147483647, 2147483648, -2147483648, -2147483649, 9007199254740991, 9007199254740992, 1.5, 1e21, -0, '1', 'x', '']
const DECIMALS: unknown[] = ['0', '1', '1.000', '0.001', '-1', '0.0000000000001', '9999999999.999', '99999999999999999999', '1e3', '1e308', 'NaN', 'Infinity', '1,5', ' 1', '', 0.1, 1, 12.345, -0.0001, 1e21]
const IDS = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '5f1c2a34-0b5d-4f6e-9a7b-000000000001', 'not-a-uuid', '', '5F1C2A34-0B5D-4F6E-9A7B-000000000001', "' or 1=1"]
const OTHER: unknown[] = [null, true, false, 0, 1, -1, 1.5, '', 'x', [], {}, [null], [[]], { deep: { deeper: [1, { x: null }] } }, '\u0000', Infinity]

/** A value that the type allows, as people send it. */
export function plainValue({ type, maxLength, scale }: Field, chance: Chance): unknown {
  switch (type) {
    case 'Edm.Boolean': return chance.of(0.5)
    case 'Edm.Byte': case 'Edm.SByte': case 'Edm.Int16': case 'Edm.Int32': case 'Edm.Int64': return chance.from([0, 1, 2, 3, 5, 10, 60])
    case 'Edm.Decimal': return chance.from(['1', '2', '0.5', '10', '100', '0'].map(text => (scale === 0 ? String(Math.ceil(Number(text))) : text)))
    case 'Edm.Double': return chance.from([0, 1, 8.5, 49.01, 121.5])
    case 'Edm.Date': return chance.from(['2026-11-22', '2026-11-30', '2026-01-01', '2025-06-15', '2027-03-31', '2026-12-24'])
    case 'Edm.DateTimeOffset': return chance.from(['2026-11-22T10:00:00Z', '2026-11-23T08:30:00Z', '2026-12-01T00:00:00Z', '2025-06-15T12:00:00Z'])
    case 'Edm.TimeOfDay': return chance.from(['08:00:00', '17:00:00', '12:30:00'])
    case 'Edm.Guid': return IDS[2]
    case 'Edm.Binary': case 'Edm.Stream': return chance.from(['AAEC', 'UERG'])
    default: return chance.from(['Spindle is loud', 'Seal replaced', 'DE', '1010', 'EUR', '主轴噪声', 'a']).slice(0, maxLength ?? 100)
  }
}

/** One that a type's edge or a mistake makes. */
export function oddValue({ type, maxLength }: Field, chance: Chance): unknown {
  if (chance.of(0.12)) return chance.from(OTHER)
  if (chance.of(0.1)) return null
  switch (type) {
    case 'Edm.Boolean': return chance.from([true, false, 'true', 1, 'x'])
    case 'Edm.Byte': case 'Edm.SByte': case 'Edm.Int16': case 'Edm.Int32': case 'Edm.Int64': return chance.from(INTEGERS)
    case 'Edm.Decimal': case 'Edm.Double': return chance.from(DECIMALS)
    case 'Edm.Date': return chance.from(DATES)
    case 'Edm.DateTimeOffset': return chance.from(MOMENTS)
    case 'Edm.TimeOfDay': return chance.from(TIMES)
    case 'Edm.Guid': return chance.from(IDS)
    case 'Edm.Binary': case 'Edm.Stream': return chance.from(['', '????', 'A', 'AAEC'.repeat(1000), ...TEXTS])
    default: return longOr(maxLength, chance)
  }
}

function longOr(maxLength: number | undefined, chance: Chance): string {
  if (chance.of(0.3)) return chance.from(['x', '字', '👍', 'a b ']).repeat((maxLength ?? 200) + chance.from([-1, 0, 1, 5, 3000])).slice(0, maxLength && chance.of(0.4) ? maxLength : undefined)
  return chance.from(TEXTS)
}

/** Values of the shape's fields, without what nobody fills by hand. */
export const fillable = ({ fields }: Shape): Field[] => fields.filter(({ type, name }) => type.startsWith('Edm.') && type !== 'Edm.Stream' && !/^(createdAt|createdBy|modifiedAt|modifiedBy|HasActiveEntity|HasDraftEntity|DraftMessages)$/.test(name))

/** How a value stands in an address. */
export function literal(value: unknown, type: string): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'object') return `'${JSON.stringify(value).replaceAll("'", "''")}'`.toWellFormed()
  if (/^Edm\.(String|Binary)$/.test(type) || !type.startsWith('Edm.')) return `'${String(value).replaceAll("'", "''")}'`.toWellFormed()
  return String(value).toWellFormed()
}
