import cds from '@sap/cds'
import { entities } from '../../entities'
import type { HostRecord, ReadingFailure, ReadingPort } from '../../host-erp/reading'
import { PerTenant } from '../../tenants'
import { linkParents } from './completeness'
import { readAlong, readingPorts, reasonOf } from './load'
import { formsOf, kindOf, type ReplicationObject } from './records'
import { deactivate, write } from './replicas'
import { countsOf, noteDay, report } from './runs'
import { inBackground, inPatientTransaction, inTransaction } from './transactions'

const LOG = cds.log('replication')

/** Business events of S/4HANA that tell about a record, and the field of their data that holds its key. */
const EVENTS: { topic: string; object: ReplicationObject; key: string }[] = [
  { topic: 'sap.s4.beh.businesspartner.v1.BusinessPartner', object: 'customers', key: 'BusinessPartner' },
  { topic: 'sap.s4.beh.product.v1.Product', object: 'products', key: 'Product' },
  { topic: 'sap.s4.beh.equipment.v1.Equipment', object: 'equipment', key: 'Equipment' }
]

/** So many records are read and written together. */
const BATCH = 200

/**
 * Listens to the host's business events. They only carry keys: what is announced is stored in the transaction of the event, survives
 * a restart and a host that is down, and is read as soon as possible; several events of a record are read once.
 */
export function listen(messaging: cds.Service): void {
  for (const { topic, object, key } of EVENTS)
    for (const event of [`${topic}.Created.v1`, `${topic}.Changed.v1`])
      messaging.on(event, async ({ data }) => {
        const number = (data as Record<string, unknown>)[key]
        if (typeof number !== 'string' || !number || number.length > 40) return LOG.warn(`An event ${event} came without a usable ${key}`)
        await announce(object, number)
        const transaction = cds.context as unknown as cds.Request
        transaction.on('succeeded', () => drainSoon(object))
      })
}

async function announce(object_code: ReplicationObject, number: string): Promise<void> {
  await UPSERT.into(entities().AnnouncedChanges).entries({ object_code, number, announcedAt: new Date().toISOString() })
}

const readers = new PerTenant(() => new Map<ReplicationObject, { again: boolean }>())

/** One reader per tenant, object and process; who comes meanwhile is read by it too. */
export function drainSoon(object: ReplicationObject): void {
  const draining = readers.here(), active = draining.get(object)
  if (active) {
    active.again = true
    return
  }
  const state = { again: false }
  draining.set(object, state)
  inBackground(async () => {
    try {
      while ((await readAnnounced(object)) || state.again) state.again = false
    } catch (error) {
      LOG.error(`Announced ${object} could not be replicated; they are tried again`, reasonOf(error))
    } finally {
      draining.delete(object)
    }
  })
}

interface Announced { number: string; announcedAt: string }

/** Replicates the oldest announced records. @returns whether there may be more */
async function readAnnounced(object_code: ReplicationObject): Promise<boolean> {
  const { AnnouncedChanges } = entities()
  const announced = (await inTransaction(() =>
    SELECT.from(AnnouncedChanges).columns('number', 'announcedAt').where({ object_code }).orderBy('announcedAt').limit(BATCH) as any)) as Announced[]
  if (!announced.length) return false
  const records = await readRecords(object_code, announced.map(({ number }) => number))
  if (!records) return false
  await inPatientTransaction(async () => {
    const missing = absentIn(object_code, announced.map(({ number }) => number), records)
    const outcome = await write(object_code, records)
    if (object_code === 'equipment') await linkParents('')
    const { findings, written, unchanged } = outcome
    const deactivated = outcome.deactivated + (await deactivate(object_code, missing))
    const run = await noteDay(object_code, { read: records.length, written, unchanged, deactivated, ...countsOf(findings) })
    await report(run, findings)
    // What was announced again meanwhile carries a later time and stays.
    for (const { number, announcedAt } of announced) await DELETE.from(AnnouncedChanges).where({ object_code, number, announcedAt })
  })
  return announced.length === BATCH
}

/** Nothing when the host can't be read: its words stand on the day's run until it can. */
async function readRecords(object: ReplicationObject, numbers: string[]): Promise<HostRecord[] | undefined> {
  try {
    const ports = await readingPorts()
    const records = await (ports[object] as ReadingPort<HostRecord>).byKeys(numbers)
    await readAlong(object, ports, records)
    return records
  } catch (error) {
    const { isFinal, code, message } = error as ReadingFailure
    if (isFinal === undefined) throw error
    await inPatientTransaction(() => noteDay(object, {}, { code, text: message }))
    return undefined
  }
}

function absentIn(object: ReplicationObject, numbers: string[], records: HostRecord[]): string[] {
  const { numberLength } = kindOf(object)
  const found = new Set(records.flatMap(({ key, number }) => [...formsOf(key, numberLength), ...formsOf(number, numberLength)]))
  return numbers.filter(number => !formsOf(number, numberLength).some(form => found.has(form)))
}
