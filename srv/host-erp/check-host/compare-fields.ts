import { error, note, warning, type Finding } from './findings'
import type { Field } from './model'

/** Compares one field or parameter with that of the host. */
export function compareFields(at: string, own: Field, host: Field | undefined): Finding[] {
  if (!host) return [error('FIELD_MISSING', at, 'The host does not have this field: naming it in a request is refused')]
  if (own.type !== host.type) return [error('TYPE_DIFFERS', at, `The host has ${shown(host)}, we use ${shown(own)}`)]
  if (own.type === 'Edm.String' || own.type === 'Edm.Binary') return compareLengths(at, own, host)
  return own.type === 'Edm.Decimal' ? compareDecimals(at, own, host) : []
}

function compareLengths(at: string, own: Field, host: Field): Finding[] {
  const [ours, theirs] = [own.length ?? Infinity, host.length ?? Infinity]
  const characters = (length: number) => `${length === Infinity ? 'any number of' : length} characters`
  const difference = `The host takes ${characters(theirs)}, we send up to ${characters(ours)}`
  if (theirs < ours) return [warning('SHORTER', at, `${difference}: longer values are cut or refused`)]
  return theirs > ours ? [note('LONGER', at, difference)] : []
}

/** Metadata without a scale says nothing: it may vary. */
function compareDecimals(at: string, own: Field, host: Field): Finding[] {
  if (own.precision === undefined || host.precision === undefined) return []
  const digits = ({ precision = 0, scale = 0 }: Field) => precision - scale
  const known = own.scale !== undefined && host.scale !== undefined
  const difference = `The host has ${shown(host)}, we use ${shown(own)}`
  const less = known ? digits(host) < digits(own) || host.scale! < own.scale! : host.precision < digits(own)
  if (less) return [warning('LESS_PRECISE', at, `${difference}: large or fine values are rounded or refused`)]
  return known && (digits(host) > digits(own) || host.scale! > own.scale!) ? [note('MORE_PRECISE', at, difference)] : []
}

function shown({ type, length, precision, scale }: Field): string {
  const size = length ?? (precision === undefined ? undefined : scale === undefined ? precision : `${precision},${scale}`)
  return size === undefined ? type : `${type}(${size})`
}
