import { mayCall, mayDo, type Restricted } from '../permissions'

interface User { id: string; is(role: string): boolean }

/** The definitions whose access rules decide what a user may do. */
export interface AccessRules {
  Agreements: Restricted
  Warnings: Restricted
  Milestones: Restricted
  Shipments: Restricted
  OnCallShifts: Restricted
  Notices: Restricted
}

export interface OperationRules {
  simulate: Restricted
  recordRestoration: Restricted
  redetermine: Restricted
  planMilestones: Restricted
  breachRisk: Restricted
}

/**
 * Reads from the access rules what a user may do; they stay the only place that says it.
 *
 * @param roles that the service knows: a milestone is confirmed by its owner role
 */
export function permissionsOf(user: User, { Agreements, Warnings, Milestones, Shipments, OnCallShifts, Notices }: AccessRules, operations: OperationRules, roles: string[]) {
  const { simulate, recordRestoration, redetermine, planMilestones, breachRisk } = operations
  return {
    userId: user.id,
    mayMaintain: mayDo(user, 'UPDATE', Agreements),
    maySimulate: mayCall(user, simulate),
    mayAnswer: mayDo(user, 'acknowledge', Warnings),
    mayHandOver: mayDo(user, 'handOver', Warnings),
    mayPlanShifts: mayDo(user, 'UPDATE', OnCallShifts),
    mayResend: mayDo(user, 'resend', Notices),
    maySeeAgreements: mayDo(user, 'READ', Agreements),
    mayForecast: mayCall(user, breachRisk),
    mayRestore: mayCall(user, recordRestoration),
    mayRedetermine: mayCall(user, redetermine),
    mayPlanMilestones: mayCall(user, planMilestones),
    maySteerMilestones: mayDo(user, 'skip', Milestones),
    mayShip: mayDo(user, 'report', Shipments),
    roles: roles.filter(role => user.is(role))
  }
}
