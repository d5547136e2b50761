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

/** Who bears the cost: exactly one of them, or none where the movement type or the account needs none. */
export interface CostObject {
  costCenter?: string
  order?: string
  wbsElement?: string
  /** A service order with its item, in the cost model where items bear the costs; for journal entries only. */
  serviceOrder?: string
  serviceOrderItem?: string
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
  /** Our number, which people of the host quote. */
  number?: string
  description: string
  /** The host's header has no equipment and no serial number: both are told in the long text. */
  longText?: string
  udi?: string
  equipment?: string
  serialNumber?: string
  material?: string
  plant?: string
  batch?: string
  customer?: string
  supplier?: string
  reportedOn?: string
  requiredEnd?: string
  items?: { text?: string; defect?: CatalogCode; objectPart?: CatalogCode; quantity?: string; unit?: string; causes?: { text?: string; cause: CatalogCode; isRootCause?: boolean }[] }[]
}

/** Balanced per currency, or the host refuses it. Posted documents are reversed, never changed. */
export interface JournalEntryRequest {
  companyCode: string
  postingDate: string
  documentDate: string
  /** Without one that of `cds.requires.S4HANA.posting.documentType`. */
  documentType?: string
  text?: string
  lines: JournalEntryLine[]
}

export interface JournalEntryLine {
  account: string
  /** S debit, H credit; the amounts themselves have no sign. */
  debitCredit: 'S' | 'H'
  amount: string
  currency: string
  /** In the company code's currency; without it the host converts, by a rate of its own. */
  companyCodeAmount?: string
  companyCodeCurrency?: string
  costObject?: CostObject
  /** Only where tax lines are among the lines: the host refuses a code without them. */
  taxCode?: string
  text?: string
  /** What the line is settled against, such as our number of the order; 18 characters. */
  assignment?: string
}

/** The document is `number/companyCode/fiscalYear`. */
export interface JournalReversalRequest extends DocumentRequest {
  /** Without a day that of the document. */
  postingDate?: string
  /** The host's code: 01 in the same period, 02 in another one. */
  reason: string
}

/** Working time that the host values with the activity type's rate of that day. */
export interface TimeConfirmationRequest {
  personnelNumber: string
  companyCode: string
  workedOn: string
  hours: string
  activityType: string
  /** Whose activity it is; without one the host takes that of the person. */
  senderCostCenter?: string
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

/** What the customer is charged, or gets back. The host calculates tax, and bills when its own run comes to it. */
export interface BillingRequest {
  /** The customer gets the amounts back; they have no sign. */
  isCredit?: boolean
  customer: string
  salesOrganization: string
  distributionChannel: string
  division: string
  /** Without one that of `cds.requires.S4HANA.posting.billing`. */
  type?: string
  /** The host's reason code, where its type of document demands one. */
  reason?: string
  currency: string
  /** Day whose prices and taxes count. */
  pricingDate?: string
  items: { material?: string; description?: string; quantity: string; unit?: string; netAmount: string }[]
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

/** A notification, or a defect where the host keeps those instead. */
export interface NotificationPort {
  notification: Write<NotificationRequest>
  defect: Write<NotificationRequest>
}

/** Documents are `number/companyCode/fiscalYear`. */
export interface JournalEntryPort {
  post: Write<JournalEntryRequest>
  reverse: Write<JournalReversalRequest>
}

export interface TimeConfirmationPort {
  confirm: Write<TimeConfirmationRequest>
  cancel: Write<DocumentRequest>
}

export interface ServiceConfirmationPort {
  confirm: Write<ServiceConfirmationRequest>
  cancel: Write<DocumentRequest>
}

export interface BillingPort {
  request: Write<BillingRequest>
}

/** What an adapter has to bring. */
export interface HostErp {
  reservations: ReservationPort
  movements: GoodsMovementPort
  requisitions: RequisitionPort
  serviceOrders: ServiceOrderPort
  notifications: NotificationPort
  journalEntries: JournalEntryPort
  times: TimeConfirmationPort
  serviceConfirmations: ServiceConfirmationPort
  billing: BillingPort
}
