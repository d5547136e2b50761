using { aftersales.FinanceService } from '../../srv/finance';
using from './stored';

// Flat: what is a code elsewhere is a name of its own here.
annotate FinanceService.CostAnalysis with @title: '{i18n>RepairCosts}' {
  fiscalYear              @title: '{i18n>fiscalYear}';
  calendarMonth           @title: '{i18n>calendarMonth}';
  technicianName          @title: '{i18n>technicianName}';
  partName                @title: '{i18n>partName}';
  costTypeName            @title: '{i18n>costTypeName}';
  accountingIndicatorName @title: '{i18n>accountingIndicatorName}';
  faultCategoryName       @title: '{i18n>faultCategoryName}';
  resolutionName          @title: '{i18n>resolutionName}';
  orderTypeName           @title: '{i18n>orderTypeName}';
  stateName               @title: '{i18n>repairCostStateName}';
  companyCodeAmount       @title: '{i18n>repairCost}';
  warrantyAmount          @title: '{i18n>warrantyCost}'  @Measures.ISOCurrency: companyCodeCurrency_code;
  contractAmount          @title: '{i18n>contractCost}'  @Measures.ISOCurrency: companyCodeCurrency_code;
  goodwillAmount          @title: '{i18n>goodwillCost}'  @Measures.ISOCurrency: companyCodeCurrency_code;
  billableAmount          @title: '{i18n>billableCost}'  @Measures.ISOCurrency: companyCodeCurrency_code;
};

annotate FinanceService.Technicians with {
  ID @Common: { Text: number, TextArrangement: #TextOnly };
}

annotate FinanceService.CostComparison with @title: '{i18n>OrderFinances}' {
  ID                  @title: '{i18n>id}'  @UI.Hidden;
  workOrder           @Common: { Text: workOrderNumber, TextArrangement: #TextOnly };
  calendarMonth       @title: '{i18n>calendarMonth}';
  customer            @Common: { Text: customerName, TextArrangement: #TextOnly };
  technician          @Common: { Text: technicianNumber, TextArrangement: #TextOnly };
  technicianNumber    @title: '{i18n>technicianNumber}';
  technicianName      @title: '{i18n>technicianName}';
  faultCategoryName   @title: '{i18n>faultCategoryName}';
  resolutionName      @title: '{i18n>resolutionName}';
  orderTypeName       @title: '{i18n>orderTypeName}';
  financeStateName    @title: '{i18n>financeState}';
  companyCodeCurrency @title: '{i18n>companyCodeCurrency}';
  planned             @Measures.ISOCurrency: companyCodeCurrency_code;
  actual              @Measures.ISOCurrency: companyCodeCurrency_code;
  difference          @title: '{i18n>costDifference}'  @Measures.ISOCurrency: companyCodeCurrency_code;
  posted              @Measures.ISOCurrency: companyCodeCurrency_code;
  open                @Measures.ISOCurrency: companyCodeCurrency_code;
  recovered           @Measures.ISOCurrency: companyCodeCurrency_code;
};

annotate FinanceService.ProvisionComparison with @title: '{i18n>ProvisionComparison}' {
  fiscalYearText @title: '{i18n>fiscalYear}';
  provision      @title: '{i18n>provisionAmount}'     @Measures.ISOCurrency: currency_code;
  actual         @title: '{i18n>provisionActual}'     @Measures.ISOCurrency: currency_code;
  recovered      @title: '{i18n>provisionRecovered}'  @Measures.ISOCurrency: currency_code;
  net            @title: '{i18n>provisionNet}'        @Measures.ISOCurrency: currency_code;
  remaining      @title: '{i18n>provisionRemaining}'  @Measures.ISOCurrency: currency_code;
  criticality    @UI.Hidden;
}

annotate FinanceService.PostingWorklist with @title: '{i18n>PostingWorklist}' {
  workOrder_ID       @UI.Hidden;
  category_code      @title: '{i18n>postingCategory}'  @Common: { Text: category.name, TextArrangement: #TextOnly };
  category           @title: '{i18n>postingCategory}';
  workOrder          @title: '{i18n>workOrder}'  @Common: { Text: workOrderNumber, TextArrangement: #TextOnly };
  workOrderNumber    @title: '{i18n>workOrder}';
  posting            @title: '{i18n>currentPosting}';
  posting_ID         @UI.Hidden;
  postingNumber      @title: '{i18n>currentPosting}';
  postingState_code  @title: '{i18n>costPostingState}'  @Common: { Text: postingState.name, TextArrangement: #TextOnly };
  postingKind_code   @title: '{i18n>costPostingKind}'  @Common: { Text: postingKind.name, TextArrangement: #TextOnly };
  orderStatus_code   @title: '{i18n>status}'  @Common: { Text: orderStatus.name, TextArrangement: #TextOnly };
  postingState       @title: '{i18n>costPostingState}';
  postingKind        @title: '{i18n>costPostingKind}';
  orderStatus        @title: '{i18n>status}';
  incomplete         @title: '{i18n>incompleteReason}';
  incompleteReason   @Common: { Text: incomplete.name, TextArrangement: #TextOnly };
  orderFinance       @title: '{i18n>financeOfOrder}';
  postingChangedAt   @title: '{i18n>postingChangedAt}';
  open               @Measures.ISOCurrency: currency_code;
  currency_code      @title: '{i18n>companyCodeCurrency}';
};

annotate FinanceService.PostingWorklist with {
  fiscalYear     @Common: { Text: fiscalYearText, TextArrangement: #TextOnly };
  fiscalYearText @title: '{i18n>fiscalYear}'  @UI.Hidden;
}
