import { createHash } from 'node:crypto'

/** Characters that nobody mistakes for one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/**
 * The reference that a host document carries: `123-` and a digest of the message's ID, 16 characters as in
 * the host's ReferenceDocument.
 *
 * The number lets people find the message. It alone would not do: a second installation on the same host, or
 * this one after a reset, counts from 1 again and would take old documents for its own.
 */
export function keyOf(number: string, ID: string): string {
  const count = String(Number(number.replace(/\D/g, '')))
  const digest = [...createHash('sha256').update(ID).digest()].map(byte => ALPHABET[byte % 32]).join('')
  return `${count}-${digest}`.slice(0, LENGTH)
}
