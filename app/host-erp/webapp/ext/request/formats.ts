import DateFormat from 'sap/ui/core/format/DateFormat'
import NumberFormat from 'sap/ui/core/format/NumberFormat'
import { isFigure, type Fact } from './facts'

/** A value as the reader's language writes it: days, instants and figures; everything else as it is. */
export function display({ name, value, unit }: Fact): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day().format(new Date(`${value}T00:00:00Z`), true)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return DateFormat.getDateTimeInstance({ style: 'medium' }).format(new Date(value))
  if (!isFigure(name)) return value
  return [NumberFormat.getFloatInstance({ preserveDecimals: true }).format(value), unit].filter(Boolean).join(' ')
}

/** `approvalStep` as "Approval step": for parts of a request that have no label yet. */
export function displayName(name: string): string {
  const words = name.split('.').pop()!.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return words[0].toUpperCase() + words.slice(1)
}

const day = () => DateFormat.getDateInstance({ style: 'medium' })
