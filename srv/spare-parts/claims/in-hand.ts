import { entities } from '../../entities'
import { fail } from '../../errors'
import type { Part } from './parts'
import type { Reservation } from './pieces'

interface Line { kind_code: string; serialNumber: string | null; batch: string | null; quantity: string | number }

interface Named { serialNumber: string | null; batch: string | null }

/** What takes a piece out of somebody's hands, beside the issue that put it there. */
const OUT = ['Consumed', 'Returned', 'Scrapped', 'IssueRefused']

/**
 * Which pieces of those in hand are meant. A serial-managed part names its piece, one at a time; a batch is known where only one was issued.
 * 422 for a serial number or batch that is not in hand.
 */
export async function inHandWith({ ID }: Reservation, part: Part, quantity: number, given: Partial<Named>): Promise<Named> {
  const serialNumber = given.serialNumber?.trim() || null
  if (!part.isSerialManaged && !part.isBatchManaged) {
    if (serialNumber) fail(422, 'PART_WITHOUT_SERIALS', { target: 'serialNumber', args: [part.number] })
    if (given.batch?.trim()) fail(422, 'PART_WITHOUT_BATCHES', { target: 'batch', args: [part.number] })
    return { serialNumber: null, batch: null }
  }
  const lines = (await SELECT.from(entities().PartMovements).columns('kind_code', 'serialNumber', 'batch', 'quantity')
    .where({ reservation_ID: ID, kind_code: { in: ['Issued', ...OUT] } })) as Line[]
  if (part.isSerialManaged) {
    if (!serialNumber || quantity !== 1) fail(422, 'SERIAL_MISSING', { target: 'serialNumber', args: [part.number] })
    if (!(left(lines.filter(line => line.serialNumber === serialNumber)) > 0)) fail(422, 'SERIAL_NOT_IN_HAND', { target: 'serialNumber', args: [serialNumber] })
  }
  const batch = part.isBatchManaged ? batchOf(lines, quantity, part, given.batch?.trim() || null) : null
  return { serialNumber, batch }
}

function batchOf(lines: Line[], quantity: number, part: Part, given: string | null): string {
  const there = [...new Set(lines.map(line => line.batch))].filter(batch => batch && left(lines.filter(line => line.batch === batch)) > 0) as string[]
  const batch = given ?? (there.length === 1 ? there[0] : fail(422, 'BATCH_MISSING', { target: 'batch', args: [part.number] }))
  if (left(lines.filter(line => line.batch === batch)) < quantity) fail(422, 'BATCH_NOT_IN_HAND', { target: 'batch', args: [batch, quantity] })
  return batch
}

const left = (lines: Line[]) => lines.reduce((sum, { kind_code, quantity }) => sum + (kind_code === 'Issued' ? 1 : -1) * Number(quantity), 0)
