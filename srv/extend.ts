/**
 * What an installation may add to the module: to be called while its server starts, for instance in its `server.js` or in `cds.on('bootstrap')`.
 * Everything else is extended in CDS. See docs/extending.md.
 */
export { type MatchingFactor, matchingFactor, type PossibleVisit } from './extending/matching-factors'
export { costObjectRule, type RegisteredCostObjectRule } from './extending/cost-object-rules'
export { type NumberRange, numberRange } from './extending/number-ranges'
export { hostPort, hostReading } from './extending/host-ports'
export type { Changed, Events, Happened, Told, WorkOrderStatus } from './extending/events'
export type { HostErp, Write } from './host-erp/ports'
export { ReadingFailure, type ReadingPorts } from './host-erp/reading'
export { type HostFailure, HostUnavailable, NotSendable, Refused } from './host-erp/failures'
export type { CostFacts, CostObject } from './finance/rules/determine'
export type { Job } from './dispatch/matching/job'
export type { Technician } from './dispatch/matching/technician'
