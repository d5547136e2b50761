import cds from '@sap/cds'
import { isTaken } from '../../contention'
import { entities } from '../../entities'
import { fail } from '../../errors'
import type { Finding, ReplicationObject } from './records'
import { replicationSettings } from './settings'
import { REPLICATION } from './transactions'

/** A row of ReplicationRuns. */
export interface Run {
  ID: string
  object_code: ReplicationObject
  mode_code: 'full' | 'delta' | 'event'
  state_code: 'Running' | 'Finished' | 'Failed' | 'Cancelled'
  holder?: string | null
  changedSince?: string | null
  changesUntil?: string | null
  position?: string | null
  expected?: number | null
  read: number
}

/** Adds to the run's counters. */
export interface Counts { read?: number; written?: number; unchanged?: number; deactivated?: number; rejected?: number; warnings?: number }

/** The run was cancelled or taken over: whoever works on it ends without a word. */
export class Stopped extends Error {}

const runs = () => entities().ReplicationRuns
const now = () => new Date().toISOString()

/**
 * Creates a run that nobody works on yet, in the caller's transaction.
 * @throws 409 while another run works on the object, and for changes before a first full load
 */
export async function create(object: ReplicationObject, mode: 'full' | 'delta', startedBy: string): Promise<string> {
  const changedSince = mode === 'delta' ? await lastWatermark(object) : null
  if (mode === 'delta' && !changedSince) fail(409, 'REPLICATION_FULL_LOAD_FIRST', { target: 'mode_code' })
  if (mode === 'full') await forgetSightings(object)
  const ID = cds.utils.uuid()
  await claiming(object, () => INSERT.into(runs()).entries({
    ID, object_code: object, mode_code: mode, claim: object, changedSince: changedSince && earlier(changedSince, replicationSettings().overlap), changesUntil: now(),
    startedAt: now(), startedBy, touchedAt: now()
  }))
  return ID
}

/** An earlier full load of the object can't be resumed any more once another was started. */
async function forgetSightings(object: ReplicationObject): Promise<void> {
  const { ReplicationSightings } = entities()
  const ended = SELECT.from(runs()).columns('ID').where({ object_code: object, state_code: { '!=': 'Running' } })
  await DELETE.from(ReplicationSightings).where({ run_ID: { in: ended } } as never)
}

/** Until when, by the last run that finished, the replicas hold all changes. */
export async function lastWatermark(object: ReplicationObject): Promise<string | undefined> {
  const run = (await SELECT.one.from(runs()).columns('changesUntil').where({ object_code: object, mode_code: { in: ['full', 'delta'] }, state_code: 'Finished' })
    .orderBy('changesUntil desc')) as Run | null
  return run?.changesUntil ?? undefined
}

/** Whether nobody has asked for so long for changes of an object that was loaded once. A run that failed counts, so that an outage leaves few of them. */
export async function isDue(object: ReplicationObject, every: number): Promise<boolean> {
  if (!(await lastWatermark(object))) return false
  const since = earlier(now(), every)
  return !(await SELECT.one.from(runs()).columns('ID').where({ object_code: object, mode_code: { in: ['full', 'delta'] }, startedAt: { '>': since } }))
}

/** Deletes ended runs that nobody will look up any more, never the one that says where changes begin. */
export async function forgetOld(object: ReplicationObject): Promise<void> {
  const changesUntil = await lastWatermark(object)
  const before = earlier(now(), replicationSettings().keep)
  if (!changesUntil) return
  await DELETE.from(runs()).where({
    object_code: object, state_code: { '!=': 'Running' }, finishedAt: { '<': before }, and: { changesUntil: null, or: { changesUntil: { '<': changesUntil } } }
  } as never)
}

/** One run per object at a time: the unique claim says so, also between instances. */
async function claiming(object: ReplicationObject, change: () => PromiseLike<unknown>): Promise<void> {
  if (await SELECT.one.from(runs()).columns('ID').where({ claim: object })) fail(409, 'REPLICATION_RUNNING')
  try {
    await change()
  } catch (error) {
    if (isTaken(error)) fail(409, 'REPLICATION_RUNNING')
    throw error
  }
}

/** Ends a run; the page that is worked on meanwhile is not written. */
export async function cancel(ID: string): Promise<void> {
  const cancelled = await UPDATE(runs()).with({ state_code: 'Cancelled', claim: null, holder: null, finishedAt: now() } as never)
    .where({ ID, state_code: 'Running' })
  if (!cancelled) await explain(ID)
}

