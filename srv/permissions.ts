/** The parts of a definition that say who may do what with it. */
export interface Restricted {
  '@restrict'?: { grant: string | string[]; to?: string | string[] }[]
  '@requires'?: string | string[]
}

interface User { is(role: string): boolean }

/** Whether one of the user's roles is granted an event on an entity, whatever the row. */
export const mayDo = (user: User, event: string, entity: Restricted): boolean => grants(entity, event).some(role => user.is(role))

/** Whether the user has a role that an operation requires. */
export const mayCall = (user: User, operation: Restricted): boolean => [operation['@requires'] ?? []].flat().some(role => user.is(role))

function grants(entity: Restricted, event: string): string[] {
  return (entity['@restrict'] ?? [])
    .filter(rule => [rule.grant].flat().some(grant => grant === event || grant === '*'))
    .flatMap(rule => rule.to ?? 'any')
}
