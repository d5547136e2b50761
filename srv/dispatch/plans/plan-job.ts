import { isTimeZone } from '../../time-zones'
import type { Job } from '../matching/job'
import type { OrderFacts } from '../matching/job-of-order'
import type { Situation } from '../matching/kept'
import { needsOf } from '../matching/requirements'
import { usualMinutes } from '../matching/usual'
import { dispatchSettings } from '../settings'
import { pointAt } from '../../great-circle'
import type { Spot } from './world'

const NOBODY: ReadonlyMap<string, number> = new Map()

/** What an order asks for, without a statement for each: who knows the equipment decides nothing in a plan. */
export function planJob(order: OrderFacts, { pool, tables }: Situation, notBefore: number): Job {
  const { excluded, preferred } = tables.wishesOf(order.customer_ID)
  const usual = usualMinutes(order.model, order.faultCategory_code, pool) ?? dispatchSettings().visitMinutes
  return {
    workOrder_ID: order.ID, model: order.model, faultCategory: order.faultCategory_code, area: order.serviceArea_code,
    place: pointAt(order.latitude, order.longitude), roads: tables.roadsIn(order.serviceArea_code), needs: needsOf(order, tables.requirements, usual),
    timeZone: order.timeZone && isTimeZone(order.timeZone) ? order.timeZone : 'UTC', notBefore, deadline: instant(order.promisedAt), days: dispatchSettings().days,
    excluded, preferred, knownBy: NOBODY
  }
}

export const instant = (text: string | null | undefined): number | null => (text ? Date.parse(text) : null)

export const spotAt = (latitude: string | number | null, longitude: string | number | null): Spot =>
  latitude === null || longitude === null ? null : { latitude: Number(latitude), longitude: Number(longitude) }
