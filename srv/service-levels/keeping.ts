import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'
import { calendars, type Calendars } from '../working-time/calendars'
import type { ClockState } from './clock'
import { termsFor } from './determination'
import { agrees, columnsOf, iso, pauseReasonsOf, targetEntry, type ClockTerms } from './entries'
import { append, clocksOf, clocksOfAll, newClock, read, type Addition, type Change, type Clock } from './ledger'
import type { ChangedPromise } from './promises'
import { movementOf, movementsOf, movesClocks, type Step } from './order-clocks'
import { factsOf, type OrderFacts } from './order-facts'

export type Cause = 'priority' | 'agreement' | 'promise' | 'executionMode'

/** What the order's deadline is now: the due date of its fix, or since when that waits. */
export interface OrderPromise { promisedAt?: string; promisePausedAt: string | null }

/** Starts the clocks of an order that has just come in. A promise that was given with it stands above any agreement. */
export async function startClocks(ID: string, promisedAt?: string | null): Promise<OrderPromise | undefined> {
  const [order, all] = [await factsOf(ID), await calendars()]
  const terms = withPromise(await termsFor(order.case, all), promisedAt)
  const promise = promiseOf(await append(terms.map(each => ({ clock: newClock(ID, each.kind), added: [start(order, each)] })), all), all)
  return promise?.promisedAt && Date.parse(promise.promisedAt) === Date.parse(order.promisedAt ?? '') ? undefined : promise
}

/**
 * Moves the clocks that a step moves, of all orders that take it together.
 *
 * @returns the promises that have changed
 */
export async function moveClocks(orders: string[], step: Step): Promise<ChangedPromise[]> {
  if (!movesClocks(step.event)) return []
  const changes = (await clocksOfAll(orders)).map(clock => ({ clock, added: additionsOf(clock, step) })).filter(({ added }) => added.length)
  if (!changes.length) return []
  const all = await calendars()
  return (await append(changes, all)).flatMap(written => {
    const promise = promiseOf([written], all)
    return promise ? [{ ID: written.clock.workOrder_ID, promise }] : []
  })
}

/**
 * Asks anew what was agreed, and gives each clock its new target from its original start; the earlier one stays in the
 * ledger. Clocks that are not agreed any more stop, those that are new run as if they had been there from the receipt.
 *
 * @param promisedAt promised by hand; null takes such a promise back
 */
export async function changeTargets(ID: string, cause: Cause, { promisedAt, text }: { promisedAt?: string | null; text?: string } = {}): Promise<OrderPromise | undefined> {
  const [order, all, clocks] = [await factsOf(ID), await calendars(), await clocksOf(ID)]
  const terms = withPromise(await termsFor(order.case, all), promisedAt)
  const keepsPromise = promisedAt === undefined && cause !== 'priority'
  const history = terms.some(({ kind }) => !clocks.some(clock => clock.kind_code === kind)) ? await historyOf(ID) : []
  const changes: Change[] = [
    ...clocks.map(clock => ({ clock, added: retargeted(clock, terms.find(({ kind }) => kind === clock.kind_code), cause, keepsPromise, text) })),
    ...terms.filter(({ kind }) => !clocks.some(clock => clock.kind_code === kind)).map(each => caughtUp(order, each, history))
  ]
  const written = await append(changes, all)
  if (written.some(({ clock }) => clock.kind_code === 'fix') || cause === 'agreement' || cause === 'executionMode') return promiseOf(written, all)
  // What was entered has changed the order's promise, though nothing else was agreed for it.
  const unchanged = clocks.filter(({ kind_code }) => kind_code === 'fix')
  return promiseOf(unchanged.map(clock => ({ clock, state: read(clock, all, cds.context!.timestamp.getTime()) })), all)
}

