import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import MessageBox from 'sap/m/MessageBox'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { textsOf } from 'aftersales/forms/texts'

/** Fetches what is stored about the chosen person as a file. */
export async function download(this: ExtensionAPI, _context: Context | undefined, chosen: Context[]): Promise<void> {
  const text = await textsOf(this)
  const model = this.getModel() as ODataModel
  const headers = model.getHttpHeaders() as Record<string, string>
  const answer = await fetch(`${model.getServiceUrl()}${chosen[0].getPath().slice(1)}/aftersales.DataPrivacyService.export`, {
    method: 'POST', headers: { ...headers, 'content-type': 'application/json', accept: 'application/zip' }, body: '{}'
  })
  if (!answer.ok) return MessageBox.error(text('subjects.failed'))
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(await answer.blob()), download: 'personal-data.zip' })
  link.click()
  URL.revokeObjectURL(link.href)
}
