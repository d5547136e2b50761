import { mayCall, mayDo, type Restricted } from '../permissions'

interface User { id: string; is(role: string): boolean }

/** The definitions whose access rules decide what a user may do. */
export interface AccessRules {
  Agreements: Restricted
  Warnings: Restricted
}

/** Reads from the access rules what a user may do; they stay the only place that says it. */
export function permissionsOf(user: User, { Agreements, Warnings }: AccessRules, { simulate }: { simulate: Restricted }) {
  return {
    userId: user.id,
    mayMaintain: mayDo(user, 'UPDATE', Agreements),
    maySimulate: mayCall(user, simulate),
    mayAnswer: mayDo(user, 'acknowledge', Warnings),
    mayHandOver: mayDo(user, 'handOver', Warnings)
  }
}
