import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { monthlyDemand, type DemandPoint } from '../../../srv/spare-parts/demand/series'
import { Random } from '../work-orders/random'

const EXCAVATORS = path.resolve(__dirname, '../../../../shared/data/excavator-work-orders.csv')
/** The records end here, but for two orders. */
const LAST_MONTH = '2011-10'
/** Shorter histories can't be parted into past and hold-out. */
const FEWEST_MONTHS = 24

/** Orders a month for each functional location, whatever the case its name is written in; nothing where the file is not there. */
export function excavatorHistories(): number[][] | undefined {
  if (!fs.existsSync(EXCAVATORS)) return undefined
  const rows = parse(fs.readFileSync(EXCAVATORS), { columns: true }) as { BscStartDate: string; FuncLocation: string }[]
  const byLocation = new Map<string, DemandPoint[]>()
  for (const { BscStartDate: day, FuncLocation } of rows) {
    const location = FuncLocation.trim().toUpperCase()
    byLocation.set(location, [...(byLocation.get(location) ?? []), { day, quantity: 1 }])
  }
  return [...byLocation.values()].map(points => monthlyDemand(points, LAST_MONTH).demand).filter(({ length }) => length >= FEWEST_MONTHS)
}

/**
 * Parts whose demand has known laws: how often and how many differ by part; a third is asked for less and less, a few ever more often.
 */
export function inventedHistories(count: number, months: number, seed = 1): number[][] {
  const random = new Random(seed)
  return Array.from({ length: count }, () => {
    const often = 0.03 + 0.9 * random.next() ** 2
    const usual = random.oneOf([1, 1, 1, 2, 4])
    const trend = random.oneOf([0, 0, 0, -1, -1, 1])
    const demand = Array.from({ length: months }, (_, month) => {
      const passed = month / months
      const probability = trend < 0 ? often * (1 - passed) ** 2 : trend > 0 ? often * passed : often
      return random.next() < probability ? random.between(1, 2 * usual - 1) : 0
    })
    const first = demand.findIndex(quantity => quantity > 0)
    return first < 0 ? [] : demand.slice(first)
  })
}
