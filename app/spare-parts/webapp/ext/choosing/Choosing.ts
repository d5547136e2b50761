import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import Button from 'sap/m/Button'
import Dialog from 'sap/m/Dialog'
import Label from 'sap/m/Label'
import { ButtonType } from 'sap/m/library'
import TextArea from 'sap/m/TextArea'
import VBox from 'sap/m/VBox'
import Device from 'sap/ui/Device'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { act } from './acting'

/** Holds what is open at the chosen place. */
export function claimHere(this: ExtensionAPI, page: Context, chosen: Context[]): Promise<boolean> {
  return act(page, 'claim', placeOf(chosen))
}

/** Has what is open brought from the chosen place. */
export function bringFromHere(this: ExtensionAPI, page: Context, chosen: Context[]): Promise<boolean> {
  return act(page, 'transferFrom', placeOf(chosen))
}

/** Asks for the reason, and puts the chosen part in the place of what is needed. */
export async function useInstead(this: ExtensionAPI, page: Context, [chosen]: Context[]): Promise<void> {
  const texts = (await (this.getModel('i18n') as ResourceModel).getResourceBundle()) as ResourceBundle
  const part_ID = chosen.getProperty('substitute_ID') as string
  const reason = new TextArea({ width: '100%', rows: 3, maxLength: 1000 })
  const dialog = new Dialog({
    title: texts.getText('useInstead'), contentWidth: '26rem', stretch: Device.system.phone,
    content: new VBox({ items: [new Label({ text: texts.getText('reason'), labelFor: reason }), reason] }).addStyleClass('sapUiSmallMargin'),
    beginButton: new Button({ text: texts.getText('useInstead'), type: ButtonType.Emphasized, press: () => {
      dialog.close()
      void act(page, 'useSubstitute', { part_ID, reason: reason.getValue().trim() || undefined })
    } }),
    endButton: new Button({ text: texts.getText('cancel'), press: () => { dialog.close() } })
  })
  dialog.attachAfterClose(() => dialog.destroy())
  this.addDependent(dialog)
  dialog.open()
}

const placeOf = ([chosen]: Context[]) => ({ plant: chosen.getProperty('plant') as string, storageLocation: chosen.getProperty('storageLocation') as string })
