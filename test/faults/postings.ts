import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import axios from 'axios'
import { startHostErp } from '../host-erp/start'
import { seededRandom } from '../host-erp/wire/random'
import { onDatabases } from './database'
import { stepsOf } from './posting-game'
import { Instance } from './instance'

/**
 * Orders that are posted, changed late, reversed and sent again in random order under every fault of the stand-in, while the service is killed:
 * afterwards the host's books and ours say the same for each account, document and cost.
 * `npm run test:finance -- --runs 500 --kills 20 --seed 8 --database sqlite,postgres --instances 1`
 */
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' }, kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '8' },
    database: { type: 'string', default: 'sqlite,postgres' }, instances: { type: 'string', default: '1' }
  }
})
const [RUNS, KILLS, SEED, INSTANCES] = [options.runs, options.kills, options.seed, options.instances].map(Number)
const PLAYERS = 6
const RATES = { internalError: 0.04, unavailable: 0.04, dropBefore: 0.04, dropAfter: 0.06, duplicate: 0.04, expiredToken: 0.04, wrongJson: 0.04, hang: 0.005 }
const DELIVERY = { firstDelay: 50, longestDelay: 1000, maxFailures: 6, lease: 15_000, settle: 200, sweep: 1000, probe: 300 }
/** Moves between two changes of what the host's books admit. */
const PERIOD_MOVES = 60

interface Verdict { wrong: string[]; figures: Record<string, any> }

class FinanceInstance extends Instance {
  kills = 0

  constructor(environment: Record<string, string>) { super('posting-process.ts', environment) }

  do<T>(order: object): Promise<T> { return this.ask(order) as Promise<T> }

  override async kill(): Promise<void> {
    this.kills++
    await super.kill()
  }
}

async function underFire(database: string, environment: Record<string, string>): Promise<number> {
  const erp = await startHostErp()
  const credentials = { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 4000 }
  const host = JSON.stringify({ kind: 'odata-v2', credentials, delivery: DELIVERY })
  const instances = Array.from({ length: INSTANCES }, () => new FinanceInstance({ ...environment, FAULTS_HOST: host }))
  const started = performance.now()
  const said = new Map<string, number>()
  try {
    for (const instance of instances) await instance.start()
    await axios.put(`${erp.url}/__faults`, { seed: SEED, rates: RATES, retryAfter: 0, latency: { ms: 2, jitter: 6 } })
    await playAll(instances, erp.url, said)
    await axios.put(`${erp.url}/__faults`, {})
    await period(erp.url, true)
    const left = await healed(instances[0])
    const { wrong, figures } = await instances[0].do<Verdict>({ what: 'verdict', url: erp.url })
    wrong.push(...left, ...[...said.keys()].filter(answer => answer.startsWith('ERROR')))
    const { data: { faults } } = await axios.get(`${erp.url}/__counters`)
    const kills = instances.reduce((sum, instance) => sum + instance.kills, 0)
    console.log(`${database}, ${RUNS} runs, seed ${SEED}, ${INSTANCES} instance(s), killed ${kills} times, ${((performance.now() - started) / 1000).toFixed(0)} s`)
    console.log(`  moves ${JSON.stringify(Object.fromEntries([...said].sort()))}; faults of the host ${JSON.stringify(faults)}`)
    console.log(`  postings ${JSON.stringify(figures.postings)}; ${figures.documents} documents confirmed, ${figures.lines} lines here, ${figures.hostLines} in the host`)
    console.log(`  debits ${JSON.stringify(figures.debits)}`)
    console.log(wrong.length ? `  WRONG ${wrong.length}:\n    ${wrong.slice(0, 20).join('\n    ')}` : '  both books say the same for each account, document and cost; both trial balances are zero')
    return wrong.length
  } finally {
    await Promise.all(instances.map(instance => instance.stop()))
    await erp.stop()
  }
}

/** Several orders at once; at random moments an instance dies and comes back, and whoever got no answer makes the next move. */
async function playAll(instances: FinanceInstance[], url: string, said: Map<string, number>): Promise<void> {
  const random = seededRandom(SEED)
  let next = 0, moves = 0, isOpen = true, isOver = false
  const down = new Set<FinanceInstance>()
  const ask = async <T>(order: object): Promise<T | undefined> => {
    for (;;) {
      const instance = instances[Math.floor(random() * instances.length)]
      if (down.has(instance)) { await wait(100); continue }
      try { return await instance.do<T>(order) } catch { return undefined }
    }
  }
  const player = async () => {
    while (next < RUNS) {
      const run = next++
      let order_ID: string | undefined
      for (let attempt = 0; !order_ID && attempt < 10; attempt++) order_ID = await ask<string>({ what: 'create', run: run + attempt * 100_000, seed: SEED })
      for (const step of order_ID ? stepsOf(run, SEED) : []) {
        const answer = (await ask<string>({ what: 'play', order_ID, step })) ?? 'no answer'
        const kind = /^CP-|^[0-9a-f-]{36}(,|$)/.test(answer) ? step.step : answer
        said.set(kind, (said.get(kind) ?? 0) + 1)
        if (++moves % PERIOD_MOVES === 0) await period(url, (isOpen = !isOpen))
        await wait(random() * 600)
      }
    }
  }
  const killer = async () => {
    const total = RUNS * 5
    for (let kill = 1; kill <= KILLS && !isOver; kill++) {
      while (moves < (total * kill) / (KILLS + 1) * 0.9 && !isOver) await wait(20)
      const victim = instances[Math.floor(random() * instances.length)]
      down.add(victim)
      await wait(random() * 100)
      await victim.kill()
      await victim.start()
      down.delete(victim)
    }
  }
  await Promise.all([killer(), Promise.all(Array.from({ length: PLAYERS }, player)).then(() => { isOver = true })])
}

/** What the host's books of one company code admit in November. */
const period = (url: string, isOpen: boolean) => axios.put(`${url}/__periods`, { companyCode: '1110', fiscalYear: 2026, fiscalPeriod: 11, isOpen })

/** Until nothing is on its way and nothing is open. */
async function healed(instance: FinanceInstance): Promise<string[]> {
  let said: string[] = []
  for (let round = 0; round < 12; round++) {
    for (const end = Date.now() + 240_000; Date.now() < end && (await instance.do<{ messages: number }>({ what: 'unfinished' })).messages;) await wait(200)
    said = await instance.do<string[]>({ what: 'heal' })
    const { messages, postings } = await instance.do<{ messages: number; postings: unknown[] }>({ what: 'unfinished' })
    if (!messages && !postings.length && !said.length) return []
    if (round === 11) return [...said, ...postings.map(posting => `not through: ${JSON.stringify(posting)}`)]
  }
  return said
}

onDatabases(options.database, underFire).catch(error => {
  console.error(error)
  process.exit(1)
})
