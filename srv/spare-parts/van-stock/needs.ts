import cds from '@sap/cds'
import { entities } from '../../entities'
import { rowsOf } from '../asking'
import { transitsOf } from '../availability/transits'
import { keyOf, type PartPlace } from '../forecasts/history'
import { sparePartsSettings } from '../settings'
import type { Source } from './replenishment'

/** A part that a van should have, with the van's place. */
export interface Van extends PartPlace { ID: string; technician_ID: string; minimum: string; maximum: string; unit: string | null }

interface Order { ID: string; technician_ID: string; model: string | null; faultCategory_code: string | null }
interface Need { workOrder_ID: string; part_ID: string; openQuantity: string }
interface Usual { model: string; faultCategory_code: string; part_ID: string; share: number; quantity: string }
interface Stock extends PartPlace { available: string }
interface Forecast extends PartPlace { monthlyDemand: string | null }

const DAY = 86_400_000
const DAYS_A_MONTH = 365.25 / 12

/** What vans have, get and will need, for all of a turn at once. Runs in the caller's transaction. */
export async function needsOf(vans: Van[]) {
  const part_IDs = [...new Set(vans.map(({ part_ID }) => part_ID))]
  const technician_IDs = [...new Set(vans.map(({ technician_ID }) => technician_ID))]
  const { PartStocks, PartForecasts } = entities()
  const stocks = await rowsOf<Stock>(SELECT.from(PartStocks).columns('part_ID', 'plant', 'storageLocation', 'available').where({ part_ID: { in: part_IDs } }))
  const forecasts = await rowsOf<Forecast>(SELECT.from(PartForecasts).columns('part_ID', 'plant', 'storageLocation', 'monthlyDemand')
    .where({ part_ID: { in: part_IDs } }))
  const transits = await transitsOf(part_IDs)
  const orders = await visitsOf(technician_IDs)
  const [needs, usual] = [await openNeeds(orders, part_IDs), await usualParts(orders, part_IDs)]
  const at = <Row extends PartPlace>(rows: Row[], van: Van) => rows.find(row => keyOf(row) === keyOf(van))
  return (van: Van) => ({
    available: Number(at(stocks, van)?.available ?? 0), incoming: Number(transits.get(keyOf(van))?.quantity ?? 0),
    minimum: Number(van.minimum), maximum: Number(van.maximum),
    plannedNeed: plannedNeed(van, orders.filter(({ technician_ID }) => technician_ID === van.technician_ID), needs, usual),
    expectedUse: Math.round((Number(at(forecasts, van)?.monthlyDemand ?? 0) / DAYS_A_MONTH) * sparePartsSettings().vanDays * 1000) / 1000
  })
}

/** What is open of an order's needs counts in full; where nobody has noted the part, its share of like repairs does. Whole pieces in all. */
function plannedNeed({ part_ID }: Van, orders: Order[], needs: Need[], usual: Usual[]): number {
  let [noted, likely] = [0, 0]
  for (const { ID, model, faultCategory_code } of orders) {
    const own = needs.filter(need => need.workOrder_ID === ID && need.part_ID === part_ID)
    const like = usual.find(each => each.part_ID === part_ID && each.model === model && each.faultCategory_code === faultCategory_code)
    if (own.length) noted += own.reduce((sum, { openQuantity }) => sum + Math.max(0, Number(openQuantity)), 0)
    else if (like) likely += (like.share / 100) * Number(like.quantity)
  }
  return Math.round((noted + Math.round(likely)) * 1000) / 1000
}

/** Open orders that these people are to visit within the next days. */
async function visitsOf(technician_IDs: string[]): Promise<Order[]> {
  const now = cds.context!.timestamp.getTime()
  const until = new Date(now + sparePartsSettings().vanDays * DAY).toISOString()
  const plannedStart = { between: new Date(now - DAY).toISOString(), and: until }
  return rowsOf(SELECT.from(entities().WorkOrders).columns('ID', 'technician_ID', 'model', 'faultCategory_code')
    .where({ technician_ID: { in: technician_IDs }, isOpen: true, startedAt: null, plannedStart } as never))
}

const openNeeds = async (orders: Order[], part_IDs: string[]): Promise<Need[]> => orders.length
  ? rowsOf(SELECT.from(entities().Reservations).columns('workOrder_ID', 'part_ID', 'openQuantity')
    .where({ workOrder_ID: { in: orders.map(({ ID }) => ID) }, part_ID: { in: part_IDs } }))
  : []

async function usualParts(orders: Order[], part_IDs: string[]): Promise<Usual[]> {
  const models = [...new Set(orders.map(({ model }) => model).filter(Boolean))]
  if (!models.length) return []
  return rowsOf(SELECT.from(entities().UsualParts).columns('model', 'faultCategory_code', 'part_ID', 'share', 'quantity')
    .where({ model: { in: models }, part_ID: { in: part_IDs } } as never))
}

/** Places in use, other than vans, where these parts lie and nobody has been promised them. */
export async function sourcesOf(part_IDs: string[]): Promise<Map<string, Source[]>> {
  const rows = await rowsOf<Source & { part_ID: string }>(SELECT.from(entities().PartStocks)
    .columns('part_ID', 'plant', 'storageLocation', 'available', 'place.kind.code as kind', 'place.deliveryHours as deliveryHours')
    .where({ part_ID: { in: part_IDs } }).and('place.isActive = true and unrestricted - reserved - claimed > 0'))
  const found = new Map<string, Source[]>()
  for (const { part_ID, available, ...row } of rows) found.set(part_ID, [...(found.get(part_ID) ?? []), { ...row, available: Number(available) }])
  return found
}
