import Decimal from 'decimal.js'
import type { RequestedItem } from '../../host-erp/reading'

/** Of a requisition what the host decides. */
export interface Followed {
  state_code: string
  quantity: string | number
  expectedOn: string | null
  purchaseOrder: string | null
}

/**
 * What has changed of a requisition by what the host tells of its items. Pure.
 *
 * Ordered once it has a purchase order; delivered once that much was received against it; cancelled when its items are deleted, or closed by purchasing
 * without an order. A date counts as the supplier's or the buyer's as soon as it differs from the one that was asked for.
 */
export function statusOf(known: Followed, items: RequestedItem[]): Partial<Followed> | undefined {
  if (!items.length) return undefined
  const alive = items.filter(({ isDeleted, isClosed, purchaseOrder }) => !isDeleted && !(isClosed && !purchaseOrder))
  if (!alive.length) return { state_code: 'Cancelled' }
  const delivered = alive.reduce((sum, item) => sum.plus(item.delivered), new Decimal(0))
  const purchaseOrder = alive.find(item => item.purchaseOrder)?.purchaseOrder ?? null
  const expectedOn = alive.flatMap(item => item.expectedOn ?? []).sort().at(-1) ?? known.expectedOn
  const state_code = delivered.gte(known.quantity) ? 'Delivered' : purchaseOrder ? 'Ordered' : known.state_code
  const changes = { ...(state_code !== known.state_code && { state_code }), ...(purchaseOrder !== known.purchaseOrder && { purchaseOrder }), ...(expectedOn !== known.expectedOn && { expectedOn }) }
  return Object.keys(changes).length ? changes : undefined
}
