import cds from '@sap/cds'
import { usePreparedModel } from '../setup/prepared'

interface Order { id: number }

/**
 * Serves everything on a free port, in a process that its parent starts and may kill at any moment, and answers the parent's orders.
 *
 * @param configure before anything is served
 */
export function serve<T>(configure: () => void, answer: (order: T) => unknown): void {
  process.once('disconnect', () => process.exit(0))
  start(configure, answer).catch(error => {
    console.error(error)
    process.exit(1)
  })
}

async function start<T>(configure: () => void, answer: (order: T) => unknown): Promise<void> {
  const facade = cds as unknown as { plugins: Promise<unknown>; emit(event: string, data: object): void; server(options: object): Promise<{ listening: boolean; once(event: string, then: () => void): void }> }
  await facade.plugins
  configure()
  usePreparedModel()
  const server = await facade.server({ service: 'all', from: '*', port: 0 })
  if (!server.listening) await new Promise<void>(resolve => server.once('listening', resolve))
  facade.emit('listening', { server })
  process.on('message', (order: T & Order) => {
    Promise.resolve().then(() => answer(order)).then(said => process.send!({ id: order.id, answer: said }), error => process.send!({ id: order.id, error: String(error) }))
  })
  process.send!({ ready: true })
}

export const inTransaction = <T>(work: () => Promise<T>) => cds.tx({ user: cds.User.privileged } as never, work as never) as unknown as Promise<T>

/** Counts by state, as numbers. */
export const byState = (rows: { state_code: string; count: number }[]) => Object.fromEntries(rows.map(({ state_code, count }) => [state_code, Number(count)]))
