import { setTimeout as sleep } from 'node:timers/promises'
import { entities } from '../../entities'
import type { ReadingFailure } from '../../host-erp/reading'
import { fail } from '../../errors'
import { hasHostErp } from '../../present'
import { SharedAnswers } from '../../shared-answers'
import { inTurn } from '../../turns'
import { sparePartsSettings } from '../settings'
import { isTransactionOpen } from '../../reading-first'
import { type Part, refreshStock } from './refresh'

const readings = new SharedAnswers<ReadingFailure | undefined>()

/**
 * Sees to it that the stock of parts is not older than its freshness. While the host can't be asked, or takes too long, the last figures stand, with
 * their age. Does nothing within a transaction, since nothing may wait for the host there.
 *
 * @throws 503 when nothing at all is known of a part
 */
export async function freshStock(part_IDs: string[]): Promise<void> {
  if (isTransactionOpen() || !part_IDs.length || !hasHostErp()) return
  const { stockFreshness, stockPatience } = sparePartsSettings()
  const answers = Promise.all([...new Set(part_IDs)].map(ID => readings.of(ID, stockFreshness, () => readUnlessFresh(ID))))
  const impatience = new AbortController()
  const failures = await Promise.race([answers, sleep(stockPatience, 'late' as const, { signal: impatience.signal, ref: false })])
  impatience.abort()
  const isDoubtful = failures === 'late' || failures.some(Boolean)
  if (isDoubtful && (await unknownOf(part_IDs)).length) fail(503, 'HOST_UNAVAILABLE')
}

async function readUnlessFresh(ID: string): Promise<ReadingFailure | undefined> {
  const part = await inTurn(async () => ((await isFresh(ID)) ? undefined : ((await SELECT.one.from(entities().Products).columns('ID', 'number').where({ ID })) as Part | null)))
  return part ? refreshStock([part]).then(() => undefined, (error: ReadingFailure) => error) : undefined
}

async function isFresh(part_ID: string): Promise<boolean> {
  const { PartStocks } = entities()
  const rows = (await SELECT.from(PartStocks).columns('readAt', 'isStale').where({ part_ID })) as { readAt: string | null; isStale: boolean }[]
  const since = new Date(Date.now() - sparePartsSettings().stockFreshness).toISOString()
  return rows.length > 0 && rows.every(({ readAt, isStale }) => readAt && readAt > since && !isStale)
}

const unknownOf = (part_IDs: string[]) => inTurn(async () => {
  const { PartStocks } = entities()
  const known = (await SELECT.distinct.from(PartStocks).columns('part_ID').where({ part_ID: { in: part_IDs } })) as { part_ID: string }[]
  return part_IDs.filter(ID => !known.some(({ part_ID }) => part_ID === ID))
})
