import { dropTestDatabases } from './postgres'
import { removePrepared } from './prepared'

export default async function stop(): Promise<void> {
  removePrepared()
  if (process.env.PGHOST) await dropTestDatabases(globalThis.postgresServer!.access)
  await globalThis.postgresServer?.stop()
}
