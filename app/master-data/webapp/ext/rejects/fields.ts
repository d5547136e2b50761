import type Control from 'sap/ui/core/Control'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'

/** The lists whose fields a run of each object writes. */
const ENTITIES: Record<string, string> = { customers: 'Customers', products: 'Products', equipment: 'Equipment' }

/** The label of the replica's field that a finding is about, as the service itself publishes it. */
export function label(this: Control, field: string | null, object: string | null): string {
  const metadata = (this.getModel() as ODataModel | undefined)?.getMetaModel()
  if (!field || !object || !metadata) return ''
  // an association is known by its foreign key
  const names = [field, `${field}_ID`, `${field}_code`].map(name => `/${ENTITIES[object]}/${name}@com.sap.vocabularies.Common.v1.Label`)
  return names.map(path => metadata.getObject(path) as string | undefined).find(Boolean) ?? field
}
