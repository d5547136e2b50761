import cds from '@sap/cds'
import type HostErpService from '../../srv/host-erp/service'

/**
 * The service as a process of its own, which the fault run may kill at any moment. It takes orders for
 * documents from its parent; everything else is the service as it always is.
 */
interface Order { id: number; kind: never; request: never; origin: never }

const { FAULTS_HOST } = process.env

async function serve(): Promise<void> {
  const facade = cds as unknown as { plugins: Promise<unknown>; emit(event: string, data: object): void; server(options: object): Promise<{ listening: boolean; address(): { port: number }; once(event: string, then: () => void): void }> }
  await facade.plugins
  Object.assign(cds.env.requires, { S4HANA: JSON.parse(FAULTS_HOST!) })
  const server = await facade.server({ service: 'all', from: '*', port: 0 })
  if (!server.listening) await new Promise<void>(resolve => server.once('listening', resolve))
  facade.emit('listening', { server })
  process.on('message', order => { void take(order as Order) })
  process.send!({ ready: true, port: server.address().port })
}

async function take({ id, kind, request, origin }: Order): Promise<void> {
  try {
    const host = (await cds.connect.to('aftersales.HostErpService')) as unknown as HostErpService
    await cds.tx({ user: new cds.User('fault-run') } as never, (() => host.submit(kind, request, origin)) as never)
    process.send!({ id, done: true })
  } catch (error) {
    process.send!({ id, done: false, error: String(error) })
  }
}

process.once('disconnect', () => process.exit(0))
serve().catch(error => {
  console.error(error)
  process.exit(1)
})
