import { entities } from '../entities'
import { ageOf, storedFigure } from '../observing/stored-figures'

interface Row { kind: string; state: string; count: number; oldest: string }

/** What is on its way to the host, and what waits for a person. Confirmed messages are history. */
export function tellOfMessages(): void {
  const open = () => SELECT.from(entities().HostMessages).columns('kind_code as kind', 'state_code as state', 'count(*) as count' as never, 'min(createdAt) as oldest' as never)
    .where({ state_code: { in: ['Pending', 'Sent', 'NeedsAttention'] } }).groupBy('kind_code', 'state_code') as unknown as Promise<Row[]>
  storedFigure('aftersales_host_messages', 'Messages to the host that are not through', async () => (await open()).map(({ kind, state, count }) => ({ labels: { kind, state }, value: Number(count) })))
  storedFigure('aftersales_host_messages_oldest_seconds', 'Age of the oldest of them', async () => (await open()).map(({ kind, state, oldest }) => ({ labels: { kind, state }, value: ageOf(oldest) })))
}
