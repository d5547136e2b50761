import cds from '@sap/cds'

type Row = Record<string, any>

/** Where each document carries the reference of the system that asked for it. */
const REFERENCES: { type: string; entity: string; number: string; fields: string[] }[] = [
  { type: 'reservation', entity: 'API_RESERVATION_DOCUMENT_SRV.A_ReservationDocumentHeader', number: 'Reservation', fields: ['GoodsRecipientName'] },
  { type: 'reservation', entity: 'API_RESERVATION_DOCUMENT_SRV.A_ReservationDocumentItem', number: 'Reservation', fields: ['ReservationItemText', 'UnloadingPointName', 'GoodsRecipientName'] },
  { type: 'materialDocument', entity: 'API_MATERIAL_DOCUMENT_SRV.A_MaterialDocumentHeader', number: 'MaterialDocument', fields: ['ReferenceDocument', 'MaterialDocumentHeaderText'] },
  { type: 'reversal', entity: 'API_MATERIAL_DOCUMENT_SRV.A_MaterialDocumentItem', number: 'MaterialDocument', fields: ['ReversedMaterialDocument'] },
  { type: 'requisition', entity: 'API_PURCHASEREQ_PROCESS_SRV.A_PurchaseRequisitionItem', number: 'PurchaseRequisition', fields: ['PurReqnExternalReference', 'PurReqnItemExternalReference', 'RequirementTracking'] },
  { type: 'serviceOrder', entity: 'API_SERVICE_ORDER_SRV.A_ServiceOrder', number: 'ServiceOrder', fields: ['PurchaseOrderByCustomer', 'ReferenceServiceOrder'] },
  { type: 'serviceConfirmation', entity: 'API_SERVICE_CONFIRMATION_SRV.A_ServiceConfirmation', number: 'ServiceConfirmation', fields: ['PurchaseOrderByCustomer'] },
  { type: 'notification', entity: 'CE_QUALITYNOTIFICATION_0001.QualityNotification', number: 'QualityNotification', fields: ['NotificationText'] },
  { type: 'notification', entity: 'CE_QUALITYNOTIFICATION_0001.QltyNotificationLongText', number: 'QualityNotification', fields: ['QltyNotificationLongText'] }
]

/** Documents whose reference is the key (a long text: contains it); without a key all that have a reference, counted per reference. */
export async function documentsOf(key?: string): Promise<unknown> {
  const found: { type: string; number: string; reference: string }[] = []
  for (const { type, entity, number, fields } of REFERENCES)
    for (const field of fields) {
      const isLong = field === 'QltyNotificationLongText'
      const query = SELECT.from(entity).columns(number, `${field} as reference`)
      const condition = key ? (isLong ? { [field]: { like: `%${key}%` } } : { [field]: key }) : { [field]: { '!=': null } }
      if (!key && isLong) continue
      const rows = await cds.run((query as any).where(condition)) as Row[]
      found.push(...rows.filter(row => row.reference).map(row => ({ type, number: row[number], reference: row.reference })))
    }
  const documents = [...new Map(found.map(row => [`${row.type}/${row.number}/${row.reference}`, row])).values()]
  if (key) return { key, count: documents.length, documents }
  const counts: Record<string, Record<string, number>> = {}
  for (const { type, reference } of documents) (counts[type] ??= {})[reference] = (counts[type][reference] ?? 0) + 1
  return { count: documents.length, counts }
}
