import cds from '@sap/cds'
import { entities } from '../../entities'
import { hasHostErp } from '../../present'
import { drainSoon } from './announcements'
import { load, reasonOf } from './load'
import type { ReplicationObject } from './records'
import { abandoned, create, forgetOld, isDue } from './runs'
import { hasHost, replicationSettings } from './settings'
import { inBackground, inTransaction, REPLICATION } from './transactions'
import { forEachTenant } from '../../tenants'

const LOG = cds.log('replication')
const OBJECTS: ReplicationObject[] = ['customers', 'products', 'equipment']

/**
 * What nobody asks for: runs whose process died are continued, announced changes that could not be read are read, and changes are fetched
 * as often as `every` says. Each instance looks, at its start and from then on; claims in the database see to it that one acts.
 */
export function keepWatching(): void {
  const timer = setInterval(look, replicationSettings().sweep).unref()
  cds.on('shutdown', () => clearInterval(timer))
  look()
}

function look(): void {
  if (!hasHost() || !hasHostErp()) return
  void forEachTenant('replication', () => inBackground(() => lookAfter().catch(error => LOG.error('Replication could not be looked after', reasonOf(error)))))
}

async function lookAfter(): Promise<void> {
  for (const ID of await inTransaction(abandoned)) inBackground(() => load(ID))
  for (const object of await inTransaction(announcedObjects)) drainSoon(object)
  for (const object of OBJECTS) await fetchChanges(object)
}

async function announcedObjects(): Promise<ReplicationObject[]> {
  const rows = await SELECT.distinct.from(entities().AnnouncedChanges).columns('object_code')
  return (rows as unknown as { object_code: ReplicationObject }[]).map(({ object_code }) => object_code)
}

async function fetchChanges(object: ReplicationObject): Promise<void> {
  const { every } = replicationSettings()
  if (!every) return
  const ID = await inTransaction(async () => {
    if (!(await isDue(object, every))) return undefined
    await forgetOld(object)
    return create(object, 'delta', REPLICATION)
  }).catch(error => { if ((error as { status?: number }).status !== 409) throw error })
  if (ID) await load(ID)
}
