import { entities } from '../../entities'
import type { OrderFacts } from '../matching/job-of-order'
import { situation, type Situation } from '../matching/kept'
import { HELD } from '../matching/reading'
import { partsExpected } from '../parts'

/** An order as far as plans are concerned. */
export interface StoredOrder extends OrderFacts {
  eventCount: number
  priority_code: string | null
  plannedStart: string | null
  promisePausedAt: string | null
}

export interface StoredVisit {
  ID: string
  workOrder_ID: string
  technician_ID: string
  role: 'lead' | 'second'
  state_code: string
  plannedStart: string | null
  plannedEnd: string | null
  latitude: string | null
  longitude: string | null
  isPinned: boolean
}

/** What a plan is made from, as the database has it. */
export interface PlanSources {
  situation: Situation
  /** Of those who may work in the area. */
  versions: Map<string, number>
  currency: string | null
  orders: StoredOrder[]
  visits: StoredVisit[]
  /** When the parts of an order arrive, as far as carriers and spare parts say. */
  partsAt: Map<string, number>
  technicians: Map<string, PlaceOfWork>
}

export interface PlaceOfWork { latitude: string | null; longitude: string | null }

export const ORDER_COLUMNS = [
  'ID', 'number', 'status_code', 'orderType_code', 'faultCategory_code', 'deviceClass_code', 'model', 'equipment_ID', 'customer_ID', 'serviceArea_code', 'technician_ID',
  'latitude', 'longitude', 'timeZone', 'requestedStart', 'promisedAt', 'eventCount', 'priority_code', 'plannedStart', 'promisePausedAt'
] as const

/** Time around the days that is read as well, so that each zone's days are whole. */
const AROUND = 86_400_000

interface Range { area: string; from: number; to: number }

/**
 * Reads what a plan for an area needs, in a few statements however much there is. Versions come first: what changes while the rest is
 * read has a newer one by the time the plan is published.
 */
export async function readSources({ area, from, to }: Range): Promise<PlanSources> {
  const { Technicians, WorkOrders, ServiceAreas } = entities()
  const people = await SELECT.from(Technicians)
    .columns('ID', 'scheduleVersion', 'startsAtDepot', 'homeLatitude', 'homeLongitude', 'depotLatitude', 'depotLongitude')
    .where`isActive = true and (area_code = ${area} or area_code is null or exists furtherAreas[area_code = ${area}])`
  const orders = (await SELECT.from(WorkOrders).columns(...(ORDER_COLUMNS as unknown as never[]))
    .where`serviceArea_code = ${area} and status_code in ('Released', 'Assigned') and (executionMode_code = 'onsite' or executionMode_code is null)`) as StoredOrder[]
  const place = await SELECT.one.from(ServiceAreas, { code: area } as never).columns('currency_code')
  return {
    orders, situation: await situation(), currency: place?.currency_code ?? null, partsAt: await readParts(area), visits: await readVisits({ area, from, to }),
    versions: new Map(people.map((row: any) => [row.ID, row.scheduleVersion ?? 0])),
    technicians: new Map(people.map((row: any) => [row.ID, row.startsAtDepot
      ? { latitude: row.depotLatitude, longitude: row.depotLongitude }
      : { latitude: row.homeLatitude, longitude: row.homeLongitude }]))
  }
}

/** Visits of the area's orders up to the last day, over or not, and those that its technicians have elsewhere on these days. */
async function readVisits({ area, from, to }: Range): Promise<StoredVisit[]> {
  const { Assignments } = entities()
  const [since, until] = [new Date(from - AROUND).toISOString(), new Date(to + AROUND).toISOString()]
  return SELECT.from(Assignments).columns('ID', 'workOrder_ID', 'technician_ID', 'role', 'state_code', 'plannedStart', 'plannedEnd', 'latitude', 'longitude', 'isPinned')
    .where`state_code in ${HELD} and (plannedStart is null or plannedStart < ${until}) and (workOrder.serviceArea_code = ${area} or (plannedEnd > ${since}
      and (technician.area_code = ${area} or technician.area_code is null or exists technician.furtherAreas[area_code = ${area}])))` as unknown as Promise<StoredVisit[]>
}

async function readParts(area: string): Promise<Map<string, number>> {
  const { Shipments } = entities()
  const rows = (await SELECT.from(Shipments).columns('workOrder_ID', 'estimatedAt')
    .where`workOrder.serviceArea_code = ${area} and status.isFinal = false and leg.milestone.code = 'partsReady' and estimatedAt is not null`) as { workOrder_ID: string; estimatedAt: string }[]
  const latest = await partsExpected(area)
  for (const { workOrder_ID, estimatedAt } of rows) latest.set(workOrder_ID, Math.max(latest.get(workOrder_ID) ?? 0, Date.parse(estimatedAt)))
  return latest
}
