import { entities } from '../../entities'
import { fail } from '../../errors'
import { now } from './cases'

export type Role = 'owner' | 'implementer'

/** Identity providers differ in upper and lower case. */
export const isSamePerson = (one: string | null | undefined, other: string | null | undefined): boolean => Boolean(one && other) && normal(one!) === normal(other!)
const normal = (userId: string) => userId.trim().toLowerCase()

/** Writes down who had a part in the case; it is never taken back, so that nobody becomes an approver by handing work over. */
export async function noteParticipant(capa_ID: string, userId: string | null | undefined, role: Role): Promise<void> {
  const { CapaParticipants } = entities()
  if (!userId || (await SELECT.one.from(CapaParticipants).columns('role').where({ capa_ID, userId, role }))) return
  await INSERT.into(CapaParticipants).entries({ capa_ID, userId, role, since: now() })
}

/** Whether somebody owns the case, or has ever owned it or worked on one of its actions. */
export async function isInvolved(userId: string, { ID, owner }: { ID: string; owner: string | null }): Promise<boolean> {
  const { CapaParticipants, CapaActions } = entities()
  if (isSamePerson(userId, owner)) return true
  const participants = (await SELECT.from(CapaParticipants).columns('userId').where({ capa_ID: ID })) as { userId: string }[]
  const actions = (await SELECT.from(CapaActions).columns('owner', 'completedBy').where({ capa_ID: ID })) as { owner: string | null; completedBy: string | null }[]
  return [...participants.map(row => row.userId), ...actions.flatMap(row => [row.owner, row.completedBy])].some(each => isSamePerson(userId, each))
}

/** Four eyes: 403 for who judges the own work. */
export async function refuseInvolved(userId: string, capa: { ID: string; owner: string | null }): Promise<void> {
  if (await isInvolved(userId, capa)) fail(403, 'CAPA_APPROVER_INVOLVED')
}
