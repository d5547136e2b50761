import { setTimeout as wait } from 'node:timers/promises'
import os from 'node:os'
import { parseArgs } from 'node:util'
import axios from 'axios'
import { percentile } from '../bench/report'
import { startHostErp } from '../host-erp/start'
import { seededRandom } from '../host-erp/wire/random'
import { compare, openBooks, prepareBooks, settledBooks } from '../load/books'
import { People } from '../load/people'
import { LOOKS, nothingPromised, repair } from '../load/repairs'
import { onDatabase } from './database'
import { ServiceUnderFire } from './service-under-fire'

/**
 * Two instances on one PostgreSQL while people of all roles work: one is killed, comes back, and later the other one is ended by SIGTERM.
 * Requests go on through the other; afterwards what people were told is there, once, here and in the host.
 * `npm run test:instances -- --seconds 60 --per-second 4 --seed 9`
 */
export interface Options { seconds: number; perSecond: number; seed: number }

const DELIVERY = { firstDelay: 50, longestDelay: 1000, lease: 8000, settle: 300, sweep: 1000, probe: 300 }
const LOOKS_PER_REPAIR = 3

/** @returns what is wrong */
export function twoInstances({ seconds, perSecond, seed }: Options, say: (line: string) => void): Promise<string[]> {
  return onDatabase('postgres', async environment => {
    const erp = await startHostErp()
    const host = JSON.stringify({ kind: 'odata-v2', credentials: { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 5000 }, delivery: DELIVERY })
    const instances = [1, 2].map(() => new ServiceUnderFire({ ...environment, FAULTS_HOST: host, FAULTS_SHUTDOWN: '{}' }))
    const [first, second] = instances
    const books = await openBooks(environment)
    // As a load balancer sees them: those that have not said that they go.
    const up = new Set<ServiceUnderFire>()
    const people = new People(() => [...up].map(({ url }) => url))
    try {
      const { technician_ID, part_ID } = await prepareBooks(books)
      for (const instance of instances) { await instance.start(); up.add(instance) }
      await axios.put(`${erp.url}/__faults`, { seed, latency: { ms: 5, jitter: 10 } })
      const promised = nothingPromised(), random = seededRandom(seed), deeds: Promise<unknown>[] = []
      const from = performance.now(), end = from + seconds * 1000
      const isOver = () => performance.now() > end
      const events = upheaval({ first, second, up, seconds, say })
      for (let count = 0; !isOver(); count++) {
        deeds.push(repair({ people, promised, technician_ID, part_ID, isOver }, `load-${seed}-${count}`, random()))
        for (let i = 0; i < LOOKS_PER_REPAIR; i++) {
          const [kind, user, path] = LOOKS[Math.floor(random() * LOOKS.length)]
          deeds.push(people.get(kind, user, path))
        }
        await wait(Math.max(0, from + ((count + 1) * 1000) / perSecond - performance.now()))
      }
      const exitCode = await events
      await Promise.all(deeds)
      const isSettled = await settledBooks(books, 60_000)
      const wrong = [...people.wrong, ...(exitCode ? [`SIGTERM ended with ${exitCode}`] : []), ...(isSettled ? [] : ['messages are still under way']), ...(await compare(books, erp, promised))]
      const times = [...people.times.values()].flat().map(({ ms }) => ms)
      say(`${os.availableParallelism()} cores; ${seconds} s, ${people.asked} requests, ${people.unanswered} without an answer and asked again; p95 ${percentile(times, 95).toFixed(0)} ms`)
      say(`promised: ${promised.orders.size} orders, ${[...promised.steps.values()].flat().length} steps, ${promised.notes.size} notes, ${promised.costs.size} cost items, ${promised.reservations.size} reservations, ${promised.posted.size} postings; messages confirmed by each instance: ${instances.map(({ confirmed }) => confirmed).join(', ')}`)
      if (people.wrong.length) say(instances.map(({ complaints }) => complaints).join('\n'))
      say(wrong.length ? `WRONG ${wrong.length}:\n  ${wrong.slice(0, 20).join('\n  ')}` : 'nothing lost, nothing doubled, here and in the host')
      return wrong
    } finally {
      people.close()
      await books.end()
      await Promise.all(instances.map(instance => instance.stop()))
      await erp.stop()
    }
  })
}

interface Upheaval { first: ServiceUnderFire; second: ServiceUnderFire; up: Set<ServiceUnderFire>; seconds: number; say: (line: string) => void }

/** @returns what the instance that was ended by SIGTERM ended with */
async function upheaval({ first, second, up, seconds, say }: Upheaval): Promise<number | null> {
  await wait(seconds * 300)
  await first.kill()
  // Who balances the load learns it from requests without an answer, after a while.
  await wait(300)
  up.delete(first)
  await first.start()
  up.add(first)
  await wait(seconds * 100)
  const from = performance.now()
  const ended = second.end()
  await wait(50)
  up.delete(second)
  const code = await ended
  say(`one instance killed and started again; the other ended by SIGTERM with ${code} after ${((performance.now() - from) / 1000).toFixed(1)} s`)
  return code
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, 'per-second': { type: 'string', default: '4' }, seed: { type: 'string', default: '9' } } })
  const wrong = await twoInstances({ seconds: Number(values.seconds), perSecond: Number(values['per-second']), seed: Number(values.seed) }, console.log)
  process.exitCode = wrong.length ? 1 : 0
}

if (require.main === module) main().catch(error => {
  console.error(error)
  process.exit(1)
})
