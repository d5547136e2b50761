import cds from '@sap/cds'

/** How messages are delivered: `cds.requires.S4HANA.delivery`. Times in milliseconds. */
export interface DeliverySettings {
  firstDelay: number
  longestDelay: number
  /** So many failures of one message in a row, then a person has to look. A host that is down as a whole does not count. */
  maxFailures: number
  /** Whoever sends a message holds it for so long; longer than a request may take, as after a crash nobody releases it. */
  lease: number
  /** The least wait after a request without an answer: the host may still be working on it. */
  settle: number
  /** How many messages each instance sends at the same time; they belong to different work orders. */
  parallel: number
  /** So many requests in a row without an answer, then the host counts as down. */
  hostFailures: number
  /** How often one request asks whether it is back. */
  probe: number
  /** How often each instance looks for messages that nobody woke it for: their sender died, or another instance freed them. */
  sweep: number
  /** Codes of refusals that pass by themselves, such as a lock of another user. */
  transientCodes: string[]
  /** Looks after each success whether the network made a second document, and takes it back; costs one read. */
  verify: boolean
}

const DEFAULTS: DeliverySettings = {
  firstDelay: 2_000, longestDelay: 300_000, maxFailures: 12, lease: 180_000, settle: 30_000, parallel: 8, hostFailures: 5, probe: 10_000,
  sweep: 30_000, transientCodes: ['M3/024'], verify: true
}

/** How documents are written: `cds.requires.S4HANA.posting`. */
export interface PostingSettings {
  /** Movement types: of an issue to a cost centre, to an order, to anything else and of the returns from there; within a plant, between plants; of stock. */
  movementTypes: {
    costCenter: string; order: string; other: string; fromCostCenter: string; fromOrder: string; fromOther: string
    transfer: string; plantTransfer: string; scrap: string; receipt: string; vendorReturn: string
  }
  requisitionType: string
  /** The successor API speaks OData V4; both write the same documents. */
  requisitionApi: 'API_PURCHASEREQ_PROCESS_SRV' | 'CE_PURCHASEREQUISITION_0001'
  /** Type of journal entries, and who is told as their author: 12 characters. */
  documentType: string
  createdBy: string
  /** Of activities in the time sheet. */
  controllingArea: string
  /** Of service orders that bear costs by their items. */
  serviceDocumentType: string
  /** Debit and credit memo requests: their types, a reason where these demand one, the material of items that have none, and the type of a price that is set by hand. */
  billing: { type: string; creditType: string; reason?: string; material: string; conditionType: string }
}

const POSTING: PostingSettings = {
  movementTypes: {
    costCenter: '201', order: '261', other: '291', fromCostCenter: '202', fromOrder: '262', fromOther: '292',
    transfer: '311', plantTransfer: '301', scrap: '551', receipt: '501', vendorReturn: '122'
  },
  requisitionType: 'NB', requisitionApi: 'API_PURCHASEREQ_PROCESS_SRV', documentType: 'SA', createdBy: 'AFTERSALES', controllingArea: 'A000', serviceDocumentType: 'SVO1',
  billing: { type: 'DR', creditType: 'CR', material: 'SERVICE', conditionType: 'PPR0' }
}

type Given<T> = { [K in keyof T]?: T[K] extends object ? Partial<T[K]> : T[K] }

interface HostRequirement { delivery?: Partial<DeliverySettings>; posting?: Given<PostingSettings> }

const required = () => (cds.env.requires as Record<string, HostRequirement | undefined>).S4HANA

export const deliverySettings = (): DeliverySettings => ({ ...DEFAULTS, ...required()?.delivery })

export function postingSettings(): PostingSettings {
  const { movementTypes, billing, ...others } = required()?.posting ?? {}
  return { ...POSTING, ...others, movementTypes: { ...POSTING.movementTypes, ...movementTypes }, billing: { ...POSTING.billing, ...billing } }
}

/** How quality documents are written: `cds.requires.quality`. */
export interface QualityPostingSettings {
  /** Category of a defect, where the host does not find one by itself. */
  defectCategory?: string
}

export const qualitySettings = (): QualityPostingSettings => ({ ...(cds.env.requires as Record<string, QualityPostingSettings | undefined>).quality })
