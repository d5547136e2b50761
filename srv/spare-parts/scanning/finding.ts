import { entities } from '../../entities'
import { localized } from '../asking'
import type { ScannedPart } from './read-code'

export interface FoundPart {
  ID: string
  number: string
  name: string | null
  baseUnit: string | null
  isBatchManaged: boolean
  isSerialManaged: boolean
  gtin: string | null
}

/** Lengths of trade item numbers without the zeros that fill them up to fourteen. */
const LENGTHS = [13, 12, 8]

/** The parts that a code may mean, with names in the reader's language: by trade item number, else by part number. */
export async function partsOf({ gtin, partNumbers }: ScannedPart): Promise<FoundPart[]> {
  const byGtin = gtin ? await find({ gtin: { in: formsOf(gtin) } }) : []
  if (byGtin.length) return byGtin
  for (const number of partNumbers) {
    const found = await find({ number })
    if (found.length) return found
  }
  return []
}

/** As the host may hold it: with fourteen digits, or without the zeros before a shorter one. */
export const formsOf = (gtin: string): string[] =>
  [gtin, ...LENGTHS.filter(length => /^0*$/.test(gtin.slice(0, 14 - length))).map(length => gtin.slice(14 - length))]

const find = (where: object) => localized<FoundPart>(SELECT.from(entities().Products)
  .columns('ID', 'number', 'name', 'baseUnit', 'isBatchManaged', 'isSerialManaged', 'gtin').where({ ...where, isActive: true }).limit(2))
