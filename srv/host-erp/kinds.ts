import type {
  DocumentRequest, HostErp, IssueRequest, ReceiptRequest, RequisitionRequest, ReservationRequest, ReturnRequest, ScrapRequest, ServiceOrderRequest, TransferRequest,
  VendorReturnRequest, Write
} from './ports'

/** What a message of each kind asks for. The codes are also rows of HostMessageKinds. */
export interface Requests {
  'reservation.create': ReservationRequest
  'reservation.withdraw': DocumentRequest
  'movement.issue': IssueRequest
  'movement.transfer': TransferRequest
  'movement.return': ReturnRequest
  'movement.scrap': ScrapRequest
  'movement.receipt': ReceiptRequest
  'movement.vendorReturn': VendorReturnRequest
  'movement.reverse': DocumentRequest & { postingDate?: string }
  'requisition.create': RequisitionRequest
  'serviceOrder.create': ServiceOrderRequest
}

export type Kind = keyof Requests

/** The part of the port that writes messages of this kind. */
export function writeOf(kind: Kind, host: HostErp): Write<never> {
  const writes: { [K in Kind]: Write<Requests[K]> } = {
    'reservation.create': host.reservations.reserve,
    'reservation.withdraw': host.reservations.withdraw,
    'movement.issue': host.movements.issue,
    'movement.transfer': host.movements.transfer,
    'movement.return': host.movements.giveBack,
    'movement.scrap': host.movements.scrap,
    'movement.receipt': host.movements.receive,
    'movement.vendorReturn': host.movements.returnToVendor,
    'movement.reverse': host.movements.reverse,
    'requisition.create': host.requisitions.request,
    'serviceOrder.create': host.serviceOrders.create
  }
  return writes[kind] as Write<never>
}

/**
 * Puts the number of the document that the message waited for where the request left it open:
 * an issue can be asked for before its reservation has a number.
 */
export function withPredecessor<K extends Kind>(kind: K, request: Requests[K], document?: string | null): Requests[K] {
  if (!document) return request
  if (kind === 'reservation.withdraw' || kind === 'movement.reverse') return { document, ...request }
  if (kind !== 'movement.issue') return request
  const issue = request as IssueRequest
  const items = issue.items.map(item => (item.reservation ? { ...item, reservation: { document, ...item.reservation } } : item))
  return { ...issue, items } as Requests[K]
}
