import os from 'node:os'
import { atLeast, percentile, report, type Target } from './report'
import { Person, type Answer } from './spare-parts/crowd'
import { kinds, type Database, type DatabaseKind } from './work-orders/database'
import { uuid } from './work-orders/master-data'
import { startServer, type Server } from './work-orders/server'

const SPARE_PARTS = '/odata/v4/spare-parts', PLAIN = '/odata/v4/bench-plain'
const PLACE = { plant: '1010', storageLocation: '0001' }
const PARTS = 20

interface Options { databases: string[]; clients: number; claims: number; pieces: number; instances: Record<string, number> }
interface Round { answers: Answer[]; seconds: number }

/**
 * The race for the last pieces: `--clients 50 --claims 200 --pieces 1000 --db sqlite,postgres`. PostgreSQL has two instances of the service, SQLite one. Beside it the
 * same crowd has the rows of a claim inserted plainly, through the same HTTP door, and claims pieces of which there are enough for all.
 */
export async function bench(args: string[]): Promise<void> {
  const options = optionsOf(args)
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), load ${os.loadavg()[0].toFixed(1)}; ${options.clients} clients × ${options.claims} claims for ${options.pieces} pieces of ${PARTS} parts`)
  const figures: Record<string, unknown> = {}
  const targets: Target[] = []
  for (const name of options.databases) {
    const kind = await kinds[name]()
    try {
      console.log(`\n${name} (${kind.origin}), ${options.instances[name]} instance(s)`)
      const measured = await measure(kind, options, options.instances[name])
      figures[name] = measured
      for (const [what, value] of Object.entries(measured)) console.log(`${what.padEnd(28)} ${value}`)
      targets.push(
        { name: `${name}: pieces claimed`, value: measured.claimed, limit: options.pieces, ok: measured.claimed === options.pieces },
        { name: `${name}: losers answered otherwise than 409`, value: measured.otherwise, limit: 0, ok: measured.otherwise === 0 },
        { name: `${name}: contradictions in the books`, value: measured.contradictions, limit: 0, ok: measured.contradictions === 0 },
        atLeast(`${name}: claims that win, to plain inserts`, measured.ratioOfWins, 0.3),
        atLeast(`${name}: all claims of the race, to plain inserts`, measured.ratioOfRace, 0.3)
      )
    } finally {
      await kind.dispose()
    }
  }
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  report('spare-parts', figures, targets)
}

async function measure(kind: DatabaseKind, options: Options, instances: number) {
  const { clients, claims, pieces } = options
  const db = await kind.create('parts')
  await seed(db, clients, pieces)
  // As after a good read of the host, which is away: its documents wait, the figures stand.
  const settings = { requires: { spareParts: { stockFreshness: 86_400_000, look: 0 }, messaging: { kind: 'local-messaging' }, S4HANA: { credentials: { url: 'http://127.0.0.1:4749' }, replication: { every: 0 } } } }
  const env = { ...db.env, NODE_ENV: 'test', cds_folders_bench: 'test/bench/spare-parts/', CDS_CONFIG: JSON.stringify(merged(JSON.parse(db.env.CDS_CONFIG), settings)) }
  const servers: Server[] = []
  try {
    for (let i = 0; i < instances; i++) servers.push(await startServer(env))
    const people = Array.from({ length: clients }, (_, i) => new Person(servers[i % instances].url))
    const each = Math.ceil(claims / 8)
    await crowd(people, 4, (person, who, turn) => person.post(`${PLAIN}/write`, row(who, 5_000 + turn)))
    await crowd(people, 4, (person, who, turn) => person.post(`${SPARE_PARTS}/reserve`, { ...claim(who, PARTS + ((who + turn) % PARTS)), ...PLACE }))
    const plain = await crowd(people, each, (person, who, turn) => person.post(`${PLAIN}/write`, row(who, turn)))
    const wins = await crowd(people, each, (person, who, turn) => person.post(`${SPARE_PARTS}/reserve`, { ...claim(who, PARTS + ((who + turn) % PARTS)), ...PLACE }))
    const race = await crowd(people, claims, (person, who, turn) => person.post(`${SPARE_PARTS}/reserve`, { ...claim(who, (who * 7 + turn) % PARTS), ...PLACE }))
    people.forEach(person => person.leave())
    console.log('answers of the race:', tally(race.answers), '· of claims with plenty:', tally(wins.answers), '· of plain inserts:', tally(plain.answers))
    const won = race.answers.filter(({ status }) => status === 200)
    const [perSecondPlain, perSecondWins, perSecondRace] = [plain, wins, race].map(({ answers, seconds }) => Math.round((10 * answers.length) / seconds) / 10)
    return {
      claimed: won.length, lost: race.answers.filter(({ status, code }) => status === 409 && code === 'PART_NOT_AVAILABLE').length,
      otherwise: race.answers.filter(({ status, code }) => status !== 200 && !(status === 409 && code === 'PART_NOT_AVAILABLE')).length
        + [...plain.answers, ...wins.answers].filter(({ status }) => status >= 300).length,
      contradictions: await contradictions(db, pieces), perSecondPlain, perSecondWins, perSecondRace,
      ratioOfWins: ratio(perSecondWins, perSecondPlain), ratioOfRace: ratio(perSecondRace, perSecondPlain),
      p95Wins: Math.round(percentile(wins.answers.map(({ milliseconds }) => milliseconds), 95)), p95Race: Math.round(percentile(race.answers.map(({ milliseconds }) => milliseconds), 95))
    }
  } finally {
    for (const server of servers) await server.stop()
    await db.close()
  }
}

const tally = (answers: Answer[]) => {
  const times = new Map<string, number>()
  for (const { status, code } of answers) times.set(`${status} ${code ?? ''}`.trim(), (times.get(`${status} ${code ?? ''}`.trim()) ?? 0) + 1)
  return [...times].map(([what, count]) => `${count} × ${what}`).join(', ')
}

const ratio = (a: number, b: number) => Math.round((100 * a) / b) / 100
const claim = (who: number, part: number) => ({ workOrder_ID: uuid(40, who), part_ID: uuid(41, part), quantity: 1 })
const row = (who: number, turn: number) => ({ workOrder_ID: uuid(40, who), part_ID: uuid(41, PARTS), quantity: 1, number: `P${String(who * 10_000 + turn).padStart(9, '0')}` })

/** All at the same time, each one thing after the other. */
async function crowd(people: Person[], turns: number, act: (person: Person, who: number, turn: number) => Promise<Answer>): Promise<Round> {
  const started = performance.now()
  const answers = await Promise.all(people.map(async (person, who) => {
    const own: Answer[] = []
    for (let turn = 0; turn < turns; turn++) own.push(await act(person, who, turn))
    return own
  }))
  return { answers: answers.flat(), seconds: (performance.now() - started) / 1000 }
}

/** An order for each of the crowd, parts that are scarce, and as many of which there is plenty. */
async function seed(db: Database, clients: number, pieces: number): Promise<void> {
  await db.insert('aftersales_WorkOrders', Array.from({ length: clients }, (_, i) => ({
    ID: uuid(40, i), number: `B-${String(i).padStart(5, '0')}`, intakeKey: uuid(40, i), status_code: 'Released', isOpen: true, eventCount: 0, plant: PLACE.plant, shortText: 'Sensor reads zero'
  })))
  await db.insert('aftersales_Products', Array.from({ length: 2 * PARTS }, (_, i) => ({ ID: uuid(41, i), number: `BENCH-${i}`, name: `Part ${i}`, baseUnit: 'EA', isActive: true, isBatchManaged: false, isSerialManaged: false })))
  await db.insert('aftersales_PartStocks', Array.from({ length: 2 * PARTS }, (_, i) => ({
    part_ID: uuid(41, i), ...PLACE, unrestricted: i < PARTS ? pieces / PARTS : 1_000_000, blocked: 0, reserved: 0, claimed: 0, unit: 'EA', readAt: new Date().toISOString(), isStale: false, version: 0,
    onOrder: 0, onOrderPromised: 0
  })))
  await db.settle()
}

/** What the books of the scarce parts say that can't be: other sums than there are pieces, less than nothing, a piece held twice. */
async function contradictions(db: Database, pieces: number): Promise<number> {
  const scarce = `part_ID >= '${uuid(41, 0)}' and part_ID < '${uuid(41, PARTS)}'`
  const [{ wrong, total }] = await db.query(`select sum(case when claimed > unrestricted or claimed < 0 then 1 else 0 end) as wrong, sum(claimed) as total from aftersales_PartStocks where ${scarce}`)
  const [{ held, documents }] = await db.query(`select sum(claimedQuantity) as held, count(distinct hostMessage_ID) as documents from aftersales_Reservations where ${scarce}`)
  const [{ lines }] = await db.query(`select sum(quantity) as lines from aftersales_PartMovements where kind_code = 'Claimed' and ${scarce}`)
  const [{ different }] = await db.query(`select count(*) as different from aftersales_PartStocks s where ${scarce.replaceAll('part_ID', 's.part_ID')}
    and s.claimed <> (select coalesce(sum(r.claimedQuantity), 0) from aftersales_Reservations r where r.part_ID = s.part_ID)`)
  return Number(wrong) + Number(different) + [total, held, documents, lines].filter(value => Number(value) !== pieces).length
}

/** Settings upon settings. */
function merged(a: any, b: any): any {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return b ?? a
  return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map(key => [key, merged(a[key], b[key])]))
}

function optionsOf(args: string[]): Options {
  const given = (name: string, otherwise: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise)
  const databases = given('db', 'sqlite,postgres').split(',')
  const unknown = databases.filter(name => !(name in kinds))
  if (unknown.length) throw new Error(`There is no database ${unknown.join(', ')}; choose from ${Object.keys(kinds).join(', ')}`)
  return { databases, clients: Number(given('clients', '50')), claims: Number(given('claims', '200')), pieces: Number(given('pieces', '1000')), instances: { sqlite: 1, postgres: 2 } }
}
