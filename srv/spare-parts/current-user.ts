import type cds from '@sap/cds'
import { entities } from '../entities'
import { mayCall, mayDo, type Restricted } from '../permissions'

/** Answers what the user at hand may do; the access rules stay the only place that says it. */
export function tellPermissions(service: cds.ApplicationService): void {
  const shown = service.entities as unknown as Record<string, Restricted | undefined>
  const operations = service.actions as unknown as Record<string, Restricted | undefined>
  service.on('READ', 'CurrentUser', async ({ user }) => {
    const technician = await SELECT.one.from(entities().Technicians).columns('ID').where({ userId: user.id })
    const may = (event: string, entity: string) => mayDo(user, event, shown[entity] ?? {})
    return {
      userId: user.id, technician_ID: technician?.ID ?? null, mayNeed: mayCall(user, operations.reserve ?? {}), mayClaim: may('claim', 'Reservations'), mayIssue: may('issue', 'Reservations'),
      maySettle: may('consume', 'Reservations'), mayRequisition: may('requisition', 'Reservations'), mayApprove: may('approve', 'SubstitutionRequests'),
      mayReturn: may('sendToSupplier', 'WarrantyReturns'), mayCredit: may('credit', 'WarrantyReturns'), mayMaintain: may('UPDATE', 'Substitutes'),
      mayReplenish: may('accept', 'ReplenishmentProposals'), mayCount: may('recordCount', 'VanStocks'), mayForecast: mayCall(user, operations.recalculateForecasts ?? {})
    }
  })
}
