import type { Job } from '../../../srv/dispatch/matching/job'
import { Pool } from '../../../srv/dispatch/matching/pool'
import { validity, type Technician } from '../../../srv/dispatch/matching/technician'
import { pointAt } from '../../../srv/great-circle'
import { compile } from '../../../srv/working-time/calendar'
import { Random } from '../work-orders/random'

const HOUR = 3_600_000
const JOBS = 800
const always = validity(null, null)

/** A crowd that may all come to every one of many jobs, each person with six visits in the day. */
export function inProcess(people: number): { pool: Pool; jobs: Job[]; weights: Record<string, number> } {
  const random = new Random(4711), day = Date.parse('2026-12-02T00:00:00Z')
  const place = () => ({ latitude: 48 + random.next() * 1.2, longitude: 9 + random.next() * 1.6 })
  const pointOf = ({ latitude, longitude }: ReturnType<typeof place>) => pointAt(latitude, longitude)
  const near = ({ latitude, longitude }: ReturnType<typeof place>) => pointAt(latitude + random.next() / 5, longitude + random.next() / 5)
  const technicians = Array.from({ length: people }, (_, i): Technician => {
    const home = place()
    return {
      ID: `ID ${i}`, number: `T-${100_000 + i}`, name: `Technician ${i}`, isActive: true, areas: [], timeZone: 'UTC', hours: 'usual', base: pointOf(home), capacity: 12,
      overtimeMinutes: 600, costRate: random.between(60, 90), currency: 'EUR', tools: [], absences: [],
      skills: [{ skill: 'CALIBRATION', level: random.between(2, 5), ...always }], certificates: [{ kind: 'MEDTEST', number: null, models: [], ...always }],
      performance: new Map([['PM-800', { repairs: 8, firstTimeFixes: random.between(3, 8), durations: new Map() }]]),
      visits: Array.from({ length: 6 }, (_, k) => ({ ID: `${i} ${k}`, workOrder_ID: `${k}`, from: day + (8 + k * 1.4) * HOUR, to: day + (8.5 + k * 1.4) * HOUR, place: near(home) }))
    }
  })
  const calendar = compile({ timeZone: 'UTC', week: Array.from({ length: 7 }, () => [{ from: '07:00', to: '12:00' }, { from: '12:30', to: '17:00' }]) })
  const jobs = Array.from({ length: JOBS }, (_, i): Job => ({
    workOrder_ID: `order ${i}`, model: 'PM-800', faultCategory: null, area: null, place: pointOf(place()), roads: { detour: 1.3, speed: 60 },
    needs: { skills: [{ skill: 'CALIBRATION', level: 2 }], certificates: ['MEDTEST'], tools: [], crewSize: 1, minutes: 30 }, timeZone: 'UTC', notBefore: day + 6 * HOUR,
    deadline: day + 16 * HOUR, days: 1, excluded: new Set(), preferred: new Set([`ID ${i}`]), knownBy: new Map([[`ID ${i + 1}`, 2]])
  }))
  return { pool: new Pool(technicians, () => calendar), jobs, weights: { travel: 120, slack: 60, firstTimeFix: 40, preferred: 30, parts: 30, load: 20, knowsAsset: 15, cost: 20 } }
}
