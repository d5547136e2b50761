import { createHash } from 'node:crypto'

/** A record with its children, as plain values; what is null or empty stands nowhere, so that new fields change no old hash. */
export interface Content { [element: string]: Value | Content[] | Content }
export type Value = string | number | boolean | null

/** Types of elements whose values databases write in several ways. */
export type Kind = 'timestamp' | 'decimal' | 'boolean' | 'integer' | 'text'

/**
 * A stored value in the one form that is hashed, whichever database it comes from.
 *
 * - timestamp: `2026-11-22T16:00:00.123Z`, further digits only where they are not zero
 * - decimal: without plus, leading and trailing zeros: `1.5`, `0`, `-3`
 * - boolean: true or false
 * - null and undefined: null
 */
export function canonicalValue(value: unknown, kind: Kind): Value {
  if (value === null || value === undefined) return null
  if (kind === 'timestamp') return canonicalTimestamp(value instanceof Date ? value.toISOString() : String(value))
  if (kind === 'decimal') return canonicalDecimal(String(value))
  if (kind === 'boolean') return value === true || value === 1 || value === 'true'
  if (kind === 'integer') return Number(value)
  return String(value)
}

/** What is no instant stays as it is: it can't have been written by the service, and the hash shows it. */
export function canonicalTimestamp(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|\+00(?::?00)?)?$/.exec(text)
  if (!parts) return text
  const fraction = (parts[3] ?? '').replace(/0+$/, '').padEnd(3, '0')
  return `${parts[1]}T${parts[2]}.${fraction}Z`
}

function canonicalDecimal(text: string): string {
  const parts = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text)
  if (!parts) return /^[+-]?\d[\d.]*e/i.test(text) ? canonicalDecimal(Number(text).toFixed(9)) : text
  const digits = `${parts[2] || '0'}${parts[3] ? `.${parts[3]}` : ''}`
  return parts[1] === '-' && digits !== '0' ? `-${digits}` : digits
}

/** JSON with sorted names, without null and empty lists; lists in the order of their rows' own text. */
export function canonicalJson(content: Content | Value | Content[]): string {
  if (Array.isArray(content)) return `[${content.map(canonicalJson).sort().join()}]`
  if (content === null || typeof content !== 'object') return JSON.stringify(content)
  const entries = Object.keys(content).sort()
    .filter(name => content[name] !== null && !(Array.isArray(content[name]) && !content[name].length))
    .map(name => `${JSON.stringify(name)}:${canonicalJson(content[name])}`)
  return `{${entries.join()}}`
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Of a record; null for one that is not there. */
export const contentHash = (content: Content | null): string | null => content && sha256(canonicalJson(content))
