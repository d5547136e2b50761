import cds from '@sap/cds'
import { fail } from '../errors'
import { nextNumbers } from '../number-range'
import { send } from './delivery'
import { keyOf } from './keys'
import type { Kind, Requests } from './kinds'
import { claim, type Claimed, confirm, followersOf, noteFailure, overdue } from './messages'
import { s4 } from './s4'
import { deliverySettings } from './settings'

const LOG = cds.log('host-erp')

/** Where a message comes from, and what it has to wait for. */
export interface Origin {
  /** The row that caused it, for instance a reservation. */
  cause?: { entity: string; ID: string }
  /** Messages of one order are delivered in the order in which they were submitted. */
  workOrder_ID?: string
  /** ID of the message whose document this one needs. */
  dependsOn?: string
}

export default class HostErpService extends cds.ApplicationService {
  async init() {
    this.on('retry', 'HostMessages', req => this.tryAgain(req))
    this.on('giveUp', 'HostMessages', req => this.abandon(req))
    this.on('deliver', req => this.deliver(req.data.ID))
    cds.once('listening', () => this.keepSweeping())
    await super.init()
  }

  /**
   * Asks for a document in the host. Message and wake-up are written in the caller's transaction: both exist
   * exactly if the change that wanted the document does.
   *
   * @returns the message, whose `HostMessage.Confirmed` event brings the document's number
   */
  async submit<K extends Kind>(kind: K, request: Requests[K], { cause, workOrder_ID, dependsOn }: Origin = {}): Promise<{ ID: string; number: string }> {
    const { HostMessages } = cds.entities('aftersales')
    const ID = cds.utils.uuid()
    // Its row stays locked until the transaction ends, so that messages become visible in the order of their numbers.
    const [number] = await nextNumbers('HostMessage')
    await INSERT.into(HostMessages).entries({
      ID, number, kind_code: kind, payload: JSON.stringify(request), idempotencyKey: keyOf(number, ID), dueAt: new Date().toISOString(),
      actingUser: cds.context!.user.id, causeEntity: cause?.entity, causeID: cause?.ID, workOrder_ID, dependsOn_ID: dependsOn
    })
    await this.wake(ID)
    return { ID, number }
  }

  /** One queued task per message; a second wake-up replaces the first. */
  private async wake(ID: string, delay = 0) {
    await (this as unknown as Schedulable).schedule('deliver', { ID }).after(delay).as(`deliver ${ID}`)
  }

  /**
   * Three steps, the middle one without a transaction: take the message, speak to the host, write down what came of it.
   * Nothing is thrown: CAP's queue would end the server on a programming error.
   */
  private async deliver(ID: string) {
    try {
      const message = await inTransaction(() => claim(ID))
      if (!message) return
      const outcome = await send(message, s4)
      if ('document' in outcome) await this.settle(message, outcome.document)
      else await inTransaction(() => this.failed(message, outcome.failure))
    } catch (error) {
      LOG.error(`Message ${ID} was not delivered; it will be taken up again after its lease`, error)
    }
  }

  /** Who reacts to the event does so in the same transaction. When that fails, the document is kept and a person told. */
  private async settle(message: Claimed, document: string) {
    try {
      await inTransaction(async () => {
        if (!(await confirm(message, document))) return
        await this.announce('Confirmed', message, { document })
        await this.wakeFollowers(message)
      })
    } catch (error) {
      LOG.error(`Message ${message.number} has its document ${document}, but a reaction failed`, error)
      const failure = { isFinal: true, isUnclear: false, code: 'REACTION_FAILED', text: (error as Error).message }
      await inTransaction(() => this.failed(message, failure, document))
    }
  }

  private async failed(message: Claimed, failure: Parameters<typeof noteFailure>[1], document?: string) {
    const delay = await noteFailure(message, failure, document)
    if (delay !== undefined) return this.wake(message.ID, delay)
    await this.announce('NeedsAttention', message, { code: failure.code, text: failure.text })
    await this.wakeFollowers(message)
  }

  private announce(state: string, { ID, number, kind_code, causeEntity, causeID, workOrder_ID }: Claimed, more: object) {
    return this.emit(`HostMessage.${state}`, { ID, number, kind: kind_code, cause: { entity: causeEntity, ID: causeID }, workOrder_ID, ...more })
  }

  private async wakeFollowers(message: Parameters<typeof followersOf>[0]) {
    for (const ID of await followersOf(message)) await this.wake(ID)
  }

  private async tryAgain(req: cds.Request) {
    const { HostMessages } = cds.entities('aftersales')
    const ID = messageOf(req)
    const changed = await UPDATE(HostMessages)
      .with({ state_code: 'Pending', failures: 0, dueAt: new Date().toISOString() } as never).where({ ID, state_code: 'NeedsAttention' })
    if (!changed) await explain(ID)
    await this.wake(ID)
    return SELECT.one.from(this.entities.HostMessages, { ID } as never)
  }

  /** A message that is being sent can't be given up: nobody knows yet what becomes of it. */
  private async abandon(req: cds.Request) {
    const { HostMessages } = cds.entities('aftersales')
    const ID = messageOf(req)
    const reason = (req.data as { reason: string }).reason.trim()
    const changed = await UPDATE(HostMessages)
      .with({ state_code: 'GivenUp', givenUpReason: reason, givenUpBy: req.user.id, dueAt: null } as never)
      .where({ ID, state_code: { in: ['NeedsAttention', 'Pending'] } })
    if (!changed) await explain(ID)
    const message = (await SELECT.one.from(HostMessages, { ID } as never)) as Claimed
    await this.announce('GivenUp', message, { reason })
    await this.wakeFollowers(message)
    return SELECT.one.from(this.entities.HostMessages, { ID } as never)
  }

  /**
   * A message whose sender died stays taken until its lease ends, and CAP's queue never picks up again what a crash
   * left in its first attempt. Each instance looks for such messages, at its start and from then on.
   */
  private keepSweeping() {
    const sweep = () => inTransaction(async () => { for (const ID of await overdue()) await this.wake(ID) })
      .catch(error => LOG.error('Overdue messages could not be looked up', error))
    const timer = setInterval(sweep, deliverySettings().sweep).unref()
    cds.on('shutdown', () => clearInterval(timer))
    void sweep()
  }
}

/** Missing in CAP's types. */
interface Schedulable { schedule(event: string, data: object): { after(ms: number): { as(task: string): Promise<unknown> } } }

/** A transaction of its own, whatever the caller's: the host must never be waited for with one open. */
const inTransaction = <T>(work: () => Promise<T>): Promise<T> => cds.tx({ user: cds.User.privileged } as never, work as never) as unknown as Promise<T>

function messageOf(req: cds.Request): string {
  const key = req.params.at(-1) as string | { ID: string }
  return typeof key === 'string' ? key : key.ID
}

async function explain(ID: string): Promise<never> {
  const { HostMessages } = cds.entities('aftersales')
  const message = await SELECT.one.from(HostMessages, { ID } as never).columns('number', 'state.name as state')
  if (!message) fail(404, 'HOST_MESSAGE_UNKNOWN')
  return fail(409, 'HOST_MESSAGE_WRONG_STATE', { args: [message.number, message.state] })
}
