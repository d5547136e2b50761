// The APIs as the host serves them. OData V4 APIs stand at their absolute paths; the others are reached through
// the OData V2 adapter at /sap/opu/odata/sap/<name>.
using { API_BUSINESS_PARTNER } from '../../srv/host-erp/external/API_BUSINESS_PARTNER';
using { API_EQUIPMENT } from '../../srv/host-erp/external/API_EQUIPMENT';
using { API_PRODUCT_SRV } from '../../srv/host-erp/external/API_PRODUCT_SRV';
using { API_BILL_OF_MATERIAL_SRV } from '../../srv/host-erp/external/API_BILL_OF_MATERIAL_SRV';
using { API_MATERIAL_STOCK_SRV } from '../../srv/host-erp/external/API_MATERIAL_STOCK_SRV';
using { API_INFORECORD_PROCESS_SRV } from '../../srv/host-erp/external/API_INFORECORD_PROCESS_SRV';
using { API_COSTCENTER_SRV } from '../../srv/host-erp/external/API_COSTCENTER_SRV';
using { API_RESERVATION_DOCUMENT_SRV } from '../../srv/host-erp/external/API_RESERVATION_DOCUMENT_SRV';
using { API_MATERIAL_DOCUMENT_SRV } from '../../srv/host-erp/external/API_MATERIAL_DOCUMENT_SRV';
using { API_PURCHASEREQ_PROCESS_SRV } from '../../srv/host-erp/external/API_PURCHASEREQ_PROCESS_SRV';
using { CE_PURCHASEREQUISITION_0001 } from '../../srv/host-erp/external/CE_PURCHASEREQUISITION_0001';
using { API_SERVICE_ORDER_SRV } from '../../srv/host-erp/external/API_SERVICE_ORDER_SRV';
using { API_SERVICE_CONFIRMATION_SRV } from '../../srv/host-erp/external/API_SERVICE_CONFIRMATION_SRV';
using { CE_QUALITYNOTIFICATION_0001 } from '../../srv/host-erp/external/CE_QUALITYNOTIFICATION_0001';
using { API_DEFECT_SRV } from '../../srv/host-erp/external/API_DEFECT_SRV';
using { API_MANAGE_WORKFORCE_TIMESHEET } from '../../srv/host-erp/external/API_MANAGE_WORKFORCE_TIMESHEET';
using { API_DEBIT_MEMO_REQUEST_SRV } from '../../srv/host-erp/external/API_DEBIT_MEMO_REQUEST_SRV';
using { API_CREDIT_MEMO_REQUEST_SRV } from '../../srv/host-erp/external/API_CREDIT_MEMO_REQUEST_SRV';
using { API_OPLACCTGDOCITEMCUBE_SRV } from '../../srv/host-erp/external/API_OPLACCTGDOCITEMCUBE_SRV';
using from './ledger';

annotate API_BUSINESS_PARTNER with @path: 'API_BUSINESS_PARTNER' @readonly;
annotate API_EQUIPMENT with @path: 'API_EQUIPMENT' @readonly;
annotate API_PRODUCT_SRV with @path: 'API_PRODUCT_SRV' @readonly;
annotate API_BILL_OF_MATERIAL_SRV with @path: 'API_BILL_OF_MATERIAL_SRV;v=0002' @readonly;
annotate API_MATERIAL_STOCK_SRV with @path: 'API_MATERIAL_STOCK_SRV' @readonly;
annotate API_INFORECORD_PROCESS_SRV with @path: 'API_INFORECORD_PROCESS_SRV' @readonly;
annotate API_COSTCENTER_SRV with @path: 'API_COSTCENTER_SRV' @readonly;
annotate API_RESERVATION_DOCUMENT_SRV with @path: 'API_RESERVATION_DOCUMENT_SRV';
annotate API_MATERIAL_DOCUMENT_SRV with @path: 'API_MATERIAL_DOCUMENT_SRV';
annotate API_PURCHASEREQ_PROCESS_SRV with @path: 'API_PURCHASEREQ_PROCESS_SRV';
annotate API_SERVICE_ORDER_SRV with @path: 'API_SERVICE_ORDER_SRV';
annotate API_SERVICE_CONFIRMATION_SRV with @path: 'API_SERVICE_CONFIRMATION_SRV';
annotate CE_PURCHASEREQUISITION_0001 with @path: '/sap/opu/odata4/sap/api_purchaserequisition_2/srvd_a2x/sap/purchaserequisition/0001';
annotate CE_QUALITYNOTIFICATION_0001 with @path: '/sap/opu/odata4/sap/api_qualitynotification/srvd_a2x/sap/qualitynotification/0001';
annotate API_DEFECT_SRV with @path: 'API_DEFECT_SRV';
annotate API_MANAGE_WORKFORCE_TIMESHEET with @path: 'API_MANAGE_WORKFORCE_TIMESHEET';
annotate API_DEBIT_MEMO_REQUEST_SRV with @path: 'API_DEBIT_MEMO_REQUEST_SRV';
annotate API_CREDIT_MEMO_REQUEST_SRV with @path: 'API_CREDIT_MEMO_REQUEST_SRV';
annotate API_OPLACCTGDOCITEMCUBE_SRV with @path: 'API_OPLACCTGDOCITEMCUBE_SRV' @readonly;

