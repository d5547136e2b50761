import cds, { type ApplicationService } from '@sap/cds'
import { postGoodsMovement, reverse } from './goods-movements'
import { createNotification } from './notifications'
import { createRequisition, V2, V4 } from './requisitions'
import { createReservation, deleteReservation } from './reservations'
import { createServiceConfirmation, createServiceOrder, stampServiceOrder } from './service-documents'

/** Binds every document to its API. Reading stays with the generic handlers. */
export function handleDocuments(): void {
  onCreate('API_RESERVATION_DOCUMENT_SRV', 'A_ReservationDocumentHeader', createReservation)
  onCreate('API_MATERIAL_DOCUMENT_SRV', 'A_MaterialDocumentHeader', postGoodsMovement)
  onCreate('API_PURCHASEREQ_PROCESS_SRV', 'A_PurchaseRequisitionHeader', data => createRequisition(data, V2))
  onCreate('CE_PURCHASEREQUISITION_0001', 'PurchaseReqn', data => createRequisition(data, V4))
  onCreate('API_SERVICE_ORDER_SRV', 'A_ServiceOrder', createServiceOrder)
  onCreate('API_SERVICE_CONFIRMATION_SRV', 'A_ServiceConfirmation', createServiceConfirmation)
  onCreate('CE_QUALITYNOTIFICATION_0001', 'QualityNotification', createNotification)

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
