import Messaging from 'sap/ui/core/Messaging'
import type Filter from 'sap/ui/model/Filter'
import type Sorter from 'sap/ui/model/Sorter'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'

const NAMESPACE = 'aftersales.DispatchService'

/** An answer that says no, with the service's own words. */
export class Refusal extends Error {
  constructor(message: string, readonly status: number, readonly code: string) { super(message) }
}

/** Calls an action or function; `of` is the path of what it is bound to. Parameters that are empty are left out. */
export async function call<T>(model: ODataModel, name: string, parameters: Record<string, unknown> = {}, of?: string): Promise<T> {
  const operation = model.bindContext(of ? `${of}/${NAMESPACE}.${name}(...)` : `/${name}(...)`)
  for (const [key, value] of Object.entries(parameters)) if (value !== undefined && value !== null && value !== '') operation.setParameter(key, value)
  try {
    await operation.invoke('$direct')
    const answer = (operation.getBoundContext()?.getObject() ?? null) as unknown
    return (answer && typeof answer === 'object' && 'value' in answer ? answer.value : answer) as T
  } catch (error) {
    throw refusal(error)
  } finally {
    operation.destroy()
    Messaging.removeAllMessages()
  }
}

export interface Query { select: string; expand?: object; filters?: Filter[]; sorters?: Sorter[]; most?: number }

/** Reads rows of an entity. */
export async function read<T>(model: ODataModel, path: string, { select, expand, filters, sorters, most = 500 }: Query): Promise<T[]> {
  const list = model.bindList(path, undefined, sorters, filters, { $select: select, ...(expand && { $expand: expand }), $$groupId: '$direct' } as object)
  try {
    const contexts = await list.requestContexts(0, most)
    return contexts.map(context => context.getObject() as T)
  } catch (error) {
    throw refusal(error)
  } finally {
    list.destroy()
    Messaging.removeAllMessages()
  }
}

function refusal(error: unknown): Refusal {
  const { message, status, error: detail } = error as { message: string; status?: number; error?: { code?: string } }
  return new Refusal(message, status ?? 0, detail?.code ?? '')
}
