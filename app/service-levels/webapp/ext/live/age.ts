import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import DateFormat from 'sap/ui/core/format/DateFormat'
import MessageType from 'sap/ui/core/message/MessageType'
import type View from 'sap/ui/core/mvc/View'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'

/** Says above the rows that they are as they were at an instant. */
export function sayOutdated(api: ExtensionAPI, view: View, since: Date): void {
  const bundle = (view.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle
  api.setCustomMessage({ message: bundle.getText('outdated', [DateFormat.getTimeInstance({ style: 'short' }).format(since)]), type: MessageType.Warning })
}

export const sayCurrent = (api: ExtensionAPI): void => api.setCustomMessage(undefined)
