import type Dialog from 'sap/m/Dialog'
import type Control from 'sap/ui/core/Control'
import Device from 'sap/ui/Device'
import syncStyleClass from 'sap/ui/core/syncStyleClass'

/** Opens a dialog that belongs to a part of the page, as wide as the screen on a phone, and forgets it when it is closed. */
export function present(part: Control, dialog: Dialog): void {
  dialog.setStretch(Device.system.phone)
  dialog.attachAfterClose(() => dialog.destroy())
  part.addDependent(dialog)
  syncStyleClass('sapUiSizeCompact', part, dialog)
  dialog.open()
}

/** Closes a dialog. What opens next waits for it: a dialog that opens while another one goes can leave the page blocked. */
export const closed = (dialog: Dialog): Promise<void> => new Promise(resolve => {
  dialog.attachAfterClose(() => resolve())
  dialog.close()
})
