import { prepare } from './prepared'
import { deployTemplate, startPostgres, type PostgresServer } from './postgres'

declare global { var postgresServer: PostgresServer | undefined }

export default async function start(): Promise<void> {
  const server = (globalThis.postgresServer = await startPostgres('for-tests'))
  process.env.AFTERSALES_TEST_POSTGRES = JSON.stringify(server.access)
  try {
    prepare()
    await deployTemplate(server.access)
  } catch (error) {
    await server.stop()
    throw error
  }
  console.log(`\nPostgreSQL: ${server.origin}`)
}
