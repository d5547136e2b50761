import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Events of a record, by the entity that a clerk changed and the part of its key that names the record. */
const ANNOUNCED: Record<string, { topic: string; key: string }> = Object.fromEntries([
  ...['A_BusinessPartner', 'A_BusinessPartnerAddress'].map(entity => [entity, { topic: 'sap.s4.beh.businesspartner.v1.BusinessPartner', key: 'BusinessPartner' }]),
  ...['A_Product', 'A_ProductDescription', 'A_ProductPlant', 'A_ProductSupplyPlanning', 'A_ProductValuation'].map(entity => [entity, { topic: 'sap.s4.beh.product.v1.Product', key: 'Product' }]),
  ...['Equipment', 'EquipmentPartner', 'EquipmentWarranty'].map(entity => [entity, { topic: 'sap.s4.beh.equipment.v1.Equipment', key: 'Equipment' }]),
  ...['QualityNotification', 'QualityNotificationItem', 'QltyNotificationItemCause']
    .map(entity => [entity, { topic: 'sap.s4.beh.qualitynotification.v1.QualityNotification', key: 'QualityNotification' }])
])

let file: string | undefined

/** Business events go to this file, which CAP's file-based messaging reads. */
export function announceIn(path: string | undefined): void { file = path }

/** Tells that a record was created or changed, as the host does: only by its key. */
export async function announceChange(entity: string, record: Record<string, string>, isNew: boolean): Promise<void> {
  const { topic, key } = ANNOUNCED[entity] ?? {}
  if (!file || !key) return
  const event = `${topic}.${isNew ? 'Created' : 'Changed'}.v1`
  await locked(file, () => fs.appendFile(file!, `\n${event} ${JSON.stringify({ data: { [key]: record[key] }, headers: {} })}`))
}

/**
 * Who reads or writes the file holds a lock file beside it. CAP's reader looks for the lock first and takes it then, so that it may take
 * over ours and write back what it read before our line came. Then the line is written once more: an event may come twice, never not at all.
 */
async function locked(path: string, write: () => Promise<void>): Promise<void> {
  const lock = `${path}.lock`
  const mine = randomUUID()
  for (let attempt = 1; attempt <= 100; attempt++) {
    if (await taken(lock, mine)) {
      await write()
      if (await isHeld(lock, mine)) return fs.unlink(lock).catch(() => {})
    }
    await wait(20)
  }
  throw new Error(`${lock} is held by somebody else all the time`)
}

const taken = (lock: string, mine: string) => fs.writeFile(lock, mine, { flag: 'wx' }).then(() => true, () => false)

const isHeld = async (lock: string, mine: string) => (await fs.readFile(lock, 'utf8').catch(() => '')) === mine
