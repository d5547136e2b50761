import { mayCall, mayDo, type Restricted } from '../permissions'

interface User { id: string; is(role: string): boolean }

/** The definitions whose access rules decide what a user may do. */
export interface AccessRules {
  WorkOrders: Restricted
  CostItems: Restricted
  intake: Restricted
  importHistory: Restricted
  /** Of the service that keeps clocks, where there is one. */
  Clocks?: Restricted
  Notices?: Restricted
  /** Of the service of quality, where there is one. */
  QualityNotifications?: Restricted
  /** Of the service of finance, where there is one. */
  RepairCosts?: Restricted
  /** Of the service of spare parts, where there is one. */
  Reservations?: Restricted
}

/** Reads from the access rules what a user may do; access-control.cds stays the only place that says it. */
export function permissionsOf(user: User, rules: AccessRules) {
  const may = (event: string, entity = rules.WorkOrders) => mayDo(user, event, entity)
  return {
    userId: user.id,
    mayIntake: mayCall(user, rules.intake),
    mayImport: mayCall(user, rules.importHistory),
    mayEdit: may('UPDATE'),
    mayRelease: may('release'),
    mayAssign: may('assign'),
    mayWork: may('start'),
    mayAccept: may('accept'),
    mayClose: may('close'),
    mayCancel: may('cancel'),
    mayReopen: may('reopen'),
    mayAddNote: may('addNote'),
    maySeeCosts: may('READ', rules.CostItems),
    maySeeClocks: Boolean(rules.Clocks && mayDo(user, 'READ', rules.Clocks)),
    maySeeNotices: Boolean(rules.Notices && mayDo(user, 'READ', rules.Notices)),
    maySeeQuality: Boolean(rules.QualityNotifications && mayDo(user, 'READ', rules.QualityNotifications)),
    maySeeFinance: Boolean(rules.RepairCosts && mayDo(user, 'READ', rules.RepairCosts)),
    maySeeParts: Boolean(rules.Reservations && mayDo(user, 'READ', rules.Reservations))
  }
}
