import cds from '@sap/cds'
import { asPartOf } from '../observing/tracing'
import { forPurpose } from './calls'
import type { Circuit } from './circuit'
import { type Outcome, send } from './delivery'
import type { Finished, Steps } from './drain'
import type { HostFailure } from './failures'
import { capabilityOf } from './kinds'
import { chooseSpokesman, claimNext, type Claimed, confirm, giveBack, isConfirmedSince, type Message, nextDue, noteFailure, noteWaiting } from './messages'
import { isHostWritten } from '../extending/host-ports'
import type { HostErp } from './ports'
import { deliverySettings } from './settings'

const LOG = cds.log('host-erp')

/** While the host is down, its messages are looked at once in so many milliseconds, however many are added. */
const WHILE_DOWN = 1_000

/** While one message takes long, others become due. */
const WHILE_BUSY = 1_000

/** A refused sign-in is not repeated more often, though another instance, by an older session perhaps, gets through. */
const SIGN_IN_PAUSE = 3_600_000

/** Tells other capabilities what became of a message, in the transaction that writes it down. */
export type Announce = (state: 'Confirmed' | 'NeedsAttention', message: Message, more: object) => Promise<unknown>

/** The drain's steps on this module's database and one host. */
export function roundsWith(host: HostErp, circuit: Circuit, announce: Announce): Steps {
  let lookedAt = 0
  return { turn, send: sendOne, limit: () => (isHostWritten() ? circuit.limit(deliverySettings().parallel) : deliverySettings().parallel), idle, giveBack: messages => inTransaction(() => giveBack(messages)) }

  /** As a part of what asked for it: in its trace, and under its name in the logs of both sides. */
  function sendOne(message: Claimed): Promise<Outcome> {
    const { kind_code: kind, traceParent, correlationID, ID, number, attempts } = message
    const purpose = { capability: capabilityOf(kind), kind }
    return inTransaction(() => asPartOf(traceParent, () => forPurpose(purpose, async () => {
      const outcome = await send(message, host)
      if ('failure' in outcome) LOG.info(`${number} ${kind} is not through, attempt ${attempts}: ${outcome.failure.code}`)
      else LOG.debug(`${number} ${kind} is through, attempt ${attempts}: ${outcome.document}`)
      return outcome
    })), correlationID ?? ID)
  }

  async function turn(finished: Finished[], room: number): Promise<Claimed[]> {
    if (!finished.length && !room) return []
    try {
      return await inTransaction(async () => {
        for (const each of finished) await conclude(each)
        return room ? claimNext(room) : []
      })
    } catch (error) {
      if (!finished.length) LOG.error('Messages could not be taken; they will be looked for again', error)
      for (const each of finished) await concludeAlone(each)
      return []
    }
  }

  /** Who reacts to the event does so in the same transaction. */
  async function conclude({ message, outcome }: Finished) {
    if ('failure' in outcome) return failed(message, outcome.failure)
    const { document, wasThere = false } = outcome
    if (await confirm(message, document)) await announce('Confirmed', message, { document, wasThere })
  }

  /** When a reaction fails, the document is kept and a person told. */
  async function concludeAlone({ message, outcome }: Finished) {
    const document = 'document' in outcome ? outcome.document : undefined
    try {
      await inTransaction(() => conclude({ message, outcome }))
    } catch (error) {
      LOG.error(`What came of message ${message.number} (${document ?? 'no document'}) could not be taken in`, error)
      const failure: HostFailure = { isFinal: true, isUnclear: false, scope: 'message', code: 'REACTION_FAILED', text: (error as Error).message }
      await inTransaction(() => failed(message, failure, document)).catch(again => LOG.error(`Message ${message.number} will be taken up again after its lease`, again))
    }
  }

  async function failed(message: Claimed, failure: HostFailure, document?: string) {
    const isOfTheHost = failure.scope === 'host' || (failure.scope === 'unknown' && Boolean(circuit.state))
    const isFinal = await noteFailure(message, failure, { counts: !isOfTheHost, notBefore: isOfTheHost ? circuit.state?.probeAt : undefined }, document)
    if (isFinal) await announce('NeedsAttention', message, { code: failure.code, text: failure.text, isRefusal: Boolean(failure.isRefusal) })
  }

  /**
   * When nothing is left to do, or the host is away. A message whose sender died stays taken until its lease ends, and CAP's queue never picks up
   * again what a crash left in its first attempt: hence the look every now and then.
   */
  async function idle(isBusy: boolean): Promise<number> {
    const { sweep } = deliverySettings()
    try {
      const wait = circuit.state ? await waitForHost(circuit.state) : isBusy ? WHILE_BUSY : await inTransaction(untilNextDue)
      return Math.max(10, Math.min(wait, sweep))
    } catch (error) {
      LOG.error('Messages could not be looked for', error)
      return sweep
    }
  }

  /** Says on each message why it waits. Another instance may have learnt already that the host is well again. */
  async function waitForHost({ reason, failedAt, probeAt }: NonNullable<Circuit['state']>): Promise<number> {
    const now = Date.now()
    const pause = probeAt > now ? Math.min(WHILE_DOWN, probeAt - now) : WHILE_DOWN
    if (lookedAt + WHILE_DOWN > now) return pause
    lookedAt = now
    await inTransaction(async () => {
      await noteWaiting(reason, probeAt)
      const spokesman = reason.isSignIn && (await chooseSpokesman(reason))
      if (spokesman) await announce('NeedsAttention', spokesman, { code: reason.code, text: reason.text })
      const mayAsk = !reason.isSignIn || now - failedAt > SIGN_IN_PAUSE
      if (mayAsk && (await isConfirmedSince(new Date(failedAt)))) circuit.admitProbe()
    })
    return pause
  }
}

const untilNextDue = async () => Number((await nextDue()) ?? Infinity) - Date.now()

/** A transaction of its own, whatever the caller's: the host must never be waited for with one open. Its name is the correlation id, which the host's log shows. */
const inTransaction = <T>(work: () => Promise<T>, id?: string): Promise<T> =>
  cds.tx({ user: cds.User.privileged, ...(id && { id }) } as never, work as never) as unknown as Promise<T>
