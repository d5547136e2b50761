/**
 * What this module reads from a host ERP, in its own words. Days are calendar days (YYYY-MM-DD), instants are UTC,
 * quantities and prices are decimal strings, fields that the host leaves empty are null.
 * Functions speak to the host and do not touch this module's database; they throw a `ReadingFailure`.
 */

/** One kind of master data, which is replicated. */
export interface ReadingPort<Record> {
  /** Records in the order of their keys, behind `after`; all of them, or what changed since an instant. */
  page(request: PageRequest): Promise<ReadPage<Record>>
  /** Records by their keys; what the host does not have is missing in the answer. */
  byKeys(keys: string[]): Promise<Record[]>
}

export interface PageRequest {
  after?: string | null
  changedSince?: string | null
  size: number
}

export interface ReadPage<Record> {
  rows: Record[]
  /** Key to continue behind; nothing when this was the last page. */
  next?: string
  /** How many records there are in all pages; of the first page only. */
  expected?: number
}

/** What every replicated record has. */
export interface HostRecord {
  /** As the host shows it in its answers and takes it in its filters. */
  key: string
  /** The number that others refer to, in the form that replicas have. */
  number: string
  isActive: boolean
}

export interface HostAddress {
  street: string | null
  city: string | null
  postalCode: string | null
  region: string | null
  country: string | null
}

export interface CustomerRecord extends HostRecord, HostAddress {
  name: string | null
  email: string | null
  phone: string | null
  language: string | null
}

export interface ProductRecord extends HostRecord {
  /** In English, else in the first language there is. */
  name: string | null
  /** Other languages by locale. */
  texts: { locale: string; name: string }[]
  productType: string | null
  baseUnit: string | null
  isBatchManaged: boolean
  isSerialManaged: boolean
  gtin: string | null
}

export interface EquipmentRecord extends HostRecord, HostAddress {
  serialNumber: string | null
  name: string | null
  model: string | null
  manufacturer: string | null
  udiDI: string | null
  deviceClass: string | null
  importance: string | null
  plant: string | null
  functionalLocation: string | null
  siteName: string | null
  warrantyStart: string | null
  warrantyEnd: string | null
  /** Numbers of other records. */
  product: string | null
  customer: string | null
  parent: string | null
}

/** A component of a model's bill of material. */
export interface BomItem {
  position: string
  material: string
  description: string | null
  quantity: string
  unit: string
  isSparePart: boolean
  /** Items of a group replace each other; the lower priority is taken first. */
  alternative?: { group: string; priority: string | null; probability: string }
}

export type StockType = 'unrestricted' | 'quality' | 'blocked'

/** What lies in one place. Open reservations are not subtracted. */
export interface StockLevel {
  plant: string
  storageLocation: string
  batch: string | null
  stockType: StockType
  quantity: string
  unit: string
}

/** What a reservation of the host still waits for: pieces that lie in stock and are promised. */
export interface OpenReservation {
  document: string
  item: string
  plant: string
  /** Null where it may be taken from any place of the plant. */
  storageLocation: string | null
  /** Required and not withdrawn yet, in the base unit. */
  quantity: string
  neededOn: string | null
  /** The text that tells whose it is: our key on reservations of ours. */
  reference: string | null
}

/** A requested item, and what has become of it in purchasing. */
export interface RequestedItem {
  requisition: string
  item: string
  material: string
  plant: string
  storageLocation: string | null
  quantity: string
  ordered: string
  /** Received against the purchase order. */
  delivered: string
  purchaseOrder: string | null
  supplier: string | null
  /** The day for which it is requested; the supplier's, where purchasing has put it in. */
  expectedOn: string | null
  isDeleted: boolean
  isClosed: boolean
  reference: string | null
}

