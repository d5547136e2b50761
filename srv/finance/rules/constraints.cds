using { aftersales.FinanceService } from './rules';

// What is checked over several rows stands in checking.ts: shares are together 100 %, activity rates don't overlap.
annotate FinanceService.CompanyCodes with {
  name              @mandatory;
  currency          @mandatory  @assert.target;
  fiscalYearVariant @mandatory  @assert.target;
};
annotate FinanceService.ExchangeRates with {
  fromCurrency @mandatory  @assert.target;
  validFrom    @mandatory;
  toCurrency   @mandatory  @assert.target  @assert: (case when fromCurrency.code = toCurrency.code then 'EXCHANGE_RATE_SAME_CURRENCY' end);
  rate         @mandatory  @assert: (case when rate <= 0 then 'EXCHANGE_RATE_NOT_POSITIVE' end);
};
annotate FinanceService.ActivityRates with {
  companyCode  @mandatory  @assert.target;
  activityType @mandatory;
  validFrom    @mandatory;
  validTo      @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
  rate         @mandatory  @assert: (case when rate < 0 then 'RATE_NEGATIVE' end);
  unit         @mandatory;
  currency     @mandatory  @assert.target;
};
annotate FinanceService.CostObjectRules with {
  companyCode         @assert.target;
  orderType           @assert.target;
  warrantyStatus      @assert.target;
  accountingIndicator @assert.target;
  costType            @assert.target;
  validTo             @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
  priority            @mandatory  @assert.range: [1, 99];
  costObjectKind      @mandatory  @assert.target;
  // An order has a service order and a technician's cost centre; the numbers of the others are nowhere but here.
  costObject          @assert: (case when costObject is null and costObjectKind.code in ('order', 'wbsElement') then 'COST_OBJECT_WITHOUT_NUMBER' end);
};
annotate FinanceService.AccountRules with {
  companyCode         @assert.target;
  costType            @assert.target;
  accountingIndicator @assert.target;
  orderType           @assert.target;
  validTo             @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
  priority            @mandatory  @assert.range: [1, 99];
  glAccount           @mandatory;
  offsetAccount       @mandatory  @assert: (case when offsetAccount = glAccount and hostAccount is null then 'OFFSET_IS_ACCOUNT' end);
};
annotate FinanceService.CoverageRules with {
  name                @mandatory;
  accountingIndicator @assert.target;
  orderType           @assert.target;
  costType            @assert.target;
  companyCode         @assert.target;
  validTo             @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
  priority            @mandatory  @assert.range: [1, 99];
};
annotate FinanceService.CoverageShares with {
  accountingIndicator @mandatory  @assert.target;
  percent             @mandatory  @assert: (case when percent <= 0 or percent > 100 then 'SHARE_NOT_A_PERCENTAGE' end);
};
