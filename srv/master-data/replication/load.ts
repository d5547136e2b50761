import { setTimeout as sleep } from 'node:timers/promises'
import cds from '@sap/cds'
import type { HostRecord, ReadingFailure, ReadingPort, ReadingPorts } from '../../host-erp/reading'
import { present } from '../../present'
import { deactivateMissing, Incomplete, linkParents, sight } from './completeness'
import type { ReplicationObject } from './records'
import { missingReferences, write } from './replicas'
import { countsOf, finish, giveUp, note, report, type Run, Stopped, take } from './runs'
import { replicationSettings } from './settings'
import { inPatientTransaction, inTransaction } from './transactions'

const LOG = cds.log('replication')

/** Works on a run until it has ended, unless somebody else does. Nothing is thrown: a run carries its own failure. */
export async function load(ID: string): Promise<void> {
  try {
    const run = await inTransaction(() => take(ID, cds.utils.uuid()))
    if (!run) return
    await readPages(run).catch(error => endWith(run, error))
  } catch (error) {
    if (!(error instanceof Stopped)) LOG.error(`Run ${ID} was interrupted; it will be continued after its lease`, reasonOf(error))
  }
}

async function readPages(run: Run): Promise<void> {
  const ports = await readingPorts()
  const port = ports[run.object_code] as ReadingPort<HostRecord>
  const { pageSize: size } = replicationSettings()
  const absent = new Set<string>()
  const ask: Ask = read => patiently(run, read)
  let after = run.position ?? undefined
  for (;;) {
    const { rows, next, expected } = await ask(() => port.page({ after, changedSince: run.changedSince, size }))
    if (next !== undefined && next === after) throw new Failed('PAGING_STUCK')
    await readAlong(run.object_code, ports, rows, ask, absent)
    const position = rows.at(-1)?.key ?? after ?? null
    await inPatientTransaction(async () => {
      await note(run, { read: rows.length }, { position, ...(expected !== undefined && { expected }) })
      const { findings, met, written, unchanged, deactivated } = await write(run.object_code, rows)
      await note(run, { written, unchanged, deactivated, ...countsOf(findings) })
      await report(run.ID, findings)
      if (run.mode_code === 'full') await sight(run.ID, met)
    })
    run.read += rows.length
    run.expected = expected ?? run.expected
    if (next === undefined) break
    after = next
  }
  await complete(run)
}

/** What is left to do after the last page: parents that came after their parts, and what the host has no more. */
async function complete(run: Run): Promise<void> {
  for (let after: string | undefined = ''; run.object_code === 'equipment' && after !== undefined;) {
    const from = after
    after = await inPatientTransaction(async () => {
      const { next, findings } = await linkParents(from)
      if (run.mode_code === 'full') await report(run.ID, findings)
      await note(run, run.mode_code === 'full' ? countsOf(findings) : {})
      return next
    })
  }
  await inPatientTransaction(async () => finish(run, { deactivated: run.mode_code === 'full' ? await deactivateMissing(run) : 0 }))
}

/**
 * Replicates what the records refer to and is not here yet, whatever the order of the loads.
 * @param absent numbers that were asked for before
 */
export async function readAlong(
  object: ReplicationObject, ports: ReadingPorts, rows: HostRecord[], ask: Ask = read => read(), absent = new Set<string>()
): Promise<void> {
  for (const { object: other, numbers } of await inTransaction(() => missingReferences(object, rows))) {
    const keys = numbers.filter(number => !absent.has(`${other} ${number}`))
    if (!keys.length) continue
    const records = await ask(() => (ports[other] as ReadingPort<HostRecord>).byKeys(keys))
    await inPatientTransaction(() => write(other, records))
    keys.forEach(number => absent.add(`${other} ${number}`))
  }
}

type Ask = <T>(read: () => Promise<T>) => Promise<T>

/** Asks the host again after failures that pass, with a sign of life in between. */
async function patiently<T>(run: Run, read: () => Promise<T>): Promise<T> {
  const { firstDelay, longestDelay, maxFailures } = replicationSettings()
  for (let failures = 1; ; failures++) {
    await inTransaction(() => note(run, {}))
    try {
      return await read()
    } catch (error) {
      const { isFinal, retryAfter = 0 } = error as ReadingFailure
      if (isFinal !== false || failures >= maxFailures) throw error
      await sleep(Math.min(longestDelay, Math.max(retryAfter, firstDelay * 2 ** (failures - 1))))
    }
  }
}

/** A run that can't go on for a reason of our own, which its code explains. */
class Failed extends Error {}

async function endWith(run: Run, error: unknown): Promise<void> {
  if (error instanceof Stopped) return
  const { code, isFinal } = error as ReadingFailure
  if (isFinal !== undefined) return inTransaction(() => giveUp(run, code, (error as Error).message))
  if (error instanceof Incomplete) return inTransaction(() => giveUp(run, error.code))
  if (error instanceof Failed) return inTransaction(() => giveUp(run, error.message))
  LOG.error(`Run ${run.ID} was broken off`, reasonOf(error))
  await inTransaction(() => giveUp(run, 'INTERNAL_ERROR'))
}

/** Without what the database says about values: they can be personal. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string }
  return [code, message?.split('\n')[0]].filter(Boolean).join(' ')
}

export async function readingPorts(): Promise<ReadingPorts> {
  return present<{ reading: ReadingPorts }>('host-erp').reading
}
