import type { ReadingFailure, StockLevel } from '../host-erp/reading'
import { fail } from '../errors'
import { SharedAnswers } from '../shared-answers'
import { readingPorts } from './replication/load'
import { stockFreshness } from './replication/settings'

export interface StockReading { levels: StockLevel[]; readAt: Date }

const readings = new SharedAnswers<StockReading>()

/**
 * Stock in the host, at most as old as `stockFreshness`. Who asks for the same while the host is being asked gets the same answer.
 * An old value is never shown instead of none: somebody would be sent for a part that is gone.
 *
 * @param plant all plants without it
 * @throws 503 when the host can't be reached, 502 when it refuses
 */
export const stockOf = (material: string, plant?: string | null): Promise<StockReading> =>
  readings.of(JSON.stringify([material, plant ?? null]), stockFreshness(), () => ask(material, plant))

async function ask(material: string, plant?: string | null): Promise<StockReading> {
  const readAt = new Date()
  const { stock } = await readingPorts()
  return { levels: await stock({ material, plant }).catch(refuse), readAt }
}

function refuse(error: ReadingFailure | Error): never {
  if (!('isFinal' in error)) throw error
  return error.isFinal ? fail(502, 'HOST_REFUSED', { args: [error.message] }) : fail(503, 'HOST_UNAVAILABLE')
}
