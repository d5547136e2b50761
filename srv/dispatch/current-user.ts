import { mayCall, mayDo, type Restricted } from '../permissions'

interface User { id: string; is(role: string): boolean }

/** Reads from the access rules what a user may do; they stay the only place that says it. */
export function permissionsOf(user: User, { Technicians }: { Technicians: Restricted }, { importTechnicians }: { importTechnicians: Restricted }) {
  return { userId: user.id, mayMaintain: mayDo(user, 'UPDATE', Technicians), mayImport: mayCall(user, importTechnicians) }
}
