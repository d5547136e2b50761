import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { weekNumber } from '../../../srv/quality/trends/weeks'

/** `AFTERSALES_FAILURES` names another file of the same columns. */
const FILE = process.env.AFTERSALES_FAILURES ?? path.resolve(__dirname, '../../../../shared/data/excavator-work-orders.csv')
/** The records end here, but for two orders. */
const LAST_DAY = '2011-10-30'

/** Words of a functional location that tell what kind of system it is, the first that fits. */
const CLASSES: [string, RegExp][] = [
  ['hydraulics', /HYD|HOSE|CYL|PUMP|VALVE|SERVO/], ['engines', /ENGINE|RADIATOR|COOL|FUEL|EXHAUST|START|TURBO/], ['bucket', /BUCKET|CLAM|TEETH|LIP|BOOM|STICK|IMPLEMENT/],
  ['lubrication', /GREASE|LUB/], ['cabin', /CABIN|AIR CON|SEAT|WINDOW|DOOR/], ['electrical', /ELEC|LIGHT|BATTER|ALARM|COMMUNIC|WIR|RADIO/],
  ['drive', /SLEW|TRACK|GEAR|TRAVEL|UNDERC|BRAKE|ROLLER/]
]

export interface Failures { level: 'location' | 'class' | 'asset' | 'fleet'; name: string; counts: number[]; days: number[] }

/** Weekly failures of three excavators by functional location, kind of system, machine and all together, with the days on which they were; nothing where the file is not there. */
export function excavatorFailures(): Failures[] | undefined {
  if (!fs.existsSync(FILE)) return undefined
  const rows = (parse(fs.readFileSync(FILE), { columns: true }) as { BscStartDate: string; Asset: string; FuncLocation: string }[])
    .filter(({ BscStartDate }) => BscStartDate <= LAST_DAY)
  const days = rows.map(({ BscStartDate }) => Date.parse(BscStartDate) / 86_400_000)
  const first = Math.min(...days), weeks = weekNumber(LAST_DAY) - weekNumber(new Date(first * 86_400_000).toISOString()) + 1
  const all = new Map<string, Failures>()
  for (const [i, { Asset, FuncLocation }] of rows.entries()) {
    const location = FuncLocation.trim().toUpperCase()
    const names = { location, class: CLASSES.find(([, words]) => words.test(location))?.[0] ?? 'other', asset: Asset, fleet: 'fleet' }
    for (const [level, name] of Object.entries(names) as [Failures['level'], string][]) {
      const key = `${level} ${name}`
      if (!all.has(key)) all.set(key, { level, name, counts: new Array(weeks).fill(0), days: [] })
      const series = all.get(key)!
      series.days.push(days[i] - first)
      series.counts[Math.min(weeks - 1, weekNumber(rows[i].BscStartDate) - weekNumber(new Date(first * 86_400_000).toISOString()))]++
    }
  }
  return [...all.values()]
}
