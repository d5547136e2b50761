interface Restriction { grant: string | string[]; to?: string | string[] }
interface Restricted { '@restrict'?: Restriction[]; '@requires'?: string | string[] }
interface User { id: string; is(role: string): boolean }

/** The definitions whose access rules decide what a user may do. */
export interface AccessRules {
  WorkOrders: Restricted
  CostItems: Restricted
  intake: Restricted
  importHistory: Restricted
}

/** Reads from the access rules what a user may do; access-control.cds stays the only place that says it. */
export function permissionsOf(user: User, rules: AccessRules) {
  const may = (event: string, entity = rules.WorkOrders) => grants(entity, event).some(role => user.is(role))
  return {
    userId: user.id,
    mayIntake: required(rules.intake).some(role => user.is(role)),
    mayImport: required(rules.importHistory).some(role => user.is(role)),
    mayEdit: may('UPDATE'),
    mayRelease: may('release'),
    mayAssign: may('assign'),
    mayWork: may('start'),
    mayAccept: may('accept'),
    mayClose: may('close'),
    mayCancel: may('cancel'),
    mayReopen: may('reopen'),
    mayAddNote: may('addNote'),
    maySeeCosts: may('READ', rules.CostItems)
  }
}

function grants(entity: Restricted, event: string): string[] {
  return (entity['@restrict'] ?? [])
    .filter(rule => [rule.grant].flat().some(grant => grant === event || grant === '*'))
    .flatMap(rule => rule.to ?? 'any')
}

const required = (definition: Restricted) => [definition['@requires'] ?? []].flat()
