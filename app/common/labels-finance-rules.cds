using { aftersales as db } from '../../db';

annotate db.FiscalYearVariants with @title: '{i18n>FiscalYearVariants}' {
  code @title: '{i18n>fiscalYearVariant}'  @Common: { Text: name, TextArrangement: #TextFirst };
}

annotate db.CostObjectKinds with @title: '{i18n>CostObjectKinds}' {
  code @title: '{i18n>costObjectKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.CompanyCodes with @title: '{i18n>CompanyCodes}' {
  code              @title: '{i18n>companyCode}'  @Common: { Text: name, TextArrangement: #TextFirst };
  name              @title: '{i18n>companyCodeName}';
  country           @title: '{i18n>country}';
  currency          @title: '{i18n>currency}';
  fiscalYearVariant @title: '{i18n>fiscalYearVariant}'  @Common: { Text: fiscalYearVariant.name, TextArrangement: #TextFirst };
  accrualAccount    @title: '{i18n>accrualAccount}';
  plants            @title: '{i18n>companyCodePlants}';
}

annotate db.CompanyCodePlants with @title: '{i18n>CompanyCodePlants}' {
  plant       @title: '{i18n>plant}';
  companyCode @title: '{i18n>companyCode}'  @Common: { Text: companyCode.name, TextArrangement: #TextFirst };
}

annotate db.PostingPeriods with @title: '{i18n>PostingPeriods}' {
  companyCode  @title: '{i18n>companyCode}'  @Common: { Text: companyCode.name, TextArrangement: #TextFirst };
  fiscalYear   @title: '{i18n>fiscalYear}'    @Common.IsFiscalYear;
  fiscalPeriod @title: '{i18n>fiscalPeriod}'  @Common.IsFiscalPeriod;
  isOpen       @title: '{i18n>isOpen}';
  firstDay     @title: '{i18n>firstDay}';
  lastDay      @title: '{i18n>lastDay}';
}

annotate db.ExchangeRates with @title: '{i18n>ExchangeRates}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  fromCurrency @title: '{i18n>fromCurrency}';
  toCurrency   @title: '{i18n>toCurrency}';
  validFrom    @title: '{i18n>validFrom}';
  rate         @title: '{i18n>exchangeRate}';
}

annotate db.ActivityRates with @title: '{i18n>ActivityRates}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  companyCode  @title: '{i18n>companyCode}'  @Common: { Text: companyCode.name, TextArrangement: #TextFirst };
  costCenter   @title: '{i18n>costCenter}';
  activityType @title: '{i18n>activityType}';
  validFrom    @title: '{i18n>validFrom}';
  validTo      @title: '{i18n>validTo}';
  rate         @title: '{i18n>rate}'  @Measures.ISOCurrency: currency_code;
  unit         @title: '{i18n>unit}'  @Common.IsUnit;
  currency     @title: '{i18n>currency}';
}

annotate db.CostObjectRules with @title: '{i18n>CostObjectRules}' {
  ID                  @title: '{i18n>id}'  @UI.Hidden;
  companyCode         @title: '{i18n>companyCode}'          @Common: { Text: companyCode.name, TextArrangement: #TextFirst };
  plant               @title: '{i18n>plant}';
  orderType           @title: '{i18n>orderType}'            @Common: { Text: orderType.name, TextArrangement: #TextFirst };
  warrantyStatus      @title: '{i18n>warrantyStatus}'       @Common: { Text: warrantyStatus.name, TextArrangement: #TextOnly };
  accountingIndicator @title: '{i18n>accountingIndicator}'  @Common: { Text: accountingIndicator.name, TextArrangement: #TextOnly };
  costType            @title: '{i18n>costType}'             @Common: { Text: costType.name, TextArrangement: #TextOnly };
  model               @title: '{i18n>model}';
  serviceContract     @title: '{i18n>serviceContract}';
  validFrom           @title: '{i18n>validFrom}';
  validTo             @title: '{i18n>validTo}';
  priority            @title: '{i18n>rulePriority}';
  costObjectKind      @title: '{i18n>costObjectKind}'       @Common: { Text: costObjectKind.name, TextArrangement: #TextOnly };
  costObject          @title: '{i18n>costObject}';
  comment             @title: '{i18n>comment}';
}

annotate db.AccountRules with @title: '{i18n>AccountRules}' {
  ID                  @title: '{i18n>id}'  @UI.Hidden;
  companyCode         @title: '{i18n>companyCode}'          @Common: { Text: companyCode.name, TextArrangement: #TextFirst };
  costType            @title: '{i18n>costType}'             @Common: { Text: costType.name, TextArrangement: #TextOnly };
  accountingIndicator @title: '{i18n>accountingIndicator}'  @Common: { Text: accountingIndicator.name, TextArrangement: #TextOnly };
  orderType           @title: '{i18n>orderType}'            @Common: { Text: orderType.name, TextArrangement: #TextFirst };
  validFrom           @title: '{i18n>validFrom}';
  validTo             @title: '{i18n>validTo}';
  priority            @title: '{i18n>rulePriority}';
  glAccount           @title: '{i18n>glAccount}';
  hostAccount         @title: '{i18n>hostAccount}';
  offsetAccount       @title: '{i18n>offsetAccount}';
  transferAccount       @title: '{i18n>transferAccount}';
  transferOffsetAccount @title: '{i18n>transferOffsetAccount}';
  taxCode             @title: '{i18n>taxCode}';
  comment             @title: '{i18n>comment}';
}

annotate db.CoverageRules with @title: '{i18n>CoverageRules}' {
  ID                  @title: '{i18n>id}'  @UI.Hidden;
  name                @title: '{i18n>coverageRuleName}';
  accountingIndicator @title: '{i18n>accountingIndicator}'  @Common: { Text: accountingIndicator.name, TextArrangement: #TextOnly };
  serviceContract     @title: '{i18n>serviceContract}';
  model               @title: '{i18n>model}';
  orderType           @title: '{i18n>orderType}'            @Common: { Text: orderType.name, TextArrangement: #TextFirst };
  costType            @title: '{i18n>costType}'             @Common: { Text: costType.name, TextArrangement: #TextOnly };
  companyCode         @title: '{i18n>companyCode}'          @Common: { Text: companyCode.name, TextArrangement: #TextFirst };
  validFrom           @title: '{i18n>validFrom}';
  validTo             @title: '{i18n>validTo}';
  priority            @title: '{i18n>rulePriority}';
  shares              @title: '{i18n>coverageShares}';
}

annotate db.CoverageShares with @title: '{i18n>CoverageShares}' {
  ID                  @title: '{i18n>id}'  @UI.Hidden;
  rule                @title: '{i18n>coverageRule}'  @Common: { Text: rule.name, TextArrangement: #TextOnly };
  position            @title: '{i18n>position}';
  accountingIndicator @title: '{i18n>accountingIndicator}'  @Common: { Text: accountingIndicator.name, TextArrangement: #TextOnly };
  percent             @title: '{i18n>percent}'  @Measures.Unit: '%';
}

annotate db.AccrualRunStates with @title: '{i18n>AccrualRunStates}' {
  code        @title: '{i18n>accrualRunState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.AccrualRuns with @title: '{i18n>AccrualRuns}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  companyCode     @title: '{i18n>companyCode}';
  fiscalYear      @title: '{i18n>fiscalYear}'    @Common.IsFiscalYear;
  fiscalPeriod    @title: '{i18n>fiscalPeriod}'  @Common.IsFiscalPeriod;
  state           @title: '{i18n>accrualRunState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  keyDate         @title: '{i18n>keyDate}';
  reversalDate    @title: '{i18n>takenBackOn}';
  total           @title: '{i18n>accrualTotal}'  @Measures.ISOCurrency: currency_code;
  currency        @title: '{i18n>currency}';
  itemCount       @title: '{i18n>accrualItemCount}';
  incompleteCount @title: '{i18n>incompleteCount}';
  posting         @title: '{i18n>accrualPosting}'          @Common: { Text: posting.number, TextArrangement: #TextOnly };
  reversalPosting @title: '{i18n>accrualReversalPosting}'  @Common: { Text: reversalPosting.number, TextArrangement: #TextOnly };
  items           @title: '{i18n>accrualItems}';
}

annotate db.AccrualItems with @title: '{i18n>AccrualItems}' {
  ID                  @title: '{i18n>id}'  @UI.Hidden;
  run                 @title: '{i18n>accrualRun}'  @UI.Hidden;
  repairCost          @title: '{i18n>repairCost}'  @Common: { Text: repairCost.description, TextArrangement: #TextOnly };
  workOrder           @title: '{i18n>workOrder}'   @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  description         @title: '{i18n>costDescription}';
  costType            @title: '{i18n>costType}'             @Common: { Text: costType.name, TextArrangement: #TextOnly };
  accountingIndicator @title: '{i18n>accountingIndicator}'  @Common: { Text: accountingIndicator.name, TextArrangement: #TextOnly };
  performedOn         @title: '{i18n>performedOn}';
  glAccount           @title: '{i18n>glAccount}';
  costCenter          @title: '{i18n>costCenter}';
  internalOrder       @title: '{i18n>internalOrder}';
  wbsElement          @title: '{i18n>wbsElement}';
  serviceOrder        @title: '{i18n>serviceOrder}';
  serviceOrderItem    @title: '{i18n>serviceOrderItem}';
  offsetAccount       @title: '{i18n>offsetAccount}';
  offsetCostCenter    @title: '{i18n>offsetCostCenter}';
  amount              @title: '{i18n>amount}'  @Measures.ISOCurrency: currency_code;
  currency            @title: '{i18n>currency}';
  companyCodeAmount   @title: '{i18n>companyCodeAmount}'  @Measures.ISOCurrency: companyCodeCurrency_code;
  companyCodeCurrency @title: '{i18n>companyCodeCurrency}';
  isExcluded          @title: '{i18n>isExcluded}';
}

annotate db.WarrantyProvisions with {
  ID @title: '{i18n>id}'  @UI.Hidden;
}

annotate db.ProvisionMovements with @title: '{i18n>ProvisionComparison}' {
  ID            @title: '{i18n>id}'  @UI.Hidden;
  companyCode   @title: '{i18n>companyCode}';
  fiscalYear    @title: '{i18n>fiscalYear}'  @Common.IsFiscalYear;
  model         @title: '{i18n>model}';
  currency_code @title: '{i18n>currency}';
  provision     @title: '{i18n>provisionAmount}'    @Measures.ISOCurrency: currency_code;
  actual        @title: '{i18n>provisionActual}'    @Measures.ISOCurrency: currency_code;
  recovered     @title: '{i18n>provisionRecovered}'  @Measures.ISOCurrency: currency_code;
}
