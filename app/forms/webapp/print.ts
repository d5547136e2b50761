import Localization from 'sap/base/i18n/Localization'
import MessageBox from 'sap/m/MessageBox'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from './call'
import { askFor, type Field } from './form'
import { readAgain } from './sign'
import { text, type Page } from './texts'

const LANGUAGES = [{ key: 'en', text: 'English' }, { key: 'zh_CN', text: '简体中文' }]

interface Printed { ID: string; number: string; version: number }

/** Asks for the language, and for the kind where there are several, has the report printed and offers the file. */
export function print(page: Page, row: Context, kinds: string | { label: string; choices: { key: string; text: string }[] }): void {
  const kind: Field[] = typeof kinds === 'string' ? [] : [{ name: 'kind_code', kind: 'choice', ...kinds }]
  askFor(page, {
    title: text('print'), deed: text('print'),
    fields: [...kind, { name: 'language', kind: 'choice', label: text('language'), choices: LANGUAGES, value: Localization.getLanguage().startsWith('zh') ? 'zh_CN' : 'en' }],
    send: async ({ kind_code = kinds as string, language }) => {
      const printed = await call<Printed>(row.getModel() as ODataModel, 'createReport', { kind_code, language }, row)
      await readAgain(row, ['documents'])
      offer(printed, (row.getModel() as ODataModel).getServiceUrl())
    }
  })
}

function offer({ ID, number, version }: Printed, service: string): void {
  const open = text('open')
  MessageBox.success(text('printed', number, version), {
    actions: [open, MessageBox.Action.CLOSE], emphasizedAction: open,
    onClose: (chosen: string) => { if (chosen === open) window.open(`${service}QualityDocuments(${ID})/content`, '_blank') }
  })
}
