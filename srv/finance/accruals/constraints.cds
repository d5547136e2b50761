using { aftersales.FinanceService } from './service';

annotate FinanceService.WarrantyProvisions with {
  companyCode @mandatory  @assert.target;
  fiscalYear  @mandatory  @assert.range: [1900, 9998];
  model       @mandatory;
  amount      @mandatory  @assert: (case when amount < 0 then 'PROVISION_NEGATIVE' end);
  currency    @mandatory  @assert.target;
};
