import cds from '@sap/cds'

type Entities = ReturnType<typeof cds.entities>

const known = new WeakMap<object, Entities>()

/** This module's entities. Each `cds.entities(namespace)` looks through the whole model, which takes longer than most statements. */
export function entities(): Entities {
  const found = known.get(cds.model!) ?? cds.entities('aftersales')
  known.set(cds.model!, found)
  return found
}
