import ObjectStatus from 'sap/m/ObjectStatus'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from './call'
import { askFor, type Field, type Values } from './form'
import { text, type Page } from './texts'

/** A step that is a signature: the service binds who, when and the meaning to what the record then says. */
export interface SignedStep {
  action: string
  title: string
  explained?: string
  /** A code of the meanings. */
  meaning: string
  /** What is asked for beside the credential, and what goes with it. */
  fields?: Field[]
  parameters?(values: Values): object
  /** What the page reads anew: `*` for the row's own fields, else navigations. */
  changes: string[]
}

/** Says who signs and what that means, asks for the credential again, and does the step. */
export async function sign(page: Page, row: Context, step: SignedStep): Promise<void> {
  const model = row.getModel() as ODataModel
  const { printedName, meaning } = await signer(model, step.meaning)
  askFor(page, {
    title: step.title, explained: step.explained, deed: text('sign'),
    fields: [...step.fields ?? [], { name: 'credential', kind: 'secret', label: text('credential'), required: true, hint: text('credentialHint') }],
    shown: [fact(text('signedBy'), printedName), fact(text('meaning'), meaning)],
    send: async values => {
      await call(model, step.action, { ...step.parameters?.(values) ?? values, credential: values.credential }, row)
      await readAgain(row, step.changes)
    }
  })
}

/** The page's fields and tables after a change: `*` for the row's own fields, else navigations. */
export const readAgain = (row: Context, changes: string[]): Promise<void> =>
  row.requestSideEffects(changes.map(path => (path === '*' ? path : { $NavigationPropertyPath: path })) as never) as Promise<void>

/** The name that will be printed, and what the signature will say. @param code of the meanings */
export async function signer(model: ODataModel, code: string): Promise<{ printedName: string; meaning: string }> {
  const [user, meaning] = await Promise.all([
    model.bindContext('/CurrentUser').requestObject() as Promise<{ userId: string; printedName?: string }>,
    model.bindContext(`/SignatureMeanings('${code}')`).requestObject() as Promise<{ name: string }>
  ])
  return { printedName: user.printedName ?? user.userId, meaning: meaning.name }
}

const fact = (title: string, value: string) => new ObjectStatus({ title, text: value }).addStyleClass('sapUiTinyMarginTop')
