import cds from '@sap/cds'
import fc from 'fast-check'
import { startApp } from '../setup/app'
import { DISPATCH, forgetWhatIsKept, overlaps } from '../setup/planning'
import { setTime } from '../setup/time'
import { workOnPlans } from '../../srv/dispatch/plans/handlers'

const app = startApp()
/** Wednesday before work. Everybody works from 8 to 12 and from 13 to 17, UTC, from Monday to Friday. */
const NOW = '2027-03-03T06:00:00Z'
const DAYS = ['2027-03-03', '2027-03-04', '2027-03-05']
const HOURS: [number, number][] = [[8, 12], [13, 17]]
const MINUTE = 60_000
const ROADS = { detour: 1.3, speed: 60 }

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const degrees = fc.record({ latitude: fc.integer({ min: 47_600, max: 48_400 }), longitude: fc.integer({ min: 8_700, max: 9_900 }) }).map(({ latitude, longitude }) => ({ latitude: latitude / 1000, longitude: longitude / 1000 }))
const people = fc.array(fc.record({
  home: degrees, capacity: maybe(fc.integer({ min: 1, max: 5 })), overtime: fc.constantFrom(0, 0, 45), level: maybe(fc.integer({ min: 1, max: 5 })), skillUntil: maybe(fc.constantFrom(...DAYS)),
  certificateUntil: maybe(fc.constantFrom('2027-03-03', '2027-12-31')), calibratedUntil: maybe(fc.constantFrom('2027-03-04', '2027-12-31')), isElsewhere: fc.boolean(),
  away: maybe(fc.record({ day: fc.nat(2), from: fc.integer({ min: 6, max: 15 }), hours: fc.integer({ min: 1, max: 9 }) }))
}), { minLength: 2, maxLength: 5 })
const jobs = fc.array(fc.record({
  place: maybe(degrees), model: fc.constantFrom('PLAIN', 'SKILLED', 'CERTIFIED', 'MEASURED'), priority: fc.constantFrom('1', '2', '3', '4'), promised: maybe(fc.integer({ min: 2, max: 70 })),
  wanted: maybe(fc.integer({ min: 0, max: 60 })), isPicky: fc.boolean(), visit: maybe(fc.record({ person: fc.nat(4), day: fc.nat(2), slot: fc.nat(3), isPinned: fc.boolean() })), partsIn: maybe(fc.integer({ min: 5, max: 50 }))
}), { minLength: 3, maxLength: 16 })

type Person = { ID: string; isFit: (model: string, day: string) => boolean; area: string } & (typeof people extends fc.Arbitrary<(infer T)[]> ? T : never)
type Job = { ID: string; earliest: number } & (typeof jobs extends fc.Arbitrary<(infer T)[]> ? T : never)

let customer: string
let runs = 0

beforeAll(async () => {
  const entries = (entity: string, rows: object[]) => cds.db.run(INSERT.into(`aftersales.${entity}`).entries(rows))
  customer = (await cds.db.run(SELECT.one.from('aftersales.Customers').columns('ID'))).ID
  await cds.db.run(DELETE.from('aftersales.WorkRequirements'))
  await entries('Calendars', [{ code: 'PLANNED', timeZone: 'UTC', hasHolidays: false }])
  await entries('CalendarSpans', [1, 2, 3, 4, 5].flatMap(weekday => HOURS.map(([from, to]) => ({ ID: cds.utils.uuid(), calendar_code: 'PLANNED', weekday, startsAt: clock(from), endsAt: clock(to) }))))
  await cds.db.run(UPDATE('aftersales.NumberRanges').with({ last: 1000 } as never).where({ object: 'CalendarRevision' }))
  const need = (model: string, what: object) => ({ ID: cds.utils.uuid(), model, minutes: 60, ...what })
  const { skill, certificate, tool } = await codes()
  await entries('WorkRequirements', [need('PLAIN', { minutes: 45 }), need('SKILLED', { skill_code: skill, minimumLevel: 3 }), need('CERTIFIED', { certificate_code: certificate }), need('MEASURED', { tool_code: tool })])
})

