namespace aftersales;

using { sap.common.CodeList, cuid, managed, Currency } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as orders } from './work-orders';
using { aftersales as host } from './host-erp';
using { aftersales as rules } from './finance-rules';
using { aftersales as costs } from './finance';
using { aftersales as master } from './master-data';

type CostPostingState : String(10) enum { Queued; Posted; Failed; Reversing; Reversed; Withdrawn; };
type CostPostingKind  : String(15) enum { cost; reversal; accrual; accrualReversal; };
type AccrualRunState  : String(10) enum { Proposed; Posting; Posted; Failed; Reversed; Cancelled; };
type BillingState     : String(10) enum { Queued; Requested; Failed; Cancelled; };
type PostingCategory  : String(12) enum { failed; incomplete; closedPeriod; ready; waiting; };

entity CostPostingStates : CodeList {
  key code        : CostPostingState;
      position    : Integer;
      criticality : codes.Criticality;
}

entity CostPostingKinds : CodeList {
  key code : CostPostingKind;
}

entity ReversalReasons : CodeList {
  key code     : String(10);
      /** Reversal reason in the host: 01 in the period of the document, 02 in another one. */
      hostCode : String(2);
}

/** What keeps an order's costs from the books, or nothing: whoever posts goes by it. */
entity PostingCategories : CodeList {
  key code        : PostingCategory;
      position    : Integer;
      criticality : codes.Criticality;
}

// An order has one posting on its way at most: who comes second finds this taken.
extend entity costs.OrderFinances with {
  currentPosting : Association to CostPostings;
}

/** A document: balanced in each currency, never changed. What was wrong is reversed by a document of its own. */
entity CostPostings : cuid, managed {
  number              : String(12) not null;
  kind                : Association to CostPostingKinds not null default 'cost';
  state               : Association to CostPostingStates not null default 'Queued';
  workOrder           : Association to orders.WorkOrders;
  workOrderNumber     : String(10);
  companyCode         : rules.CompanyCode not null;
  documentDate        : Date not null;
  postingDate         : Date not null;
  fiscalYear          : rules.FiscalYear;
  fiscalPeriod        : rules.FiscalPeriod;
  /** The customer's or the order's reference, as the host's document carries it. */
  reference           : String(60);
  /** What the host settles: its internal order or service order. */
  settlementReference : String(24);
  /** Debits in the company code's currency. */
  total               : types.Amount not null default 0;
  currency            : Currency;
  reversalOf          : Association to CostPostings;
  /** Its mirror, once that is asked for: a document has one at most. */
  reversedBy          : Association to CostPostings;
  reversalReason      : Association to ReversalReasons;
  /** When the host had confirmed all of it. */
  postedAt            : Timestamp;
  /** The host's own words about what it refused last. */
  errorCode           : String(40);
  error               : String(1000);
  accrualRun          : Association to AccrualRuns;
  lines               : Composition of many CostPostingLines on lines.posting = $self;
  documents           : Composition of many CostPostingDocuments on documents.posting = $self;
}

entity CostPostingLines : cuid {
  posting             : Association to CostPostings not null;
  /** 1, 2, 3 … */
  line                : Integer not null;
  repairCost          : Association to costs.RepairCosts;
  /** S debit, H credit; the amount has no sign. */
  debitCredit         : String(1) not null;
  glAccount           : rules.GLAccount not null;
  amount              : types.Amount not null;
  currency            : Currency not null;
  companyCodeAmount   : types.Amount not null;
  companyCodeCurrency : Currency not null;
  costCenter          : String(10);
  internalOrder       : String(12);
  wbsElement          : String(24);
  serviceOrder        : String(10);
  serviceOrderItem    : String(6);
  taxCode             : rules.TaxCode;
  accountingIndicator : Association to codes.AccountingIndicators;
  costType            : Association to codes.CostTypes;
  quantity            : types.Quantity;
  unit                : types.UnitOfMeasure;
  activityType        : rules.ActivityType;
  postedBy            : Association to costs.PostedByKinds not null;
  /** Ours, in which the line travels; goods issues are there already. */
  document            : Association to CostPostingDocuments;
  hostDocument        : String(30);
  text                : types.ShortText;
}

