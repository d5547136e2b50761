import { dropTestDatabases } from './postgres'

export default async function stop(): Promise<void> {
  if (process.env.PGHOST) await dropTestDatabases(globalThis.postgresServer!.access)
  await globalThis.postgresServer?.stop()
}
