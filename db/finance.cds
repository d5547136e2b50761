namespace aftersales;

using { sap.common.CodeList, cuid, managed, Currency } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as orders } from './work-orders';
using { aftersales as dispatch } from './dispatch';
using { aftersales as parts } from './spare-parts';
using { aftersales as rules } from './finance-rules';
using { aftersales as postings } from './finance-postings';

type RepairCostState   : String(12) enum { Open; Incomplete; Posting; Posted; Cancelled; Historical; };
type FinanceState      : String(10) enum { NoCosts; Open; Posted; Closed; };
type CostSource        : String(12) enum { manual; time; goodsIssue; late; ![import]; };
/** Who brings a cost into the books: the host by itself with the document of that name, or our journal entry. */
type PostedBy          : String(20) enum { goodsIssue; timeConfirmation; serviceConfirmation; journalEntry; };

// ---- what cost items know besides (db/work-orders.cds)

entity CostSources : CodeList {
  key code : CostSource;
}

// Where a cost comes from, and what the host has booked of it, is nothing that a person enters.
extend entity orders.CostItems with {
  @readonly source       : Association to CostSources default 'manual';
  /** Whose time it is. Without a rate the activity rate that is valid on the day is taken. */
  @assert.target technician   : Association to dispatch.Technicians;
  activityType : rules.ActivityType;
  /** The part, and the need for which it was issued. */
  @readonly part         : Association to master.Products;
  @readonly reservation  : Association to parts.Reservations;
  /** The host's document where it has booked this already: 4900000000/2026. */
  @readonly hostDocument : String(30);
  /** What the host itself has booked for it, in its company code's currency; the amount goes by it. */
  @readonly hostAmount   : types.Amount;
  /** What it costs whom. */
  repairCosts  : Association to many RepairCosts on repairCosts.costItem = $self;
}

extend entity orders.WorkOrders with {
  finance : Association to OrderFinances on finance.workOrder = $self;
}

// ---- repair costs

entity RepairCostStates : CodeList {
  key code        : RepairCostState;
      position    : Integer;
      criticality : codes.Criticality;
}

entity PostedByKinds : CodeList {
  key code : PostedBy;
}

/**
 * One row per cost item and who bears it, with everything a controller asks for, flat. Written by this module alone. What is posted does
 * not change any more: what changes later is a further row with the difference. A row that fell away stays as Cancelled with nothing in it.
 */
entity RepairCosts : cuid {
  /** Grows in the order of commits: whoever has read up to N finds everything that changed since by asking for more than N. */
  changeNumber         : Integer64 not null;
  createdAt            : Timestamp;
  changedAt            : Timestamp;
  state                : Association to RepairCostStates not null default 'Open';
  /** Why it can't be posted: MISSING_ACCOUNT, MISSING_COST_OBJECT, MISSING_RATE, MISSING_COMPANY_CODE … */
  incompleteReason     : String(40);

  workOrder            : Association to orders.WorkOrders;
  workOrderNumber      : String(10);
  /** Its rows stay when it is deleted, cancelled. */
  @aftersales.onDelete: 'outlives'
  costItem             : Association to orders.CostItems;
  /** Of the shares of an item 1, 2 …; of the corrections of a share 0, 1 … */
  share                : Integer not null default 1;
  correction           : Integer not null default 0;
  sharePercent         : Decimal(6, 3) not null default 100;

  costType             : Association to codes.CostTypes;
  source               : Association to CostSources;
  description          : types.ShortText;
  accountingIndicator  : Association to codes.AccountingIndicators;
  warrantyStatus       : Association to codes.WarrantyStatuses;
  quantity             : types.Quantity;
  unit                 : types.UnitOfMeasure;
  rate                 : types.Rate;
  amount               : types.Amount not null default 0;
  currency             : Currency;
  companyCodeAmount    : types.Amount;
  companyCodeCurrency  : Currency;
  exchangeRate         : rules.ExchangeRate;
  exchangeRateDate     : Date;

  companyCode          : rules.CompanyCode;
  plant                : String(4);
  glAccount            : rules.GLAccount;
  costElement          : rules.GLAccount;
  offsetAccount        : rules.GLAccount;
  hostAccount          : rules.GLAccount;
  taxCode              : rules.TaxCode;
  costObjectKind       : Association to rules.CostObjectKinds;
  costCenter           : String(10);
  internalOrder        : String(12);
  wbsElement           : String(24);
  serviceOrder         : String(10);
  serviceOrderItem     : String(6);
  activityType         : rules.ActivityType;
  postedBy             : Association to PostedByKinds;
  /** Which rules decided, for "why is it here?" */
  costObjectRule       : Association to rules.CostObjectRules;
  accountRule          : Association to rules.AccountRules;
  coverageRule         : Association to rules.CoverageRules;

  performedOn          : Date;
  /** First day of the month in which it was performed, for charts. */
  month                : Date;
  fiscalYear           : rules.FiscalYear;
  fiscalPeriod         : rules.FiscalPeriod;
  documentDate         : Date;
  postingDate          : Date;
  debitCredit          : String(1);
  posting              : Association to postings.CostPostings;
  postingNumber        : String(12);
  /** The host's document, once it has answered. */
  accountingDocument   : String(30);
  /** Number of the posting that took this row's last posting back. */
  reversalNumber       : String(12);
  reference            : String(60);

  orderType            : Association to codes.OrderTypes;
  faultCategory        : Association to codes.FaultCategories;
  resolution           : Association to codes.ResolutionCodes;
  equipment            : Association to master.Equipment;
  equipmentNumber      : String(18);
  serialNumber         : String(18);
  model                : String(20);
  manufacturer         : String(30);
  functionalLocation   : String(40);
  customer             : Association to master.Customers;
  customerNumber       : String(10);
  customerName         : types.Name;
  technician           : Association to dispatch.Technicians;
  technicianNumber     : String(12);
  part                 : Association to master.Products;
  partNumber           : String(40);
  serviceContract      : String(10);
  /** The claim against the supplier, and this share of what it paid, in the company code's currency. */
  warrantyReturn       : Association to parts.WarrantyReturns;
  recoveredAmount      : types.Amount;
}

