using { aftersales as db } from '../../db';

// What belongs to an order's page in finance: nothing is stored for it.
extend entity db.OrderFinances with {
  costs           : Association to many db.RepairCosts on costs.workOrder = workOrder;
  postings        : Association to many db.CostPostings on postings.workOrder = workOrder;
  billingRequests : Association to many db.BillingRequests on billingRequests.workOrder = workOrder;
  fiscalYearText  : String(4) = cast(fiscalYear as String(4));
}

// People write a year without a thousands separator.
extend entity db.CostPostings       with { fiscalYearText : String(4) = cast(fiscalYear as String(4)); }
extend entity db.AccrualRuns        with { fiscalYearText : String(4) = cast(fiscalYear as String(4)); }
extend entity db.PostingPeriods     with { fiscalYearText : String(4) = cast(fiscalYear as String(4)); }
extend entity db.WarrantyProvisions with { fiscalYearText : String(4) = cast(fiscalYear as String(4)); }

// Whatever kind of object bears a line's cost.
extend entity db.CostPostingLines with {
  costObject : String(24) = coalesce(costCenter, internalOrder, wbsElement, case when serviceOrderItem is null then serviceOrder else serviceOrder || '/' || serviceOrderItem end);
}
extend entity db.AccrualItems with {
  costObject : String(24) = coalesce(costCenter, internalOrder, wbsElement, case when serviceOrderItem is null then serviceOrder else serviceOrder || '/' || serviceOrderItem end);
}
