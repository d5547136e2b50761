import { ELEMENTS, SERVICE } from '../s4/journal-entry-service'
import type { Protocol } from './model'

/** What the module does with a released API of S/4HANA, and how a system offers it. */
export interface Usage {
  /** Name of our model in `../external`, or of the SOAP service. */
  api: string
  protocol: Protocol | 'SOAP'
  /** Communication scenario in S/4HANA Cloud Public Edition, as far as known. */
  scenario?: string
  /** Entity sets in which we create documents, with all that hangs on them, and from which we delete. */
  creates?: string[]
  removes?: string[]
  /** The field that carries the key of a message in the host's document. */
  key?: { entitySet: string; field: string; length: number }
  /** Fields by which a repetition asks, before it sends again, whether the host has the document already. */
  asks?: Record<string, string[]>
  /** Fields by which records are looked up. */
  reads?: Record<string, string[]>
  /** Fields by which replication asks for what has changed. */
  changes?: Record<string, string[]>
  /** Elements that we send to a SOAP service, or read in its answer. */
  elements?: readonly string[]
}

const KEY_LENGTH = 16

/** Where the key ends a short text. */
const TEXT_AND_KEY = 40

/** Communication scenarios as the reference of the SAP Cloud SDK names them: docs/connect-s4hana.md. */
export const USAGES: Usage[] = [
  {
    api: 'API_BUSINESS_PARTNER', protocol: 'V2', scenario: 'SAP_COM_0008',
    changes: { A_BusinessPartner: ['LastChangeDate', 'LastChangeTime'] }
  },
  {
    api: 'API_PRODUCT_SRV', protocol: 'V2', scenario: 'SAP_COM_0009',
    changes: { A_Product: ['LastChangeDateTime'] },
    reads: { A_ProductSupplyPlanning: ['Product', 'Plant'], A_ProductValuation: ['Product', 'ValuationArea', 'ValuationType'] }
  },
  {
    api: 'API_EQUIPMENT', protocol: 'V2',
    changes: { Equipment: ['LastChangeDateTime'] }, reads: { Equipment: ['ValidityEndDate'] }
  },
  {
    api: 'API_BILL_OF_MATERIAL_SRV', protocol: 'V2', scenario: 'SAP_COM_0105',
    reads: { MaterialBOMItem: ['Material', 'Plant', 'IsDeleted', 'ValidityStartDate', 'ValidityEndDate'] }
  },
  {
    api: 'API_MATERIAL_STOCK_SRV', protocol: 'V2', scenario: 'SAP_COM_0164',
    reads: { A_MatlStkInAcctMod: ['Material', 'Plant', 'InventorySpecialStockType'] }
  },
  {
    api: 'API_INFORECORD_PROCESS_SRV', protocol: 'V2', scenario: 'SAP_COM_0145',
    reads: { A_PurchasingInfoRecord: ['Material', 'IsDeleted'] }
  },
  { api: 'API_COSTCENTER_SRV', protocol: 'V2', reads: { A_CostCenter: ['CostCenter', 'ValidityEndDate'] } },
  {
    api: 'API_RESERVATION_DOCUMENT_SRV', protocol: 'V2', scenario: 'SAP_COM_0112',
    creates: ['A_ReservationDocumentHeader'], removes: ['A_ReservationDocumentHeader'],
    key: { entitySet: 'A_ReservationDocumentItem', field: 'ReservationItemText', length: KEY_LENGTH },
    asks: { A_ReservationDocumentItem: ['Product', 'Plant', 'ReservationItemText'], A_ReservationDocumentHeader: ['Reservation'] }
  },
  {
    api: 'API_MATERIAL_DOCUMENT_SRV', protocol: 'V2', scenario: 'SAP_COM_0108',
    creates: ['A_MaterialDocumentHeader'],
    key: { entitySet: 'A_MaterialDocumentHeader', field: 'ReferenceDocument', length: KEY_LENGTH },
    asks: { A_MaterialDocumentHeader: ['ReferenceDocument'], A_MaterialDocumentItem: ['ReversedMaterialDocument', 'ReversedMaterialDocumentYear'] }
  },
  {
    api: 'API_PURCHASEREQ_PROCESS_SRV', protocol: 'V2', scenario: 'SAP_COM_0102',
    creates: ['A_PurchaseRequisitionHeader'],
    key: { entitySet: 'A_PurchaseRequisitionItem', field: 'PurReqnExternalReference', length: KEY_LENGTH },
    asks: { A_PurchaseRequisitionItem: ['Material', 'Plant', 'PurReqnExternalReference'] }
  },
  {
    api: 'CE_PURCHASEREQUISITION_0001', protocol: 'V4', scenario: 'SAP_COM_0102',
    creates: ['PurchaseReqn'],
    key: { entitySet: 'PurchaseReqnItem', field: 'PurReqnExternalReference', length: KEY_LENGTH },
    asks: { PurchaseReqnItem: ['Material', 'Plant', 'PurReqnExternalReference'] }
  },
  {
    api: 'API_SERVICE_ORDER_SRV', protocol: 'V2', scenario: 'SAP_COM_0350',
    creates: ['A_ServiceOrder'],
    key: { entitySet: 'A_ServiceOrder', field: 'PurchaseOrderByCustomer', length: KEY_LENGTH },
    asks: { A_ServiceOrder: ['PurchaseOrderByCustomer'] }
  },
  {
    api: 'API_SERVICE_CONFIRMATION_SRV', protocol: 'V2', scenario: 'SAP_COM_0352',
    creates: ['A_ServiceConfirmation'],
    key: { entitySet: 'A_ServiceConfirmation', field: 'PurchaseOrderByCustomer', length: KEY_LENGTH },
    asks: { A_ServiceConfirmation: ['PurchaseOrderByCustomer', 'ServiceConfirmation'] }
  },
  {
    api: 'API_MANAGE_WORKFORCE_TIMESHEET', protocol: 'V2', scenario: 'SAP_COM_0027',
    creates: ['TimeSheetEntryCollection'],
    asks: { TimeSheetEntryCollection: ['PersonWorkAgreementExternalID', 'CompanyCode', 'TimeSheetDate', 'TimeSheetRecord'] }
  },
  ...(['Debit', 'Credit'] as const).map((kind): Usage => ({
    api: `API_${kind.toUpperCase()}_MEMO_REQUEST_SRV`, protocol: 'V2', scenario: kind === 'Debit' ? 'SAP_COM_0159' : 'SAP_COM_0158',
    creates: [`A_${kind}MemoRequest`],
    key: { entitySet: `A_${kind}MemoRequest`, field: 'PurchaseOrderByCustomer', length: KEY_LENGTH },
    asks: { [`A_${kind}MemoRequest`]: ['PurchaseOrderByCustomer'] }
  })),
  { api: SERVICE, protocol: 'SOAP', scenario: 'SAP_COM_0002', elements: ELEMENTS },
  {
    // Reads by its key what the SOAP service for journal entries has posted.
    api: 'API_OPLACCTGDOCITEMCUBE_SRV', protocol: 'V2', scenario: 'SAP_COM_0002',
    asks: { A_OperationalAcctgDocItemCube: ['CompanyCode', 'FiscalYear', 'AccountingDocument', 'DocumentReferenceID'] }
  },
  {
    api: 'CE_QUALITYNOTIFICATION_0001', protocol: 'V4',
    creates: ['QualityNotification'],
    key: { entitySet: 'QualityNotification', field: 'NotificationText', length: TEXT_AND_KEY },
    asks: { QualityNotification: ['NotificationType', 'IsDeleted', 'NotificationText'] },
    reads: { QualityNotification: ['QualityNotification'] }, changes: { QualityNotification: ['ChangedDateTime'] }
  },
  {
    api: 'API_DEFECT_SRV', protocol: 'V2',
    creates: ['A_Defect'],
    key: { entitySet: 'A_Defect', field: 'DefectText', length: TEXT_AND_KEY },
    asks: { A_Defect: ['Plant', 'IsDeleted', 'DefectText'] },
    reads: { A_Defect: ['Defect'] }, changes: { A_Defect: ['ChangedDateTime'] }
  }
]
