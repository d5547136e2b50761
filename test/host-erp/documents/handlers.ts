import cds, { type ApplicationService } from '@sap/cds'
import { postGoodsMovement, reverse } from './goods-movements'
import { createDefect } from './defects'
import { createMemoRequest } from './memo-requests'
import { createNotification } from './notifications'
import { createRequisition, V2, V4 } from './requisitions'
import { createReservation, deleteReservation } from './reservations'
import { changeServiceConfirmation, createServiceConfirmation } from './service-confirmations'
import { createServiceOrder, stampServiceOrder } from './service-documents'
import { nested, writeTimeSheetEntry } from './time-sheet'

/** Binds every document to its API. Reading stays with the generic handlers. */
export function handleDocuments(): void {
  onCreate('API_RESERVATION_DOCUMENT_SRV', 'A_ReservationDocumentHeader', createReservation)
  onCreate('API_MATERIAL_DOCUMENT_SRV', 'A_MaterialDocumentHeader', postGoodsMovement)
  onCreate('API_PURCHASEREQ_PROCESS_SRV', 'A_PurchaseRequisitionHeader', data => createRequisition(data, V2))
  onCreate('CE_PURCHASEREQUISITION_0001', 'PurchaseReqn', data => createRequisition(data, V4))
  onCreate('API_SERVICE_ORDER_SRV', 'A_ServiceOrder', createServiceOrder)
  onCreate('API_SERVICE_CONFIRMATION_SRV', 'A_ServiceConfirmation', createServiceConfirmation)
  onCreate('CE_QUALITYNOTIFICATION_0001', 'QualityNotification', createNotification)
  onCreate('API_DEFECT_SRV', 'A_Defect', createDefect)
  onCreate('API_MANAGE_WORKFORCE_TIMESHEET', 'TimeSheetEntryCollection', writeTimeSheetEntry)
  onCreate('API_DEBIT_MEMO_REQUEST_SRV', 'A_DebitMemoRequest', data => createMemoRequest(data, 'debit'))
  onCreate('API_CREDIT_MEMO_REQUEST_SRV', 'A_CreditMemoRequest', data => createMemoRequest(data, 'credit'))

  service('API_RESERVATION_DOCUMENT_SRV', srv => {
    srv.on('DELETE', 'A_ReservationDocumentHeader', async req => {
      if (!await deleteReservation(keyOf(req.params).Reservation)) req.reject(404)
    })
  })
  service('API_MATERIAL_DOCUMENT_SRV', srv => {
    srv.on('Cancel', ({ data }) => reverse(data.MaterialDocumentYear, data.MaterialDocument, undefined, data.PostingDate))
    srv.on('CancelItem', async ({ data }) => {
      const { to_MaterialDocumentItem: [item] } = await reverse(data.MaterialDocumentYear, data.MaterialDocument, data.MaterialDocumentItem, data.PostingDate)
      return item
    })
  })
  service('API_MANAGE_WORKFORCE_TIMESHEET', srv => srv.on('READ', 'TimeSheetEntryCollection', async (_req, next) => {
    const rows = await next()
    return Array.isArray(rows) ? rows.map(nested) : rows && nested(rows)
  }))
  service('API_SERVICE_CONFIRMATION_SRV', srv => srv.before('UPDATE', 'A_ServiceConfirmation', req => changeServiceConfirmation(keyOf(req.params), req.data)))
  service('API_SERVICE_ORDER_SRV', srv => srv.before('UPDATE', 'A_ServiceOrder', req => stampServiceOrder(keyOf(req.params), req.data)))
}

function onCreate(name: string, entity: string, create: (data: Record<string, any>) => Promise<object>): void {
  service(name, srv => srv.on('CREATE', entity, req => create(req.data)))
}

function service(name: string, register: (srv: ApplicationService) => unknown): void {
  const srv = cds.services[name] as unknown as ApplicationService
  srv.prepend(() => { register(srv) })
}

/** The key in the last step of the path. */
function keyOf(params: unknown[]): Record<string, any> {
  return params.at(-1) as Record<string, any>
}
