import type { CostObject } from '../ports'
import { postingSettings } from '../settings'
import { padded } from '../wire-format'

/** The movement type that an issue to this cost object has in the host. */
export function movementTypeFor({ costCenter, order }: CostObject = {}): string {
  const { movementTypes } = postingSettings()
  if (order) return movementTypes.order
  return costCenter ? movementTypes.costCenter : movementTypes.other
}

/** The movement type of what comes back from there. */
export function returnTypeFor({ costCenter, order }: CostObject = {}): string {
  const { movementTypes } = postingSettings()
  if (order) return movementTypes.fromOrder
  return costCenter ? movementTypes.fromCostCenter : movementTypes.fromOther
}

/** Numbers of cost objects as the host stores them. */
export const costCenterOf = (cost?: CostObject) => cost?.costCenter && padded(cost.costCenter, 10)
export const orderOf = (cost?: CostObject) => cost?.order && padded(cost.order, 12)
