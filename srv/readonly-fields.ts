import cds from '@sap/cds'

/**
 * Takes what only the system sets out of an update. Saving a draft would otherwise write it back as it was when the draft
 * was opened.
 */
export function keepReadonlyFields(req: cds.Request): void {
  const { elements } = req.target as unknown as { elements: Record<string, Record<string, unknown>> }
  for (const field of Object.keys(req.data)) {
    const element = elements[field]
    const owner = element?.['@odata.foreignKey4'] ? elements[element['@odata.foreignKey4'] as string] : element
    if (element?.key || !owner) continue
    if (owner['@readonly'] || owner['@Core.Immutable']) delete (req.data as Record<string, unknown>)[field]
  }
}
