import { createHash } from 'node:crypto'
import cds from '@sap/cds'
import { readMasters } from '../documents/masters'
import { startNumberRanges } from '../documents/numbers'
import { billsOfMaterial, businessPartners, materials, pieces, type Rows } from './master-data'
import { costCenters, infoRecords, stock } from './purchasing-and-stock'

/** Creates tables and master data, unless the file already holds them from an earlier start. */
export async function prepareDatabase(): Promise<void> {
  const statements = (cds as any).compile(cds.model).to.sql({ dialect: 'sqlite' }) as string[]
  const version = createHash('sha256').update(statements.join()).digest().readUInt32BE(0) >>> 1
  const [{ user_version: found }] = await cds.run('SELECT user_version FROM pragma_user_version') as { user_version: number }[]
  if (found !== version) {
    if (found) console.log('The model of the stand-in changed: its database starts anew')
    await (cds as any).deploy(cds.model).to(cds.db)
    await cds.run(`PRAGMA user_version = ${version}`)
    await fill()
  }
  await readMasters()
  await startNumberRanges()
}

/** Back to the first day: master data and stock as delivered, no documents. */
export async function resetDatabase(): Promise<void> {
  for (const entity of tables()) await cds.run(DELETE.from(entity))
  await fill()
  await readMasters()
  await startNumberRanges()
}

async function fill(): Promise<void> {
  const rows: Rows = { ...businessPartners(), ...pieces(), ...materials(), ...billsOfMaterial(), ...infoRecords(), ...costCenters(), ...stock() }
  for (const [entity, entries] of Object.entries(rows)) await cds.run(INSERT.into(entity).entries(entries))
}

/** Names of the APIs' entities, by service, and of the books. */
export const tables = (): string[] => Object.values(cds.model!.definitions)
  .filter((definition: any) => definition.kind === 'entity' && /^((API|CE)_|LedgerLines$)/.test(definition.name)).map((definition: any) => definition.name)
