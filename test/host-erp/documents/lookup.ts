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
  { type: 'notification', entity: 'CE_QUALITYNOTIFICATION_0001.QltyNotificationLongText', number: 'QualityNotification', fields: ['QltyNotificationLongText'] },
  { type: 'defect', entity: 'API_DEFECT_SRV.A_Defect', number: 'Defect', fields: ['DefectText'] },
  { type: 'journalEntry', entity: 'API_OPLACCTGDOCITEMCUBE_SRV.A_OperationalAcctgDocItemCube', number: 'AccountingDocument', fields: ['DocumentReferenceID'] },
  { type: 'timeSheet', entity: 'API_MANAGE_WORKFORCE_TIMESHEET.TimeSheetEntryCollection', number: 'TimeSheetRecord', fields: ['TimeSheetDataFields_TimeSheetNote'] },
  { type: 'debitMemoRequest', entity: 'API_DEBIT_MEMO_REQUEST_SRV.A_DebitMemoRequest', number: 'DebitMemoRequest', fields: ['PurchaseOrderByCustomer'] },
  { type: 'creditMemoRequest', entity: 'API_CREDIT_MEMO_REQUEST_SRV.A_CreditMemoRequest', number: 'CreditMemoRequest', fields: ['PurchaseOrderByCustomer'] }
]

/** Texts that contain it, among other things. */
const CONTAINING = ['NotificationText', 'QltyNotificationLongText', 'DefectText', 'TimeSheetDataFields_TimeSheetNote']

/** Documents whose reference is the key (a text: contains it); without a key all that have a reference, counted per reference. */
export async function documentsOf(key?: string): Promise<unknown> {
  const found: { type: string; number: string; reference: string }[] = []
  for (const { type, entity, number, fields } of REFERENCES)
    for (const field of fields) {
      const isText = CONTAINING.includes(field)
      const query = SELECT.from(entity).columns(number, `${field} as reference`)
      const condition = key ? (isText ? { [field]: { like: `%${key}%` } } : { [field]: key }) : { [field]: { '!=': null } }
      if (!key && isText) continue
      const rows = await cds.run((query as any).where(condition)) as Row[]
      found.push(...rows.filter(row => row.reference).map(row => ({ type, number: row[number], reference: row.reference })))
    }
  const documents = [...new Map(found.map(row => [key ? `${row.type}/${row.number}` : `${row.type}/${row.number}/${row.reference}`, row])).values()]
  if (key) return { key, count: documents.length, documents }
  const counts: Record<string, Record<string, number>> = {}
  for (const { type, reference } of documents) (counts[type] ??= {})[reference] = (counts[type][reference] ?? 0) + 1
  return { count: documents.length, counts }
}
