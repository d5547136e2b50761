import { spawnSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { atMost, report } from './report'
import { kinds, type Database, type Row } from './work-orders/database'
import { uuid } from './work-orders/master-data'

const ROOT = path.resolve(__dirname, '../..')
const HOUR = 3_600_000
const CHUNK = 5000
const [FAULTS, MODELS] = [['NOPOWER', 'HYDRAULIC', 'COOLING', 'SENSOR', 'DISPLAY', 'ALARM', 'NOISE'], ['PM-800', 'VM-850', 'HX-210', 'TC-420', 'WM-9']]

/**
 * How long all forecasts of `--orders N` (10,000) open orders take, after a history of `--history N` (50,000) repairs: the orders are found,
 * their facts read, the risks computed on the working hours of their sites and written. `--database sqlite|postgres`
 */
export async function bench(args: string[]): Promise<void> {
  const option = (name: string, value: string) => args[args.indexOf(`--${name}`) + 1 || args.length] ?? value
  const [orders, history] = [Number(option('orders', '10000')), Number(option('history', '50000'))]
  const kind = await kinds[option('database', 'sqlite')]()
  const database = await kind.create('forecasts')
  try {
    await fill(database, orders, history)
    await database.settle()
    const figures = refresh(database.env)
    if (figures.forecasts < orders) throw new Error(`${orders} orders are open, forecasts there are ${figures.forecasts}`)
    console.log(`${kind.origin}, load ${os.loadavg()[0].toFixed(1)}: ${JSON.stringify(figures)}`)
    report('forecasts', { origin: kind.origin, orders, history, ...figures, load: os.loadavg()[0] }, [atMost(`seconds for all forecasts of ${orders} open orders`, figures.again, 20)])
  } finally {
    await database.close()
    await kind.dispose()
  }
}

/** Seconds until all were found, until they were forecast, and until they are forecast once more. */
function refresh(env: Record<string, string>): { found: number; first: number; again: number; forecasts: number; late: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'test/bench/forecast/refresh-process.ts'], {
    cwd: ROOT, env: { ...process.env, NODE_ENV: 'test', ...env }, encoding: 'utf8'
  })
  if (status) throw new Error(`${stdout}${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1)!)
}

async function fill(database: Database, open: number, history: number): Promise<void> {
  const now = Date.now()
  const at = (hours: number) => new Date(now + hours * HOUR).toISOString()
  for (let from = 0; from < open + history; from += CHUNK) {
    const numbers = Array.from({ length: Math.min(CHUNK, open + history - from) }, (_, i) => from + i)
    const isOpen = (i: number) => i < open
    await database.insert('aftersales_WorkOrders', numbers.map((i): Row => ({
      ID: uuid(4, i), number: `F${i}`, intakeKey: `bench ${i}`, shortText: 'Fan makes a loud noise', status_code: isOpen(i) ? 'Released' : 'Closed', isOpen: isOpen(i), eventCount: 1,
      faultCategory_code: FAULTS[i % 7], model: MODELS[i % 5], priority_code: String(1 + (i % 4)), country: 'DE', region: i % 2 ? 'Baden-Württemberg' : 'Hamburg', timeZone: 'Europe/Berlin',
      ...(isOpen(i)
        ? { receivedAt: at(-(i % 40)), promisedAt: at(8 + (i % 200)), plannedStart: i % 3 === 1 ? at(i % 60) : null, startedAt: i % 3 === 2 ? at(-(i % 10)) : null }
        : { receivedAt: at(-100 - i / 10), promisedAt: at(-76 - i / 10), startedAt: at(-95 - i / 10), completedAt: at(-94 - i / 10 + ((i * 7) % 40)), plannedStart: null })
    })))
    const clocks = numbers.filter(isOpen)
    if (!clocks.length) continue
    await database.insert('aftersales_Clocks', clocks.map((i): Row => ({ ID: uuid(6, i), workOrder_ID: uuid(4, i), kind_code: 'fix', status_code: 'running', startedAt: at(-(i % 40)), dueAt: at(8 + (i % 200)), eventCount: 1 })))
    await database.insert('aftersales_ClockEvents', clocks.map((i): Row => ({
      ID: uuid(8, i), clock_ID: uuid(6, i), workOrder_ID: uuid(4, i), sequence: 1, type_code: 'started', at: at(-(i % 40)), recordedAt: at(-(i % 40)), targetMinutes: 960,
      calendar_code: ['SHIFTS', 'OFFICE', '24x7'][i % 3], timeZone: 'Europe/Berlin', holidayRegion_code: i % 2 ? 'DE-BW' : 'DE-HH'
    })))
  }
}
