using { aftersales as db } from '../../db';

namespace aftersales;

/** What repairs cost, who bears it, what is in the books, and what is new since the last pull. */
service FinanceService @(path: '/odata/v4/finance') {

  @readonly
  entity RepairCosts         as projection on db.RepairCosts;
  @readonly
  entity CostPostings        as projection on db.CostPostings actions {
    /** Makes the mirror document, on that day or the first one of the next open period where the settings say so. */
    action reverse(reason_code : db.ReversalReasons:code not null, postingDate : Date) returns CostPostings;
    /** Sends again what the host refused. */
    action resend()                                                            returns CostPostings;
  };
  @readonly
  entity CostPostingLines     as projection on db.CostPostingLines;
  @readonly
  entity CostPostingDocuments as projection on db.CostPostingDocuments;
  @readonly
  entity OrderFinances        as projection on db.OrderFinances actions {
    action closeFinance()                                                      returns OrderFinances;
    /** One request a currency for what is billable and not charged yet. */
    action requestBilling()                                                    returns many BillingRequests;
  };
  @readonly
  entity PlannedCosts         as projection on db.PlannedCosts;
  @readonly
  entity BillingRequests      as projection on db.BillingRequests;

  /** The order behind a cost. */
  @readonly
  entity WorkOrders           as projection on db.WorkOrders {
    ID, number, orderType, status, shortText, equipment, customer, customerName, serialNumber, model, plant, warrantyStatus, accountingIndicator, faultCategory, resolution,
    receivedAt, completedAt, technician, currency, costTotal
  };
  @readonly
  entity CostItems            as projection on db.CostItems;

  type PostingLine {
    line : Integer; debitCredit : String(1); glAccount : String(10); amount : db.CostItems:amount; currency : String(3);
    companyCodeAmount : db.CostItems:amount; companyCodeCurrency : String(3);
    costObjectKind : String(12); costObjectKindName : String(80); costObject : String(24); taxCode : String(2);
    accountingIndicator : String(10); accountingIndicatorName : String(80); costType : String(10); costTypeName : String(80); text : String(80);
    /** goodsIssue and such: the host books it by itself; journalEntry: ours. */
    postedBy : String(20); postedByName : String(80); hostDocument : String(30); repairCost_ID : UUID;
  }
  type PostingMessage { code : String(40); text : String(500); repairCost_ID : UUID; isError : Boolean; }
  type PostingResult {
    /** Empty while it is only simulated. */
    posting_ID : UUID; number : String(12); isSimulated : Boolean; canPost : Boolean;
    workOrder_ID : UUID; workOrderNumber : String(10); companyCode : String(4); currency : String(3);
    documentDate : Date; postingDate : Date; fiscalYear : Integer; fiscalPeriod : Integer; total : db.CostItems:amount;
    lines : many PostingLine; messages : many PostingMessage;
  }
  /** The order's open costs as one balanced document: shown, or written and sent. */
  action post(workOrder_ID : UUID not null, simulate : Boolean, postingDate : Date) returns PostingResult;

  /** A cost that comes when the order is closed already, such as an external invoice. */
  action addLateCost(
    workOrder_ID : UUID not null, type_code : db.CostTypes:code not null, description : db.CostItems:description not null, quantity : db.CostItems:quantity not null,
    unit : db.CostItems:unit, rate : db.CostItems:rate not null, currency_code : String(3), accountingIndicator_code : db.AccountingIndicators:code, performedOn : Date
  ) returns CostItems;
}
