import { PerTenant } from '../../tenants'
import { calendars, type Calendars } from '../../working-time/calendars'
import { changedSince, changesSoFar, EVERYBODY, TABLES } from './changes'
import { Pool } from './pool'
import { readTechnicians } from './reading'
import { readTables, type Tables } from './tables'

/** Everything that a recommendation needs beside the order. */
export interface Situation {
  pool: Pool
  tables: Tables
  calendars: Calendars
}

interface Kept extends Situation { change: number }

/** Beyond so many changes reading everything anew is cheaper. */
const MANY = 500

const kept = new PerTenant<{ situation?: Promise<Kept> }>(() => ({}))

/**
 * The situation as it stands, kept in memory: one statement says whether anything changed, on whichever instance, and then what
 * changed is read anew. To be called before a transaction's own changes: they are not known to others yet.
 */
export async function situation(): Promise<Situation> {
  const now = await changesSoFar()
  const here = kept.here()
  const known = await here.situation?.catch(() => undefined)
  if (known && known.calendars.revision === now.calendars && known.change >= now.matching) return known
  const next = known && known.calendars.revision === now.calendars ? refresh(known, now.matching) : load(now.matching)
  here.situation = next
  next.catch(() => { if (here.situation === next) here.situation = undefined })
  return next
}

async function load(change: number): Promise<Kept> {
  const all = await calendars()
  return { change, calendars: all, tables: await readTables(), pool: poolOf(await readTechnicians(all), all) }
}

async function refresh(known: Kept, change: number): Promise<Kept> {
  const subjects = await changedSince(known.change)
  if (subjects.length > MANY || subjects.includes(EVERYBODY)) return load(change)
  const tables = subjects.includes(TABLES) ? await readTables() : known.tables
  const IDs = subjects.filter(subject => subject !== TABLES)
  if (IDs.length) {
    const people = new Map((await readTechnicians(known.calendars, IDs)).map(technician => [technician.ID, technician]))
    known.pool.replace(new Map(IDs.map(ID => [ID, people.get(ID)])))
  }
  return { ...known, change, tables }
}

export const poolOf = (technicians: ConstructorParameters<typeof Pool>[0], all: Calendars): Pool => new Pool(technicians, all.named)
