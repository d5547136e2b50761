import cds from '@sap/cds'
import { entities } from '../../entities'

/** Writes the next clock of a notification beside it, where its list looks; in the transaction of what changed a report. */
export async function refreshClock(notification_ID: string): Promise<void> {
  const { QualityNotifications, RegulatoryReports } = entities()
  const [next] = (await SELECT.from(RegulatoryReports).columns('dueAt', 'warnAt50', 'warnAt75').where({ notification_ID, status_code: 'Draft' }).and('dueAt is not null').orderBy('dueAt').limit(1)) as
    { dueAt: string; warnAt50: string; warnAt75: string }[]
  const clock = { isClockRunning: Boolean(next), clockDueAt: next?.dueAt ?? null, clockWarnAt50: next?.warnAt50 ?? null, clockWarnAt75: next?.warnAt75 ?? null }
  await UPDATE(QualityNotifications, { ID: notification_ID } as never).with(clock as never)
}

/** As stored. */
export const instant = (milliseconds: number | undefined): string | null => (milliseconds === undefined ? null : new Date(milliseconds).toISOString())

export const now = (): Date => cds.context!.timestamp
