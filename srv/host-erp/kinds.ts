import type {
  BillingRequest, DocumentRequest, HostErp, IssueRequest, JournalEntryRequest, JournalReversalRequest, NotificationRequest, ReceiptRequest, RequisitionRequest, ReservationRequest,
  ReturnRequest, ScrapRequest, ServiceConfirmationRequest, ServiceOrderRequest, TimeConfirmationRequest, TransferRequest, VendorReturnRequest, Write
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
  'notification.create': NotificationRequest
  'defect.create': NotificationRequest
  'journalEntry.post': JournalEntryRequest
  'journalEntry.reverse': JournalReversalRequest
  'timeConfirmation.create': TimeConfirmationRequest
  'timeConfirmation.cancel': DocumentRequest
  'serviceConfirmation.create': ServiceConfirmationRequest
  'serviceConfirmation.cancel': DocumentRequest
  'billing.request': BillingRequest
}

export type Kind = keyof Requests

const WRITES: { [K in Kind]: (host: HostErp) => Write<Requests[K]> } = {
  'reservation.create': host => host.reservations.reserve,
  'reservation.withdraw': host => host.reservations.withdraw,
  'movement.issue': host => host.movements.issue,
  'movement.transfer': host => host.movements.transfer,
  'movement.return': host => host.movements.giveBack,
  'movement.scrap': host => host.movements.scrap,
  'movement.receipt': host => host.movements.receive,
  'movement.vendorReturn': host => host.movements.returnToVendor,
  'movement.reverse': host => host.movements.reverse,
  'requisition.create': host => host.requisitions.request,
  'serviceOrder.create': host => host.serviceOrders.create,
  'notification.create': host => host.notifications.notification,
  'defect.create': host => host.notifications.defect,
  'journalEntry.post': host => host.journalEntries.post,
  'journalEntry.reverse': host => host.journalEntries.reverse,
  'timeConfirmation.create': host => host.times.confirm,
  'timeConfirmation.cancel': host => host.times.cancel,
  'serviceConfirmation.create': host => host.serviceConfirmations.confirm,
  'serviceConfirmation.cancel': host => host.serviceConfirmations.cancel,
  'billing.request': host => host.billing.request
}

/** The part of the port that writes messages of this kind. */
export const writeOf = (kind: Kind, host: HostErp): Write<never> => WRITES[kind](host) as Write<never>

/** Kinds that are about the document of the message they wait for. */
const ABOUT_A_DOCUMENT: Kind[] = ['reservation.withdraw', 'movement.reverse', 'journalEntry.reverse', 'timeConfirmation.cancel', 'serviceConfirmation.cancel']

/**
 * Puts the number of the document that the message waited for where the request left it open:
 * an issue can be asked for before its reservation has a number.
 */
export function withPredecessor<K extends Kind>(kind: K, request: Requests[K], document?: string | null): Requests[K] {
  if (!document) return request
  if (ABOUT_A_DOCUMENT.includes(kind)) return { document, ...request }
  if (kind === 'serviceConfirmation.create') return { serviceOrder: document, ...request }
  if (kind === 'journalEntry.post') return withServiceOrder(request as JournalEntryRequest, document) as Requests[K]
  if (kind !== 'movement.issue') return request
  const issue = request as IssueRequest
  const items = issue.items.map(item => (item.reservation ? { ...item, reservation: { document, ...item.reservation } } : item))
  return { ...issue, items } as Requests[K]
}

/** Lines of an item whose service order was asked for together with them. */
function withServiceOrder(entry: JournalEntryRequest, serviceOrder: string): JournalEntryRequest {
  const lines = entry.lines.map(line => (line.costObject?.serviceOrderItem ? { ...line, costObject: { serviceOrder, ...line.costObject } } : line))
  return { ...entry, lines }
}

/** For whom messages of a kind are sent: its first step tells. */
export function capabilityOf(kind: Kind): string {
  const [document] = kind.split('.')
  return ['reservation', 'movement', 'requisition'].includes(document) ? 'spare-parts' : ['notification', 'defect'].includes(document) ? 'quality' : 'finance'
}
