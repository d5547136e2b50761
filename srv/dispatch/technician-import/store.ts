import cds from '@sap/cds'
import { entities } from '../../entities'
import type { Known } from './known'
import type { Parts, TechnicianRow } from './rows'

export interface Stored { created: number; updated: number }

/** Where the entries of a cell are stored; a list that is given replaces the one that was there. */
const ENTITIES: Record<keyof Parts, string> = {
  skills: 'Skills', certificates: 'Certificates', tools: 'Tools', languages: 'TechnicianLanguages', furtherAreas: 'TechnicianAreas'
}

/** Stores valid rows in the current transaction, set by set. */
export async function storeRows(rows: TechnicianRow[], known: Known): Promise<Stored> {
  const { Technicians } = entities()
  const IDs = new Map(rows.map(({ number }) => [number, known.technicians.get(number)?.ID ?? cds.utils.uuid()]))
  const fresh = rows.filter(({ number }) => !known.technicians.has(number))
  const there = rows.filter(({ number, values }) => known.technicians.has(number) && Object.keys(values).length)
  if (fresh.length) await INSERT.into(Technicians).entries(fresh.map(({ number, values }) => ({ ...given(values), ID: IDs.get(number), number })))
  for (const alike of ofSameColumns(there)) {
    await UPSERT.into(Technicians).entries(alike.map(({ number, values }) => ({ name: known.technicians.get(number)!.name, ...values, ID: IDs.get(number), number })))
  }
  for (const part of Object.keys(ENTITIES) as (keyof Parts)[]) await replace(part, rows.filter(row => row.parts[part]), IDs)
  return { created: fresh.length, updated: rows.length - fresh.length }
}

async function replace(part: keyof Parts, rows: TechnicianRow[], IDs: Map<string, string>): Promise<void> {
  if (!rows.length) return
  const { CertificateModels, Certificates, ...others } = entities()
  const of = { technician_ID: { in: rows.map(({ number }) => IDs.get(number)!) } }
  if (part === 'certificates') await DELETE.from(CertificateModels).where({ certificate_ID: { in: SELECT.from(Certificates).columns('ID').where(of) } } as never)
  const entity = part === 'certificates' ? Certificates : others[ENTITIES[part]]
  await DELETE.from(entity).where(of)
  const entries = rows.flatMap(({ number, parts }) => parts[part]!.map(entry => ({ ...entry, ID: cds.utils.uuid(), technician_ID: IDs.get(number) })))
  const models = entries.flatMap(({ ID, ...entry }) => ('models' in entry ? entry.models : []).map(model => ({ ID: cds.utils.uuid(), certificate_ID: ID, model })))
  if (entries.length) await INSERT.into(entity).entries(entries.map(entry => ({ ...entry, models: undefined })))
  if (models.length) await INSERT.into(CertificateModels).entries(models)
}

/** A statement for all that change the same columns: in one for all, what a row leaves alone would be emptied. */
function ofSameColumns(rows: TechnicianRow[]): TechnicianRow[][] {
  const groups = new Map<string, TechnicianRow[]>()
  for (const row of rows) {
    const columns = Object.keys(row.values).sort().join()
    groups.set(columns, [...(groups.get(columns) ?? []), row])
  }
  return [...groups.values()]
}

/** A new technician has the defaults where the file empties a field. */
const given = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
