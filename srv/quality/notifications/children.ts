import cds from '@sap/cds'
import { entities } from '../../entities'
import { idOf } from '../../request-key'
import { CODED, refuseForeignCodes } from '../catalogs/finding-codes'
import type { Row } from './facts'
import { prepareDraft } from './editing'
import { judged } from './judging'
import { holdStill } from './steps'

const PARENT: Record<string, { key: string; of: string }> = {
  NotificationItems: { key: 'notification_ID', of: 'QualityNotifications' },
  NotificationTasks: { key: 'notification_ID', of: 'QualityNotifications' },
  NotificationActivities: { key: 'notification_ID', of: 'QualityNotifications' },
  ComplaintRecords: { key: 'notification_ID', of: 'QualityNotifications' },
  NotificationCauses: { key: 'item_ID', of: 'NotificationItems' }
}
const draftsOf = (service: cds.ApplicationService, name: string) => (service.entities[name] as unknown as { drafts: never }).drafts

/** Rows of a draft get their number and the profile that their codes are chosen from; the draft's own data follow order and equipment. */
export function keepDrafts(service: cds.ApplicationService): void {
  service.before(['NEW', 'CREATE'] as never, draftsOf(service, 'QualityNotifications'), async (req: cds.Request) => {
    const data = req.data as Row
    data.complaint ??= { ID: cds.utils.uuid(), isInvestigationNeeded: true }
    await prepareDraft(data, {})
    data.catalogProfile_code ??= null
  })
  service.before(['PATCH', 'UPDATE'] as never, draftsOf(service, 'QualityNotifications'), async (req: cds.Request) => {
    const ID = idOf(req.params.at(-1))
    const before = (await SELECT.one.from(draftsOf(service, 'QualityNotifications')).where({ ID })) as Row | undefined
    if (!before) return
    const earlier = before.catalogProfile_code
    await prepareDraft(req.data as Row, before)
    const { catalogProfile_code } = req.data as Row
    if (catalogProfile_code !== undefined && catalogProfile_code !== earlier) await passOn(service, ID!, catalogProfile_code)
  })
  for (const [name, { key, of }] of Object.entries(PARENT)) {
    if (!CODED[name]) continue
    service.before(['NEW', 'CREATE'] as never, draftsOf(service, name), async (req: cds.Request) => {
      const data = req.data as Row
      const up = data[key] as string
      const [last] = (await SELECT.from(draftsOf(service, name)).columns('position').where({ [key]: up }).orderBy('position desc').limit(1)) as { position: number | null }[]
      const parent = (await SELECT.one.from(draftsOf(service, of)).where({ ID: up })) as Row | undefined
      Object.assign(data, { position: (last?.position ?? 0) + 1, profile_code: parent?.catalogProfile_code ?? parent?.profile_code ?? null })
    })
  }
}

async function passOn(service: cds.ApplicationService, notification_ID: string, profile_code: unknown): Promise<void> {
  for (const name of ['NotificationItems', 'NotificationTasks', 'NotificationActivities']) {
    await UPDATE(draftsOf(service, name)).with({ profile_code } as never).where({ notification_ID })
  }
  const items = (await SELECT.from(draftsOf(service, 'NotificationItems')).columns('ID').where({ notification_ID })) as { ID: string }[]
  if (items.length) await UPDATE(draftsOf(service, 'NotificationCauses')).with({ profile_code } as never).where({ item_ID: { in: items.map(({ ID }) => ID) } })
}

/** Rows that are changed one by one, by systems: 409 once the notification is completed, 423 while somebody edits it, 422 for a code outside its profile. */
export function keepRows(service: cds.ApplicationService): void {
  for (const [name, { key }] of Object.entries(PARENT)) {
    service.before(['CREATE', 'UPDATE', 'DELETE'], service.entities[name], async req => {
      const data = req.data as Row
      const ID = (req.event === 'CREATE' ? undefined : (idOf(req.params.at(-1)) ?? data.ID)) as string | undefined
      const before = ID ? await rowOf(name, ID) : undefined
      const up = (before?.[key] ?? data[key]) as string | undefined
      const notification_ID = up && (key === 'item_ID' ? await notificationOf(up) : up)
      if (!notification_ID) return
      await holdStill(notification_ID)
      if (name === 'ComplaintRecords' && req.event !== 'DELETE') {
        Object.assign(data, judged(data, before ?? {}, (await SELECT.one.from(entities().QualityNotifications, { ID: notification_ID } as never)) as unknown as Row))
      }
      if (req.event === 'DELETE' || !CODED[name]) return
      const { catalogProfile_code } = (await SELECT.one.from(entities().QualityNotifications, { ID: notification_ID } as never).columns('catalogProfile_code')) as { catalogProfile_code: string | null }
      await refuseForeignCodes(catalogProfile_code, [{ entity: name, row: data, before, path: '' }])
      if (req.event === 'CREATE') Object.assign(data, { profile_code: catalogProfile_code, position: await nextPosition(name, key, up) })
      else delete data[key]
    })
    service.after(['CREATE', 'UPDATE', 'DELETE'], service.entities[name], async (_, req) => {
      const up = (req.data as Row)[key] as string | undefined
      if (up) await service.emit('QualityNotification.Changed', { ID: key === 'item_ID' ? await notificationOf(up) : up })
    })
  }
}

/** The one record below a notification is addressed by the notification's key. */
async function rowOf(name: string, ID: string): Promise<Row | undefined> {
  const rows = SELECT.one.from(entities()[name])
  return (await (name === 'ComplaintRecords' ? rows.where`ID = ${ID} or notification_ID = ${ID}` : rows.where({ ID }))) as unknown as Row | undefined
}

async function nextPosition(name: string, key: string, up: string): Promise<number> {
  const [last] = (await SELECT.from(entities()[name]).columns('position').where({ [key]: up }).orderBy('position desc').limit(1)) as { position: number | null }[]
  return (last?.position ?? 0) + 1
}

async function notificationOf(item_ID: string): Promise<string | undefined> {
  const item = await SELECT.one.from(entities().NotificationItems, { ID: item_ID } as never).columns('notification_ID')
  return item?.notification_ID as string | undefined
}
