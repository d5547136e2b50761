import cds from '@sap/cds'
import { entities } from '../../entities'
import { fieldsRead } from '../../extending/matching-factors'
import type { Calendars } from '../../working-time/calendars'
import { nameOf, ROUND_THE_CLOCK_HOURS } from '../../working-time/hours'
import { isTimeZone } from '../../time-zones'
import { pointAt } from '../../great-circle'
import { validity, type Performance, type Technician } from './technician'

type Row = Record<string, any>

const DAY = 86_400_000
/** What ended before is of no interest to whoever plans. */
const PAST = 2 * DAY
export const HELD = ['Offered', 'Accepted', 'Started']

/** Technicians as matching sees them; all of them without IDs. A statement for each table, however many people there are. */
export async function readTechnicians(calendars: Calendars, IDs?: string[]): Promise<Technician[]> {
  const { Technicians } = entities()
  const own = fieldsRead('technician', Technicians.elements)
  const rows = (await where(SELECT.from(Technicians).columns(
    'ID', 'number', 'name', 'isActive', 'area_code', 'timeZone', 'country', 'region', 'homeLatitude', 'homeLongitude', 'startsAtDepot', 'depotLatitude',
    'depotLongitude', 'calendar_code', 'capacity', 'overtimeMinutes', 'costRate', 'currency_code', ...(own as never[])
  ), 'ID', IDs)) as Row[]
  const technicians = new Map(rows.map(row => [row.ID as string, technicianOf(row, calendars, own)]))
  for (const row of await children('TechnicianAreas', ['area_code'], IDs)) technicians.get(row.technician_ID)?.areas.push(row.area_code)
  for (const row of await children('Skills', ['skill_code', 'level', 'validFrom', 'validTo'], IDs))
    technicians.get(row.technician_ID)?.skills.push({ skill: row.skill_code, level: row.level, ...validity(row.validFrom, row.validTo) })
  await readCertificates(technicians, IDs)
  for (const row of await children('Tools', ['kind_code', 'kind.needsCalibration as needsCalibration', 'serialNumber', 'calibratedOn', 'calibrationDue'], IDs))
    technicians.get(row.technician_ID)?.tools.push({
      kind: row.kind_code, serialNumber: row.serialNumber, needsCalibration: Boolean(row.needsCalibration ?? true), ...calibration(row)
    })
  await readTimes(technicians, IDs)
  for (const row of await children('TechnicianPerformance', ['model', 'faultCategory', 'repairs', 'firstTimeFixes', 'timedRepairs', 'minutes'], IDs))
    addPerformance(technicians.get(row.technician_ID)?.performance, row)
  return [...technicians.values()]
}

function technicianOf(row: Row, calendars: Calendars, own: string[]): Technician {
  const fromDepot = Boolean(row.startsAtDepot)
  const site = { timeZone: row.timeZone, country: row.country, region: row.region }
  const hours = row.calendar_code && calendars.has(row.calendar_code) ? calendars.hoursAt(row.calendar_code, site) : ROUND_THE_CLOCK_HOURS
  return {
    ID: row.ID, number: row.number, name: row.name, isActive: Boolean(row.isActive), areas: row.area_code ? [row.area_code] : [],
    timeZone: row.timeZone && isTimeZone(row.timeZone) ? row.timeZone : 'UTC', hours: nameOf(hours),
    base: fromDepot ? pointAt(row.depotLatitude, row.depotLongitude) : pointAt(row.homeLatitude, row.homeLongitude),
    capacity: row.capacity ?? null, overtimeMinutes: row.overtimeMinutes ?? 0,
    costRate: row.costRate == null ? null : Number(row.costRate), currency: row.currency_code ?? null,
    skills: [], certificates: [], tools: [], absences: [], performance: new Map(), visits: [],
    ...(own.length && { own: Object.fromEntries(own.map(field => [field, row[field]])) })
  }
}

async function readCertificates(technicians: Map<string, Technician>, IDs?: string[]): Promise<void> {
  const certificates = new Map<string, string[]>()
  for (const row of await children('Certificates', ['ID', 'kind_code', 'number', 'validFrom', 'validTo'], IDs)) {
    const models: string[] = []
    certificates.set(row.ID, models)
    technicians.get(row.technician_ID)?.certificates.push({ kind: row.kind_code, number: row.number, models, ...validity(row.validFrom, row.validTo) })
  }
  const { CertificateModels } = entities()
  const rows = (await where(SELECT.from(CertificateModels).columns('certificate_ID', 'model'), 'certificate.technician.ID', IDs)) as Row[]
  for (const { certificate_ID, model } of rows) certificates.get(certificate_ID)?.push(model)
}

/** Absences and visits that are not over for long. */
async function readTimes(technicians: Map<string, Technician>, IDs?: string[]): Promise<void> {
  const { Absences, Assignments } = entities()
  const since = new Date(cds.context!.timestamp.getTime() - PAST).toISOString()
  const absences = SELECT.from(Absences).columns('technician_ID', 'kind_code', 'startsAt', 'endsAt').where({ endsAt: { '>': since } })
  for (const row of (await where(absences, 'technician_ID', IDs)) as Row[])
    technicians.get(row.technician_ID)?.absences.push({ kind: row.kind_code, from: Date.parse(row.startsAt), to: Date.parse(row.endsAt) })
  const visits = SELECT.from(Assignments).columns('ID', 'workOrder_ID', 'technician_ID', 'plannedStart', 'plannedEnd', 'latitude', 'longitude')
    .where({ plannedEnd: { '>': since }, state_code: { in: HELD } })
  for (const row of (await where(visits, 'technician_ID', IDs)) as Row[])
    technicians.get(row.technician_ID)?.visits.push({
      ID: row.ID, workOrder_ID: row.workOrder_ID, from: Date.parse(row.plannedStart), to: Date.parse(row.plannedEnd), place: pointAt(row.latitude, row.longitude)
    })
  for (const { visits, absences: away } of technicians.values()) {
    visits.sort((a, b) => a.from - b.from || a.to - b.to)
    away.sort((a, b) => a.from - b.from)
  }
}

/** A tool that was never calibrated is not in calibration. */
function calibration({ needsCalibration, calibratedOn, calibrationDue }: Row) {
  if (needsCalibration && !calibrationDue) return { from: Infinity, to: -Infinity }
  return validity(calibratedOn, calibrationDue)
}

function addPerformance(all: Map<string, Performance> | undefined, row: Row): void {
  if (!all) return
  const known = all.get(row.model) ?? { repairs: 0, firstTimeFixes: 0, durations: new Map() }
  known.repairs += row.repairs ?? 0
  known.firstTimeFixes += row.firstTimeFixes ?? 0
  if (row.timedRepairs) known.durations.set(row.faultCategory ?? '', { repairs: row.timedRepairs, minutes: row.minutes })
  all.set(row.model, known)
}

function children(entity: string, columns: string[], IDs?: string[]): Promise<Row[]> {
  const query = SELECT.from(entities()[entity]).columns(...(['technician_ID', ...columns] as never[]))
  return where(query, 'technician_ID', IDs) as Promise<Row[]>
}

/** Narrows a query to some people. */
const where = (query: any, path: string, IDs?: string[]): Promise<unknown[]> => (IDs ? query.where({ [path]: { in: IDs } }) : query)
