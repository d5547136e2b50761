import { AsyncLocalStorage } from 'node:async_hooks'
import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'
import { nextNumbers } from '../number-range'
import { type Condition, reportCondition } from '../observing/readiness'
import { giveBackAtEnd } from '../observing/shutdown'
import { correlationID, traceParent } from '../observing/tracing'
import { finishBeforeEnd } from '../observing/under-way'
import { guardReading } from '../reading-guards'
import { idOf } from '../request-key'
import { asTenant, beginForEachTenant, PerTenant, tenantHere } from '../tenants'
import { Drain } from './drain'
import { tellOfMessages } from './figures'
import { keyOf } from './keys'
import type { Kind, Requests } from './kinds'
import type { Message } from './messages'
import { withOwnPorts, withOwnReading } from '../extending/host-ports'
import { roundsWith } from './rounds'
import { s4 } from './s4'
import { hostCircuit, hostCircuits } from './s4/connection'
import { reading } from './s4/reading'

/** Where a message comes from, and what it has to wait for. */
export interface Origin {
  /** The row that caused it, for instance a reservation. */
  cause?: { entity: string; ID: string }
  /** Messages of one order are delivered in the order in which they were submitted. */
  workOrder_ID?: string
  /** ID of the message whose document this one needs. */
  dependsOn?: string
  /** ID that the message gets, for who writes it down before: numbers are given out one transaction after the other, so that they are best taken last. */
  ID?: string
}

export default class HostErpService extends cds.ApplicationService {
  /** What the host tells. Reads are not queued: who asks waits, without a transaction open. */
  readonly reading = withOwnReading(reading)

  /** Each tenant's messages go to its own host. */
  private readonly drains = new PerTenant(() => new Drain(roundsWith(withOwnPorts(s4), hostCircuit(), (state, message, more) => this.announce(state, message, more))), drain => finishBeforeEnd(drain.stop()))

  /** The drain works for all: not in the language and the name of whoever happened to wake it. */
  private readonly apart = AsyncLocalStorage.snapshot()

  async init() {
    guardReading(this)
    this.on('retry', 'HostMessages', req => this.tryAgain(req))
    this.on('giveUp', 'HostMessages', req => this.abandon(req))
    cds.once('listening', () => beginForEachTenant('host-erp', () => this.drains.here().wake()))
    cds.on('shutdown', () => { for (const drain of this.drains.all()) void finishBeforeEnd(drain.stop()) })
    giveBackAtEnd(async () => { await Promise.all(this.drains.all().map(drain => drain.giveBack())) })
    reportCondition('host', hostCondition)
    tellOfMessages()
    await super.init()
  }

  /**
   * Asks for a document in the host. The message is written in the caller's transaction: it exists
   * exactly if the change that wanted the document does.
   *
   * @returns the message, whose `HostMessage.Confirmed` event brings the document's number
   */
  async submit<K extends Kind>(kind: K, request: Requests[K], { cause, workOrder_ID, dependsOn, ID = cds.utils.uuid() }: Origin = {}): Promise<{ ID: string; number: string }> {
    const { HostMessages } = entities()
    // Its row stays locked until the transaction ends, so that messages become visible in the order of their numbers.
    const [number] = await nextNumbers('HostMessage')
    await INSERT.into(HostMessages).entries({
      ID, number, kind_code: kind, payload: JSON.stringify(request), idempotencyKey: keyOf(number, ID), dueAt: new Date().toISOString(),
      actingUser: cds.context!.user.id, causeEntity: cause?.entity, causeID: cause?.ID, workOrder_ID, dependsOn_ID: dependsOn,
      correlationID: correlationID(), traceParent: traceParent()
    })
    this.wake()
    return { ID, number }
  }

  /**
   * Ends messages whose cause has been taken back, without an event: what the host refused clearly, and what waits for it.
   * @returns how many there were
   */
  async endMessages(IDs: string[], reason: string): Promise<number> {
    const { HostMessages } = entities()
    if (!IDs.length) return 0
    return UPDATE(HostMessages).with({ state_code: 'GivenUp', givenUpReason: reason.slice(0, 1000), dueAt: null } as never)
      .where({ ID: { in: IDs }, state_code: { in: ['NeedsAttention', 'Pending'] } }) as unknown as Promise<number>
  }

  /**
   * Sends again what needs attention, once the caller's transaction is done.
   * @returns whether it did need attention
   */
  async sendAgain(ID: string): Promise<boolean> {
    const { HostMessages } = entities()
    const changed = await UPDATE(HostMessages)
      .with({ state_code: 'Pending', failures: 0, dueAt: new Date().toISOString() } as never).where({ ID, state_code: 'NeedsAttention' })
    if (!changed) return false
    hostCircuit().admitProbe()
    this.wake()
    return true
  }

  /** Once the caller's transaction is done. The rows are what has to be done: after a crash in between they are found by the next look (`sweep`). */
  private wake() {
    const context = cds.context as unknown as { on(event: 'succeeded', then: () => void): void }
    const tenant = tenantHere()
    context.on('succeeded', () => this.apart(() => asTenant(tenant, () => this.drains.here().wake())))
  }

  private announce(state: string, { ID, number, kind_code, causeEntity, causeID, workOrder_ID }: Message, more: object) {
    return this.emit(`HostMessage.${state}`, { ID, number, kind: kind_code, cause: { entity: causeEntity, ID: causeID }, workOrder_ID, ...more })
  }

  private async tryAgain(req: cds.Request) {
    const ID = messageOf(req)
    if (!(await this.sendAgain(ID))) await explain(ID)
    return SELECT.one.from(this.entities.HostMessages, { ID } as never)
  }

  /** A message that is being sent can't be given up: nobody knows yet what becomes of it. */
  private async abandon(req: cds.Request) {
    const { HostMessages } = entities()
    const ID = messageOf(req)
    const reason = (req.data as { reason: string }).reason.trim()
    const changed = await UPDATE(HostMessages)
      .with({ state_code: 'GivenUp', givenUpReason: reason, givenUpBy: req.user.id, dueAt: null } as never)
      .where({ ID, state_code: { in: ['NeedsAttention', 'Pending'] } })
    if (!changed) await explain(ID)
    const message = (await SELECT.one.from(HostMessages, { ID } as never)) as Message
    await this.announce('GivenUp', message, { reason })
    this.wake()
    return SELECT.one.from(this.entities.HostMessages, { ID } as never)
  }
}

/** People go on working while the host is away. */
const hostCondition = (): Condition => {
  const state = hostCircuits().find(circuit => circuit.state)?.state
  return state ? { status: 'DEGRADED', since: new Date(state.failedAt).toISOString(), reason: state.reason.code } : { status: 'UP' }
}

const messageOf = (req: cds.Request) => idOf(req.params.at(-1))!

async function explain(ID: string): Promise<never> {
  const { HostMessages } = entities()
  const message = await SELECT.one.from(HostMessages, { ID } as never).columns('number', 'state.name as state')
  if (!message) fail(404, 'HOST_MESSAGE_UNKNOWN')
  return fail(409, 'HOST_MESSAGE_WRONG_STATE', { args: [message.number, message.state] })
}