test('no plan of any world breaks a rule, and each can be published', async () => {
  await fc.assert(fc.asyncProperty(people, jobs, fc.boolean(), async (crew, work, keepsPromises) => {
    setTime(NOW)
    const world = await store(crew, work)
    const { status, data } = await app.as('dispatcher').post(`${DISPATCH}/optimize`, { from: DAYS[0], to: DAYS[2], area_code: world.area, seconds: 20, maxIterations: 300, keepsPromises })
    expect([status, data.error]).toEqual([200, undefined])
    await workOnPlans()
    const plan = (await app.as('dispatcher').get(`${DISPATCH}/Plans(${data.ID})?$expand=visits,unserved`)).data
    expect([plan.state_code, plan.failure]).toEqual(['Ready', null])
    expect(broken(plan, world, keepsPromises)).toEqual([])
    const published = await app.as('dispatcher').post(`${DISPATCH}/Plans(${data.ID})/aftersales.DispatchService.publish`, {})
    expect([published.status, published.data.error?.message]).toEqual([200, undefined])
    const held = await cds.db.run(SELECT.from('aftersales.Assignments').where({ technician_ID: { in: world.crew.map(({ ID }) => ID) }, state_code: { in: ['Offered', 'Accepted'] }, plannedStart: { '!=': null } }))
    expect(overlaps(held)).toEqual([])
  }), { numRuns: 12, seed: 11, endOnFailure: true })
}, 600_000)

type World = Awaited<ReturnType<typeof store>>

