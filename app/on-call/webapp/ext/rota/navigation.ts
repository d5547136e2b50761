import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type Control from 'sap/ui/core/Control'
import type ManagedObject from 'sap/ui/base/ManagedObject'
import type View from 'sap/ui/core/mvc/View'

/** Opens the page of a shift. */
export function openShift(control: Control, ID: string): void {
  const controller = viewOf(control).getController() as unknown as { getExtensionAPI(): ExtensionAPI }
  void controller.getExtensionAPI().getRouting().navigateToRoute('OnCallShiftsObjectPage', { key: `ID=${ID},IsActiveEntity=true` })
}

const viewOf = (part: ManagedObject): View => (part.isA<View>('sap.ui.core.mvc.View') ? part : viewOf(part.getParent() as ManagedObject))
