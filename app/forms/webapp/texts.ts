import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import Lib from 'sap/ui/core/Lib'
import type Control from 'sap/ui/core/Control'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'

/** A page of an app, as its extensions get it. */
export type Page = { addDependent(control: Control): unknown; getModel(name?: string): unknown }

export type Text = (key: string, ...values: (string | number)[]) => string

/** A text of this library. */
export const text: Text = (key, ...values) => (Lib.getResourceBundleFor('aftersales.forms') as ResourceBundle).getText(key, values)!

/** The texts of the app that a page belongs to. */
export async function textsOf(page: Page): Promise<Text> {
  const bundle = (await (page.getModel('i18n') as ResourceModel).getResourceBundle()) as ResourceBundle
  return (key, ...values) => bundle.getText(key, values)!
}