/** Makes a run wait for somebody to continue it. Not possible once its object has been loaded anew. */
export async function resume(ID: string): Promise<void> {
  const run = (await SELECT.one.from(runs(), { ID } as never)) as (Run & { startedAt: string }) | null
  if (!run) return fail(404, 'REPLICATION_RUN_UNKNOWN')
  const { object_code, mode_code, startedAt } = run
  const later = await SELECT.one.from(runs()).columns('ID').where({ object_code, mode_code: { in: ['full', mode_code] }, startedAt: { '>': startedAt } })
  if (later) fail(409, 'REPLICATION_RUN_OUTDATED')
  await claiming(run.object_code, async () => {
    const resumed = await UPDATE(runs())
      .with({ state_code: 'Running', claim: run.object_code, holder: null, finishedAt: null, errorCode: null, hostError: null, touchedAt: now() } as never)
      .where({ ID, state_code: { in: ['Failed', 'Cancelled'] }, mode_code: { in: ['full', 'delta'] } })
    if (!resumed) await explain(ID)
  })
}

async function explain(ID: string): Promise<never> {
  const run = await SELECT.one.from(runs(), { ID } as never).columns('state.name as state')
  return run ? fail(409, 'REPLICATION_WRONG_STATE', { args: [run.state] }) : fail(404, 'REPLICATION_RUN_UNKNOWN')
}

/** Takes a run that nobody works on, or whose holder gave no sign of life, by one conditional UPDATE. */
export async function take(ID: string, holder: string): Promise<Run | undefined> {
  const stale = earlier(now(), replicationSettings().lease)
  const taken = await UPDATE(runs()).with({ holder, touchedAt: now() } as never)
    .where({ ID, state_code: 'Running', and: { holder: null, or: { touchedAt: { '<=': stale } } } } as never)
  return taken ? ((await SELECT.one.from(runs(), { ID } as never)) as Run) : undefined
}

/** Runs that nobody works on any more. */
export async function abandoned(): Promise<string[]> {
  const stale = earlier(now(), replicationSettings().lease)
  const found = (await SELECT.from(runs()).columns('ID').where({ state_code: 'Running', mode_code: { '!=': 'event' }, touchedAt: { '<=': stale } })) as Run[]
  return found.map(({ ID }) => ID)
}

/**
 * Writes down how far the run is, and that somebody works on it.
 * @throws Stopped when it is not this holder's any more
 */
export async function note({ ID, holder }: Run, counts: Counts, changes: object = {}): Promise<void> {
  const noted = await UPDATE(runs()).with({ ...incremented(counts), ...changes, touchedAt: now() } as never).where({ ID, state_code: 'Running', holder })
  if (!noted) throw new Stopped()
}

export const finish = (run: Run, counts: Counts) => note(run, counts, { state_code: 'Finished', claim: null, holder: null, finishedAt: now() })

/** @param hostError the host's own words; without them the text of the code speaks */
export const giveUp = (run: Run, errorCode: string, hostError?: string) =>
  note(run, {}, { state_code: 'Failed', claim: null, holder: null, finishedAt: now(), errorCode: errorCode.slice(0, 40), hostError: hostError?.slice(0, 1000) ?? null })

/**
 * Counts what events told on one UTC day of an object, in a run of its own.
 * @param failure why the host could not be asked; without one, an earlier failure is over
 * @returns the run's ID
 */
export async function noteDay(object: ReplicationObject, counts: Counts, failure?: { code: string; text: string }): Promise<string> {
  const claim = `${object} ${now().slice(0, 10)}`
  const outcome = failure
    ? { state_code: 'Failed', errorCode: failure.code.slice(0, 40), hostError: failure.text.slice(0, 1000) }
    : { state_code: 'Finished', errorCode: null, hostError: null }
  const changes = { ...incremented(counts), ...outcome, touchedAt: now(), finishedAt: now() }
  const known = () => SELECT.one.from(runs()).columns('ID').where({ claim }) as unknown as Promise<Run | null>
  const created = { ID: cds.utils.uuid(), object_code: object, mode_code: 'event', claim, startedAt: now(), startedBy: REPLICATION }
  if (!(await known())) await INSERT.into(runs()).entries(created)
  await UPDATE(runs()).with(changes as never).where({ claim })
  return (await known())!.ID
}

const incremented = (counts: Counts) => Object.fromEntries(Object.entries(counts).filter(([, by]) => by).map(([name, by]) => [name, { '+=': by }]))

export async function report(run_ID: string, findings: Finding[]): Promise<void> {
  const { ReplicationRejects } = entities()
  const at = now()
  if (!findings.length) return
  await INSERT.into(ReplicationRejects).entries(findings.map(({ number, code, field, unknown }) => ({ run_ID, number: number.slice(0, 40), code, field, unknown, at })))
}

/** How many records were rejected, and how many written with doubts. */
export const countsOf = (findings: Finding[]): Counts => ({
  rejected: findings.filter(({ isReject }) => isReject).length,
  warnings: new Set(findings.filter(({ isReject }) => !isReject).map(({ number }) => number)).size
})

export const earlier = (instant: string, milliseconds: number): string => new Date(Date.parse(instant) - milliseconds).toISOString()
