import type Message from 'sap/ui/core/message/Message'
import Messaging from 'sap/ui/core/Messaging'

/** Why the service said no, and the entry that it is about. */
export interface Refusal {
  field?: string
  message: string
  /** What the service calls it. */
  code?: string
  /** What else it told. */
  details: Told[]
}

interface Told { code?: string; target?: string; message: string }
interface ODataError { message: string; error?: Told & { details?: Told[] } }

/**
 * Does something whose refusal is shown where it was asked for: the messages that UI5 collects say the same again, so they go.
 * @throws a {@link Refusal}
 */
export async function refusable<Result>(work: () => Promise<Result>): Promise<Result> {
  const known = new Set(messages())
  const added = () => messages().filter(message => !known.has(message))
  try {
    return await work()
  } catch (error) {
    throw refusalOf(error as ODataError | undefined, added())
  } finally {
    Messaging.removeMessages(added())
  }
}

/** What is about a field counts before what is not; messages help where UI5 throws nothing, as for rows that it creates. */
function refusalOf(error: ODataError | undefined, added: Message[]): Refusal {
  const told: Told[] = error?.error
    ? [error.error, ...error.error.details ?? []]
    : added.map(message => ({ message: message.getMessage(), target: message.getTargets()[0] }))
  const aboutField = told.find(({ target }) => target)
  return {
    field: aboutField && lastSegment(aboutField.target!), message: (aboutField ?? told[0])?.message ?? error?.message ?? '',
    code: error?.error?.code, details: error?.error?.details ?? []
  }
}

const messages = () => Messaging.getMessageModel().getData() as Message[]
const lastSegment = (target: string) => target.split('/').pop()!
