import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { areasOf } from '../../row-limits'
import { isTimeZone } from '../../time-zones'
import { changesSoFar } from '../matching/changes'
import { situation, type Situation } from '../matching/kept'
import { iso } from '../matching/presentation'
import type { Technician } from '../matching/technician'
import { daysBetween, type Day, type Span } from './days'
import { loadsOf } from './loads'

interface Range { firstDay: string; lastDay: string }
type Asked = { data: Range & { area_code: string } }

const DAY = 86_400_000
/** More than a board can show, and little enough for one answer. */
const MOST_DAYS = 31
/** Visits that end on the first day began before it. */
const LONGEST_VISIT = DAY

/** Answers what the dispatch board shows. */
export function showBoard(service: cds.ApplicationService): void {
  service.on('board', req => board(service, req as unknown as Asked))
  service.on('boardStamp', ({ data }) => stampOf((data as { area_code: string }).area_code))
  service.on('areaLoads', ({ data, user }) => areaLoads(data as Range, areasOf(user)))
}

async function board(service: cds.ApplicationService, { data: { area_code, firstDay, lastDay } }: Asked) {
  refuseWrongDays({ firstDay, lastDay })
  const { ServiceAreas } = entities()
  const area = await SELECT.one.from(ServiceAreas, { code: area_code } as never).columns('timeZone') as { timeZone: string | null } | null
  if (!area) fail(404, 'PLAN_AREA_UNKNOWN', { target: 'area_code', args: [area_code] })
  const stamp = await stampOf(area_code), now = await situation()
  const timeZone = zoneOf(area!), days = daysBetween(firstDay, lastDay, timeZone)
  const crew = now.pool.technicians.filter(({ isActive, areas }) => isActive && (!areas.length || areas.includes(area_code)))
  return {
    stamp, timeZone, days: days.map(({ day, ...span }) => ({ day, ...written(span) })),
    crew: crew.map(technician => personOf(technician, days, now)), visits: await visitsOf(service, crew, days)
  }
}

/** Changes of people and visits have one number; of orders that nobody has yet, how many they are and when one was touched last. */
async function stampOf(area: string): Promise<string> {
  const { WorkOrders } = entities()
  const { matching, calendars } = await changesSoFar()
  const open = await SELECT.one.from(WorkOrders).columns('count(*) as count', 'max(modifiedAt) as last').where({ status_code: 'Released', serviceArea_code: area }) as unknown as {
    count: number; last: string | Date | null
  }
  return [matching, calendars, open.count, open.last ? new Date(open.last).getTime() : 0].join('-')
}

function personOf({ ID, number, name, base, capacity, ...technician }: Technician, days: Day[], { calendars, tables }: Situation) {
  const [from, to] = [days[0].from, days.at(-1)!.to]
  const { locale } = cds.context!
  return {
    technician_ID: ID, number, name, capacity, ...degrees(base),
    working: calendars.named(technician.hours).intervals(from, to).map(written),
    absences: technician.absences.filter(absence => absence.from < to && absence.to > from)
      .map(({ kind, ...span }) => ({ ...written(span), kindName: tables.nameOf('AbsenceKinds', kind, locale ?? 'en') }))
  }
}

async function visitsOf(service: cds.ApplicationService, crew: Technician[], days: Day[]) {
  if (!crew.length) return []
  const { BoardVisits } = service.entities
  const [from, to] = [iso(days[0].from), iso(days.at(-1)!.to)]
  return service.run(SELECT.from(BoardVisits).where`plannedStart < ${to} and plannedStart > ${iso(days[0].from - LONGEST_VISIT)} and plannedEnd > ${from}
    and technician_ID in ${crew.map(({ ID }) => ID)}`)
}

/** @param visible areas that the person may see; all without any */
async function areaLoads({ firstDay, lastDay }: Range, visible?: string[]) {
  refuseWrongDays({ firstDay, lastDay })
  const { ServiceAreas, WorkOrders } = entities()
  const areas = await SELECT.from(ServiceAreas).columns('code', 'timeZone').orderBy('code') as { code: string; timeZone: string | null }[]
  const orders = await SELECT.from(WorkOrders).columns('serviceArea_code', 'promisedAt')
    .where({ status_code: 'Released', executionMode_code: 'onsite', promisedAt: { '!=': null } }) as { serviceArea_code: string | null; promisedAt: string }[]
  const { pool, calendars } = await situation()
  return areas.filter(({ code }) => !visible || visible.includes(code)).flatMap(area => {
    const days = daysBetween(firstDay, lastDay, zoneOf(area)), [from, to] = [days[0].from, days.at(-1)!.to]
    const crew = pool.technicians.filter(({ isActive, areas: [own] }) => isActive && own === area.code)
      .map(({ hours, absences, visits }) => ({ working: calendars.named(hours).intervals(from, to), absences, visits }))
    const promises = orders.filter(order => order.serviceArea_code === area.code).map(({ promisedAt }) => Date.parse(promisedAt))
    return loadsOf(days, crew, promises).map(load => ({ area_code: area.code, ...load }))
  })
}

function refuseWrongDays({ firstDay, lastDay }: Range): void {
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / DAY + 1
  if (!(days >= 1 && days <= MOST_DAYS)) fail(422, 'BOARD_DAYS_WRONG', { target: 'lastDay', args: [MOST_DAYS] })
}

const zoneOf = ({ timeZone }: { timeZone: string | null }) => (timeZone && isTimeZone(timeZone) ? timeZone : 'UTC')
const written = ({ from, to }: Span) => ({ startsAt: iso(from), endsAt: iso(to) })

/** Back from the unit sphere; nothing for a place that nobody knows. */
function degrees({ x, y, z }: Technician['base']): { latitude: number | null; longitude: number | null } {
  const rounded = (radians: number) => Math.round((radians * 18_000_000) / Math.PI) / 100_000
  return Number.isNaN(z) ? { latitude: null, longitude: null } : { latitude: rounded(Math.asin(z)), longitude: rounded(Math.atan2(y, x)) }
}
