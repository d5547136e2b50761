import cds from '@sap/cds'
import { entities } from '../../entities'
import { Round } from '../../round'
import { now } from './clocks'
import { regulatorySettings } from './settings'

const AT_ONCE = 100

/** Warns of reports whose time is half, three quarters or wholly used up: each level once, by whichever instance comes first. */
class ReportRound extends Round {
  constructor() {
    super('quality', 'Reports to authorities could not be looked at; the next round makes up for it')
  }

  protected async doWork(): Promise<void> {
    await this.eachInTurn(reportsToWarnOf, warn, ID => `Report ${ID} could not be warned of:`)
  }
}

export const reportRound = new ReportRound()

export function wakeReportRound(service: cds.ApplicationService): void {
  reportRound.wakeBy(service, {
    event: 'lookAtReports', interval: '1m', task: 'look at reports to authorities', look: () => regulatorySettings().reportLook,
    otherwise: 'Reports to authorities are looked at by each instance alone, since it could not be scheduled'
  })
}

async function reportsToWarnOf(): Promise<string[]> {
  const at = now().toISOString()
  const rows = (await SELECT.from(entities().RegulatoryReports).columns('ID')
    .where`status_code = 'Draft' and ((dueAt <= ${at} and warnedLevel < 100) or (warnAt75 <= ${at} and warnedLevel < 75) or (warnAt50 <= ${at} and warnedLevel < 50))`.orderBy('dueAt').limit(AT_ONCE)) as { ID: string }[]
  return rows.map(({ ID }) => ID)
}

async function warn(ID: string): Promise<void> {
  const { RegulatoryReports, RegulatoryWarnings } = entities()
  const report = (await SELECT.one.from(RegulatoryReports).columns('notification_ID', 'dueAt', 'warnAt50', 'warnAt75').where({ ID })) as { notification_ID: string; dueAt: string; warnAt50: string; warnAt75: string }
  const raisedAt = now().toISOString()
  const level = report.dueAt <= raisedAt ? 100 : report.warnAt75 <= raisedAt ? 75 : 50
  const changed = await UPDATE(RegulatoryReports).with({ warnedLevel: level } as never).where({ ID, status_code: 'Draft', warnedLevel: { '<': level } })
  if (changed) await INSERT.into(RegulatoryWarnings).entries({ ID: cds.utils.uuid(), report_ID: ID, notification_ID: report.notification_ID, level, raisedAt, dueAt: report.dueAt })
}

/** 409 when somebody has seen it already. */
export async function acknowledge(ID: string): Promise<boolean> {
  const seen = { acknowledgedAt: now().toISOString(), acknowledgedBy: cds.context!.user.id }
  return Boolean(await UPDATE(entities().RegulatoryWarnings).with(seen as never).where({ ID, acknowledgedAt: null }))
}
