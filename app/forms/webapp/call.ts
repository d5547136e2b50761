import Messaging from 'sap/ui/core/Messaging'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'

/** Why the service said no, and the entry that it is about. */
export interface Refusal { field?: string; message: string }

interface Told { message: string; target?: string; details?: Told[] }

/**
 * Calls an action or a function of the page's service, bound to a row where one is given. What is undefined stays away.
 * @throws a {@link Refusal}
 */
export async function call<Answer>(model: ODataModel, name: string, values: object, row?: Context): Promise<Answer> {
  const operation = row ? model.bindContext(`${await namespaceOf(model)}.${name}(...)`, row) : model.bindContext(`/${name}(...)`)
  for (const [parameter, value] of Object.entries(values)) if (value !== undefined) operation.setParameter(parameter, value)
  try {
    await operation.invoke('$direct')
    return operation.getBoundContext()?.getObject() as Answer
  } catch (error) {
    throw refusalOf(error as { message: string; error?: Told })
  } finally {
    operation.destroy()
    Messaging.removeAllMessages()
  }
}

/** All reasons of a refusal in one text; its entry where all of it is about one. */
function refusalOf({ message, error }: { message: string; error?: Told }): Refusal {
  if (!error) return { message }
  const told = error.details?.length ? error.details : [error]
  return { message: told.map(each => each.message).join('\n'), field: told.length === 1 ? told[0].target?.split('/').pop() : undefined }
}

/** Bound operations are addressed by their full name, and their namespace is that of the service. */
async function namespaceOf(model: ODataModel): Promise<string> {
  const container = (await model.getMetaModel().requestObject('/$EntityContainer')) as string
  return container.slice(0, container.lastIndexOf('.'))
}
