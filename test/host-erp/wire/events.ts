import fs from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Events of a record, by the entity that a clerk changed and the part of its key that names the record. */
const ANNOUNCED: Record<string, { topic: string; key: string }> = Object.fromEntries([
  ...['A_BusinessPartner', 'A_BusinessPartnerAddress'].map(entity => [entity, { topic: 'sap.s4.beh.businesspartner.v1.BusinessPartner', key: 'BusinessPartner' }]),
  ...['A_Product', 'A_ProductDescription', 'A_ProductPlant', 'A_ProductSupplyPlanning', 'A_ProductValuation'].map(entity => [entity, { topic: 'sap.s4.beh.product.v1.Product', key: 'Product' }]),
  ...['Equipment', 'EquipmentPartner', 'EquipmentWarranty'].map(entity => [entity, { topic: 'sap.s4.beh.equipment.v1.Equipment', key: 'Equipment' }])
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

/** Who reads or writes the file holds a lock file beside it. */
async function locked(path: string, write: () => Promise<void>): Promise<void> {
  const lock = `${path}.lock`
  for (let attempt = 1; ; attempt++) {
    try {
      await fs.writeFile(lock, 'locked', { flag: 'wx' })
      break
    } catch (error) {
      if (attempt === 100) throw error
      await wait(20)
    }
  }
  await write().finally(() => fs.unlink(lock).catch(() => {}))
}
