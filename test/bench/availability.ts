import os from 'node:os'
import { partID, seedCells } from './availability/seed'
import { atMost, report, type Target } from './report'
import { Client } from './work-orders/client'
import { kinds, type DatabaseKind } from './work-orders/database'
import { rounded, takeTurns, type Activity, type Figure } from './work-orders/measurements'
import { FLOOR } from './work-orders/requests'
import { startServer } from './work-orders/server'

const PARTS_SERVICE = '/odata/v4/spare-parts'
const PLACES = 100

/** Columns that both have, so that the floor's rows are as wide. */
const FIELDS = 'part_ID,plant,storageLocation,unrestricted,blocked,reserved,claimed,unit,readAt,isStale,onOrder,onOrderDate,onOrderPromised,version'
const PAGE_FIELDS = 'part_ID,plant,storageLocation,placeName,kind_code,technicianName,unrestricted,reserved,claimed,available,unit,readAt,onOrder,onOrderDate,inTransit,expectedAt,ageSeconds'

/**
 * Measures how long people wait to see where a part is: `--parts 10000 --db sqlite,postgres --seconds 30`. Each part lies in a hundred places; all rows of
 * one part are read, sorted by what is available, with dates, ages and pieces on their way.
 */
export async function bench(args: string[]): Promise<void> {
  const given = (name: string, otherwise: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise)
  const parts = Number(given('parts', '10000')), seconds = Number(given('seconds', '30'))
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${parts * PLACES} cells; milliseconds`)
  const figures: Record<string, unknown> = {}, targets: Target[] = []
  for (const name of given('db', 'sqlite,postgres').split(',')) {
    const kind = await kinds[name]()
    try {
      console.log(`\n${name} (${kind.origin})`)
      const measured = await measure(kind, parts, seconds)
      figures[name] = measured
      for (const [activity, { p50, p95, times }] of Object.entries(measured)) console.log(`${activity.padEnd(24)}${`${p50} / ${p95}`.padStart(20)}  ${times} times`)
      const ratio = rounded(measured.availability.p95 / measured.floor.p95)
      targets.push(atMost(`${name}: availability of a part to floor, p95`, ratio, 3))
    } finally {
      await kind.dispose()
    }
  }
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  report('availability', figures, targets)
}

async function measure(kind: DatabaseKind, parts: number, seconds: number): Promise<Record<string, Figure>> {
  const database = await kind.create('availability')
  try {
    await seedCells(database, parts)
  } finally {
    await database.close()
  }
  const server = await startServer({ ...database.env, CDS_CONFIG: withoutRounds(database.env.CDS_CONFIG) })
  const client = new Client(server.url, 'parts')
  const part = (round: number) => partID((round * 7907) % parts)
  const activities: Activity[] = [
    { name: 'floor', run: round => client.batch(FLOOR, [`FlatStocks?$count=true&$select=${FIELDS}&$orderby=unrestricted%20desc&$filter=part_ID%20eq%20${part(round)}&$skip=0&$top=100`]) },
    { name: 'availability', run: round => client.batch(PARTS_SERVICE, [`Availability?$count=true&$select=${PAGE_FIELDS}&$orderby=available%20desc&$filter=part_ID%20eq%20${part(round)}&$skip=0&$top=100`]) },
    { name: 'first 30 places', run: round => client.batch(PARTS_SERVICE, [`Availability?$count=true&$select=${PAGE_FIELDS}&$orderby=available%20desc&$filter=part_ID%20eq%20${part(round)}%20and%20isActive%20eq%20true&$skip=0&$top=30`]) }
  ]
  try {
    return await takeTurns(activities, seconds)
  } finally {
    client.close()
    await server.stop()
  }
}

/** There is no host beside the measurement. */
function withoutRounds(config = '{}'): string {
  const given = JSON.parse(config)
  return JSON.stringify({ ...given, requires: { ...given.requires, spareParts: { look: 0 } } })
}
