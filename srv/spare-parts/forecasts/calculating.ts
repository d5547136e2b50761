import cds from '@sap/cds'
import { createHash } from 'node:crypto'
import { entities } from '../../entities'
import { forecastDemand, type DemandForecast } from '../demand/forecast'
import { proposeOrder } from '../demand/order-proposal'
import { monthNumber, monthOf } from '../demand/series'
import { stockLevels, thousandths } from '../demand/stock-levels'
import { rowOf, rowsOf } from '../asking'
import { nextPlanning } from '../planning-day'
import { sparePartsSettings } from '../settings'
import { historiesOf, keyOf, placesWithDemand, type PartPlace } from './history'
import { supplyOf, type Supply } from './supply'

interface Row extends PartPlace { ID: string; historyKey: string | null }
const COLUMNS = ['ID', 'part_ID', 'plant', 'storageLocation', 'historyKey']

/** What a chart shows of the past, and of the time to come. */
const PAST_MONTHS = 24
const COMING_MONTHS = 3
const CHUNK = 1000

/** Makes rows, due at once, for parts at places that something was used of and nothing is forecast for. */
export async function findUnforecast(): Promise<number> {
  const { PartForecasts } = entities()
  const known = new Set((await rowsOf<PartPlace>(SELECT.from(PartForecasts).columns('part_ID', 'plant', 'storageLocation'))).map(keyOf))
  const unknown = (await placesWithDemand()).filter(place => !known.has(keyOf(place)))
  const rows = unknown.map(place => ({ ...place, dueAt: now().toISOString() }))
  for (let from = 0; from < rows.length; from += CHUNK) await INSERT.into(PartForecasts).entries(rows.slice(from, from + CHUNK))
  return unknown.length
}

/** Whether a forecast is due: a look without a lock. */
export const isCalculationDue = async (): Promise<boolean> =>
  Boolean(await SELECT.one.from(entities().PartForecasts).columns('ID').where({ dueAt: { '<=': now().toISOString() } }))

/**
 * Calculates the next forecasts that are due, in the caller's transaction; each is due again in the next night. Rows that another instance
 * works on are left to it.
 *
 * @returns whether there may be more
 */
export async function calculateNext(): Promise<boolean> {
  const { PartForecasts } = entities()
  const { planningBatch } = sparePartsSettings()
  const rows = await rowsOf<Row>(cds.run(SELECT.from(PartForecasts).columns(...COLUMNS).where({ dueAt: { '<=': now().toISOString() } })
    .orderBy('dueAt', 'ID').limit(planningBatch).forUpdate({ ignoreLocked: true } as never)))
  if (rows.length) await calculate(rows)
  return rows.length === planningBatch
}

/** Calculates one forecast now. @returns false when there is no such */
export async function calculateOne(ID: string): Promise<boolean> {
  const row = await rowOf<Row>(SELECT.one.from(entities().PartForecasts).columns(...COLUMNS).where({ ID }).forUpdate())
  if (row) await calculate([row])
  return Boolean(row)
}

async function calculate(rows: Row[]): Promise<void> {
  const { PartForecasts, PartForecastPoints } = entities()
  const [histories, supplies] = [await historiesOf(rows), await supplyOf(rows)]
  const dueAt = nextPlanning(now(), sparePartsSettings().planningHour)
  const results = rows.map(row => {
    const { first, demand } = histories.get(keyOf(row))!
    const forecast = forecastDemand(demand)
    const historyKey = createHash('sha256').update(JSON.stringify([first, demand, forecast.method, forecast.monthly])).digest('hex')
    const entry = { ...row, ...figuresOf(forecast, demand, supplies(row)), historyKey, calculatedAt: now().toISOString(), dueAt }
    return { row, first, demand, forecast, historyKey, entry }
  })
  await UPSERT.into(PartForecasts).entries(results.map(({ entry }) => entry) as never)
  const changed = results.filter(({ row, historyKey }) => row.historyKey !== historyKey)
  if (!changed.length) return
  await DELETE.from(PartForecastPoints).where({ forecast_ID: { in: changed.map(({ row }) => row.ID) } })
  const points = changed.flatMap(({ row, first, demand, forecast }) => pointsOf(row.ID, first, demand, forecast))
  for (let from = 0; from < points.length; from += CHUNK) await INSERT.into(PartForecastPoints).entries(points.slice(from, from + CHUNK))
}

function figuresOf(forecast: DemandForecast, demand: number[], { terms, available, onOrder, unit, isVan }: Supply) {
  const levels = stockLevels(forecast, demand, terms)
  const { quantity, reasons } = proposeOrder(forecast, levels, { available, onOrder }, terms)
  const { method, shape, monthly, scaledError, naiveError } = forecast
  return {
    unit, method_code: method, pattern_code: shape.pattern, interval: shape.interval && Math.round(shape.interval * 100) / 100, months: demand.length,
    monthlyDemand: thousandths(monthly),
    scaledError: tenThousandths(scaledError), naiveError: tenThousandths(naiveError), leadTimeDays: terms.leadTimeDays, serviceLevel: terms.serviceLevel * 100,
    safetyStock: thousandths(levels.safetyStock), reorderPoint: levels.reorderPoint, orderQuantity: levels.orderQuantity, available, onOrder,
    // What a van needs is proposed from its minimum and maximum, and never bought for it.
    proposedQuantity: isVan ? 0 : quantity, facts: factsOf(reasons, isVan)
  }
}

const factsOf = (reasons: ReturnType<typeof proposeOrder>['reasons'], isVan: boolean) =>
  [...reasons, ...(isVan ? [{ key: 'PART_IN_VAN', args: [] }] : [])].map(({ key, args }) => ({ code: key, args: args.map(String) }))

function pointsOf(forecast_ID: string, first: string | null, demand: number[], { expected, monthly }: DemandForecast) {
  if (!first) return []
  const month = (index: number) => `${monthOf(monthNumber(first) + index)}-01`
  const past = demand.map((quantity, index) => ({ month: month(index), demand: quantity, expected: rounded(expected[index]), isFuture: false }))
  const coming = Array.from({ length: COMING_MONTHS }, (_, index) => ({ month: month(demand.length + index), demand: null, expected: rounded(monthly), isFuture: true }))
  return [...past.slice(-PAST_MONTHS), ...coming].map(point => ({ forecast_ID, ...point }))
}

const rounded = (quantity: number | null) => (quantity === null ? null : thousandths(quantity))

/** Errors of a scale that is almost nothing have no end; as large as the field is enough. */
const tenThousandths = (error: number | null) => (error === null ? null : Math.min(99_999, Math.round(error * 10_000) / 10_000))
const now = () => cds.context!.timestamp

