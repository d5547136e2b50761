import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import type HostErpService from '../../host-erp/service'
import { present } from '../../present'
import { askedFor } from './differences'
import { requestOf, type Notification } from './request'
import { qualityHostSettings } from './settings'

export const NOTIFICATIONS = 'aftersales.QualityNotifications'

export const host = () => present<HostErpService & cds.ApplicationService>('host-erp')

/** What is taken up here is told to the host, once; a host that keeps none of these documents is told nothing. */
export async function handOverOnce(ID: string): Promise<void> {
  if (qualityHostSettings().hostObject === 'none') return
  const row = (await SELECT.one.from(entities().QualityNotifications).columns('status_code', 'hostMessage_ID').where({ ID })) as { status_code: string; hostMessage_ID: string | null } | null
  if (row?.status_code === 'NOPR' && !row.hostMessage_ID) await handOver(ID, null)
}

interface Handed { number: string; status_code: string; dismissedReason: string | null; hostDocument: string | null; hostMessage_ID: string | null; state: string | null; isRefused: boolean | null }

/** By hand, where it was refused, given up, or not done because nothing was to be handed over then. */
export async function handOverAgain(ID: string): Promise<void> {
  const { QualityNotifications, HostQualityObjects } = entities()
  if (qualityHostSettings().hostObject === 'none') fail(422, 'QUALITY_HOST_NONE')
  const row = (await SELECT.one.from(QualityNotifications)
    .columns('number', 'status_code', 'dismissedReason', 'hostDocument', 'hostMessage_ID', 'hostMessage.state.code as state').where({ ID })) as Handed | null
  if (!row) return fail(404, 'NOTIFICATION_UNKNOWN')
  if (row.hostDocument) fail(409, 'QUALITY_HOST_HAS_IT', { args: [row.number, row.hostDocument] })
  if (row.status_code === 'OSNO' || row.dismissedReason) fail(409, 'QUALITY_HOST_NOT_TAKEN_UP', { args: [row.number] })
  if (row.state && !['NeedsAttention', 'GivenUp'].includes(row.state)) fail(409, 'QUALITY_HOST_UNDERWAY', { args: [row.number] })
  const known = (await SELECT.one.from(HostQualityObjects).columns('isRefused').where({ notification_ID: ID })) as { isRefused: boolean } | null
  // Whether the host has the document is unknown: the same message asks for its key first.
  if (row.state === 'NeedsAttention' && !known?.isRefused) return void (await host().sendAgain(row.hostMessage_ID!))
  await handOver(ID, row.hostMessage_ID)
  if (row.state === 'NeedsAttention') await host().endMessages([row.hostMessage_ID!], `${row.number}: sent anew`)
}

/** The message in the transaction of the change that asks for it. Of two who ask one gets through. */
async function handOver(ID: string, earlier: string | null): Promise<void> {
  const { QualityNotifications, HostQualityObjects } = entities()
  const { hostObject } = qualityHostSettings() as { hostObject: 'notification' | 'defect' }
  const message = cds.utils.uuid()
  if (!(await UPDATE(QualityNotifications).with({ hostMessage_ID: message, hostStatus: null } as never).where({ ID, hostMessage_ID: earlier, hostDocument: null }))) return
  const request = requestOf(await read(ID))
  await UPSERT.into(HostQualityObjects).entries({
    notification_ID: ID, kind: hostObject, document: null, changedAt: null, snapshot: JSON.stringify(askedFor(request, hostObject === 'defect')), isAnnounced: false, isRefused: false, revision: 0
  })
  await host().submit(`${hostObject}.create`, request, { cause: { entity: NOTIFICATIONS, ID }, ID: message })
}

async function read(ID: string): Promise<Notification> {
  const { QualityNotifications, NotificationItems, NotificationCauses } = entities()
  const head = (await SELECT.one.from(QualityNotifications).columns(
    'ID', 'number', 'type_code', 'status_code', 'shortText', 'longText', 'equipment.number as equipmentNumber', 'equipment.product.number as equipmentProduct', 'serialNumber', 'udi',
    'part.number as partNumber', 'plant', 'batch', 'partSerialNumber', 'customer.number as customerNumber', 'supplier', 'reportedOn', 'requiredEnd'
  ).where({ ID })) as Notification
  const items = (await SELECT.from(NotificationItems)
    .columns('ID', 'position', 'text', 'defectGroup', 'defectCode', 'objectPartGroup', 'objectPartCode', 'quantity', 'unit').where({ notification_ID: ID })) as (Notification['items'][number] & { ID: string })[]
  const causes = items.length ? ((await SELECT.from(NotificationCauses).columns('item_ID', 'position', 'text', 'causeGroup', 'causeCode', 'isRootCause')
    .where({ item_ID: { in: items.map(item => item.ID) } })) as (Notification['items'][number]['causes'][number] & { item_ID: string })[]) : []
  return { ...head, items: items.map(item => ({ ...item, causes: causes.filter(cause => cause.item_ID === item.ID) })) }
}
