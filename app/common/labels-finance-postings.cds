using { aftersales as db } from '../../db';

annotate db.CostPostingStates with @title: '{i18n>CostPostingStates}'  @UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: position }] } {
  code        @title: '{i18n>costPostingState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.CostPostingKinds with @title: '{i18n>CostPostingKinds}' {
  code @title: '{i18n>costPostingKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.ReversalReasons with @title: '{i18n>ReversalReasons}' {
  code     @title: '{i18n>reversalReason}'  @Common: { Text: name, TextArrangement: #TextOnly };
  hostCode @title: '{i18n>reversalReasonInHost}';
}

annotate db.PostingCategories with @title: '{i18n>PostingCategories}'  @UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: position }] } {
  code        @title: '{i18n>postingCategory}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.OrderFinances with {
  currentPosting @title: '{i18n>currentPosting}'  @Common: { Text: currentPosting.number, TextArrangement: #TextOnly };
}

annotate db.CostPostings with @title: '{i18n>CostPostings}' {
  ID                  @title: '{i18n>id}'  @UI.Hidden;
  number              @title: '{i18n>costPostingNumber}';
  kind                @title: '{i18n>costPostingKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  state               @title: '{i18n>costPostingState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  workOrder           @title: '{i18n>workOrder}'  @Common: { Text: workOrderNumber, TextArrangement: #TextOnly };
  workOrderNumber     @title: '{i18n>workOrder}';
  companyCode         @title: '{i18n>companyCode}';
  documentDate        @title: '{i18n>documentDate}';
  postingDate         @title: '{i18n>postingDate}';
  fiscalYear          @title: '{i18n>fiscalYear}';
  fiscalPeriod        @title: '{i18n>fiscalPeriod}';
  reference           @title: '{i18n>reference}';
  settlementReference @title: '{i18n>settlementReference}';
  total               @title: '{i18n>costPostingTotal}'  @Measures.ISOCurrency: currency_code;
  currency            @title: '{i18n>companyCodeCurrency}';
  reversalOf          @title: '{i18n>reversalOf}'  @Common: { Text: reversalOf.number, TextArrangement: #TextOnly };
  reversedBy          @title: '{i18n>reversedBy}'  @Common: { Text: reversedBy.number, TextArrangement: #TextOnly };
  reversalReason      @title: '{i18n>reversalReason}'  @Common: { Text: reversalReason.name, TextArrangement: #TextOnly };
  postedAt            @title: '{i18n>postedAt}';
  errorCode           @title: '{i18n>errorCode}';
  error               @title: '{i18n>hostError}'  @UI.MultiLineText;
  accrualRun          @title: '{i18n>accrualRun}';
  lines               @title: '{i18n>CostPostingLines}';
  documents           @title: '{i18n>CostPostingDocuments}';
}

annotate db.CostPostingLines with @title: '{i18n>CostPostingLines}' {
  ID                  @title: '{i18n>id}'  @UI.Hidden;
  posting             @title: '{i18n>costPosting}'  @Common: { Text: posting.number, TextArrangement: #TextOnly };
  line                @title: '{i18n>postingLine}';
  repairCost          @title: '{i18n>repairCost}'  @Common: { Text: repairCost.description, TextArrangement: #TextOnly };
  debitCredit         @title: '{i18n>debitCredit}';
  glAccount           @title: '{i18n>glAccount}';
  amount              @title: '{i18n>amount}'  @Measures.ISOCurrency: currency_code;
  currency            @title: '{i18n>currency}';
  companyCodeAmount   @title: '{i18n>companyCodeAmount}'  @Measures.ISOCurrency: companyCodeCurrency_code;
  companyCodeCurrency @title: '{i18n>companyCodeCurrency}';
  costCenter          @title: '{i18n>costCenter}';
  internalOrder       @title: '{i18n>internalOrder}';
  wbsElement          @title: '{i18n>wbsElement}';
  serviceOrder        @title: '{i18n>serviceOrder}';
  serviceOrderItem    @title: '{i18n>serviceOrderItem}';
  taxCode             @title: '{i18n>taxCode}';
  accountingIndicator @title: '{i18n>accountingIndicator}'  @Common: { Text: accountingIndicator.name, TextArrangement: #TextOnly };
  costType            @title: '{i18n>costType}'  @Common: { Text: costType.name, TextArrangement: #TextOnly };
  quantity            @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit                @title: '{i18n>unit}';
  activityType        @title: '{i18n>activityType}';
  postedBy            @title: '{i18n>postedByKind}'  @Common: { Text: postedBy.name, TextArrangement: #TextOnly };
  document            @title: '{i18n>costPostingDocument}'  @Common: { Text: document.hostDocument, TextArrangement: #TextOnly };
  hostDocument        @title: '{i18n>accountingDocument}';
  text                @title: '{i18n>text}';
}

annotate db.CostPostingDocuments with @title: '{i18n>CostPostingDocuments}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  posting      @title: '{i18n>costPosting}'  @Common: { Text: posting.number, TextArrangement: #TextOnly };
  position     @title: '{i18n>position}';
  kind         @title: '{i18n>hostMessageKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  postedBy     @title: '{i18n>postedByKind}'  @Common: { Text: postedBy.name, TextArrangement: #TextOnly };
  costItem     @title: '{i18n>costItem}'  @Common: { Text: costItem.description, TextArrangement: #TextOnly };
  reverses     @title: '{i18n>reversesDocument}'  @Common: { Text: reverses.hostDocument, TextArrangement: #TextOnly };
  hostMessage  @title: '{i18n>hostMessage}'  @Common: { Text: hostMessage.number, TextArrangement: #TextOnly };
  hostDocument @title: '{i18n>accountingDocument}';
  state        @title: '{i18n>hostMessageState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  errorCode    @title: '{i18n>errorCode}';
  error        @title: '{i18n>hostError}'  @UI.MultiLineText;
  isRefused    @title: '{i18n>isRefusedByHost}';
}

annotate db.BillingStates with @title: '{i18n>BillingStates}' {
  code        @title: '{i18n>billingState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.BillingRequests with @title: '{i18n>BillingRequests}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  number       @title: '{i18n>billingRequestNumber}';
  workOrder    @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  companyCode  @title: '{i18n>companyCode}';
  customer     @title: '{i18n>customer}'  @Common: { Text: customer.name, TextArrangement: #TextOnly };
  isCredit     @title: '{i18n>isCreditNote}';
  state        @title: '{i18n>billingState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  netAmount    @title: '{i18n>netAmount}'  @Measures.ISOCurrency: currency_code;
  currency     @title: '{i18n>currency}';
  hostDocument @title: '{i18n>billingDocument}';
  hostMessage  @title: '{i18n>hostMessage}'  @Common: { Text: hostMessage.number, TextArrangement: #TextOnly };
  errorCode    @title: '{i18n>errorCode}';
  error        @title: '{i18n>hostError}'  @UI.MultiLineText;
  isRefused    @title: '{i18n>isRefusedByHost}';
  items        @title: '{i18n>BillingRequestItems}';
}

annotate db.BillingRequestItems with @title: '{i18n>BillingRequestItems}' {
  ID          @title: '{i18n>id}'  @UI.Hidden;
  request     @title: '{i18n>billingRequest}'  @Common: { Text: request.number, TextArrangement: #TextOnly };
  repairCost  @title: '{i18n>repairCost}'  @Common: { Text: repairCost.description, TextArrangement: #TextOnly };
  description @title: '{i18n>costDescription}';
  quantity    @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit        @title: '{i18n>unit}';
  netAmount   @title: '{i18n>netAmount}'  @Measures.ISOCurrency: request.currency_code;
  taxCode     @title: '{i18n>taxCode}';
}