/** Counters that grow in the order of commits: taken by UPDATE as the last statement of a transaction. */
entity ChangeCounters {
  key object : String(30);
      last   : Integer64 not null default 0;
}

entity FinanceStates : CodeList {
  key code        : FinanceState;
      position    : Integer;
      criticality : codes.Criticality;
}

/** Where an order stands in finance, in the currency of its company code. Its own status is another matter. */
entity OrderFinances {
  key workOrder            : Association to orders.WorkOrders;
      state                : Association to FinanceStates not null default 'NoCosts';
      companyCode          : rules.CompanyCode;
      currency             : Currency;
      /** From the proposal: expected time, way and parts; kept as it is once work has started. */
      planned              : types.Amount not null default 0;
      actual               : types.Amount not null default 0;
      posted               : types.Amount not null default 0;
      /** Neither posted nor on the way there. */
      open                 : types.Amount not null default 0;
      warranty             : types.Amount not null default 0;
      contract             : types.Amount not null default 0;
      goodwill             : types.Amount not null default 0;
      billable             : types.Amount not null default 0;
      recovered            : types.Amount not null default 0;
      /** Rows that wait for posting, and the last day on which such work was done, with its period. */
      openCount            : Integer not null default 0;
      costDate             : Date;
      fiscalYear           : rules.FiscalYear;
      fiscalPeriod         : rules.FiscalPeriod;
      /** Rows that can't be posted as something is missing, and what is missing of the first of them. */
      incompleteCount      : Integer not null default 0;
      incompleteReason     : String(40);
      closedAt             : Timestamp;
      /** Costs came after it was closed. */
      reopenedAt           : Timestamp;
      serviceOrder         : String(10);
      planned_items        : Composition of many PlannedCosts on planned_items.order = $self;
}

/** What the repair was expected to cost. */
entity PlannedCosts : cuid {
  order        : Association to OrderFinances;
  costType     : Association to codes.CostTypes;
  description  : types.ShortText;
  quantity     : types.Quantity;
  unit         : types.UnitOfMeasure;
  rate         : types.Rate;
  amount       : types.Amount;
  currency     : Currency;
  companyCodeAmount : types.Amount;
}

/** What was set aside for warranty of a model in a fiscal year. */
@assert.unique: { year: [companyCode, fiscalYear, model] }
entity WarrantyProvisions : cuid, managed {
  companyCode : Association to rules.CompanyCodes not null;
  fiscalYear  : rules.FiscalYear not null;
  model       : String(20) not null;
  amount      : types.Amount not null;
  currency    : Currency;
}
