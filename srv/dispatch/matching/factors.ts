import type { DayRoute } from './day-route'
import type { Place } from './fitting'
import type { Job } from './job'
import type { Technician } from './technician'

/** A person with the place that was found in a day. One object serves a whole search. */
export interface Candidate {
  technician: Technician
  route: DayRoute
  place: Place
}

/** What scores are measured against. */
export interface Yardsticks {
  job: Job
  /** Share (0 to 1) of the model's repairs, by whomever, that held at the first visit. */
  fixRate: number
  /** The middle cost rate of all who work in a currency. */
  usualRate(currency: string): number
}

/**
 * One reason to prefer somebody: what is measured (NaN: not known) and how good that is, from 0 to 100. What a hundred points are
 * worth is data. A factor is a function here and a row in `MatchingFactors`.
 */
export interface Factor {
  code: string
  raw(candidate: Candidate, yardsticks: Yardsticks): number
  score(raw: number, yardsticks: Yardsticks): number
}

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000
/** So many added minutes are worth no points: with a weight of as many minutes a minute of travel counts as one. */
const FARTHEST = 120
/** So many repairs of the usual quality are taken as given, so that one lucky repair is no record. */
const PRIOR_REPAIRS = 5

/** Added travel, in minutes. */
const travel: Factor = {
  code: 'travel',
  raw: ({ place }) => place.added / MINUTE,
  score: raw => within(100 - (raw * 100) / FARTHEST)
}

/** Share of the day that visits take already, in percent. */
const load: Factor = {
  code: 'load',
  raw: ({ route }) => (route.available > 0 ? (route.busy * 100) / route.available : 100),
  score: raw => within(100 - raw)
}

/** Own repairs of the model that held at the first visit, in percent, drawn to the rate of all. */
const firstTimeFix: Factor = {
  code: 'firstTimeFix',
  raw: ({ technician }, { job, fixRate }) => {
    const own = job.model === null ? undefined : technician.performance.get(job.model)
    return (((own?.firstTimeFixes ?? 0) + PRIOR_REPAIRS * fixRate) * 100) / ((own?.repairs ?? 0) + PRIOR_REPAIRS)
  },
  score: raw => within(raw)
}

/** Earlier repairs of this piece of equipment: each one halves what there is to learn. */
const knowsAsset: Factor = {
  code: 'knowsAsset',
  raw: ({ technician }, { job }) => (job.knownBy.size ? job.knownBy.get(technician.ID) ?? 0 : 0),
  score: raw => 100 - 100 * 0.5 ** raw
}

/** 1 for whom the customer wishes to see. */
const preferred: Factor = {
  code: 'preferred',
  raw: ({ technician }, { job }) => (job.preferred.size && job.preferred.has(technician.ID) ? 1 : 0),
  score: raw => raw * 100
}

/** Share of the needed parts on the van, in percent. */
const parts: Factor = {
  code: 'parts',
  raw: ({ technician }, { job }) => (job.partsOnVan ? (job.partsOnVan.get(technician.ID) ?? 0) * 100 : NaN),
  score: raw => (Number.isNaN(raw) ? 0 : raw)
}

/** Minutes between the end of the visit and the deadline; the score is their share of the time that there was. */
const slack: Factor = {
  code: 'slack',
  raw: ({ place }, { job }) => ((job.deadline ?? job.notBefore + job.days * DAY) - place.end) / MINUTE,
  score: (raw, { job: { deadline, notBefore, days } }) => {
    const due = deadline ?? notBefore + days * DAY
    // Who is late already counts the hours of a day.
    const end = due > notBefore ? due : notBefore + DAY
    return within(((raw * MINUTE + end - due) * 100) / (end - notBefore))
  }
}

/** Cost of the visit with its travel, in percent of what the visit usually costs in that currency, which is worth half the points. */
const cost: Factor = {
  code: 'cost',
  raw: ({ technician: { costRate, currency }, place }, { job, usualRate }) => {
    if (costRate === null || currency === null) return NaN
    const minutes = job.needs.minutes
    return (costRate * (minutes + place.added / MINUTE) * 100) / (usualRate(currency) * minutes)
  },
  score: raw => (Number.isNaN(raw) ? 50 : within(100 - raw / 2))
}

const within = (score: number) => Math.min(100, Math.max(0, score))

/** In the order of their display. */
export const FACTORS: Factor[] = [travel, slack, firstTimeFix, preferred, parts, load, knowsAsset, cost]