/** What a supplier asks for a material, and how long it takes. */
export interface InfoRecord {
  number: string
  supplier: string
  supplierMaterial: string | null
  isRegularSupplier: boolean
  plant: string | null
  purchasingGroup: string | null
  deliveryDays: number
  price: string
  /** The price is for so many of `priceUnit`. */
  per: string
  priceUnit: string
  currency: string
}

/** A quality notification or a defect as the host has it now. Codes are `GROUP/CODE`. */
export interface QualityObject {
  /** Without leading zeros. */
  document: string
  /** Status of the notification, DLFL where flagged for deletion, CRTD where the host tells none; null: one that we don't know. */
  status: 'OSNO' | 'NOPO' | 'NOPR' | 'NOCO' | 'DLFL' | 'CRTD' | null
  changedAt: string | null
  text: string | null
  requiredEnd: string | null
  completedOn: string | null
  priority: string | null
  items: QualityObjectItem[]
}

export interface QualityObjectItem {
  item: string
  text: string | null
  defect: string | null
  objectPart: string | null
  isDeleted: boolean
  causes: { cause: string; text: string | null; code: string | null; isDeleted: boolean }[]
}

export interface QualityObjectReading {
  /** All of the host that changed at or after an instant, ours or not, in the order of their changes. */
  changedSince(moment: string): Promise<{ document: string; changedAt: string | null }[]>
  /** What the host does not have is missing in the answer. */
  byNumbers(numbers: string[]): Promise<QualityObject[]>
}

/** How a plant plans and values a product. */
export interface PlantSupply {
  plant: string
  safetyStock: string
  reorderPoint: string
  deliveryDays: number
  goodsReceiptDays: number
  successor: string | null
  discontinuedFrom: string | null
  /** Value of `per` base units, by the price that the host controls with. */
  value: string | null
  per: string | null
  currency: string | null
}

export interface CostCenter {
  number: string
  controllingArea: string
  companyCode: string
  currency: string
  validFrom: string | null
  validTo: string
  isBlocked: boolean
}

/** What the host has booked for an item of a goods movement. */
export interface PostedValue {
  item: string
  material: string
  plant: string
  batch: string | null
  /** In the base unit. */
  quantity: string
  unit: string
  /** In the company code's currency and without a sign. */
  amount: string
  currency: string
  /** H left stock, S entered it. */
  debitCredit: 'S' | 'H'
  reservation: string | null
  reservationItem: string | null
  /** A later document takes it back. */
  isCancelled: boolean
  /** The document that it takes back, with its year. */
  reverses: string | null
  postingDate: string
}

export interface ReadingPorts {
  customers: ReadingPort<CustomerRecord>
  products: ReadingPort<ProductRecord>
  equipment: ReadingPort<EquipmentRecord>
  billOfMaterial(material: string, plant: string): Promise<BomItem[]>
  stock(where: { material: string; plant?: string | null }): Promise<StockLevel[]>
  openReservations(material: string): Promise<OpenReservation[]>
  /** Not deleted, of the last half year and the future. */
  requestedItems(material: string): Promise<RequestedItem[]>
  /** All items of these requisitions. */
  requisitions(numbers: string[]): Promise<RequestedItem[]>
  infoRecords(material: string, plant?: string): Promise<InfoRecord[]>
  supply(material: string, plant: string): Promise<PlantSupply | undefined>
  costCenter(number: string): Promise<CostCenter | undefined>
  /** Of the items of a material document, such as 4900000000/2026; none when the host does not have it. */
  postedValues(document: string): Promise<PostedValue[]>
  qualityObjects: { notification: QualityObjectReading; defect: QualityObjectReading }
}

/** Why the host could not be read. */
export class ReadingFailure extends Error {
  constructor(
    text: string,
    /** The host's own code, or `HTTP 503`, or that of the network. */
    readonly code: string,
    /** Nothing gets better by itself: a person has to act. */
    readonly isFinal: boolean,
    /** Milliseconds that the host asked us to wait. */
    readonly retryAfter?: number
  ) {
    super(text)
  }
}
