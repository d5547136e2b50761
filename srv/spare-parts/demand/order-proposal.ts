import type { DemandForecast } from './forecast'
import { lot, step, thousandths, up, type StockLevels, type SupplyTerms } from './stock-levels'

/** Stock that nobody has been promised, and what has been ordered. */
export interface StockPosition {
  available: number
  onOrder: number
}

/** A fact: key of its sentence in `_i18n/messages.properties` and what fills it. */
export interface Fact {
  key: string
  args: (string | number)[]
}

export interface OrderProposal {
  /** 0 when nothing is to be ordered. */
  quantity: number
  reasons: Fact[]
}

/**
 * Orders up to the reorder point and the months that an order is to last, when stock and orders are less than the reorder point. Minimum lot and rounding raise the
 * quantity; the maximum stock cuts it, even below the minimum lot, since more would not find room.
 *
 * @returns with the facts it rests on, in the order in which people think: demand, lead time, safety, stock, lot
 */
export function proposeOrder(forecast: DemandForecast, levels: StockLevels, position: StockPosition, terms: SupplyTerms): OrderProposal {
  const inHand = thousandths(position.available + position.onOrder)
  const facts = [...factsOf(forecast, levels, terms), { key: 'PART_STOCK_POSITION', args: [position.available, position.onOrder, levels.reorderPoint] }]
  if (inHand >= levels.reorderPoint) return { quantity: 0, reasons: [...facts, { key: 'PART_STOCK_SUFFICES', args: [] }] }
  const missing = levels.reorderPoint + up(forecast.monthly * terms.coverMonths, step(terms)) - inHand
  const wanted = lot(missing, terms)
  const room = terms.maximumStock ? roomFor(terms.maximumStock - inHand, terms) : Infinity
  return { quantity: Math.min(wanted, room), reasons: [...facts, ...lotFacts(missing, wanted, room, terms)] }
}

function factsOf(forecast: DemandForecast, levels: StockLevels, terms: SupplyTerms): Fact[] {
  const { monthly, method, scaledError, naiveError, shape } = forecast
  if (shape.pattern === 'none') return [{ key: 'PART_DEMAND_NONE', args: [] }]
  const facts: Fact[] = [
    { key: `PART_DEMAND_FORECAST_${method}`, args: [thousandths(monthly)] },
    { key: 'PART_LEAD_TIME', args: [terms.leadTimeDays, levels.months, thousandths(levels.expectedDemand)] },
    { key: 'PART_SAFETY_STOCK', args: [thousandths(terms.serviceLevel * 100), thousandths(levels.safetyStock)] }
  ]
  if (levels.isHistoryShort) facts.push({ key: 'PART_HISTORY_SHORT', args: [] })
  if (scaledError !== null && naiveError !== null && scaledError > naiveError) {
    facts.push({ key: 'PART_FORECAST_DOUBTFUL', args: [thousandths(scaledError), thousandths(naiveError)] })
  }
  return facts
}

function lotFacts(missing: number, wanted: number, room: number, { minimumLot, rounding, maximumStock }: SupplyTerms): Fact[] {
  if (room < wanted) return [{ key: 'PART_MAXIMUM_STOCK', args: [maximumStock!] }]
  if (minimumLot && missing < minimumLot) return [{ key: 'PART_MINIMUM_LOT', args: [minimumLot] }]
  return rounding && wanted - missing >= 1 ? [{ key: 'PART_ROUNDING', args: [rounding] }] : []
}

/** What fits in, in multiples of the rounding. */
function roomFor(space: number, terms: SupplyTerms): number {
  const multiple = terms.rounding || step(terms)
  return Math.max(0, thousandths(Math.floor(space / multiple + 1e-9) * multiple))
}
