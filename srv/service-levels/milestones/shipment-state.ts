/** What a carrier told about a shipment. Instants in milliseconds. */
export interface ShipmentEvent {
  sequence: number
  at: number
  /** The status that this kind of event means; nothing for those that only tell an estimate. */
  status?: string | null
  estimatedAt?: number | null
}

export interface ShipmentState {
  status: string
  firstEstimatedAt?: number
  estimatedAt?: number
  deliveredAt?: number
}

/**
 * Reads a shipment from what was told about it. Carriers tell late and out of order: what happened last counts, not what was told last.
 * What was delivered is expected no more.
 */
export function stateOf(events: ShipmentEvent[]): ShipmentState {
  const inTime = [...events].sort((a, b) => a.at - b.at || a.sequence - b.sequence)
  const last = inTime.findLast(({ status }) => status)
  const estimates = inTime.filter(({ estimatedAt }) => estimatedAt != null).map(({ estimatedAt }) => estimatedAt!)
  return {
    status: last?.status ?? 'announced',
    firstEstimatedAt: estimates[0],
    estimatedAt: estimates.at(-1),
    deliveredAt: last?.status === 'delivered' ? last.at : undefined
  }
}
