import type cds from '@sap/cds'
import { mayCall, mayDo, type Restricted } from '../permissions'

/** Answers what the user at hand may do; the access rules stay the only place that says it. */
export function tellPermissions(service: cds.ApplicationService): void {
  const entities = service.entities as unknown as Record<string, Restricted | undefined>
  const operations = service.actions as unknown as Record<string, Restricted | undefined>
  service.on('READ', 'CurrentUser', ({ user }) => {
    const may = (event: string, entity: string) => mayDo(user, event, entities[entity] ?? {})
    const call = (operation: string) => mayCall(user, operations[operation] ?? {})
    return {
      userId: user.id, maySeeCosts: may('READ', 'RepairCosts'), mayPost: call('post'), mayReverse: may('reverse', 'CostPostings'), mayClose: may('closeFinance', 'OrderFinances'),
      mayBill: may('requestBilling', 'OrderFinances'), mayAddCost: call('addLateCost'), mayAccrue: call('proposeAccruals'),
      mayMaintain: may('UPDATE', 'CostObjectRules'), mayMaintainCompanies: may('UPDATE', 'CompanyCodes')
    }
  })
}