/** The customer can work again, by whatever means. */
export async function stopRestoration(ID: string, at: string, text?: string | null): Promise<void> {
  const clock = (await clocksOf(ID)).find(({ kind_code }) => kind_code === 'restore')
  if (!clock || clock.status_code === 'stopped') fail(409, 'RESTORATION_NOT_AWAITED')
  if (Date.parse(at) > cds.context!.timestamp.getTime()) fail(422, 'TIME_IN_FUTURE', { target: 'at' })
  if (Date.parse(at) < Date.parse(clock.entries.at(-1)!.at)) fail(422, 'TIME_BEFORE_LAST_ENTRY', { target: 'at' })
  await append([{ clock, added: [{ type_code: 'stopped', at, text }] }], await calendars())
}

const withPromise = (terms: ClockTerms[], promisedAt?: string | null): ClockTerms[] =>
  promisedAt ? [...terms.filter(({ kind }) => kind !== 'fix'), { kind: 'fix', target: { at: promisedAt }, pauseReasons: [], agreement_ID: null }] : terms

const start = ({ receivedAt }: OrderFacts, terms: ClockTerms): Addition => ({ type_code: 'started', at: new Date(receivedAt).toISOString(), ...columnsOf(terms) })

function additionsOf({ kind_code, status_code, entries }: Clock, step: Step): Addition[] {
  const movement = movementOf(kind_code, status_code, step, pauseReasonsOf(entries))
  return movement ? [{ type_code: movement, at: now(), reason: step.reason && movement === 'paused' ? step.reason : step.event }] : []
}

function retargeted(clock: Clock, terms: ClockTerms | undefined, cause: Cause, keepsPromise: boolean, text?: string): Addition[] {
  const { entries, status_code } = clock
  const last = entries.at(-1)!
  if (!terms) return status_code === 'stopped' ? [] : [{ type_code: 'stopped', at: now(), reason: cause, text }]
  const back: Addition[] = last.type_code === 'stopped' && CAUSES.has(last.reason ?? '') ? [{ type_code: 'resumed', at: now(), reason: cause, text }] : []
  if (agrees(entries, terms) || (keepsPromise && targetEntry(entries).targetAt)) return back
  return [...back, { type_code: 'targetChanged', at: now(), reason: cause, text, ...columnsOf(terms) }]
}

const CAUSES = new Set<string>(['priority', 'agreement', 'promise', 'executionMode'] satisfies Cause[])

/** A step of an order's history, with its instant. */
export type PastStep = Step & { at: string }

/** A clock as if it had been there from the receipt. */
export function caughtUp(order: OrderFacts, terms: ClockTerms, history: PastStep[]): Change {
  const moved = movementsOf(terms.kind, history, terms.pauseReasons)
  const added = moved.map(({ movement, step }): Addition => ({ type_code: movement, at: step.at, reason: movement === 'paused' ? step.reason : step.event }))
  return { clock: newClock(order.ID, terms.kind), added: [start(order, terms), ...added] }
}

async function historyOf(workOrder_ID: string): Promise<PastStep[]> {
  const { Events } = entities()
  return (await SELECT.from(Events).columns('type_code as event', 'reason', 'at').where({ workOrder_ID }).orderBy('sequence')) as never
}

/**
 * The order's promise after its clocks changed; nothing when the fix was not among them. While that waits, the promise
 * shows what it was when the waiting began.
 */
export function promiseOf(changed: { clock: Clock; state: ClockState }[], all: Calendars): OrderPromise | undefined {
  const fix = changed.find(({ clock }) => clock.kind_code === 'fix')
  if (!fix) return undefined
  const { state, clock } = fix
  if (state.dueAt !== undefined || state.status !== 'paused') return { ...(state.dueAt !== undefined && { promisedAt: iso(state.dueAt)! }), promisePausedAt: null }
  const pausedAt = clock.entries.findLast(({ type_code }) => type_code === 'paused')!.at
  const { target, remaining } = state
  const promisedAt = target && 'calendar' in target ? iso(all.named(target.calendar).add(Date.parse(pausedAt), remaining!))! : undefined
  return { ...(promisedAt && { promisedAt }), promisePausedAt: pausedAt }
}

const now = () => cds.context!.timestamp.toISOString()
