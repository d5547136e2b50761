import { entities } from '../../entities'
import { fail } from '../../errors'

/** A part, as far as its claims need it. */
export interface Part { ID: string; number: string; name: string | null; baseUnit: string | null; isBatchManaged: boolean; isSerialManaged: boolean }

export async function partOf(ID: string): Promise<Part> {
  const { Products } = entities()
  const part = await SELECT.one.from(Products).columns('ID', 'number', 'name', 'baseUnit', 'isBatchManaged', 'isSerialManaged').where({ ID })
  return (part as unknown as Part | undefined) ?? fail(422, 'PART_UNKNOWN', { target: 'part_ID' })
}

/** 422 for what is no quantity, and for pieces of a serial-managed part that are none. */
export function checkedQuantity(value: unknown, part: Pick<Part, 'isSerialManaged'>): number {
  const quantity = Number(value)
  if (!(quantity > 0)) fail(422, 'QUANTITY_NOT_POSITIVE', { target: 'quantity' })
  if (Math.abs(quantity * 1000 - Math.round(quantity * 1000)) > 1e-6 || quantity >= 1e10) fail(422, 'QUANTITY_TOO_FINE', { target: 'quantity' })
  if (part.isSerialManaged && !Number.isInteger(quantity)) fail(422, 'QUANTITY_NOT_WHOLE', { target: 'quantity' })
  return quantity
}
