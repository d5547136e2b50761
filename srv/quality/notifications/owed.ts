import { entities } from '../../entities'
import { authoritiesConcerned } from '../regulatory/proposing'
import { notificationOf } from '../regulatory/reading'

/** Authorities for which nobody has decided yet, of those where it happened or where the device is sold: what the rules propose is no decision. */
export async function openAuthorities(notification_ID: string): Promise<string[]> {
  const { RegulatoryDecisions } = entities()
  const concerned = await authoritiesConcerned(await notificationOf(notification_ID))
  const decided = (await SELECT.from(RegulatoryDecisions).columns('authority_code').where({ notification_ID, isCurrent: true, state_code: 'Decided' })) as { authority_code: string }[]
  const answered = new Set(decided.map(({ authority_code }) => authority_code))
  return concerned.filter(code => !answered.has(code))
}
