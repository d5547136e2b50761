import cds from '@sap/cds'

/** Number ranges: where a document type starts, how long its numbers are, and where the last one stands. */
const RANGES = {
  reservation: { from: 1, length: 10, entity: 'API_RESERVATION_DOCUMENT_SRV.A_ReservationDocumentHeader', key: 'Reservation' },
  materialDocument: { from: 4900000000, length: 10, entity: 'API_MATERIAL_DOCUMENT_SRV.A_MaterialDocumentHeader', key: 'MaterialDocument' },
  requisition: { from: 10000000, length: 10, entity: 'API_PURCHASEREQ_PROCESS_SRV.A_PurchaseRequisitionHeader', key: 'PurchaseRequisition' },
  serviceOrder: { from: 8000000000, length: 10, entity: 'API_SERVICE_ORDER_SRV.A_ServiceOrder', key: 'ServiceOrder' },
  serviceConfirmation: { from: 9000000000, length: 10, entity: 'API_SERVICE_CONFIRMATION_SRV.A_ServiceConfirmation', key: 'ServiceConfirmation' },
  notification: { from: 200000000, length: 12, entity: 'CE_QUALITYNOTIFICATION_0001.QualityNotification', key: 'QualityNotification' },
  defect: { from: 1, length: 12, entity: 'API_DEFECT_SRV.A_Defect', key: 'DefectInternalID' },
  journalEntry: { from: 100000000, length: 10, entity: 'API_OPLACCTGDOCITEMCUBE_SRV.A_OperationalAcctgDocItemCube', key: 'AccountingDocument' },
  timeSheet: { from: 1, length: 12, entity: 'API_MANAGE_WORKFORCE_TIMESHEET.TimeSheetEntryCollection', key: 'TimeSheetRecord' },
  debitMemoRequest: { from: 70000000, length: 10, entity: 'API_DEBIT_MEMO_REQUEST_SRV.A_DebitMemoRequest', key: 'DebitMemoRequest' },
  creditMemoRequest: { from: 60000000, length: 10, entity: 'API_CREDIT_MEMO_REQUEST_SRV.A_CreditMemoRequest', key: 'CreditMemoRequest' }
} as const

export type Range = keyof typeof RANGES

const next = new Map<Range, number>()

/** Continues after the highest number in the database. Numbers of refused documents are lost, as in the host. */
export async function startNumberRanges(): Promise<void> {
  for (const [name, { from, entity, key }] of Object.entries(RANGES)) {
    const [row] = await cds.run(SELECT.from(entity).columns(`max(${key}) as last`)) as { last: string | null }[]
    next.set(name as Range, row.last ? Number(row.last) + 1 : from)
  }
}

export function nextNumber(range: Range): string {
  const number = next.get(range)!
  next.set(range, number + 1)
  return String(number).padStart(RANGES[range].length, '0')
}

/** Item numbers: `0001`, `0002`, or in steps of ten with five or six digits. */
export const itemNumber = (index: number, length: number, step = 1) => String((index + 1) * step).padStart(length, '0')
