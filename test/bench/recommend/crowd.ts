import type { Database, Row } from '../work-orders/database'
import { uuid } from '../work-orders/master-data'
import { orderID } from '../work-orders/orders'
import { Random } from '../work-orders/random'

const CHUNK = 5000
const VISITS = 6
const MINUTE = 60_000, DAY = 86_400_000
const MODELS = ['PM-800', 'VE-300', 'IP-220', 'US-900', 'CT-64', 'DF-12', 'EC-15', 'AN-77']
/** Sample data that deployment brought: it gives way to ours. */
const SAMPLES = ['TechnicianAreas', 'Skills', 'Certificates', 'CertificateModels', 'Trainings', 'Absences', 'Tools', 'TechnicianLanguages', 'TechnicianPerformance',
  'CustomerPreferences', 'WorkRequirements', 'Assignments', 'Technicians']

/** A Wednesday that lies at least two days ahead, at six in the morning (UTC). */
export function dayOfVisits(now: number): number {
  let day = Math.floor(now / DAY) + 2
  // 1970-01-01 was a Thursday.
  while ((day + 3) % 7 !== 2) day++
  return day * DAY + 6 * 60 * MINUTE
}

/** Replaces the technicians by so many who may all do every order, each with six visits on the day. */
export async function seedCrowd(db: Database, people: number, day: number): Promise<void> {
  for (const table of SAMPLES) await db.run(`DELETE FROM aftersales_${table}`)
  await db.insert('aftersales_WorkRequirements', [{ ID: uuid(30, 1), skill_code: 'CALIBRATION', minimumLevel: 2, certificate_code: 'MEDTEST', crewSize: 1, minutes: 30 }])
  for (let from = 0; from < people; from += CHUNK) {
    const chunk = Array.from({ length: Math.min(CHUNK, people - from) }, (_, i) => technicianRows(from + i, day))
    for (const table of ['Technicians', 'Skills', 'Certificates', 'TechnicianPerformance', 'Assignments'] as const)
      await db.insert(`aftersales_${table}`, chunk.flatMap(rows => rows[table]))
  }
  await db.settle()
}

function technicianRows(i: number, day: number) {
  const random = new Random(i * 31 + 7)
  const ID = uuid(3, i)
  const place = () => ({ latitude: (48 + random.next()).toFixed(6), longitude: (9 + random.next()).toFixed(6) })
  const home = place()
  const Technicians: Row[] = [{
    ID, number: `T-${String(100_000 + i)}`, name: `Technician ${i}`, userId: i ? `technician${i}` : 'technician', isActive: true, timeZone: 'Europe/Berlin', country: 'DE',
    homeLatitude: home.latitude, homeLongitude: home.longitude, startsAtDepot: false, calendar_code: 'OFFICE', capacity: 12, overtimeMinutes: 600,
    costRate: random.between(60, 90), currency_code: 'EUR', scheduleVersion: 0
  }]
  const Skills: Row[] = [{ ID: uuid(31, i), technician_ID: ID, skill_code: 'CALIBRATION', level: random.between(2, 5) }]
  const Certificates: Row[] = [{ ID: uuid(32, i), technician_ID: ID, kind_code: 'MEDTEST', number: `C-${i}`, validFrom: '2020-01-01', validTo: '2099-12-31' }]
  const TechnicianPerformance: Row[] = [0, 1, 2].map(k => ({
    technician_ID: ID, model: MODELS[(i + k) % 8], faultCategory: 'ALARM', repairs: 8, firstTimeFixes: random.between(3, 8), timedRepairs: 8, minutes: 480
  }))
  const Assignments: Row[] = Array.from({ length: VISITS }, (_, k) => {
    const start = day + (60 + k * 85 + random.between(0, 8) * 5) * MINUTE
    const near = { latitude: (Number(home.latitude) + random.next() / 5).toFixed(6), longitude: (Number(home.longitude) + random.next() / 5).toFixed(6) }
    return {
      ID: uuid(33, i * VISITS + k), workOrder_ID: orderID((i * VISITS + k) % 1000), technician_ID: ID, role: 'lead', state_code: 'Accepted', ...near,
      plannedStart: iso(start), plannedEnd: iso(start + 30 * MINUTE), travelMinutes: 10, isPinned: false
    }
  })
  return { Technicians, Skills, Certificates, TechnicianPerformance, Assignments }
}

const iso = (time: number) => new Date(time).toISOString()
