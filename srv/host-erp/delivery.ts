import { failureOf, type HostFailure } from './failures'
import { withPredecessor, writeOf } from './kinds'
import type { Claimed } from './messages'
import type { HostErp } from './ports'
import { deliverySettings } from './settings'

export type Outcome = { document: string } | { failure: HostFailure }

/**
 * Sends a message once. From the second attempt on the host is asked first whether it has the document: the
 * answer to the attempt before may have been lost. Runs outside any transaction: the host can be slow.
 */
export async function send(message: Claimed, host: HostErp): Promise<Outcome> {
  const write = writeOf(message.kind_code, host)
  const request = withPredecessor(message.kind_code, JSON.parse(message.payload), message.predecessorDocument) as never
  const find = async () => outcomeOf(await write.find(request, message.idempotencyKey))
  const isRepeated = message.attempts > 1
  try {
    return (isRepeated && await find()) || { document: await write.send(request, message.idempotencyKey) }
  } catch (error) {
    const failure = failureOf(error, deliverySettings().transientCodes)
    // A refusal may only mean that an earlier attempt, slower than its time-out, has succeeded meanwhile.
    const late = failure.isFinal && isRepeated ? await find().catch(() => undefined) : undefined
    return late ?? { failure }
  }
}

/** A document that exists twice is no success: one of them has to be reversed by a person. */
function outcomeOf(documents: string[]): Outcome | undefined {
  if (documents.length < 2) return documents.length ? { document: documents[0] } : undefined
  return { failure: { isFinal: true, isUnclear: false, code: 'HOST_DOCUMENT_TWICE', text: documents.join(', ') } }
}
