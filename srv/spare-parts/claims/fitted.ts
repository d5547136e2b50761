import cds from '@sap/cds'
import { entities } from '../../entities'
import type { Order } from './orders'
import type { Part } from './parts'

interface Fitting {
  order: Order; part: Part; quantity: number; serialNumber: string | null; batch: string | null
  /** What came out for it. */
  removedSerialNumber: string | null
  insteadOf_ID: string | null
}

/** The equipment as maintained: what goes in, and what came out for it, even where nobody wrote down when that was fitted. */
export async function fit({ order, part, quantity, serialNumber, batch, removedSerialNumber, insteadOf_ID }: Fitting): Promise<void> {
  const { equipment_ID } = order
  if (!equipment_ID) return
  const { FittedParts } = entities()
  const at = cds.context!.timestamp.toISOString()
  const replaces_ID = removedSerialNumber ? await remove(removedSerialNumber) : null
  await INSERT.into(FittedParts).entries({ ID: cds.utils.uuid(), equipment_ID, part_ID: part.ID, serialNumber, batch, quantity, fittedAt: at, fittedBy_ID: order.ID, replaces_ID })

  async function remove(serial: string): Promise<string> {
    const parts = [part.ID, insteadOf_ID].filter(Boolean)
    const known = await SELECT.one.from(FittedParts).columns('ID').where({ equipment_ID, serialNumber: serial, removedAt: null, part_ID: { in: parts } }).orderBy('fittedAt desc')
    const ID = known?.ID ?? cds.utils.uuid()
    const removed = { removedAt: at, removedBy_ID: order.ID }
    if (known) await UPDATE(FittedParts).with(removed as never).where({ ID })
    else await INSERT.into(FittedParts).entries({ ID, equipment_ID, part_ID: insteadOf_ID ?? part.ID, serialNumber: serial, quantity: 1, ...removed })
    return ID
  }
}
