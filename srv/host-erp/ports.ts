/**
 * What this module asks of a host ERP, in its own words. Days are calendar days at the plant (YYYY-MM-DD),
 * quantities are decimal strings, numbers of the host are as the host shows them.
 */

/** One kind of writing. Both functions speak to the host and do not touch this module's database. */
export interface Write<Request> {
  /**
   * Writes the document, which carries the key where the host has a field for it.
   * @returns the document's number
   */
  send(request: Request, key: string): Promise<string>
  /** Numbers of the documents that an earlier attempt left behind: none, one, or more when the network repeated it. */
  find(request: Request, key: string): Promise<string[]>
  /** Takes back a document that the network made by delivering a request twice. */
  undo?(document: string): Promise<void>
}

/** Who bears the cost: exactly one of them, or none where the movement type needs none. */
export interface CostObject {
  costCenter?: string
  order?: string
  wbsElement?: string
}

/** A part at a place. */
export interface PartItem {
  material: string
  plant: string
  storageLocation: string
  batch?: string
  quantity: string
  unit?: string
}

export interface ReservationRequest {
  costObject?: CostObject
  neededOn?: string
  items: PartItem[]
}

export interface IssueItem extends PartItem {
  serialNumbers?: string[]
  /** The reserved item that is withdrawn. Without a document, that of the message this one depends on. */
  reservation?: { document?: string; item: string; isFinal?: boolean }
}

export interface IssueRequest {
  costObject?: CostObject
  postingDate: string
  items: IssueItem[]
}

export interface TransferRequest {
  postingDate: string
  items: (PartItem & { toStorageLocation: string; toPlant?: string; serialNumbers?: string[] })[]
}

/** Pieces that come back from who bears their cost, defective ones into blocked stock. */
export interface ReturnRequest {
  costObject?: CostObject
  postingDate: string
  items: (PartItem & { serialNumbers?: string[]; isBlocked?: boolean })[]
}

/** Pieces that are thrown away, or that a count did not find. */
export interface ScrapRequest {
  costObject?: CostObject
  postingDate: string
  items: (PartItem & { serialNumbers?: string[]; isBlocked?: boolean })[]
}

/** Pieces that a count found and the books did not have. */
export interface ReceiptRequest {
  postingDate: string
  items: PartItem[]
}

/** Defective pieces that leave blocked stock for their supplier. */
export interface VendorReturnRequest {
  supplier: string
  postingDate: string
  items: (PartItem & { serialNumbers?: string[] })[]
}

export interface RequisitionRequest {
  description?: string
  purchasingGroup?: string
  items: (PartItem & { neededOn: string; supplier?: string; costObject?: CostObject })[]
}

export interface ServiceOrderRequest {
  type: string
  description: string
  customer: string
  equipment?: string
  salesOrganization?: string
  distributionChannel?: string
  division?: string
  /** Instants in UTC. */
  from?: string
  to?: string
  items?: { product: string; description?: string; quantity: string; unit?: string }[]
}

/** A coded finding: the code stands in a code group of a catalog (2 tasks, 5 causes, 8 activities, 9 defects, B object parts). */
export interface CatalogCode {
  codeGroup: string
  code: string
}

export interface NotificationRequest {
  /** Q1 customer complaint, Q2 complaint against a vendor, Q3 internal problem. */
  type: string
  description: string
  /** The host's header has no equipment and no serial number: both are told in the long text. */
  longText?: string
  equipment?: string
  serialNumber?: string
  material?: string
  plant?: string
  batch?: string
  customer?: string
  supplier?: string
  reportedOn?: string
  items?: { text?: string; defect?: CatalogCode; objectPart?: CatalogCode; quantity?: string; unit?: string; causes?: { text?: string; cause: CatalogCode }[] }[]
}

/** Balanced per currency, or the host refuses it. Posted documents are reversed, never changed. */
export interface JournalEntryRequest {
  companyCode: string
  postingDate: string
  documentDate: string
  documentType: string
  text?: string
  lines: {
    account: string
    /** S debit, H credit; the amount itself has no sign. */
    debitCredit: 'S' | 'H'
    amount: string
    currency: string
    costObject?: CostObject
    taxCode?: string
    text?: string
  }[]
}

/** Working time that the host values with the activity type's rate of that day. */
export interface TimeConfirmationRequest {
  personnelNumber: string
  companyCode: string
  workedOn: string
  hours: string
  activityType: string
  costObject: CostObject
  text?: string
}

/** Time and parts against a service order, in the cost model where its items are the cost objects. */
export interface ServiceConfirmationRequest {
  type: string
  description: string
  /** Without a number, that of the message this one depends on. */
  serviceOrder?: string
  isFinal?: boolean
  items: { serviceOrderItem?: string; product: string; description?: string; quantity: string; unit?: string; performedOn?: string; performer?: string }[]
}

/** A document of the host; without a number, that of the message this one depends on. */
export interface DocumentRequest {
  document?: string
}

export interface ReservationPort {
  reserve: Write<ReservationRequest>
  withdraw: Write<DocumentRequest>
}

export interface GoodsMovementPort {
  issue: Write<IssueRequest>
  transfer: Write<TransferRequest>
  giveBack: Write<ReturnRequest>
  scrap: Write<ScrapRequest>
  receive: Write<ReceiptRequest>
  returnToVendor: Write<VendorReturnRequest>
  reverse: Write<DocumentRequest & { postingDate?: string }>
}

export interface RequisitionPort {
  request: Write<RequisitionRequest>
}

export interface ServiceOrderPort {
  create: Write<ServiceOrderRequest>
}

export interface NotificationPort {
  create: Write<NotificationRequest>
}

export interface JournalEntryPort {
  post: Write<JournalEntryRequest>
  reverse: Write<DocumentRequest & { postingDate?: string; reason: string }>
}

export interface TimeConfirmationPort {
  confirm: Write<TimeConfirmationRequest>
  cancel: Write<DocumentRequest>
}

export interface ServiceConfirmationPort {
  confirm: Write<ServiceConfirmationRequest>
}

/**
 * What an adapter has to bring. Notifications, journal entries, time and service confirmations join when
 * the capabilities that need them do: a kind of message that nobody can send would only wait.
 */
export interface HostErp {
  reservations: ReservationPort
  movements: GoodsMovementPort
  requisitions: RequisitionPort
  serviceOrders: ServiceOrderPort
}