annotate API_RESERVATION_DOCUMENT_SRV.A_ReservationDocumentHeader with @Capabilities.Updatable: false;
annotate API_RESERVATION_DOCUMENT_SRV.A_ReservationDocumentItem with @Capabilities: { Insertable: false, Updatable: false, Deletable: false };
annotate API_MATERIAL_DOCUMENT_SRV.A_MaterialDocumentHeader with @Capabilities: { Updatable: false, Deletable: false };
annotate API_MATERIAL_DOCUMENT_SRV.A_MaterialDocumentItem with @readonly;
annotate API_MATERIAL_DOCUMENT_SRV.A_SerialNumberMaterialDocument with @readonly;
annotate API_PURCHASEREQ_PROCESS_SRV.A_PurchaseRequisitionHeader with @Capabilities.Deletable: false;
annotate API_SERVICE_ORDER_SRV.A_ServiceOrder with @Capabilities.Deletable: false;
annotate API_SERVICE_CONFIRMATION_SRV.A_ServiceConfirmation with @Capabilities.Deletable: false;
annotate CE_QUALITYNOTIFICATION_0001.QualityNotification with @Capabilities: { Updatable: false, Deletable: false };
annotate API_DEFECT_SRV.A_Defect with @Capabilities.Deletable: false;
// OData V2 has no structures in CAP: metadata name their fields one by one, while data come and go nested.
annotate API_MANAGE_WORKFORCE_TIMESHEET.TimeSheetEntryCollection with @open;
annotate API_MANAGE_WORKFORCE_TIMESHEET.TimeSheetEntryCollection with @Capabilities: { Updatable: false, Deletable: false };
annotate API_DEBIT_MEMO_REQUEST_SRV.A_DebitMemoRequest with @Capabilities: { Updatable: false, Deletable: false };
annotate API_CREDIT_MEMO_REQUEST_SRV.A_CreditMemoRequest with @Capabilities: { Updatable: false, Deletable: false };

annotate API_BUSINESS_PARTNER.A_BusinessPartner { ETag @odata.etag };
annotate API_EQUIPMENT.Equipment { LastChangeDateTime @odata.etag };
annotate API_PRODUCT_SRV.A_Product { LastChangeDateTime @odata.etag };
annotate API_INFORECORD_PROCESS_SRV.A_PurchasingInfoRecord { LastChangeDateTime @odata.etag };
annotate API_PURCHASEREQ_PROCESS_SRV.A_PurchaseRequisitionItem { LastChangeDateTime @odata.etag };
annotate CE_PURCHASEREQUISITION_0001.PurchaseReqnItem { LastChangeDateTime @odata.etag };
annotate API_SERVICE_ORDER_SRV.A_ServiceOrder { ServiceDocChangedDateTime @odata.etag };
annotate CE_QUALITYNOTIFICATION_0001.QualityNotification { ChangedDateTime @odata.etag };
annotate API_DEFECT_SRV.A_Defect { ChangedDateTime @odata.etag };
