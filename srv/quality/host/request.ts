import type { CatalogCode, NotificationRequest } from '../../host-erp/ports'

/** A notification as the database has it, with what the host is told. */
export interface Notification {
  ID: string
  number: string
  type_code: string
  status_code: string
  shortText: string
  longText: string | null
  equipmentNumber: string | null
  equipmentProduct: string | null
  serialNumber: string | null
  udi: string | null
  partNumber: string | null
  plant: string | null
  batch: string | null
  partSerialNumber: string | null
  customerNumber: string | null
  supplier: string | null
  reportedOn: string | null
  requiredEnd: string | null
  items: Item[]
}

interface Item {
  position: number | null
  text: string | null
  defectGroup: string | null
  defectCode: string | null
  objectPartGroup: string | null
  objectPartCode: string | null
  quantity: string | null
  unit: string | null
  causes: { position: number | null; text: string | null; causeGroup: string | null; causeCode: string | null; isRootCause: boolean | null }[]
}

/**
 * What the host is told: of the product, not of people. Whoever reported it stays with the order.
 *
 * The customer goes along with a complaint (Q1) only, the supplier with a complaint against one (Q2): the host takes each of them for the other party.
 */
export function requestOf(notification: Notification): NotificationRequest {
  const { type_code: type, partSerialNumber, longText } = notification
  return withoutNulls({
    type, number: notification.number, description: notification.shortText,
    longText: [partSerialNumber && `Serial number of the part: ${partSerialNumber}`, longText].filter(Boolean).join('\n') || null,
    equipment: notification.equipmentNumber, serialNumber: notification.serialNumber, udi: notification.udi,
    material: notification.partNumber ?? notification.equipmentProduct, plant: notification.plant, batch: notification.batch,
    customer: type === 'Q1' ? notification.customerNumber : null, supplier: type === 'Q2' ? notification.supplier : null,
    reportedOn: notification.reportedOn, requiredEnd: notification.requiredEnd,
    items: inOrder(notification.items).map(item => withoutNulls({
      text: item.text, defect: codeOf(item.defectGroup, item.defectCode), objectPart: codeOf(item.objectPartGroup, item.objectPartCode), quantity: item.quantity, unit: item.unit,
      causes: inOrder(item.causes).flatMap(({ text, causeGroup, causeCode, isRootCause }) => {
        const cause = codeOf(causeGroup, causeCode)
        return cause ? [withoutNulls({ text, cause, isRootCause: isRootCause || null })] : []
      })
    }))
  }) as unknown as NotificationRequest
}

const codeOf = (codeGroup: string | null, code: string | null): CatalogCode | null => (codeGroup && code ? { codeGroup, code } : null)

const inOrder = <T extends { position: number | null }>(rows: T[]): T[] => [...rows].sort((a, b) => (a.position ?? 0) - (b.position ?? 0))

const withoutNulls = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== '')) as { [K in keyof T]: NonNullable<T[K]> }
