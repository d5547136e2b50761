import { Pool } from '../../../srv/dispatch/matching/pool'
import type { Job } from '../../../srv/dispatch/matching/job'
import { validity, type Technician } from '../../../srv/dispatch/matching/technician'
import { pointAt, type Point } from '../../../srv/great-circle'
import { compile, type Span } from '../../../srv/working-time/calendar'

export const DAY = '2026-12-02'
export const always = validity(null, null)
/** An instant of that day, told by its time in UTC. */
export const at = (time: string, day = DAY): number => Date.parse(`${day}T${time}:00Z`)

/** So many kilometres east of a place on the equator. */
export const east = (kilometres: number): Point => pointAt(0, kilometres / 111.19492664)

/** Somebody at kilometre 0 who works round the clock, may do everything and has no visits. */
export function technician(number: string, changes: Partial<Technician> = {}): Technician {
  return {
    ID: `ID of ${number}`, number, name: `Person ${number}`, isActive: true, areas: [], timeZone: 'UTC', hours: 'usual', base: east(0), capacity: null, overtimeMinutes: 0,
    costRate: null, currency: null, skills: [], certificates: [], tools: [], absences: [], performance: new Map(), visits: [], ...changes
  }
}

/** An hour's work at kilometre 0, from eight o'clock on. Roads are straight, at a kilometre a minute. */
export function job(changes: Partial<Job> & { needs?: Partial<Job['needs']> } = {}): Job {
  return {
    workOrder_ID: 'order', model: 'MX800', faultCategory: null, area: null, place: east(0), roads: { detour: 1, speed: 60 }, timeZone: 'UTC', notBefore: at('08:00'),
    deadline: null, days: 1, excluded: new Set(), preferred: new Set(), knownBy: new Map(), ...changes,
    needs: { skills: [], certificates: [], tools: [], crewSize: 1, minutes: 60, ...changes.needs }
  } as Job
}

export const OFFICE: Span[] = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }]

export function poolOf(technicians: Technician[], spans = OFFICE, timeZone = 'UTC'): Pool {
  const calendar = compile({ timeZone, week: Array.from({ length: 7 }, () => spans) })
  return new Pool(technicians, () => calendar)
}

export const visit = (from: number, to: number, place = east(0)) => ({ ID: `visit ${from}`, workOrder_ID: `order ${from}`, from, to, place })
