import cds from '@sap/cds'

type Entities = ReturnType<typeof cds.entities>

const known = new WeakMap<object, Map<string, Entities>>()

/** Entities of a namespace, this module's by default. Each `cds.entities(namespace)` looks through the whole model, which takes longer than most statements. */
export function entities(namespace = 'aftersales'): Entities {
  const found = known.get(cds.model!) ?? known.set(cds.model!, new Map()).get(cds.model!)!
  return found.get(namespace) ?? found.set(namespace, cds.entities(namespace)).get(namespace)!
}
