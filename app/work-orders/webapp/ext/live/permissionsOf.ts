import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Permissions } from './permissions'

const known = new WeakMap<ODataModel, Promise<Permissions>>()

/** Asked once for a page; a failure is asked again. */
export function permissionsOf(model: ODataModel): Promise<Permissions> {
  const asked = known.get(model) ?? ask(model)
  known.set(model, asked)
  asked.catch(() => known.delete(model))
  return asked
}

const ask = (model: ODataModel) => model.bindContext('/CurrentUser').requestObject() as Promise<Permissions>
