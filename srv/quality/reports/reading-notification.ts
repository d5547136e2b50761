import { entities } from '../../entities'
import { signaturesOf } from '../signatures/broken'

type Row = Record<string, any>

/** What a notification report is made of, names in the language of the context at hand. */
export interface NotificationContent {
  head: Row
  items: (Row & { causes: Row[] })[]
  tasks: Row[]
  activities: Row[]
  complaint: Row | null
  decisions: Row[]
  reports: Row[]
  capas: Row[]
  hostRemarks: Row[]
  attachments: Row[]
  signatures: Row[]
}

const HEAD = [
  'ID', 'number', 'type.name as typeName', 'status.name as statusName', 'status_code', 'origin.name as originName', 'rule.name as ruleName', 'shortText', 'longText', 'priority.name as priorityName',
  'workOrder.number as workOrderNumber', 'equipment.number as equipmentNumber', 'equipment.name as equipmentName', 'equipment.siteName as siteName', 'equipment.department as department',
  'serialNumber', 'model', 'manufacturer', 'deviceClass.name as deviceClassName', 'udi', 'plant', 'part.number as partNumber', 'part.name as partName', 'batch', 'partSerialNumber',
  'customer.number as customerNumber', 'customerName', 'country', 'supplier', 'faultCategory.name as faultCategoryName', 'patientImpact.name as patientImpactName', 'eventDate', 'awareAt', 'reportedOn',
  'requiredEnd', 'owner', 'postponedReason', 'reopenReason', 'dismissedReason', 'completedAt', 'completedBy', 'createdAt', 'createdBy',
  'intakeHarm.name as intakeHarmName', 'intakePotential.name as intakePotentialName', 'intakeMalfunction.name as intakeMalfunctionName', 'intakeScreenedAt', 'intakeScreenedBy',
  'completionHarm.name as completionHarmName', 'completionPotential.name as completionPotentialName', 'completionMalfunction.name as completionMalfunctionName', 'completionScreenedAt', 'completionScreenedBy',
  'hostDocument', 'hostState.name as hostStateName'
]

/** Rows of a query that names what it reads. */
export const many = async (query: unknown): Promise<Row[]> => (await (query as Promise<Row[]>)) ?? []

export async function notificationContent(ID: string): Promise<NotificationContent | undefined> {
  const db = entities()
  const [head] = await many(SELECT.localized.from(db.QualityNotifications).columns(...HEAD).where({ ID }))
  if (!head) return undefined
  const own = { notification_ID: ID }
  const items = await itemsOf([ID])
  return {
    head, items,
    tasks: await many(SELECT.localized.from(db.NotificationTasks).columns('position', 'task.name as taskName', 'text', 'status.name as statusName', 'status_code', 'owner', 'dueDate', 'completedAt', 'completedBy', 'result').where(own).orderBy('position')),
    activities: await many(SELECT.localized.from(db.NotificationActivities).columns('position', 'activity.name as activityName', 'text', 'performedAt').where(own).orderBy('position')),
    complaint: (await SELECT.one.from(db.ComplaintRecords).where(own)) as Row | null,
    decisions: await many(SELECT.localized.from(db.RegulatoryDecisions).columns(
      'authority.name as authorityName', 'sequence', 'isCurrent', 'state.name as stateName', 'ruleSet.name as ruleSetName', 'ruleSet_code', 'rule', 'ruleApplied.text as ruleText', 'paragraph',
      'isReportable', 'proposed', 'reason', 'awareAt', 'awareOn', 'dueOn', 'decidedBy', 'decidedAt', 'inputs'
    ).where(own).orderBy('authority_code', 'sequence')),
    reports: await many(SELECT.localized.from(db.RegulatoryReports).columns(
      'number', 'authority.name as authorityName', 'kind.name as kindName', 'status.name as statusName', 'dueOn', 'submittedAt', 'reference'
    ).where(own).orderBy('dueOn', 'number')),
    capas: await many(SELECT.localized.from(db.CapaNotifications).columns('capa.number as number', 'capa.title as title', 'capa.phase.name as phaseName', 'capa.owner as owner').where(own).orderBy('capa.number')),
    hostRemarks: await many(SELECT.localized.from(db.HostRemarks).columns('kind.name as kindName', 'item', 'before', 'after', 'changedAt').where(own).orderBy('changedAt', 'item')),
    attachments: await many(SELECT.from(`aftersales.QualityNotifications.attachments`).columns('filename', 'mimeType', 'createdAt').where({ up__ID: ID }).orderBy('filename')),
    signatures: await signaturesOf({ object: 'QualityNotifications', objectID: ID })
  }
}

/** Items of notifications with their causes, in the order of their positions. */
export async function itemsOf(notification_IDs: string[]): Promise<(Row & { causes: Row[] })[]> {
  if (!notification_IDs.length) return []
  const { NotificationItems, NotificationCauses } = entities()
  const items = await many(SELECT.localized.from(NotificationItems).columns(
    'ID', 'notification.number as notificationNumber', 'position', 'text', 'defectGroup', 'defectCode', 'defect.name as defectName', 'objectPart.name as objectPartName', 'objectPartCode', 'location.name as locationName',
    'locationCode', 'quantity', 'unit', 'part.number as partNumber', 'part.name as partName', 'batch', 'serialNumber'
  ).where({ notification_ID: { in: notification_IDs } }).orderBy('notification.number', 'position'))
  const causes = items.length ? await many(SELECT.localized.from(NotificationCauses).columns('item_ID', 'position', 'causeGroup', 'causeCode', 'cause.name as causeName', 'text', 'isRootCause')
    .where({ item_ID: { in: items.map(({ ID }) => ID) } }).orderBy('position')) : []
  return items.map(item => ({ ...item, causes: causes.filter(({ item_ID }) => item_ID === item.ID) }))
}
