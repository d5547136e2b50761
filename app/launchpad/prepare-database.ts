import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'

/**
 * Makes the development database ready before the server starts: deploys it with sample data when it isn't
 * there, brings its tables and code lists up to date when the model has changed, else leaves it alone.
 * `--reset` starts afresh. What people entered survives restarts and model changes.
 */
async function prepareDatabase(reset: boolean): Promise<void> {
  await (cds.plugins as unknown as Promise<unknown>)
  const { kind, credentials } = cds.env.requires.db as unknown as { kind: string; credentials?: { url?: string } }
  const file = credentials?.url && path.resolve(cds.root, credentials.url)
  if (kind !== 'sqlite' || !file || credentials?.url === ':memory:') return
  if (reset) for (const part of ['', '-wal', '-shm', '.model']) fs.rmSync(file + part, { force: true })
  fs.mkdirSync(path.dirname(file), { recursive: true })

  const model = await cds.load('*').then(cds.minify)
  const fingerprint = crypto.createHash('sha256').update(JSON.stringify(model.definitions) + codeListsOf()).digest('hex')
  const isNew = !fs.existsSync(file)
  if (!isNew && read(`${file}.model`) === fingerprint) return

  console.log(isNew ? 'Creating the database with sample data …' : 'The model has changed: updating the database …')
  const db = await cds.connect.to('db')
  if (isNew) await deploy(db, model)
  else await update(db, model)
  fs.writeFileSync(`${file}.model`, fingerprint)
  await (db as unknown as { disconnect(): Promise<void> }).disconnect()
}

async function deploy(db: cds.DatabaseService, model: unknown) {
  await (cds.deploy as any)(model, { silent: true }).to(db)
}

/** Sample data stays as people left it; only tables and code lists follow the new model. */
async function update(db: cds.DatabaseService, model: unknown) {
  const { schema, data } = cds.deploy as unknown as Record<'schema' | 'data', (...args: unknown[]) => Promise<unknown>>
  const options = { ...(db as unknown as { options: object }).options, schema_evolution: 'auto' }
  db.model ??= cds.compile.for.nodejs(model as never) as never
  await db.run(async tx => {
    await schema(tx, model, options)
    await data(tx, model, options, Object.fromEntries(codeLists().map(file => [file, fs.readFileSync(file, 'utf8')])))
  })
}

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
