import type { Job } from './job'
import type { Place } from './fitting'
import type { Pool } from './pool'
import { fixRateOf, usualRates } from './usual'

/** A person with the place that was found in a day. One object serves a whole search. */
export interface Candidate {
  /** In the pool. */
  index: number
  place: Place
  /** Milliseconds of work in that day, and of visits without this one. */
  available: number
  busy: number
}

/**
 * One reason to prefer somebody: what is measured (NaN: not known) and how good that is, from 0 to 100. What a hundred points are
 * worth is data. A factor is a function here and a row in `MatchingFactors`.
 */
export interface Factor {
  code: string
  raw(job: Job, pool: Pool): (candidate: Candidate) => number
  score(raw: number, job: Job): number
}

const MINUTE = 60_000
const DAY = 86_400_000
/** So many added minutes are worth no points: with a weight of as many minutes a minute of travel counts as one. */
const FARTHEST = 120
/** So many repairs of the usual quality are taken as given, so that one lucky repair is no record. */
const PRIOR_REPAIRS = 5

/** Added travel, in minutes. */
const travel: Factor = {
  code: 'travel',
  raw: () => ({ place }) => place.added / MINUTE,
  score: raw => within(100 - (raw * 100) / FARTHEST)
}

/** Share of the day that visits take already, in percent. */
const load: Factor = {
  code: 'load',
  raw: () => ({ available, busy }) => (available > 0 ? (busy * 100) / available : 100),
  score: raw => within(100 - raw)
}

/** Own repairs of the model that held at the first visit, in percent, drawn to the rate of all. */
const firstTimeFix: Factor = {
  code: 'firstTimeFix',
  raw: ({ model }, pool) => {
    const usual = PRIOR_REPAIRS * fixRateOf(model, pool)
    const column = pool.column(`fix rate ${model} ${usual}`, ({ performance }) => {
      const own = model === null ? undefined : performance.get(model)
      return (((own?.firstTimeFixes ?? 0) + usual) * 100) / ((own?.repairs ?? 0) + PRIOR_REPAIRS)
    })
    return ({ index }) => column[index]
  },
  score: raw => within(raw)
}

/** Earlier repairs of this piece of equipment: each one halves what there is to learn. */
const knowsAsset: Factor = {
  code: 'knowsAsset',
  raw: ({ knownBy }, pool) => byIndex(knownBy, pool, 0),
  score: raw => 100 - 100 * 0.5 ** raw
}

/** 1 for whom the customer wishes to see. */
const preferred: Factor = {
  code: 'preferred',
  raw: ({ preferred }, pool) => byIndex(new Map([...preferred].map(ID => [ID, 1])), pool, 0),
  score: raw => raw * 100
}

/** Share of the needed parts on the van, in percent. */
const parts: Factor = {
  code: 'parts',
  raw: ({ partsOnVan }, pool) => byIndex(new Map([...(partsOnVan ?? [])].map(([ID, share]) => [ID, share * 100])), pool, partsOnVan ? 0 : NaN),
  score: raw => (Number.isNaN(raw) ? 0 : raw)
}

/** Minutes between the end of the visit and the deadline; the score is their share of the time that there was. */
const slack: Factor = {
  code: 'slack',
  raw: job => ({ place }) => (dueOf(job) - place.end) / MINUTE,
  score: (raw, job) => {
    const due = dueOf(job), { notBefore } = job
    // Who is late already counts the hours of a day.
    const end = due > notBefore ? due : notBefore + DAY
    return within(((raw * MINUTE + end - due) * 100) / (end - notBefore))
  }
}

/** Cost of the visit with its travel, in percent of what the visit usually costs in that currency, which is worth half the points. */
const cost: Factor = {
  code: 'cost',
  raw: ({ needs: { minutes } }, pool) => {
    const usual = pool.once('usual rates', usualRates)
    const column = pool.column(`rate ${JSON.stringify([...usual])}`, ({ costRate, currency }) => (costRate === null || currency === null ? NaN : costRate / usual.get(currency)!))
    return ({ index, place }) => (column[index] * 100 * (minutes + place.added / MINUTE)) / minutes
  },
  score: raw => (Number.isNaN(raw) ? 50 : within(100 - raw / 2))
}

/** Without a deadline the end of what is looked at. */
const dueOf = ({ deadline, notBefore, days }: Job) => deadline ?? notBefore + days * DAY

/** What is known of few people. */
function byIndex(known: ReadonlyMap<string, number>, pool: Pool, otherwise: number): (candidate: Candidate) => number {
  if (!known.size) return () => otherwise
  const values = new Map([...known].map(([ID, value]) => [pool.indexOf(ID), value]))
  return ({ index }) => values.get(index) ?? otherwise
}

const within = (score: number) => Math.min(100, Math.max(0, score))

/** In the order of their display. */
export const FACTORS: Factor[] = [travel, slack, firstTimeFix, preferred, parts, load, knowsAsset, cost]
