using { aftersales as db } from '../../db';

annotate db.CostSources with @title: '{i18n>CostSources}' {
  code @title: '{i18n>costSource}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.RepairCostStates with @title: '{i18n>RepairCostStates}'  @UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: position }] } {
  code        @title: '{i18n>repairCostState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.PostedByKinds with @title: '{i18n>PostedByKinds}' {
  code @title: '{i18n>postedByKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.FinanceStates with @title: '{i18n>FinanceStates}'  @UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: position }] } {
  code        @title: '{i18n>financeState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.CostItems with {
  source       @title: '{i18n>costSource}'  @Common: { Text: source.name, TextArrangement: #TextOnly };
  technician   @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  activityType @title: '{i18n>activityType}';
  part         @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  reservation  @title: '{i18n>Reservations}'  @UI.Hidden;
  hostDocument @title: '{i18n>hostDocument}';
  hostAmount   @title: '{i18n>hostAmount}'  @Measures.ISOCurrency: currency_code;
  repairCosts  @title: '{i18n>RepairCosts}';
}

annotate db.WorkOrders with {
  finance @title: '{i18n>financeOfOrder}';
}

annotate db.RepairCosts with @title: '{i18n>RepairCosts}' {
  ID                  @title: '{i18n>id}'  @UI.Hidden;
  changeNumber        @title: '{i18n>changeNumber}';
  createdAt           @title: '{i18n>createdAt}';
  changedAt           @title: '{i18n>changedAt}';
  state               @title: '{i18n>repairCostState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  incompleteReason    @title: '{i18n>incompleteReason}';
  workOrder           @title: '{i18n>workOrder}'  @Common: { Text: workOrderNumber, TextArrangement: #TextOnly };
  workOrderNumber     @title: '{i18n>workOrder}';
  costItem            @title: '{i18n>costItem}'  @Common: { Text: description, TextArrangement: #TextOnly };
  share               @title: '{i18n>costShare}';
  correction          @title: '{i18n>costCorrection}';
  sharePercent        @title: '{i18n>sharePercent}'  @Measures.Unit: '%';
  costType            @title: '{i18n>costType}'  @Common: { Text: costType.name, TextArrangement: #TextOnly };
  source              @title: '{i18n>costSource}'  @Common: { Text: source.name, TextArrangement: #TextOnly };
  description         @title: '{i18n>costDescription}';
  accountingIndicator @title: '{i18n>accountingIndicator}'  @Common: { Text: accountingIndicator.name, TextArrangement: #TextOnly };
  warrantyStatus      @title: '{i18n>warrantyStatus}'  @Common: { Text: warrantyStatus.name, TextArrangement: #TextOnly };
  quantity            @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit                @title: '{i18n>unit}';
  rate                @title: '{i18n>rate}'  @Measures.ISOCurrency: currency_code;
  amount              @title: '{i18n>amount}'  @Measures.ISOCurrency: currency_code;
  currency            @title: '{i18n>currency}';
  companyCodeAmount   @title: '{i18n>companyCodeAmount}'  @Measures.ISOCurrency: companyCodeCurrency_code;
  companyCodeCurrency @title: '{i18n>companyCodeCurrency}';
  exchangeRate        @title: '{i18n>exchangeRate}';
  exchangeRateDate    @title: '{i18n>exchangeRateDate}';
  companyCode         @title: '{i18n>companyCode}';
  plant               @title: '{i18n>plant}';
  glAccount           @title: '{i18n>glAccount}';
  costElement         @title: '{i18n>costElement}';
  offsetAccount       @title: '{i18n>offsetAccount}';
  hostAccount         @title: '{i18n>hostAccount}';
  taxCode             @title: '{i18n>taxCode}';
  costObjectKind      @title: '{i18n>costObjectKind}'  @Common: { Text: costObjectKind.name, TextArrangement: #TextOnly };
  costCenter          @title: '{i18n>costCenter}';
  internalOrder       @title: '{i18n>internalOrder}';
  wbsElement          @title: '{i18n>wbsElement}';
  serviceOrder        @title: '{i18n>serviceOrder}';
  serviceOrderItem    @title: '{i18n>serviceOrderItem}';
  activityType        @title: '{i18n>activityType}';
  postedBy            @title: '{i18n>postedByKind}'  @Common: { Text: postedBy.name, TextArrangement: #TextOnly };
  costObjectRule      @title: '{i18n>costObjectRule}';
  accountRule         @title: '{i18n>accountRule}';
  coverageRule        @title: '{i18n>coverageRule}'  @Common: { Text: coverageRule.name, TextArrangement: #TextOnly };
  performedOn         @title: '{i18n>performedOn}';
  month               @title: '{i18n>month}';
  fiscalYear          @title: '{i18n>fiscalYear}';
  fiscalPeriod        @title: '{i18n>fiscalPeriod}';
  documentDate        @title: '{i18n>documentDate}';
  postingDate         @title: '{i18n>postingDate}';
  debitCredit         @title: '{i18n>debitCredit}';
  posting             @title: '{i18n>costPosting}'  @Common: { Text: postingNumber, TextArrangement: #TextOnly };
  postingNumber       @title: '{i18n>costPosting}';
  accountingDocument  @title: '{i18n>accountingDocument}';
  reversalNumber      @title: '{i18n>reversalNumber}';
  reference           @title: '{i18n>reference}';
  orderType           @title: '{i18n>orderType}'  @Common: { Text: orderType.name, TextArrangement: #TextOnly };
  faultCategory       @title: '{i18n>faultCategory}'  @Common: { Text: faultCategory.name, TextArrangement: #TextOnly };
  resolution          @title: '{i18n>resolution}'  @Common: { Text: resolution.name, TextArrangement: #TextOnly };
  equipment           @title: '{i18n>equipment}'  @Common: { Text: serialNumber, TextArrangement: #TextOnly };
  equipmentNumber     @title: '{i18n>equipmentNumber}';
  serialNumber        @title: '{i18n>serialNumber}';
  model               @title: '{i18n>model}';
  manufacturer        @title: '{i18n>manufacturer}';
  functionalLocation  @title: '{i18n>functionalLocation}';
  customer            @title: '{i18n>customer}'  @Common: { Text: customerName, TextArrangement: #TextOnly };
  customerNumber      @title: '{i18n>customerNumber}';
  customerName        @title: '{i18n>customer}';
  technician          @title: '{i18n>technician}'  @Common: { Text: technicianNumber, TextArrangement: #TextOnly };
  technicianNumber    @title: '{i18n>technicianNumber}';
  part                @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  partNumber          @title: '{i18n>partNumber}';
  serviceContract     @title: '{i18n>serviceContract}';
  warrantyReturn      @title: '{i18n>warrantyReturn}';
  recoveredAmount     @title: '{i18n>recoveredAmount}'  @Measures.ISOCurrency: companyCodeCurrency_code;
}

annotate db.ChangeCounters with @title: '{i18n>ChangeCounters}' {
  object @title: '{i18n>counterObject}';
  last   @title: '{i18n>counterLast}';
}

annotate db.OrderFinances with @title: '{i18n>OrderFinances}' {
  workOrder        @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  state            @title: '{i18n>financeState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  companyCode      @title: '{i18n>companyCode}';
  currency         @title: '{i18n>companyCodeCurrency}';
  planned          @title: '{i18n>plannedCost}'  @Measures.ISOCurrency: currency_code;
  actual           @title: '{i18n>actualCost}'  @Measures.ISOCurrency: currency_code;
  posted           @title: '{i18n>postedCost}'  @Measures.ISOCurrency: currency_code;
  open             @title: '{i18n>openCost}'  @Measures.ISOCurrency: currency_code;
  warranty         @title: '{i18n>warrantyCost}'  @Measures.ISOCurrency: currency_code;
  contract         @title: '{i18n>contractCost}'  @Measures.ISOCurrency: currency_code;
  goodwill         @title: '{i18n>goodwillCost}'  @Measures.ISOCurrency: currency_code;
  billable         @title: '{i18n>billableCost}'  @Measures.ISOCurrency: currency_code;
  recovered        @title: '{i18n>recoveredCost}'  @Measures.ISOCurrency: currency_code;
  openCount        @title: '{i18n>openCostCount}';
  costDate         @title: '{i18n>costDate}';
  fiscalYear       @title: '{i18n>fiscalYear}';
  fiscalPeriod     @title: '{i18n>fiscalPeriod}';
  incompleteCount  @title: '{i18n>incompleteCount}';
  incompleteReason @title: '{i18n>incompleteReason}';
  closedAt         @title: '{i18n>financeClosedAt}';
  reopenedAt       @title: '{i18n>financeReopenedAt}';
  serviceOrder     @title: '{i18n>serviceOrder}';
  planned_items    @title: '{i18n>PlannedCosts}';
}

annotate db.PlannedCosts with @title: '{i18n>PlannedCosts}' {
  ID                @title: '{i18n>id}'  @UI.Hidden;
  order             @title: '{i18n>workOrder}';
  costType          @title: '{i18n>costType}'  @Common: { Text: costType.name, TextArrangement: #TextOnly };
  description       @title: '{i18n>costDescription}';
  quantity          @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit              @title: '{i18n>unit}';
  rate              @title: '{i18n>rate}'  @Measures.ISOCurrency: currency_code;
  amount            @title: '{i18n>amount}'  @Measures.ISOCurrency: currency_code;
  currency          @title: '{i18n>currency}';
  companyCodeAmount @title: '{i18n>companyCodeAmount}'  @Measures.ISOCurrency: order.currency_code;
}

annotate db.WarrantyProvisions with @title: '{i18n>WarrantyProvisions}' {
  companyCode @title: '{i18n>companyCode}';
  fiscalYear  @title: '{i18n>fiscalYear}';
  model       @title: '{i18n>model}';
  amount      @title: '{i18n>provisionAmount}'  @Measures.ISOCurrency: currency_code;
  currency    @title: '{i18n>currency}';
}
