import { mayCall, mayDo, type Restricted } from '../permissions'

interface User { id: string; is(role: string): boolean }

/** The definitions whose access rules decide what a user may do. */
interface AccessRules { Technicians: Restricted; WorkRequirements: Restricted }

/** Reads from the access rules what a user may do; they stay the only place that says it. */
export function permissionsOf(user: User, { Technicians, WorkRequirements }: AccessRules, { importTechnicians }: { importTechnicians: Restricted }) {
  return {
    userId: user.id, mayMaintain: mayDo(user, 'UPDATE', Technicians), mayRequire: mayDo(user, 'UPDATE', WorkRequirements),
    mayImport: mayCall(user, importTechnicians)
  }
}
