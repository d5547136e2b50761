import { riskOf, type OpenRepair } from '../../../srv/service-levels/milestones/breach-risk'
import type { Forecast } from './scores'

/** A repair as history has it. Instants in milliseconds. */
export interface PastRepair {
  receivedAt: number
  dueAt: number
  plannedStart?: number
  startedAt: number
  completedAt: number
  partsAt?: number
  fault: string
  model: string
  priority: string
}

/** When a forecast is made: at the receipt, once an arrival is planned, or when work begins. */
export type Moment = 'receipt' | 'planned' | 'start'

/**
 * Goes through history as it came and forecasts each repair from those that had been completed by then, and by the base rate of the same ones.
 * Nothing that happened later is seen. The first ones, for which nothing is known, are left out.
 */
export function backTest(repairs: PastRepair[], moment: Moment, atLeast = 10): { model: Forecast[]; baseRate: Forecast[] } {
  const [model, baseRate]: [Forecast[], Forecast[]] = [[], []]
  for (const repair of [...repairs].sort((a, b) => a.receivedAt - b.receivedAt)) {
    const now = moment === 'start' ? repair.startedAt : repair.receivedAt
    const earlier = repairs.filter(({ completedAt }) => completedAt <= now).sort((a, b) => b.completedAt - a.completedAt)
    if (earlier.length < atLeast || now > repair.dueAt) continue
    const late = repair.completedAt > repair.dueAt
    model.push({ probability: riskOf(seenAt(now, repair, moment, earlier)), late })
    baseRate.push({ probability: (earlier.filter(each => each.completedAt > each.dueAt).length + 0.5) / (earlier.length + 1), late })
  }
  return { model, baseRate }
}

function seenAt(now: number, repair: PastRepair, moment: Moment, earlier: PastRepair[]): OpenRepair {
  const alike = (...fields: ('fault' | 'model' | 'priority')[]) => earlier.filter(each => fields.every(field => each[field] === repair[field]))
  const work = (each: PastRepair) => each.completedAt - each.startedAt
  const wait = (each: PastRepair) => each.startedAt - each.receivedAt
  return {
    now, dueAt: repair.dueAt, receivedAt: repair.receivedAt, partsAt: moment === 'receipt' ? null : repair.partsAt,
    plannedStart: moment === 'planned' ? repair.plannedStart : null, startedAt: moment === 'start' ? repair.startedAt : null,
    work: { closest: alike('fault', 'model').slice(0, 300).map(work), similar: alike('fault').slice(0, 300).map(work), all: earlier.slice(0, 300).map(work) },
    wait: { closest: alike('priority', 'fault').slice(0, 300).map(wait), similar: alike('priority').slice(0, 300).map(wait), all: earlier.slice(0, 300).map(wait) }
  }
}
