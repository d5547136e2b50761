import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import cds from '@sap/cds'
import { writeGraph } from './object-graph'

/**
 * Compiles the model and fills a database with the sample data, once for all test files: each of them starts a service of its own, and
 * compiling was most of its start. Run as `tsx test/setup/prepare.ts <folder>`.
 */
async function main(folder: string): Promise<void> {
  cds.root = path.resolve(__dirname, '../..')
  await facade.plugins
  const csn = await facade.load('*')
  const { $sources: sources, definitions } = csn
  for (const definition of Object.values(definitions)) {
    // What is not enumerable would be lost: where a service's implementation is looked for.
    if (definition.kind === 'service' && definition.$location) definition['@source'] ??= definition.$location.file
  }
  fs.writeFileSync(path.join(folder, 'model.json'), JSON.stringify({ csn, sources }))
  fs.writeFileSync(path.join(folder, 'served.json'), writeGraph(served(JSON.parse(JSON.stringify(csn)) as object)))
  await deploySamples(csn, path.join(folder, 'samples.sqlite'))
}

/** The model as OData serves it, without what CAP adds for draft entities: that links the model, and is left to each start. */
function served(csn: object): object {
  cds.env.fiori.bypass_draft = false
  return facade.compile.for.odata(facade.minify(csn))
}

/** What CAP's types leave out. */
interface Facade {
  minify(csn: object): object
  compile: { for: { odata(csn: object): object } }
  plugins: Promise<unknown>
  db?: { disconnect(): Promise<void> }
  load(files: string): Promise<Model>
  deploy(model: object): { to(database: string): Promise<unknown> }
}

const facade = cds as unknown as Facade

interface Model { $sources: string[]; definitions: Record<string, { kind: string; $location?: { file: string }; '@source'?: string }> }

async function deploySamples(csn: object, file: string): Promise<void> {
  await facade.deploy(csn).to(`sqlite:${file}`)
  await facade.db?.disconnect()
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = DELETE') // else its bytes could not be taken into memory
  database.close()
}

main(process.argv[2]).then(() => process.exit(), error => {
  console.error(error)
  process.exit(1)
})
