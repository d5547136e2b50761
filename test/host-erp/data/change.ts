import cds from '@sap/cds'
import { changeStamp, toSeconds } from '../documents/dates'
import { readMasters } from '../documents/masters'
import { announceChange } from '../wire/events'

interface Change { entity: string; key: Record<string, string>; data?: Record<string, unknown>; delete?: boolean }

/** Root of each master record: its change stamp moves when one of its parts changes. */
const ROOTS: Record<string, { root: string; key: string }> = {
  A_BusinessPartnerAddress: { root: 'A_BusinessPartner', key: 'BusinessPartner' },
  A_Customer: { root: 'A_BusinessPartner', key: 'Customer' },
  EquipmentPartner: { root: 'Equipment', key: 'Equipment' },
  EquipmentWarranty: { root: 'Equipment', key: 'Equipment' },
  QualityNotificationItem: { root: 'QualityNotification', key: 'QualityNotification' },
  QltyNotificationItemCause: { root: 'QualityNotification', key: 'QualityNotification' },
  A_ProductDescription: { root: 'A_Product', key: 'Product' },
  A_ProductPlant: { root: 'A_Product', key: 'Product' },
  A_ProductSupplyPlanning: { root: 'A_Product', key: 'Product' },
  A_ProductValuation: { root: 'A_Product', key: 'Product' }
}

/** Changes, creates or deletes a record by entity name and key, and moves its change dates on, as a clerk in the host would. */
export async function changeRecord({ entity, key, data = {}, delete: isDeletion }: Change): Promise<{ affected: number; changedAt: string }> {
  const definition = Object.values(cds.model!.definitions).find((each: any) => each.kind === 'entity' && /^(API|CE)_/.test(each.name) && each.name.endsWith(`.${entity}`)) as any
  if (!definition) throw new Error(`There is no entity ${entity}`)
  if (!key || !Object.keys(key).length) throw new Error('Give the key of the record')
  const now = changeStamp()
  const changedAt = stamps(definition, now)
  let affected: number
  if (isDeletion) affected = await cds.run(DELETE.from(definition.name).where(key)) as unknown as number
  else {
    affected = await cds.run(UPDATE(definition.name).set({ ...changedAt, ...data }).where(key)) as unknown as number
    const isNew = !affected
    if (isNew) affected = (await cds.run(INSERT.into(definition.name).entries({ ...key, ...changedAt, ...data })), 1)
    const context = cds.context as unknown as cds.Request
    context.on('succeeded', () => announceChange(entity, key, isNew && !ROOTS[entity]))
  }
  await changeRoot(definition, entity, key, now)
  await readMasters()
  return { affected, changedAt: now }
}

async function changeRoot(definition: any, entity: string, key: Record<string, string>, now: string): Promise<void> {
  const part = ROOTS[entity]
  if (!part) return
  const root = cds.model!.definitions[definition.name.replace(/[^.]+$/, part.root)] as any
  await cds.run(UPDATE(root.name).set(stamps(root, now)).where({ [part.key]: key[part.key] }))
}

/** Values for the change fields that the entity has. */
function stamps(definition: any, now: string): Record<string, string> {
  const values: Record<string, string> = {
    LastChangeDate: now.slice(0, 10), LastChangeTime: now.slice(11, 19), LastChangeDateTime: now, ChangedDateTime: now, ServiceDocChangedDateTime: now, LastChangedDate: now.slice(0, 10),
    ETag: `AFTERSALES${now.replace(/\D/g, '').slice(0, 16)}`
  }
  return Object.fromEntries(Object.entries(values).filter(([name]) => definition.elements[name])
    .map(([name, value]) => [name, definition.elements[name].type === 'cds.DateTime' ? toSeconds(value) : value]))
}
