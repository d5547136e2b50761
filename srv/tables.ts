interface Projection { query?: { _target?: object } }

/** The table behind an entity of a service, through all projections; a table is its own. */
export function tableOf<Entity extends object>(entity: Entity): Entity {
  const target = (entity as Projection).query?._target
  return target ? tableOf(target as Entity) : entity
}
