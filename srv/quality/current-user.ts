import type cds from '@sap/cds'
import { mayDo, type Restricted } from '../permissions'
import { printedName } from './signatures/signing'

/** Answers what the user at hand may do; the access rules stay the only place that says it. */
export function tellPermissions(service: cds.ApplicationService): void {
  const entities = service.entities as unknown as Record<string, Restricted | undefined>
  service.on('READ', 'CurrentUser', async ({ user }) => {
    const may = (event: string, entity = 'QualityNotifications') => mayDo(user, event, entities[entity] ?? {})
    return {
      userId: user.id, printedName: await printedName(user as never), mayRaise: may('raiseNotification', 'WorkOrders'), mayCreate: may('CREATE'), mayEdit: may('UPDATE'), mayWork: may('putInProcess'), mayComplete: may('complete'),
      mayReopen: may('reopen'), mayDecide: may('decideReportability'), maySubmit: may('submit', 'RegulatoryReports'), mayReport: may('createReport'), maySendToHost: may('sendToHost'),
      mayRaiseCapa: may('raiseCapa'), maySeeCapa: may('READ', 'CapaCases'), mayEditCapa: may('UPDATE', 'CapaCases'), mayApprove: may('verifyEffectiveness', 'CapaCases'),
      mayDecideTrends: may('accept', 'TrendSignals'), maySeeTrends: may('READ', 'TrendSignals'), mayReadAudit: may('READ', 'AuditEvents'), mayMaintain: may('UPDATE', 'NotificationRules')
    }
  })
}
