import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Permissions } from './permissions'

const known = new WeakMap<ODataModel, Promise<unknown>>()

/** What the service of the model says that the user may do. Asked once for a page; a failure is asked again. */
export function permissionsOf<May = Permissions>(model: ODataModel): Promise<May> {
  const asked = known.get(model) ?? ask(model)
  known.set(model, asked)
  asked.catch(() => known.delete(model))
  return asked as Promise<May>
}

const ask = (model: ODataModel): Promise<unknown> => model.bindContext('/CurrentUser').requestObject()
