import { entities } from '../../entities'

/** Whether the same request has moved pieces of this reservation before; its row is locked, so that the second of two finds the first. */
export async function wasAsked(reservation_ID: string, requestKey?: string | null): Promise<boolean> {
  if (!requestKey) return false
  return Boolean(await SELECT.one.from(entities().PartMovements).columns('ID').where({ reservation_ID, requestKey }))
}
