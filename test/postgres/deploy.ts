import path from 'node:path'
import cds from '@sap/cds'
import { usePreparedModel } from '../setup/prepared'

/** What CAP's types leave out. */
interface Facade {
  plugins: Promise<unknown>
  db?: unknown
  load(files: string): Promise<object>
  minify(csn: object): object
  connect: { to(settings: object): Promise<{ disconnect(): Promise<void> }> }
  deploy(model: object, options: object): { to(db: object): Promise<unknown> }
}

/** Deploys to databases one after the other, as `cds deploy` does, and prints what became of each: null, or why it was refused. */
async function main(databases: string[]): Promise<(string | null)[]> {
  cds.root = path.resolve(__dirname, '../..')
  const facade = cds as unknown as Facade
  await facade.plugins
  usePreparedModel()
  const { db } = cds.env.requires as unknown as { db: { credentials: object } }
  const outcomes: (string | null)[] = []
  for (const database of databases) {
    const service = (facade.db = await facade.connect.to({ ...db, credentials: { ...db.credentials, database } }))
    const model = facade.minify(await facade.load('*'))
    outcomes.push(await facade.deploy(model, { silent: true }).to(service).then(() => null, (error: Error) => error.message))
    await service.disconnect()
  }
  return outcomes
}

main(process.argv.slice(2)).then(outcomes => {
  console.log(`\n${JSON.stringify(outcomes)}`)
  process.exit()
}, error => {
  console.error(error)
  process.exit(1)
})
