import { monitorEventLoopDelay } from 'node:perf_hooks'
import cds from '@sap/cds'
import { gauge } from './metrics'
import { conditionsNow } from './readiness'
import { ageOf, storedFigure } from './stored-figures'

interface Pool { size: number; available: number; pending: number }
interface Row { status: string | null; attempts: number; count: number; oldest: string | null }

/** What the process needs, the pool of its database, and CAP's own queue. */
export function tellOfTheProcess(): void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  gauge('aftersales_memory_bytes', 'Memory of the process', () => {
    const { rss, heapUsed, external } = process.memoryUsage()
    return [['rss', rss], ['heap', heapUsed], ['external', external]].map(([part, value]) => ({ labels: { part: part as string }, value: value as number }))
  })
  gauge('aftersales_event_loop_delay_seconds', 'How late the process does what is due, 99th percentile since the last question', () => {
    const value = delay.percentile(99) / 1e9
    delay.reset()
    return [{ labels: {}, value: Number.isFinite(value) ? value : 0 }]
  })
  gauge('aftersales_uptime_seconds', 'How long the process runs', () => [{ labels: {}, value: Math.round(process.uptime()) }])
  gauge('aftersales_degraded', '1 where something that the service depends on is away, though it goes on', () =>
    Object.entries(conditionsNow()).map(([part, { status }]) => ({ labels: { part }, value: status === 'UP' ? 0 : 1 })))
  gauge('aftersales_database_pool', 'Connections to the database, and who waits for one', () => {
    const { pools = {} } = (cds.db ?? {}) as unknown as { pools?: Record<string, Pool> }
    return Object.values(pools).flatMap(({ size, available, pending }) =>
      Object.entries({ used: size - available, free: available, waiting: pending }).map(([state, value]) => ({ labels: { state }, value })))
  })
  storedFigure('aftersales_tasks', "Tasks in CAP's queue; dead ones are tried no more", async () => {
    const rows = await tasks(), { maxAttempts = 20 } = (cds.requires as { queue?: { maxAttempts?: number } }).queue ?? {}
    const stateOf = ({ status, attempts }: Row) => (attempts >= maxAttempts ? 'dead' : status === 'processing' ? 'processing' : 'waiting')
    const sum = (state: string) => rows.filter(row => stateOf(row) === state).reduce((total, { count }) => total + Number(count), 0)
    return ['waiting', 'processing', 'dead'].map(state => ({ labels: { state }, value: sum(state) }))
  })
  storedFigure('aftersales_tasks_late_seconds', "How long the task of CAP's queue that is due longest has waited", async () => {
    const [due] = (await cds.db.run(SELECT.from('cds.outbox.Messages').columns('timestamp').where({ attempts: 0, status: null, timestamp: { '<': new Date().toISOString() } } as never)
      .orderBy('timestamp').limit(1))) as { timestamp: string }[]
    return [{ labels: {}, value: ageOf(due?.timestamp) }]
  })
}

const tasks = () => cds.db.run(SELECT.from('cds.outbox.Messages').columns('status', 'attempts', 'count(*) as count' as never).groupBy('status', 'attempts')) as Promise<Row[]>
