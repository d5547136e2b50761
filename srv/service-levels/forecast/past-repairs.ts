import type { CompiledCalendar } from '../../working-time/calendar'
import type { Site } from '../../working-time/calendars'
import type { History } from '../milestones/breach-risk'

/** A repair that is done. Instants in milliseconds. */
export interface PastRepair extends Site {
  receivedAt: number
  startedAt: number
  completedAt: number
  fault: string | null
  model: string | null
  priority: string | null
}

/** An open order as far as others are like it. */
export interface Likeness { fault: string | null; model: string | null; priority: string | null }

/** The hours on which durations are counted: a name for them, and what they are at a site; nothing is the clock on the wall. */
export interface Measure { name: string; at(site: Site): CompiledCalendar | undefined }

/** How many earlier repairs count at each level of likeness. */
const LATEST = 300

type Part = 'work' | 'wait'

/**
 * Earlier repairs by what they have in common, read once for many forecasts. Durations are working time at the site of each repair, on
 * the hours that were agreed for the order that is forecast: a night between two days of work is no work for an agreement that works
 * Monday to Friday, and is for one round the clock. Only a repair that lies outside these hours altogether counts with its time on the wall's clock.
 */
export class PastRepairs {
  private readonly groups = new Map<string, PastRepair[]>()
  private readonly durations = new Map<string, number[]>()
  private readonly histories = new Map<string, History>()

  /** @param repairs those completed last come first */
  constructor(repairs: PastRepair[]) {
    for (const repair of repairs)
      for (const key of keysOf(repair)) {
        const group = this.groups.get(key)
        if (!group) this.groups.set(key, [repair])
        else if (group.length < LATEST) group.push(repair)
      }
  }

  /** From the beginning of the work to the completion. The same object for the same likeness. */
  work(order: Likeness, measure: Measure): History {
    const { fault, model } = order
    return this.history('work', measure, [fault && model ? key('model', fault, model) : '', fault ? key('fault', fault) : ''])
  }

  /** From the receipt to the beginning. */
  wait(order: Likeness, measure: Measure): History {
    const { priority, fault } = order
    return this.history('wait', measure, [priority && fault ? key('both', priority, fault) : '', priority ? key('priority', priority) : ''])
  }

  private history(part: Part, measure: Measure, [closest, similar]: string[]): History {
    const name = [part, measure.name, closest, similar].join('\n')
    const known = this.histories.get(name)
    if (known) return known
    const of = (group: string) => this.durationsOf(part, measure, group)
    const history = { closest: of(closest), similar: of(similar), all: of(ALL) }
    this.histories.set(name, history)
    return history
  }

  private durationsOf(part: Part, measure: Measure, group: string): number[] {
    const name = [part, measure.name, group].join('\n')
    const known = this.durations.get(name) ?? (this.groups.get(group) ?? []).map(repair => durationOf(part, repair, measure))
    this.durations.set(name, known)
    return known
  }
}

const ALL = 'all'
const key = (...parts: string[]) => parts.join('\t')

function keysOf({ fault, model, priority }: PastRepair): string[] {
  return [
    ALL, ...(fault ? [key('fault', fault)] : []), ...(fault && model ? [key('model', fault, model)] : []),
    ...(priority ? [key('priority', priority)] : []), ...(priority && fault ? [key('both', priority, fault)] : [])
  ]
}

function durationOf(part: Part, { receivedAt, startedAt, completedAt, ...site }: PastRepair, measure: Measure): number {
  const [from, to] = part === 'work' ? [startedAt, completedAt] : [receivedAt, startedAt]
  const passed = Math.max(0, to - from)
  return measure.at(site)?.between(from, from + passed) || passed
}
