import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nextNumbers } from '../../number-range'
import { nameOfCode } from '../../words'
import { type ComplaintRecord, missingIn } from './complaint'
import { factsOfEquipment, factsOfOrder, isMedical, profileOf, requiredEnd, type Row, supplierOf } from './facts'
import { removedParts } from './removed-parts'
import { mayBeReportable, type Screening } from './screening'

export interface ToRaise {
  type_code: string
  origin_code: 'order' | 'rule' | 'trend' | 'manual' | 'host'
  /** In words of the product; made from device and fault where there are none. */
  shortText?: string | null
  longText?: string | null
  workOrder_ID?: string | null
  equipment_ID?: string | null
  part_ID?: string | null
  batch?: string | null
  rule_code?: string | null
  priority_code?: string | null
  owner?: string | null
  /** The same occasion makes one notification. */
  occasion?: string | null
}

export interface Raised { ID: string; number: string; created: boolean }

/**
 * Raises a notification in the transaction at hand, with what order and equipment know of the product. Of several calls for one occasion the first one makes it,
 * the others find it.
 */
export async function raise({ workOrder_ID, equipment_ID, ...given }: ToRaise): Promise<Raised> {
  const { QualityNotifications, NotificationTypes } = entities()
  if (!(await SELECT.one.from(NotificationTypes).columns('code').where({ code: given.type_code }))) fail(422, 'CODE_UNKNOWN', { target: 'type_code', args: [given.type_code] })
  const known = () => (given.occasion ? SELECT.one.from(QualityNotifications).columns('ID', 'number').where({ occasion: given.occasion }) : null)
  const earlier = await known()
  if (earlier) return { ...(earlier as { ID: string; number: string }), created: false }
  // The counter's row stays locked until commit: a second call for the occasion waits here, then finds the first.
  const [number] = await nextNumbers('QualityNotification')
  const raced = await known()
  if (raced) return { ...(raced as { ID: string; number: string }), created: false }
  const facts = workOrder_ID ? await factsOfOrder(workOrder_ID) : equipment_ID ? await factsOfEquipment(equipment_ID) : {}
  const items = workOrder_ID ? await removedParts(workOrder_ID) : []
  const notification = await completed({ ...facts, ...present(given), ID: cds.utils.uuid(), number, items })
  await INSERT.into(QualityNotifications).entries(notification)
  await cds.services['aftersales.QualityService'].emit('QualityNotification.Raised', { ID: notification.ID })
  return { ID: notification.ID as string, number, created: true }
}

/** Fills what can be derived; what was given stays. */
export async function completed(notification: Row): Promise<Row> {
  const now = cds.context!.timestamp
  const items = (notification.items ?? []) as Row[]
  const [first] = items
  const part = notification.part_ID ? {} : { part_ID: first?.part_ID, batch: first?.batch, partSerialNumber: first?.serialNumber }
  const catalogProfile_code = await profileOf(notification)
  const medical = await isMedical(notification.deviceClass_code)
  const screening = { intakeHarm_code: notification.patientImpact_code === 'harm' ? 'yes' : 'unknown', ...present(notification) } as Screening
  return {
    ...present(part), ...notification,
    catalogProfile_code,
    status_code: 'OSNO', isOpen: true,
    shortText: notification.shortText ?? (await shortTextOf(notification)),
    priority_code: notification.priority_code ?? '3',
    supplier: notification.supplier ?? (await supplierOf(notification.part_ID ?? first?.part_ID, notification.batch ?? first?.batch, notification.plant)),
    awareAt: notification.awareAt ?? now.toISOString(),
    reportedOn: notification.reportedOn ?? now.toISOString().slice(0, 10),
    requiredEnd: notification.requiredEnd ?? requiredEnd(notification.priority_code, now),
    intakeHarm_code: screening.intakeHarm_code,
    mayBeReportable: mayBeReportable(screening, medical),
    complaint: recordOf(notification),
    items: items.map((item, i) => ({ ...item, ID: item.ID ?? cds.utils.uuid(), position: i + 1, profile_code: catalogProfile_code }))
  }
}

function recordOf(notification: Row): Row {
  const record: ComplaintRecord & Row = { isInvestigationNeeded: true, ...(notification.complaint as Row | undefined) }
  const missing = missingIn(record, notification)
  return { ...record, ID: record.ID ?? cds.utils.uuid(), isComplete: !missing.length, missing: missing.join(', ') }
}

/** Device and fault in the words of the code list. */
async function shortTextOf({ model, serialNumber, faultCategory_code }: Row): Promise<string> {
  const fault = faultCategory_code ? await nameOfCode('FaultCategories', faultCategory_code as string) : null
  return [[model, serialNumber].filter(Boolean).join(' '), fault].filter(Boolean).join(': ').slice(0, 80) || '–'
}

const present = (row: object): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value != null && value !== ''))
