import { entities } from '../entities'
import { storedFigure } from '../observing/stored-figures'

interface Row { kind: string; count: number }

/** Promises of open orders that are overdue: clocks that run and milestones that are not reached. */
export function tellOfBreaches(): void {
  storedFigure('aftersales_sla_breaches', 'Clocks and milestones that are overdue and still open', async () => {
    const { Clocks, Milestones } = entities(), now = new Date().toISOString()
    const overdue = (entity: never, kind: string, open: string[]) => SELECT.from(entity).columns(`${kind} as kind`, 'count(*) as count' as never)
      .where({ status_code: { in: open }, dueAt: { '<': now } }).groupBy(kind) as unknown as Promise<Row[]>
    const rows = [await overdue(Clocks as never, 'kind_code', ['running']), await overdue(Milestones as never, 'kind_code', ['waiting', 'open'])]
    return rows.flatMap((found, i) => found.map(({ kind, count }) => ({ labels: { promise: i ? 'milestone' : 'clock', type: kind }, value: Number(count) })))
  })
}
