import { demand, Registry } from './registry'

/** Numbers of work orders of a type, of a plant, or of a type at a plant. */
export interface NumberRange {
  object: 'WorkOrder'
  orderType?: string
  plant?: string
  /** Up to 5 characters that no other range has: numbers are unique. */
  prefix: string
  digits: number
}

/** Codes of the object's own range and of those within it. */
export const rangeCode = ({ object, orderType = '', plant = '' }: Pick<NumberRange, 'object' | 'orderType' | 'plant'>): string =>
  [object, orderType, plant].join(':').replace(/:+$/, '')

/** From the closest to that of all: type and plant, type, plant. */
export const rangeCodes = (object: 'WorkOrder', orderType?: string | null, plant?: string | null): string[] => [...new Set([
  { orderType: orderType ?? '', plant: plant ?? '' }, { orderType: orderType ?? '' }, { plant: plant ?? '' }, {}
].map(own => rangeCode({ object, ...own })))]

const ranges = new Registry<NumberRange>('number range')

/**
 * Gives orders of a type or a plant numbers of their own. The range gets its row in `NumberRanges` when the first number is taken; rows that
 * somebody has made by hand do the same without this function.
 *
 * @throws for a prefix that is taken, and for a range of nothing
 */
export function numberRange(range: NumberRange): void {
  const { object, orderType, plant, prefix, digits } = range
  demand(object === 'WorkOrder', `Only work orders have numbers by type and plant, not '${object}'`)
  demand(orderType || plant, 'A number range of its own is for an order type or a plant')
  demand(/^.{1,5}$/.test(prefix ?? ''), `The prefix of a number range has 1 to 5 characters: '${prefix}'`)
  demand(Number.isInteger(digits) && digits >= 3 && digits <= 10, `A number has 3 to 10 digits, not ${digits}`)
  demand(ranges.values().every(other => other.prefix !== prefix) && prefix !== 'WO-', `The prefix '${prefix}' is taken`)
  ranges.add(rangeCode(range), range)
}

export const registeredRange = (code: string): NumberRange | undefined => ranges.get(code)
