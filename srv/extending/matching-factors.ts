import type { Job } from '../dispatch/matching/job'
import type { Technician } from '../dispatch/matching/technician'
import { demand, Registry } from './registry'

/** The visit as it would fit into somebody's day: instants and durations in milliseconds. */
export interface PossibleVisit {
  end: number
  /** Travel that it adds to the day. */
  added: number
  /** Work in that day, and visits without this one. */
  available: number
  busy: number
}

/** One more reason to prefer somebody. */
export interface MatchingFactor {
  /** Up to 20 letters and digits; what weights and stored assignments refer to. Never change it. */
  code: string
  /** A text, or `{i18n>key}` of the installation's `_i18n/i18n*.properties`. */
  name: string
  /** Of what is measured, such as `km`. */
  unit?: string
  /** Among the factors that are shown; those of the module have 1 to 8. */
  position?: number
  /** What a hundred points are worth at first, in minutes of travel. From then on dispatchers weigh it as they weigh the others. */
  minutes: number
  /** Fields of the extended entities that `measure` looks at, as their columns are called: they come in `own`. */
  reads?: { technician?: string[]; workOrder?: string[] }
  /**
   * What is measured of one person; null where it is not known. Pure and quick: it is called for everybody, and at the same data says the same.
   */
  measure(technician: Readonly<Technician>, job: Readonly<Job>, visit: Readonly<PossibleVisit>): number | null
  /** Points (0 to 100) of what was measured: `base + slope * measured`. Without it the measure is the points. `unknown` for null: 0 unless given. */
  scale?: { base: number; slope: number; unknown?: number }
  /** Key of a sentence in `_i18n/messages*.properties`, with `{raw}` and `{score}`, that is shown instead of the bare measure. */
  reason?: string
}

const factors = new Registry<MatchingFactor>('matching factor')
const OWN = ['travel', 'slack', 'firstTimeFix', 'preferred', 'parts', 'load', 'knowsAsset', 'cost']

/**
 * Adds a factor to what recommends technicians. It is shown and weighed as the others, kept with assignments, and left out of plans, which
 * know rules, time and travel alone.
 *
 * @throws for a code that is taken or no code, and for a weight that is none
 */
export function matchingFactor(factor: MatchingFactor): void {
  const { code, name, minutes, measure } = factor
  demand(/^[A-Za-z][A-Za-z0-9]{0,19}$/.test(code ?? ''), `A matching factor's code has up to 20 letters and digits: '${code}' is none`)
  demand(!OWN.includes(code), `The matching factor '${code}' is one of the module's own`)
  demand(typeof name === 'string' && name, `The matching factor '${code}' needs a name`)
  demand(Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440, `The weight of the matching factor '${code}' is a number of minutes from 0 to 1440`)
  demand(typeof measure === 'function', `The matching factor '${code}' needs a function 'measure'`)
  factors.add(code, factor)
}

export const registeredFactors = (): MatchingFactor[] => factors.values()
export const registeredFactor = (code: string): MatchingFactor | undefined => factors.get(code)

/**
 * The fields that factors look at, each once.
 * @param elements of the entity
 * @throws when the entity has no such field
 */
export function fieldsRead(of: 'technician' | 'workOrder', elements: Record<string, unknown>): string[] {
  const fields = factors.values().flatMap(({ code, reads }) => (reads?.[of] ?? []).map(field => {
    demand(field in elements, `The matching factor '${code}' reads '${field}' of a ${of}, which has no such field`)
    return field
  }))
  return [...new Set(fields)]
}