async function store(crew: any[], work: any[]) {
  const area = `PLAN-${++runs}`
  const entries = (entity: string, rows: object[]) => (rows.length ? cds.db.run(INSERT.into(`aftersales.${entity}`).entries(rows)) : undefined)
  const { skill, certificate, tool } = await codes()
  await entries('ServiceAreas', [{ code: area, name: area, timeZone: 'UTC', currency_code: 'EUR', ...ROADS }])
  const persons: Person[] = crew.map((person, i) => ({
    ...person, ID: cds.utils.uuid(), number: `P${runs}-${i}`, area: person.isElsewhere && i ? 'ALPS' : area,
    isFit: (model: string, day: string) => model === 'PLAIN' || (model === 'SKILLED' && person.level >= 3 && (!person.skillUntil || day <= person.skillUntil))
      || (model === 'CERTIFIED' && person.certificateUntil >= day) || (model === 'MEASURED' && person.calibratedUntil >= day)
  }))
  await entries('Technicians', persons.map(({ ID, home, capacity, overtime, area: own }, i) => ({
    ID, number: `P${runs}-${i}`, name: `Person ${i}`, isActive: true, area_code: own, timeZone: 'UTC', homeLatitude: home.latitude, homeLongitude: home.longitude, calendar_code: 'PLANNED',
    capacity, overtimeMinutes: overtime, costRate: 60, currency_code: 'EUR'
  })))
  const of = (rows: (person: Person) => object | null) => persons.map(person => ({ person, row: rows(person) })).filter(({ row }) => row).map(({ person, row }) => ({ ID: cds.utils.uuid(), technician_ID: person.ID, ...row }))
  await entries('Skills', of(({ level, skillUntil }) => level === null ? null : { skill_code: skill, level, validTo: skillUntil }))
  await entries('Certificates', of(({ certificateUntil }) => certificateUntil === null ? null : { kind_code: certificate, number: 'N', validTo: certificateUntil }))
  await entries('Tools', of(({ calibratedUntil }) => calibratedUntil === null ? null : { kind_code: tool, calibrationDue: calibratedUntil }))
  await entries('Absences', of(({ away }) => away && { kind_code: 'training', startsAt: iso(at(away.day, away.from)), endsAt: iso(at(away.day, away.from + away.hours)) }))
  await entries('CustomerPreferences', [{ ID: cds.utils.uuid(), customer_ID: customer, technician_ID: persons[0].ID, isExcluded: true }])
  const orders: Job[] = work.map(job => ({
    ...job, ID: cds.utils.uuid(), visit: job.visit && job.visit.person < persons.length ? job.visit : null,
    earliest: Math.max(Date.parse(NOW), job.wanted === null ? 0 : at(0, job.wanted), job.partsIn === null ? 0 : at(0, job.partsIn))
  }))
  const taken = new Set<string>()
  for (const job of orders) {
    const slot = job.visit && `${job.visit.person} ${job.visit.day} ${job.visit.slot}`
    if (slot && taken.has(slot)) job.visit = null
    else if (slot) taken.add(slot)
  }
  const start = (job: Job) => at(job.visit!.day, [8.5, 10, 13.5, 15.25][job.visit!.slot])
  await entries('WorkOrders', orders.map((job, i) => ({
    ID: job.ID, number: `T${runs}-${i}`, intakeKey: job.ID, status_code: job.visit ? 'Assigned' : 'Released', isOpen: true, eventCount: 1, serviceArea_code: area, executionMode_code: 'onsite',
    orderType_code: 'SM01', model: job.model, priority_code: job.priority, latitude: job.place?.latitude, longitude: job.place?.longitude, timeZone: 'UTC', customer_ID: job.isPicky ? customer : null,
    promisedAt: job.promised === null ? null : iso(at(0, job.promised)), requestedStart: job.wanted === null ? null : iso(at(0, job.wanted)),
    technician_ID: job.visit && persons[job.visit.person].ID, plannedStart: job.visit && iso(start(job))
  })))
  await entries('Assignments', orders.filter(({ visit }) => visit).map(job => ({
    ID: cds.utils.uuid(), workOrder_ID: job.ID, technician_ID: persons[job.visit!.person].ID, role: 'lead', state_code: 'Accepted', isPinned: job.visit!.isPinned,
    plannedStart: iso(start(job)), plannedEnd: iso(start(job) + minutesOf(job) * MINUTE), latitude: job.place?.latitude, longitude: job.place?.longitude
  })))
  await entries('Shipments', orders.filter(({ partsIn }) => partsIn !== null).map((job, i) => ({
    ID: cds.utils.uuid(), workOrder_ID: job.ID, carrier: 'C', number: `${runs}-${i}`, leg_code: 'lastMile', status_code: 'inTransit', estimatedAt: iso(at(0, job.partsIn!))
  })))
  await forgetWhatIsKept()
  return { area, crew: persons, orders }
}

