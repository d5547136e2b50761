import cds from '@sap/cds'
import { tellCauses } from './causes'
import { newlyBroken, violations, type Query } from './invariants'

/** The service that is asked, in a process of its own: it tells its address, and at the end which rows break an invariant that held before. */
async function serve(): Promise<void> {
  const facade = cds as unknown as { plugins: Promise<unknown>; emit(event: string, data: object): void; server(options: object): Promise<{ listening: boolean; address(): { port: number }; once(event: string, then: () => void): void }> }
  await facade.plugins
  // A bug shall be counted, not end the run; and who is asked by a machine is asked often.
  Object.assign(cds.env.server, { shutdown_on_uncaught_errors: false })
  Object.assign(cds.env.requires, { S4HANA: JSON.parse(process.env.FUZZ_HOST!), hardening: { rateLimits: false } })
  tellCauses()
  const server = await facade.server({ service: 'all', from: '*', port: 0 })
  if (!server.listening) await new Promise<void>(resolve => server.once('listening', resolve))
  facade.emit('listening', { server })
  const query: Query = sql => cds.tx({ user: cds.User.privileged } as never, (() => cds.db.run(sql)) as never) as never
  const before = await violations(query)
  process.on('message', () => { void violations(query).then(after => process.send!({ broken: newlyBroken(before, after) })) })
  process.on('unhandledRejection', error => { console.error('unhandled rejection', error) })
  const paths = Object.values(cds.services as unknown as Record<string, { name: string; path: string; definition?: object }>).filter(({ name, path }) => name.startsWith('aftersales.') && path?.startsWith('/odata')).map(({ path }) => path)
  process.send!({ port: server.address().port, paths: [...new Set(paths)] })
}

process.once('disconnect', () => process.exit(0))
serve().catch(error => {
  console.error(error)
  process.exit(1)
})
