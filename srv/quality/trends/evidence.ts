import { entities } from '../../entities'
import type { Dimension } from './counting'

/** What a series is counted by, as a path from a notification; failures of a functional location by the order. */
const PATHS: Record<Dimension, string> = { model: 'model', part: 'part_ID', supplier: 'supplier', site: 'equipment.siteName', location: 'workOrder.functionalLocation' }
/** A case about more than that is about something else. */
const MOST = 200

/** The notifications behind a signal: what was counted since the sum began to grow, without those that an open case treats already. */
export async function notificationsBehind({ dimension_code, value, sinceWeek }: { dimension_code: string; value: string; sinceWeek: string }): Promise<string[]> {
  const { QualityNotifications, CapaNotifications } = entities()
  const path = { ref: PATHS[dimension_code as Dimension].split('.') }
  const since = { xpr: [{ func: 'coalesce', args: [{ ref: ['reportedOn'] }, { ref: ['eventDate'] }] }, '>=', { val: sinceWeek }] }
  const found = await SELECT.from(QualityNotifications).columns('ID').where([path, '=', { val: value }, 'and', since] as never).orderBy('createdAt', 'ID').limit(MOST) as { ID: string }[]
  if (!found.length) return []
  const treated = await SELECT.from(CapaNotifications).columns('notification_ID').where({ notification_ID: { in: found.map(({ ID }) => ID) }, 'capa.phase.isOpen': true } as never) as { notification_ID: string }[]
  return found.map(({ ID }) => ID).filter(ID => !treated.some(({ notification_ID }) => notification_ID === ID))
}
