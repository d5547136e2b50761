import type PageController from 'sap/fe/core/PageController'
import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import type Table from 'sap/ui/mdc/Table'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { permissionsOf } from '../live/permissionsOf'

/**
 * A hidden table reads its rows all the same, and who may not see costs would be told so on every order: these are read once the service
 * has said that the user may.
 * @namespace aftersales.workorders.ext.costs
 */
export default class Costs extends ControllerExtension {
  static readonly overrides = {
    onInit(this: Costs): void {
      const model = (this as unknown as { base: PageController }).base.getAppComponent().getModel() as ODataModel
      const tables = this.getView().findAggregatedObjects(true, control => control.isA('sap.ui.mdc.Table') && control.getId().includes('::costItems::')) as unknown as Table[]
      for (const table of tables) {
        table.setAutoBindOnInit(false)
        void readWhereAllowed(table, model)
      }
    }
  }
}

async function readWhereAllowed(table: Table, model: ODataModel): Promise<void> {
  await table.initialized()
  const { maySeeCosts } = await permissionsOf<{ maySeeCosts: boolean }>(model)
  if (maySeeCosts && !table.isDestroyed()) await table.rebind()
}