/** A document of the host that a posting asks for. */
entity CostPostingDocuments : cuid {
  posting      : Association to CostPostings not null;
  /** 1, 2, 3 … in the order in which they are sent. */
  position     : Integer not null;
  kind         : Association to host.HostMessageKinds not null;
  postedBy     : Association to costs.PostedByKinds not null;
  /** Whose time is confirmed. */
  @aftersales.onDelete: 'outlives'
  costItem     : Association to orders.CostItems;
  /** The document that this one takes back. */
  reverses     : Association to CostPostingDocuments;
  hostMessage  : Association to host.HostMessages;
  hostDocument : String(30);
  state        : Association to host.HostMessageStates not null default 'Pending';
  errorCode    : String(40);
  /** The host's own words. */
  error        : String(1000);
  /** The host has judged it and does not want it: it is not there. */
  isRefused    : Boolean not null default false;
}

// ---- billing

entity BillingStates : CodeList {
  key code        : BillingState;
      criticality : codes.Criticality;
}

/** What billing is asked to charge the customer: the host makes a debit memo request of it. */
entity BillingRequests : cuid, managed {
  number       : String(12) not null;
  workOrder    : Association to orders.WorkOrders not null;
  companyCode  : rules.CompanyCode;
  customer     : Association to master.Customers;
  /** Credits what was charged before and has become less. */
  isCredit     : Boolean not null default false;
  state        : Association to BillingStates not null default 'Queued';
  netAmount    : types.Amount not null;
  currency     : Currency not null;
  hostDocument : String(30);
  hostMessage  : Association to host.HostMessages;
  errorCode    : String(40);
  error        : String(1000);
  /** The host has judged it and does not want it: it is not there. */
  isRefused    : Boolean not null default false;
  items        : Composition of many BillingRequestItems on items.request = $self;
}

entity BillingRequestItems : cuid {
  request     : Association to BillingRequests not null;
  repairCost  : Association to costs.RepairCosts not null;
  description : types.ShortText;
  quantity    : types.Quantity;
  unit        : types.UnitOfMeasure;
  /** What the row costs less what has been charged for it: with its sign. */
  netAmount   : types.Amount not null;
  taxCode     : rules.TaxCode;
}

// ---- accruals

entity AccrualRunStates : CodeList {
  key code        : AccrualRunState;
      position    : Integer;
      criticality : codes.Criticality;
}

/** Work done by the end of a period and not in the books by then: booked on its last day, taken back on the next day. One run a period. */
@assert.unique: { period: [companyCode, fiscalYear, fiscalPeriod] }
entity AccrualRuns : cuid, managed {
  companyCode     : rules.CompanyCode not null;
  fiscalYear      : rules.FiscalYear not null;
  fiscalPeriod    : rules.FiscalPeriod not null;
  state           : Association to AccrualRunStates not null default 'Proposed';
  keyDate         : Date;
  reversalDate    : Date;
  /** Of the items that are not left out, in the company code's currency. */
  total           : types.Amount not null default 0;
  currency        : Currency;
  itemCount       : Integer not null default 0;
  /** Costs of the period that can't be booked as something is missing. */
  incompleteCount : Integer not null default 0;
  posting         : Association to CostPostings;
  reversalPosting : Association to CostPostings;
  items           : Composition of many AccrualItems on items.run = $self;
}

/** A cost as it was when the run was proposed or posted. */
entity AccrualItems : cuid {
  run                 : Association to AccrualRuns not null;
  repairCost          : Association to costs.RepairCosts not null;
  workOrder           : Association to orders.WorkOrders;
  description         : types.ShortText;
  costType            : Association to codes.CostTypes;
  accountingIndicator : Association to codes.AccountingIndicators;
  performedOn         : Date;
  glAccount           : rules.GLAccount not null;
  costCenter          : String(10);
  internalOrder       : String(12);
  wbsElement          : String(24);
  serviceOrder        : String(10);
  serviceOrderItem    : String(6);
  /** Hours are transferred within the company, from the cost centre of who worked; all else it owes. */
  offsetAccount       : rules.GLAccount not null;
  offsetCostCenter    : String(10);
  amount              : types.Amount not null;
  currency            : Currency;
  companyCodeAmount   : types.Amount not null;
  companyCodeCurrency : Currency;
  /** A person took it out of the run, or it was posted meanwhile. */
  isExcluded          : Boolean not null default false;
}
