import { type MatchingFactor, registeredFactors } from '../../extending/matching-factors'
import type { Job } from './job'
import type { Pool } from './pool'
import { fixRateOf, usualRates } from './usual'

/** The places that a search found, by everybody's index in the pool. Instants and durations in milliseconds. */
export interface Places {
  end: Float64Array
  /** Travel that the visit adds to the day. */
  added: Float64Array
  /** Work in that day, and visits without this one. */
  available: Float64Array
  busy: Float64Array
}

/** How good a measure is: `base + slope * raw`, from 0 to 100. */
export interface Scale {
  base: number
  slope: number
  /** Points for what is not known. */
  unknown?: number
}

/**
 * One reason to prefer somebody: what is measured (NaN: not known), and how many points that gives. What a hundred points are worth is
 * data. A factor is a function here and a row in `MatchingFactors`; it measures everybody at once, since ten thousand calls cost more.
 */
export interface Factor {
  code: string
  measure(raw: Float64Array, places: Places, job: Job, pool: Pool): void
  scale(job: Job): Scale
}

export const pointsOf = (raw: number, { base, slope, unknown = 0 }: Scale): number => (raw !== raw ? unknown : within(base + slope * raw))

const MINUTE = 60_000
const DAY = 86_400_000
/** So many added minutes are worth no points: with a weight of as many minutes a minute of travel counts as one. */
const FARTHEST = 120
/** So many repairs of the usual quality are taken as given, so that one lucky repair is no record. */
const PRIOR_REPAIRS = 5

/** Added travel, in minutes. */
const travel: Factor = {
  code: 'travel',
  measure: (raw, { added }) => { for (let i = 0; i < raw.length; i++) raw[i] = added[i] / MINUTE },
  scale: () => ({ base: 100, slope: -100 / FARTHEST })
}

/** Minutes between the end of the visit and the deadline; the score is their share of the time that there was. */
const slack: Factor = {
  code: 'slack',
  measure: (raw, { end }, job) => {
    const due = dueOf(job)
    for (let i = 0; i < raw.length; i++) raw[i] = (due - end[i]) / MINUTE
  },
  scale: job => {
    const due = dueOf(job), { notBefore } = job
    // Who is late already counts the hours of a day.
    const last = due > notBefore ? due : notBefore + DAY
    return { base: ((last - due) * 100) / (last - notBefore), slope: (MINUTE * 100) / (last - notBefore) }
  }
}

/** Own repairs of the model that held at the first visit, in percent, drawn to the rate of all. */
const firstTimeFix: Factor = {
  code: 'firstTimeFix',
  measure: (raw, _, { model }, pool) => {
    const usual = PRIOR_REPAIRS * fixRateOf(model, pool)
    raw.set(pool.column(`fix rate ${model} ${usual}`, ({ performance }) => {
      const own = model === null ? undefined : performance.get(model)
      return (((own?.firstTimeFixes ?? 0) + usual) * 100) / ((own?.repairs ?? 0) + PRIOR_REPAIRS)
    }))
  },
  scale: () => ({ base: 0, slope: 1 })
}

/** 1 for whom the customer wishes to see. */
const preferred: Factor = {
  code: 'preferred',
  measure: (raw, _, job, pool) => few(raw, 0, job.preferred, () => 1, pool),
  scale: () => ({ base: 0, slope: 100 })
}

/** Share of the needed parts on the van, in percent. */
const parts: Factor = {
  code: 'parts',
  measure: (raw, _, { partsOnVan }, pool) => few(raw, partsOnVan ? 0 : NaN, partsOnVan?.keys() ?? [], ID => partsOnVan!.get(ID)! * 100, pool),
  scale: () => ({ base: 0, slope: 1 })
}

/** Share of the day that visits take already, in percent. */
const load: Factor = {
  code: 'load',
  measure: (raw, { available, busy }) => { for (let i = 0; i < raw.length; i++) raw[i] = (busy[i] * 100) / available[i] },
  scale: () => ({ base: 100, slope: -1 })
}

/** Earlier repairs of this piece of equipment; two say all. */
const knowsAsset: Factor = {
  code: 'knowsAsset',
  measure: (raw, _, { knownBy }, pool) => few(raw, 0, knownBy.keys(), ID => knownBy.get(ID)!, pool),
  scale: () => ({ base: 0, slope: 50 })
}

/** Cost of the visit with its travel, in percent of what the visit usually costs in that currency, which is worth half the points. */
const cost: Factor = {
  code: 'cost',
  measure: (raw, { added }, { needs: { minutes } }, pool) => {
    const usual = pool.once('usual rates', usualRates)
    const rates = pool.column(`rate ${JSON.stringify([...usual])}`, ({ costRate, currency }) => (costRate === null || currency === null ? NaN : costRate / usual.get(currency)!))
    for (let i = 0; i < raw.length; i++) raw[i] = (rates[i] * 100 * (minutes + added[i] / MINUTE)) / minutes
  },
  scale: () => ({ base: 100, slope: -0.5, unknown: 50 })
}

/** Without a deadline the end of what is looked at. */
const dueOf = ({ deadline, notBefore, days }: Job) => deadline ?? notBefore + days * DAY

/** What is known of few people. */
function few(raw: Float64Array, otherwise: number, IDs: Iterable<string>, valueOf: (ID: string) => number, pool: Pool): void {
  raw.fill(otherwise)
  for (const ID of IDs) {
    const index = pool.indexOf(ID)
    if (index !== undefined) raw[index] = valueOf(ID)
  }
}

const within = (score: number) => (score < 0 ? 0 : score > 100 ? 100 : score)

const OWN: Factor[] = [travel, slack, firstTimeFix, preferred, parts, load, knowsAsset, cost]
let all: Factor[] = OWN

/** In the order of their display, those of the installation last. */
export function allFactors(): Factor[] {
  const registered = registeredFactors()
  if (all.length !== OWN.length + registered.length) all = [...OWN, ...registered.map(factorOf)]
  return all
}

/** A factor of the installation measures one person after the other. */
const factorOf = ({ code, measure, scale = { base: 0, slope: 1 } }: MatchingFactor): Factor => ({
  code,
  measure: (raw, { end, added, available, busy }, job, { technicians }) => {
    for (let i = 0; i < raw.length; i++) raw[i] = measure(technicians[i], job, { end: end[i], added: added[i], available: available[i], busy: busy[i] }) ?? NaN
  },
  scale: () => scale
})
