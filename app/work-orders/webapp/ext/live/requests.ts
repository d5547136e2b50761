import type Context from 'sap/ui/model/odata/v4/Context'
import type { ODataListBinding$CreateCompletedEvent } from 'sap/ui/model/odata/v4/ODataListBinding'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { refusable } from './refusal'

/** More rows than this nobody reads on an order's page. */
export const MANY = 200

/** Reads rows by a system query, given as parameters of a list binding. */
export const rows = <Row>(model: ODataModel, path: string, parameters: object): Promise<Row[]> =>
  model.bindList(path, undefined, [], [], parameters).requestContexts(0, MANY).then(contexts => contexts.map((context: Context) => context.getObject() as Row))

const named = new WeakMap<ODataModel, Map<string, Promise<Record<string, string>>>>()

/** Names by code of a code list, in the list's own order. They change with the language only, so each list is read once. */
export function names(model: ODataModel, path: string): Promise<Record<string, string>> {
  const lists = named.get(model) ?? new Map<string, Promise<Record<string, string>>>()
  named.set(model, lists)
  const asked = lists.get(path) ?? readNames(model, path)
  lists.set(path, asked)
  asked.catch(() => lists.delete(path))
  return asked
}

async function readNames(model: ODataModel, path: string): Promise<Record<string, string>> {
  const all = await rows<{ code: string; name: string }>(model, path, { $select: 'code,name' })
  return Object.fromEntries(all.map(({ code, name }) => [code, name]))
}

/** Calls a function or an action; what is undefined stays away. */
export async function call<Result>(model: ODataModel, path: string, parameters: object = {}): Promise<Result> {
  const operation = model.bindContext(`${path}(...)`)
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) operation.setParameter(name, value)
  await operation.invoke()
  return operation.getBoundContext().getObject() as Result
}

/** @throws a refusal */
export const act = <Result>(model: ODataModel, path: string, parameters: object): Promise<Result> => refusable(() => call<Result>(model, path, parameters))

/** Creates a row. UI5 keeps a refused one to send it again, so it is taken back here. @throws a refusal */
export function create(model: ODataModel, path: string, row: object): Promise<void> {
  return refusable(() => new Promise<void>((resolve, reject) => {
    const binding = model.bindList(path)
    binding.attachCreateCompleted((event: ODataListBinding$CreateCompletedEvent) => {
      if (event.getParameter('success')) return resolve()
      void event.getParameter('context')?.delete()
      reject()
    })
    binding.create(row, true).created()?.catch(() => {})
  }))
}
