import os from 'node:os'
import { Puller } from './finance/requests'
import { dialects } from './finance/seed'
import { atMost, report, type Target } from './report'
import { kinds, type Database } from './work-orders/database'
import { type Activity, takeTurns } from './work-orders/measurements'
import { startServer } from './work-orders/server'

const COLUMNS = 'workOrder_ID,category_code,workOrderNumber,shortText,customerName,companyCode,open,currency_code,openCount,costDate,postingNumber,error'
const LIST = `PostingWorklist?$select=${COLUMNS}&$expand=category,posting($select=number),incomplete&$count=true&$top=30`
const READS = {
  'all, by order': `${LIST}&$orderby=workOrderNumber`,
  'ready, most open first': `${LIST}&$filter=category_code eq 'ready'&$orderby=open desc`,
  'refused by the host': `${LIST}&$filter=category_code eq 'failed'&$orderby=postingChangedAt desc`,
  'closed period of a company code': `${LIST}&$filter=category_code eq 'closedPeriod' and companyCode eq '1110'`,
  'how many of each': `PostingWorklist?$apply=groupby((category_code),aggregate($count as orders))`
}
const LIMIT = 500

/** Measures the posting worklist: `--orders 200000 --db sqlite,postgres --seconds 30`; one order in ten waits. */
export async function bench(args: string[]): Promise<void> {
  const given = (name: string, otherwise: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise)
  const orders = Number(given('orders', '200000'))
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), load ${os.loadavg()[0].toFixed(1)}; milliseconds`)
  const figures: Record<string, unknown> = {}, targets: Target[] = []
  for (const name of given('db', 'sqlite,postgres').split(',')) {
    const kind = await kinds[name]()
    try {
      const database = await kind.create('worklist')
      await seed(database, name, orders)
      console.log(`\n${name} (${kind.origin}), ${orders} orders`)
      const server = await startServer(database.env), reader = new Puller(server.url, 'controller')
      try {
        const activities: Activity[] = Object.entries(READS).map(([activity, path]) => ({ name: activity, run: () => reader.read(encodeURI(path)) }))
        const measured = (figures[name] = await takeTurns(activities, Number(given('seconds', '30'))))
        for (const [activity, { p50, p95, times }] of Object.entries(measured)) {
          console.log(`${activity.padEnd(34)}${`${p50} / ${p95}`.padStart(20)}  ${times} times`)
          targets.push(atMost(`${name}: ${activity}, p95`, p95, LIMIT))
        }
        console.log(JSON.stringify((await reader.read(encodeURI(READS['how many of each']))).value))
      } finally {
        reader.close()
        await server.stop()
        await database.close()
      }
    } finally {
      await kind.dispose()
    }
  }
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  report('posting-worklist', figures, targets)
}

/** Orders of four company codes; nine of ten are through, of the others some are refused, on their way, incomplete or in a closed period. */
async function seed(db: Database, kind: string, count: number): Promise<void> {
  const { numbers, uuid, day } = dialects[kind]
  const insert = (table: string, columns: Record<string, string>, where = '') =>
    db.run(`INSERT INTO aftersales_${table} (${Object.keys(columns).join(', ')}) SELECT ${Object.values(columns).join(', ')} FROM ${numbers(1, count)} ${where}`)
  const company = "(CASE i % 4 WHEN 0 THEN '1010' WHEN 1 THEN '1110' WHEN 2 THEN '1510' ELSE '1710' END)", waits = 'i % 10 = 0', id = uuid(2, 'i'), posting = uuid(6, 'i')
  await db.run('DELETE FROM aftersales_OrderFinances')
  await insert('WorkOrders', {
    ID: id, number: "'WB-' || (1000000 + i)", intakeKey: "'bench/' || i", status_code: "'Closed'", isOpen: kind === 'postgres' ? 'false' : '0', shortText: "'Spindle makes a loud noise ' || (i % 997)",
    customerName: "'Customer ' || (i % 5000)", serialNumber: "'SN-' || (i % 50000)", model: "'M-' || (i % 100)", plant: company
  })
  await insert('CostPostings', {
    ID: posting, number: "'CB-' || (1000000 + i)", kind_code: "'cost'", state_code: "(CASE WHEN i % 40 = 0 THEN 'Failed' ELSE 'Queued' END)", workOrder_ID: id, companyCode: company,
    documentDate: day('i % 2500'), postingDate: day('i % 2500'), error: "'Posting period 011 2026 is not open'"
  }, 'WHERE i % 20 = 0')
  await insert('OrderFinances', {
    workOrder_ID: id, state_code: `(CASE WHEN ${waits} THEN 'Open' ELSE 'Closed' END)`, companyCode: company, currency_code: "'EUR'", actual: 'i % 9000', open: `(CASE WHEN ${waits} THEN i % 9000 ELSE 0 END)`,
    openCount: `(CASE WHEN ${waits} THEN 1 + i % 5 ELSE 0 END)`, incompleteCount: '(CASE WHEN i % 70 = 0 THEN 1 ELSE 0 END)', costDate: day('i % 2500'), fiscalYear: '2026', fiscalPeriod: '1 + i % 12',
    currentPosting_ID: `(CASE WHEN i % 20 = 0 THEN ${posting} END)`
  })
  await db.run("DELETE FROM aftersales_PostingPeriods")
  for (const code of ['1010', '1110']) for (const period of [1, 2, 3]) await db.run(`INSERT INTO aftersales_PostingPeriods (companyCode_code, fiscalYear, fiscalPeriod, isOpen) VALUES ('${code}', 2026, ${period}, ${kind === 'postgres' ? 'false' : '0'})`)
  await db.settle()
}
