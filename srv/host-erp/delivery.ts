import { failureOf, type HostFailure } from './failures'
import { withPredecessor, writeOf } from './kinds'
import type { Claimed } from './messages'
import type { HostErp, Write } from './ports'
import { deliverySettings } from './settings'

/** The document, which the host may have had from an earlier attempt, or why there is none. */
export type Outcome = { document: string; wasThere?: boolean } | { failure: HostFailure }

/**
 * Sends a message once. From the second attempt on the host is asked first whether it has the document: the
 * answer to the attempt before may have been lost. Runs outside any transaction: the host can be slow.
 */
export async function send(message: Claimed, host: HostErp): Promise<Outcome> {
  const { transientCodes } = deliverySettings()
  try {
    return await attempt(message, host)
  } catch (error) {
    return { failure: failureOf(error, transientCodes) }
  }
}

async function attempt(message: Claimed, host: HostErp): Promise<Outcome> {
  const { transientCodes, verify } = deliverySettings()
  const write = writeOf(message.kind_code, host)
  const request = withPredecessor(message.kind_code, JSON.parse(message.payload), message.predecessorDocument) as never
  const known = async (latest?: string) => keepOne(write, await write.find(request, message.idempotencyKey), latest)
  const found = message.attempts > 1 && (await known())
  if (found) return { ...found, wasThere: true }
  try {
    const document = await write.send(request, message.idempotencyKey)
    return (verify && (await known(document))) || { document }
  } catch (error) {
    // A refusal may only mean that the request, or an earlier one slower than its time-out, has been worked on already.
    const isRefused = failureOf(error, transientCodes).isFinal
    const present = isRefused && (await known().catch(() => undefined))
    if (present) return { ...present, wasThere: true }
    throw error
  }
}

/** Of documents that exist twice one stays; where the other can't be taken back, a person has to. */
async function keepOne(write: Write<never>, documents: string[], latest?: string): Promise<Outcome | undefined> {
  if (!documents.length) return undefined
  const kept = latest && documents.includes(latest) ? latest : documents[0]
  const surplus = documents.filter(document => document !== kept)
  if (surplus.length && !write.undo) return { failure: { isFinal: true, isUnclear: false, scope: 'message', code: 'HOST_DOCUMENT_TWICE', text: documents.join(', ') } }
  for (const document of surplus) await write.undo!(document)
  return { document: kept }
}
