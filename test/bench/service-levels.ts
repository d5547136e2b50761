import os from 'node:os'
import { WarningInstance } from '../faults/warning-instance'
import { compile } from '../../srv/working-time/calendar'
import { atLeast, atMost, report } from './report'
import { uuid } from './work-orders/master-data'
import { kinds, type Database, type Row } from './work-orders/database'

const MINUTE = 60_000
const HOUR = 3_600_000
const RULES = [['half', 'yellow'], ['threeQuarters', 'yellow'], ['ninety', 'yellow'], ['beforeDue', 'yellow'], ['breach', 'red']]
const CHUNK = 5000
const RUNS = 5

/**
 * The sweep over `--orders N` (100,000) open orders with five planned warnings each: how long a look takes when nothing is due, and how
 * long until `--due N` (10,000) warnings that are due are given with their notices; and how many deadlines a second the calendar computes.
 * `--database sqlite|postgres`
 */
export async function bench(args: string[]): Promise<void> {
  const option = (name: string, value: string) => args[args.indexOf(`--${name}`) + 1 || args.length] ?? value
  const [orders, due] = [Number(option('orders', '100000')), Number(option('due', '10000'))]
  const kind = await kinds[option('database', 'sqlite')]()
  const database = await kind.create('warnings')
  const instance = new WarningInstance({ ...database.env, FAULTS_NOTICES: JSON.stringify({ look: 0 }) })
  try {
    console.log(`${kind.origin}; ${os.availableParallelism()} cores, load ${os.loadavg()[0].toFixed(1)}`)
    await fill(database, orders)
    await database.settle()
    await instance.start()
    const looks: number[] = []
    for (let run = 0; run < RUNS; run++) looks.push(await instance.give())
    const sweeps: number[] = []
    for (let run = 0; run < RUNS; run++) {
      await makeDue(database, { due, run, orders })
      sweeps.push(await instance.give())
    }
    const { warnings, warned } = await instance.counts()
    if (warnings.Open !== due * RUNS) throw new Error(`${due * RUNS} warnings were due, given were ${JSON.stringify(warnings)}, with notices of ${warned}`)
    const evaluations = calendarRate()
    const worst = Math.max(...sweeps)
    console.log(`nothing due: ${rounded(looks)} ms; ${due} due: ${rounded(sweeps)} ms; calendar: ${Math.round(evaluations)} deadlines/s`)
    report('service-levels', { origin: kind.origin, orders, due, looks: rounded(looks), sweeps: rounded(sweeps), evaluations: Math.round(evaluations), load: os.loadavg()[0] }, [
      atMost(`sweep that gives ${due} warnings of ${orders} open orders (ms, worst of ${RUNS})`, Math.round(worst), 2000), atLeast('deadlines a second', Math.round(evaluations), 200_000)
    ])
  } finally {
    await instance.stop()
    await database.close()
    await kind.dispose()
  }
}

const rounded = (values: number[]) => values.map(value => Math.round(value))

async function fill(database: Database, orders: number): Promise<void> {
  const now = Date.now()
  for (let from = 0; from < orders; from += CHUNK) {
    const numbers = Array.from({ length: Math.min(CHUNK, orders - from) }, (_, i) => from + i)
    const at = (hours: number) => new Date(now + hours * HOUR).toISOString()
    await database.insert('aftersales_WorkOrders', numbers.map((i): Row => ({
      ID: uuid(4, i), number: `B${i}`, intakeKey: `bench ${i}`, shortText: 'Fan makes a loud noise', status_code: 'Released', isOpen: true, receivedAt: at(-1), promisedAt: at(24), country: 'DE', region: 'BW', timeZone: 'Europe/Berlin'
    })))
    await database.insert('aftersales_Clocks', numbers.map((i): Row => ({
      ID: uuid(6, i), workOrder_ID: uuid(4, i), kind_code: 'fix', status_code: 'running', startedAt: at(-1), dueAt: at(24), eventCount: 1, level_code: 'green'
    })))
    await database.insert('aftersales_Warnings', numbers.flatMap(i => RULES.map(([rule_code, level_code], rule): Row => ({
      ID: uuid(7, i * RULES.length + rule), workOrder_ID: uuid(4, i), clock_ID: uuid(6, i), rule_code, level_code, state_code: 'Planned', fireAt: at(12 + rule + (i % 1000) / 100)
    }))))
  }
}

/** Warnings before the due date, each of another order, and spread over the table. */
async function makeDue(database: Database, { due, run, orders }: { due: number; run: number; orders: number }): Promise<void> {
  const stride = Math.max(1, Math.floor(orders / (due * RUNS)))
  const IDs = Array.from({ length: due }, (_, i) => `'${uuid(7, (i * RUNS + run) * stride * RULES.length + 3)}'`)
  for (let from = 0; from < due; from += 500)
    await database.run(`UPDATE aftersales_Warnings SET fireAt = '${new Date(Date.now() - MINUTE).toISOString()}' WHERE ID IN (${IDs.slice(from, from + 500).join()})`)
}

/** Deadlines on a calendar with shifts and a zone with summer time, over two years. */
function calendarRate(): number {
  const day = [{ from: '06:00', to: '14:00' }, { from: '14:30', to: '22:00' }]
  const calendar = compile({ timeZone: 'Europe/Berlin', week: [day, day, day, day, day, [], []], holidays: ['2026-12-25', '2026-12-26'] })
  const start = Date.parse('2026-01-01T00:00:00Z')
  let sum = calendar.add(start, HOUR)
  const count = 500_000
  const began = performance.now()
  for (let i = 0; i < count; i++) sum += calendar.add(start + (i % 17_000) * HOUR, ((i * 7) % 100) * HOUR)
  if (!Number.isFinite(sum)) throw new Error('The calendar answered nonsense')
  return (count / (performance.now() - began)) * 1000
}