/** What a plan breaks, found on the drawn values alone. */
function broken(plan: any, { area, crew, orders }: World, keepsPromises: boolean): string[] {
  const rules: string[] = []
  const expectThat = (holds: boolean, rule: string) => { if (!holds) rules.push(rule) }
  const job = (visit: any) => orders.find(({ ID }) => ID === visit.workOrder_ID)!
  for (const { ID } of orders) {
    const places = plan.visits.filter((visit: any) => visit.workOrder_ID === ID && visit.change_code !== 'dropped').length
    const missing = plan.unserved.filter((each: any) => each.workOrder_ID === ID).length
    expectThat(places + missing <= 1, `${ID} is in the plan ${places + missing} times`)
    expectThat(places + missing === 1 || Boolean(orders.find(each => each.ID === ID)!.visit?.isPinned), `${ID} is not in the plan`)
  }
  expectThat(overlaps(plan.visits).length === 0, 'somebody is in two places at once')
  for (const person of crew) for (const day of DAYS) {
    const visits = plan.visits.filter((visit: any) => visit.technician_ID === person.ID && visit.day === day).sort((a: any, b: any) => a.plannedStart.localeCompare(b.plannedStart))
    const news = visits.filter((visit: any) => !visit.isFixed)
    if (!news.length) continue
    expectThat(person.area === area, `${person.ID} does not work in the area`)
    expectThat(visits.length <= (person.capacity ?? Infinity), `${person.ID} has more visits on ${day} than the capacity`)
    for (const visit of news) {
      const work = job(visit), [from, to] = [Date.parse(visit.plannedStart), Date.parse(visit.plannedEnd)]
      const name = `${visit.workOrder_ID} on ${visit.plannedStart}`
      expectThat(person.isFit(work.model, day), `${name}: not qualified for ${work.model}`)
      expectThat(!(work.isPicky && person === crew[0]), `${name}: not wanted by the customer`)
      expectThat(to - from === minutesOf(work) * MINUTE, `${name}: takes another time`)
      expectThat(from >= work.earliest, `${name}: too early`)
      expectThat(stretches(person, day).some(([a, b]) => from >= a && to <= b), `${name}: outside of working time`)
      const due = work.promised === null ? null : at(0, work.promised)
      expectThat(!keepsPromises || due === null || due - minutesOf(work) * MINUTE < work.earliest || to <= due, `${name}: after its promise`)
    }
    const stops = visits.map((visit: any) => ({ from: Date.parse(visit.plannedStart), to: Date.parse(visit.plannedEnd), place: job(visit).place, isNew: !visit.isFixed }))
    const [first, last] = [stops[0], stops.at(-1)!], all = stretches(person, day)
    if (first.isNew) expectThat(first.from + 1 >= all[0][0] + travel(person.home, first.place), `${day}: nobody gets to the first visit in time`)
    if (last.isNew) expectThat(last.to + travel(last.place, person.home) <= all.at(-1)![1] + 1, `${day}: nobody gets home in time`)
    stops.slice(1).forEach((stop: any, i: number) => {
      if (stop.isNew && stops[i].isNew) expectThat(stop.from + 1 >= stops[i].to + travel(stops[i].place, stop.place), `${day}: nobody gets from one visit to the next`)
    })
  }
  return rules
}

/** Hours of work without absences, with overtime behind the last one unless the person is away then. */
function stretches({ away, overtime }: Person, day: string): [number, number][] {
  const index = DAYS.indexOf(day)
  const gap: [number, number] | null = away && away.day === index ? [at(index, away.from), at(index, away.from + away.hours)] : null
  const close = at(index, HOURS.at(-1)![1]), limit = gap && gap[0] >= close && gap[0] < close + overtime * MINUTE ? gap[0] : close + overtime * MINUTE
  return HOURS.map(([from, to]): [number, number] => [at(index, from), at(index, to)]).flatMap(([from, to]): [number, number][] => {
    const end = to === close && !(gap && gap[0] < to && gap[1] >= to) ? limit : to
    if (!gap || gap[1] <= from || gap[0] >= end) return [[from, end]]
    return ([[from, gap[0]], [gap[1], end]] as [number, number][]).filter(([a, b]) => b > a)
  })
}

/** Haversine on a sphere, times detour, by speed; nobody knows how far it is to nowhere. */
function travel(a: { latitude: number; longitude: number } | null, b: { latitude: number; longitude: number } | null): number {
  if (!a || !b) return 0
  const rad = Math.PI / 180
  const h = Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2
  // A thousandth is left to the planner's rounding.
  return (((12742.0176 * Math.asin(Math.sqrt(h)) * ROADS.detour) / ROADS.speed) * 60 - 0.02) * MINUTE
}

async function codes() {
  const first = async (entity: string) => (await cds.db.run(SELECT.one.from(`aftersales.${entity}`).columns('code').orderBy('code'))).code as string
  const tool = (await cds.db.run(SELECT.one.from('aftersales.ToolKinds').columns('code').where({ needsCalibration: true }))).code as string
  return { skill: await first('SkillTags'), certificate: await first('CertificateKinds'), tool }
}

const minutesOf = ({ model }: Pick<Job, 'model'>) => (model === 'PLAIN' ? 45 : 60)
const at = (day: number, hour: number) => Date.parse(`${DAYS[day]}T00:00:00Z`) + hour * 60 * MINUTE
const iso = (instant: number) => new Date(instant).toISOString()
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
