import cds from '@sap/cds'
import { registeredFactor } from '../../extending/matching-factors'
import { textOf } from '../../words'
import type { Job } from './job'
import type { FactorResult, Ranked, Ranking, Rejected } from './matching'
import { sentenceOf } from './sentences'
import type { Tables } from './tables'

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals

/** A ranking in the shape of the service's type `Recommendation`. */
export function recommendation({ workOrder_ID, needs }: Job, ranking: Ranking, tables: Tables) {
  return {
    workOrder_ID, minutes: needs.minutes, crewSize: needs.crewSize, eligible: ranking.eligible, ineligible: ranking.ineligible,
    ranked: ranking.ranked.map(each => rankedRow(each, tables)), rejected: ranking.rejected.map(each => rejectedRow(each, tables))
  }
}

export const identity = ({ ID, number, name }: Ranked['technician']) => ({ technician_ID: ID, number, name })

function rankedRow(ranked: Ranked, tables: Tables) {
  return {
    ...identity(ranked.technician), rank: ranked.rank, total: rounded(ranked.total, 2),
    plannedStart: iso(ranked.start), plannedEnd: iso(ranked.end),
    travelMinutes: Math.round(ranked.travelMinutes), addedMinutes: Math.round(ranked.addedMinutes), position: ranked.position + 1, visits: ranked.visits,
    factors: ranked.factors.map(factor => ({
      ...factorRow(factor), name: tables.nameOf('MatchingFactors', factor.code, locale()), unit: tables.units.get(factor.code) ?? null, text: inWords(factor)
    }))
  }
}

/** What a factor of the installation says of what it measured, where it has words for it. */
function inWords({ code, raw, score }: FactorResult): string | null {
  const reason = raw === null ? undefined : registeredFactor(code)?.reason
  return reason ? textOf(reason, { raw: rounded(raw!, 3), score: Math.round(score) }) ?? reason : null
}

/** As it is shown and kept. */
export const factorRow = ({ code, raw, score, weight, contribution }: FactorResult) =>
  ({ factor_code: code, raw: raw === null ? null : rounded(raw, 3), score: rounded(score, 2), weight, contribution: rounded(contribution, 2) })

function rejectedRow(rejected: Rejected, tables: Tables) {
  return {
    ...identity(rejected.technician), rule_code: rejected.rule, ruleName: tables.nameOf('MatchingRules', rejected.rule, locale()), text: sentenceOf(rejected, tables),
    facts: Object.entries(rejected.facts).map(([name, value]) => ({ name, value: String(value) }))
  }
}

export const iso = (instant: number) => new Date(instant).toISOString()
const locale = () => cds.context?.locale ?? 'en'
