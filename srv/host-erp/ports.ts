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
  reservation?: { document?: string; item: string }
}

export interface IssueRequest {
  costObject?: CostObject
  postingDate: string
  items: IssueItem[]
}

export interface TransferRequest {
  postingDate: string
  items: (PartItem & { toStorageLocation: string; toPlant?: string })[]
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
  reverse: Write<DocumentRequest & { postingDate?: string }>
}

export interface RequisitionPort {
  request: Write<RequisitionRequest>
}

export interface ServiceOrderPort {
  create: Write<ServiceOrderRequest>
}

export interface HostErp {
  reservations: ReservationPort
  movements: GoodsMovementPort
  requisitions: RequisitionPort
  serviceOrders: ServiceOrderPort
}
