import { entities } from '../../entities'
import { signaturesOf } from '../signatures/broken'
import { itemsOf, many } from './reading-notification'

type Row = Record<string, any>

/** What the reports on a case are made of, names in the language of the context at hand. */
export interface CapaContent {
  head: Row
  notifications: Row[]
  items: (Row & { causes: Row[] })[]
  actions: Row[]
  causes: Row[]
  checks: Row[]
  failures: Row[]
  cycles: Row[]
  extensions: Row[]
  participants: Row[]
  events: Row[]
  attachments: Row[]
  signatures: Row[]
}

export async function capaContent(ID: string): Promise<CapaContent | undefined> {
  const db = entities()
  const [head] = await many(SELECT.localized.from(db.CapaCases).columns(
    'ID', 'number', 'phase.name as phaseName', 'phase_code', 'title', 'problem', 'cycle', 'owner', 'approver', 'dueDate', 'containment', 'riskMethod.name as riskMethodName', 'riskMethod_code', 'severity', 'occurrence',
    'detection', 'riskNumber', 'riskLevel.name as riskLevelName', 'rootCause', 'causeGroup', 'causeCode', 'model', 'part.number as partNumber', 'part.name as partName',
    'faultCategory.name as faultCategoryName', 'verification', 'implementedAt', 'closedAt', 'closedBy', 'cancelReason', 'createdAt', 'createdBy'
  ).where({ ID }))
  if (!head) return undefined
  const own = { capa_ID: ID }
  const notifications = await many(SELECT.localized.from(db.CapaNotifications).columns(
    'notification_ID', 'notification.number as number', 'notification.type.name as typeName', 'notification.shortText as shortText', 'notification.status.name as statusName', 'notification.model as model',
    'notification.serialNumber as serialNumber', 'notification.customerName as customerName', 'notification.eventDate as eventDate', 'notification.reportedOn as reportedOn',
    'notification.part.number as partNumber', 'notification.batch as batch', 'addedAt', 'addedBy'
  ).where(own).orderBy('notification.number'))
  const checks = await many(SELECT.localized.from(db.EffectivenessChecks).columns(
    'ID', 'cycle', 'criterion', 'measure.name as measureName', 'limit', 'sample', 'windowDays', 'dataSource', 'frozenAt', 'windowStart', 'windowEnd', 'measured', 'sampleSeen', 'measuredAt', 'passed', 'evidence',
    'decidedBy', 'decidedAt'
  ).where(own).orderBy('cycle'))
  return {
    head, notifications, checks,
    items: await itemsOf(notifications.map(({ notification_ID }) => notification_ID)),
    actions: await many(SELECT.localized.from(db.CapaActions).columns('cycle', 'position', 'kind_code', 'kind.name as kindName', 'kind.position as kindPosition', 'text', 'owner', 'dueDate', 'status.name as statusName', 'status_code', 'completedAt', 'completedBy', 'result', 'confirmedAt', 'confirmedBy')
      .where(own).orderBy('cycle', 'kind.position', 'position')),
    causes: await many(SELECT.localized.from(db.CapaCauses).columns('ID', 'cycle', 'parent_ID', 'position', 'branch.name as branchName', 'answer', 'evidence', 'isRootCause', 'isRuledOut').where(own).orderBy('cycle', 'position')),
    failures: checks.length ? await many(SELECT.localized.from(db.CountedFailures).columns(
      'check_ID', 'notification.number as notificationNumber', 'workOrder.number as workOrderNumber', 'happenedOn', 'matchedBy.name as matchedByName'
    ).where({ check_ID: { in: checks.map(check => check.ID) } }).orderBy('happenedOn')) : [],
    cycles: await many(SELECT.localized.from(db.CapaCycles).columns(
      'cycle', 'startedAt', 'riskMethod.name as riskMethodName', 'severity', 'occurrence', 'detection', 'riskNumber', 'riskLevel.name as riskLevelName', 'rootCause', 'verification', 'verifiedAt', 'verifiedBy',
      'implementedAt', 'implementedBy', 'passed', 'endedAt'
    ).where(own).orderBy('cycle')),
    extensions: await many(SELECT.localized.from(db.CapaExtensions).columns('fromDate', 'toDate', 'reason', 'requestedBy', 'requestedAt', 'state.name as stateName', 'decidedBy', 'decidedAt').where(own).orderBy('requestedAt')),
    participants: await many(SELECT.from(db.CapaParticipants).columns('userId', 'role', 'since').where(own).orderBy('since', 'userId')),
    events: await many(SELECT.localized.from(db.CapaEvents).columns('sequence', 'type.name as typeName', 'at', 'userId', 'cycle', 'toPhase.name as toPhaseName', 'text').where(own).orderBy('sequence')),
    attachments: await many(SELECT.from('aftersales.CapaCases.attachments').columns('filename', 'mimeType', 'createdAt').where({ up__ID: ID }).orderBy('filename')),
    signatures: await signaturesOf({ object: 'CapaCases', objectID: ID })
  }
}
