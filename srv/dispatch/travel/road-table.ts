import type { Roads } from '../../great-circle'
import { PairTimes } from './pair-times'
import { estimate, type Coordinates, type TravelTable, type TravelTimeProvider } from './provider'

export interface RoadTableOptions {
  /** Root of the service, such as `https://roads.example`. */
  url: string
  profile?: string
  /** Milliseconds for one request. */
  timeout?: number
  now?: () => number
  /** Told once for each failure after which the service is left alone for a while. */
  onFailure?: (error: unknown) => void
}

/** The service takes no more coordinates at once as it is delivered (`--max-table-size`). */
const BLOCK = 50
const KEPT_PAIRS = 500_000
const KEPT_FOR = 24 * 3_600_000
/** After a failure nobody waits for the service for so long. */
const REST = 60_000

/**
 * A table service in the form of OSRM: `GET /table/v1/{profile}/{longitude},{latitude};…?sources=…&destinations=…&annotations=duration`,
 * whose answer has a `code` (`Ok`) and `durations`, rows of seconds with null where there is no way.
 * Source: OSRM HTTP API, table service (project-osrm.org/docs, version 5).
 *
 * What it does not answer in time, or at all, is estimated on the great circle.
 */
export class RoadTable implements TravelTimeProvider {
  private readonly known: PairTimes
  private readonly now: () => number
  private restsUntil = 0

  constructor(private readonly options: RoadTableOptions) {
    this.now = options.now ?? Date.now
    this.known = new PairTimes(KEPT_PAIRS, KEPT_FOR, this.now)
  }

  async table(places: Coordinates[], roads: Roads): Promise<TravelTable> {
    const seconds = estimate(places, roads)
    const count = places.length
    let estimated = 0
    for (const sources of blocks(count)) {
      for (const destinations of blocks(count)) {
        if (sources.some(i => destinations.some(j => i !== j && this.known.get(places[i], places[j]) === undefined))) await this.ask(places, sources, destinations)
        for (const i of sources) for (const j of destinations) {
          const answer = i === j ? 0 : this.known.get(places[i], places[j])
          if (answer === undefined) estimated++
          else seconds[i * count + j] = answer
        }
      }
    }
    return { seconds, estimated }
  }

  private async ask(places: Coordinates[], sources: number[], destinations: number[]): Promise<void> {
    if (this.now() < this.restsUntil) return
    try {
      const durations = await this.request([...sources, ...destinations].map(i => places[i]), sources.length)
      for (const [row, i] of sources.entries()) for (const [column, j] of destinations.entries()) {
        const answer = durations[row]?.[column]
        if (typeof answer === 'number' && answer >= 0) this.known.set(places[i], places[j], answer)
      }
    } catch (error) {
      this.restsUntil = this.now() + REST
      this.options.onFailure?.(error)
    }
  }

  private async request(places: Coordinates[], sources: number): Promise<(number | null)[][]> {
    const { url, profile = 'driving', timeout = 2000 } = this.options
    const coordinates = places.map(({ latitude, longitude }) => `${longitude.toFixed(6)},${latitude.toFixed(6)}`).join(';')
    const indexes = places.map((_, index) => index)
    const query = `sources=${indexes.slice(0, sources).join(';')}&destinations=${indexes.slice(sources).join(';')}&annotations=duration`
    const answer = await fetch(`${url.replace(/\/$/, '')}/table/v1/${profile}/${coordinates}?${query}`, { signal: AbortSignal.timeout(timeout) })
    const body = (await answer.json()) as { code?: string; message?: string; durations?: (number | null)[][] }
    if (body.code !== 'Ok' || !body.durations) throw new Error(`The table service answered ${answer.status} ${body.code ?? ''} ${body.message ?? ''}`.trim())
    return body.durations
  }
}

function blocks(count: number): number[][] {
  return Array.from({ length: Math.ceil(count / BLOCK) }, (_, block) => Array.from({ length: Math.min(BLOCK, count - block * BLOCK) }, (_, i) => block * BLOCK + i))
}
