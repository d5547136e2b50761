import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'

/** Parts of CAP that its type package doesn't know. */
interface Deployment {
  (model: unknown, options: object): { to(db: unknown): Promise<void> }
  schema(tx: unknown, model: unknown, options: object): Promise<unknown>
  data(tx: unknown, model: unknown, options: object, sources: Record<string, string>): Promise<unknown>
}
interface Database { options: object; model?: unknown; run(work: (tx: unknown) => Promise<void>): Promise<void>; disconnect(): Promise<void> }

const { plugins, deploy } = cds as unknown as { plugins: Promise<unknown>; deploy: Deployment }

/**
 * Makes the development database ready before the server starts: deploys it with sample data when it isn't
 * there, brings its tables and code lists up to date when the model has changed, else leaves it alone.
 * `--reset` starts afresh. What people entered survives restarts and model changes.
 */
async function prepareDatabase(reset: boolean): Promise<void> {
  await plugins
  makeRoomForEvents()
  const { kind, credentials } = cds.env.requires.db as unknown as { kind: string; credentials?: { url?: string } }
  const file = credentials?.url && path.resolve(cds.root, credentials.url)
  if (kind !== 'sqlite' || !file || credentials?.url === ':memory:') return
  if (reset) for (const name of [file, HOST_ERP()]) for (const part of ['', '-wal', '-shm', '.model']) fs.rmSync(name + part, { force: true })
  fs.mkdirSync(path.dirname(file), { recursive: true })

  const model = await cds.load('*').then(cds.minify)
  const fingerprint = crypto.createHash('sha256').update(JSON.stringify(model.definitions) + codeListsOf()).digest('hex')
  const isNew = !fs.existsSync(file)
  if (!isNew && read(`${file}.model`) === fingerprint) return

  console.log(isNew ? 'Creating the database with sample data …' : 'The model has changed: updating the database …')
  const db = (await cds.connect.to('db')) as unknown as Database
  if (isNew) await deploy(model, { silent: true }).to(db)
  else await update(db, model)
  fs.writeFileSync(`${file}.model`, fingerprint)
  await db.disconnect()
}

/** CAP's file-based messaging would wait for ever in a folder that isn't there. */
function makeRoomForEvents() {
  const { file } = ((cds.env.requires as Record<string, { file?: string } | undefined>).messaging ?? {})
  if (file) fs.mkdirSync(path.dirname(path.resolve(cds.root, file)), { recursive: true })
}

/** Sample data stays as people left it; only tables and code lists follow the new model. */
async function update(db: Database, model: unknown) {
  const options = { ...db.options, schema_evolution: 'auto' }
  db.model ??= cds.compile.for.nodejs(model as never)
  await db.run(async tx => {
    await deploy.schema(tx, model, options)
    await deploy.data(tx, model, options, Object.fromEntries(codeLists().map(file => [file, fs.readFileSync(file, 'utf8')])))
    await addNumberRanges()
  })
}

/** A new capability brings its number range; the others go on where they are. */
async function addNumberRanges() {
  const [columns, ...rows] = (cds.parse as unknown as { csv(text: string): string[][] }).csv(fs.readFileSync(NUMBER_RANGES(), 'utf8'))
  for (const values of rows) {
    const range = Object.fromEntries(columns.map((column, i) => [column, values[i]]))
    const known = await SELECT.one.from('aftersales.NumberRanges').where({ object: range.object })
    if (!known) await INSERT.into('aftersales.NumberRanges').entries(range)
  }
}

/** The stand-in's documents carry keys of messages that are gone after a reset. */
const HOST_ERP = () => path.join(cds.root, '.data', 'host-erp.sqlite')
const NUMBER_RANGES = () => path.join(cds.root, 'db', 'data', 'aftersales-NumberRanges.csv')

/** Counters are data of record, not code lists: they are never set back. */
function codeLists(): string[] {
  const folder = path.join(cds.root, 'db', 'data')
  return fs.readdirSync(folder).filter(name => name.endsWith('.csv') && !name.includes('NumberRanges')).map(name => path.join(folder, name))
}

const codeListsOf = () => codeLists().map(file => fs.readFileSync(file, 'utf8')).join()
const read = (file: string) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined)

prepareDatabase(process.argv.includes('--reset')).then(
  () => process.exit(0),
  error => {
    console.error(error)
    process.exit(1)
  }
)
