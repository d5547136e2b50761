import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import { ENGINES, readJson, writePackage, type ProjectPackage } from './service-package'

/** Starts CAP's own deployment with the module's indexes and collations, which the plugin adds elsewhere. */
const DEPLOY = `// Creates or changes the tables in PostgreSQL, adds indexes and collations, and loads the code lists.
const cds = require('@sap/cds')
const { addCollations } = require('./db/collations')
const { addIndexes } = require('./db/indexes')

cds.on('compile.to.dbx', addIndexes)
cds.on('compile.to.dbx', addCollations)

require('@sap/cds/bin/deploy')
`

/** Writes `gen/pg`: the model that the service was built with, the code lists of the module and of its peers, and a command that deploys both. */
export async function buildPostgresDeployer(root: string): Promise<void> {
  const target = path.join(root, 'gen/pg'), data = path.join(target, 'db/data')
  fs.rmSync(target, { recursive: true, force: true })
  fs.mkdirSync(data, { recursive: true })
  fs.copyFileSync(path.join(root, 'gen/srv/srv/csn.json'), path.join(target, 'db/csn.json'))
  for (const file of ['indexes.js', 'collations.js']) fs.copyFileSync(path.join(root, 'db', file), path.join(target, 'db', file))
  for (const file of await codeLists(root)) fs.copyFileSync(file, path.join(data, path.basename(file)))
  fs.writeFileSync(path.join(target, 'deploy.js'), DEPLOY)
  const { name, version, license, devDependencies } = readJson<ProjectPackage>(path.join(root, 'package.json'))
  const dependencies = Object.fromEntries(['@cap-js/postgres', '@sap/cds'].map(dependency => [dependency, devDependencies[dependency]]))
  writePackage(root, target, {
    name: `${name}-postgres-deployer`, version, license, private: true, engines: ENGINES, scripts: { start: 'node deploy.js' }, dependencies,
    cds: { requires: { db: { kind: 'postgres', schema_evolution: 'auto' } } }
  } as Parameters<typeof writePackage>[2])
}

/** What CAP itself would load in production; samples are not among it. */
async function codeLists(root: string): Promise<string[]> {
  const resources = await (cds as unknown as { deploy: { resources(model: string, options: object): Promise<Record<string, string>> } }).deploy.resources('*', { testdata: false })
  return Object.keys(resources).filter(file => file.endsWith('.csv') && !path.relative(root, file).startsWith('test'))
}
