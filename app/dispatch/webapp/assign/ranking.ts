import type { Clock } from '../model/clock'
import type { Factor, Ranked } from '../model/types'
import type { FactorBar } from './FactorBars'

export interface RankedRow { technician_ID: string; title: string; totalText: string; arrival: string; bars: FactorBar[]; selected: boolean; open: boolean }

type Text = (key: string, ...figures: (string | number)[]) => string

const LOW = 34

/** The recommended as rows with words; the reasons of the first are open. */
export function rankedRows(ranked: Ranked[], clock: Clock, text: Text): RankedRow[] {
  return ranked.map((each, i) => ({
    technician_ID: each.technician_ID, title: `${each.rank}. ${each.name}`, totalText: text('points', Math.round(Number(each.total))), selected: false, open: i === 0,
    arrival: text('arrival', clock.dayAndTimeOf(each.plannedStart), each.travelMinutes, each.addedMinutes, each.position, each.visits + 1),
    bars: each.factors.filter(({ weight }) => weight !== 0).map(factor => barOf(factor, text))
  }))
}

function barOf({ name, raw, unit, text: words, score, weight, contribution }: Factor, text: Text): FactorBar {
  const share = Math.max(0, Math.min(100, Number(score)))
  const measured = raw === null ? text('notKnown') : unit ? `${Math.round(Number(raw))} ${unit}` : String(Math.round(Number(raw)))
  return { name, share, isLow: share < LOW, text: text('factor', words ?? measured, Math.round(Number(contribution)), weight) }
}
