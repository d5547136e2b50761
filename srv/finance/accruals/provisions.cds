using { aftersales as db } from '../../../db';
using { aftersales.FinanceService } from '../service';

namespace aftersales;

/** What was set aside for warranty, and what warranty cost: in the company code's currency, to be added up. */
entity ProvisionMovements as
  select from db.WarrantyProvisions {
    key ID,
    companyCode.code           as companyCode : db.CompanyCode,
    fiscalYear,
    model,
    currency.code              as currency_code : String(3),
    amount                     as provision : db.Amount,
    cast(0 as db.Amount)       as actual : db.Amount,
    cast(0 as db.Amount)       as recovered : db.Amount
  }
  union all
  select from db.RepairCosts {
    key ID,
    companyCode,
    fiscalYear,
    coalesce(model, '')            as model : String(20),
    companyCodeCurrency.code       as currency_code : String(3),
    cast(0 as db.Amount)           as provision : db.Amount,
    companyCodeAmount              as actual : db.Amount,
    coalesce(recoveredAmount, 0)   as recovered : db.Amount
  } where accountingIndicator.code = 'warranty' and state.code <> 'Cancelled' and companyCodeAmount is not null;

// Whether what was set aside for a model's warranty is enough: costs less what suppliers gave back.
extend service FinanceService with {
  @readonly @cds.redirection.target: false
  entity ProvisionComparison as select from ProvisionMovements {
    key companyCode,
    key fiscalYear,
    key model,
    key currency_code,
    cast(fiscalYear as String(4))                   as fiscalYearText : String(4),
    sum(provision)                                  as provision : db.Amount,
    sum(actual)                                     as actual    : db.Amount,
    sum(recovered)                                  as recovered : db.Amount,
    sum(actual) - sum(recovered)                    as net       : db.Amount,
    sum(provision) - sum(actual) + sum(recovered)   as remaining : db.Amount,
    case
      when sum(actual) - sum(recovered) > sum(provision)             then 1
      when sum(actual) - sum(recovered) > sum(provision) * 0.8       then 2
      else 3
    end                                             as criticality : Integer
  } group by companyCode, fiscalYear, model, currency_code;
}

annotate FinanceService.ProvisionComparison with @(
  restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }],
  Aggregation.ApplySupported: {
    Transformations       : ['aggregate', 'topcount', 'bottomcount', 'identity', 'concat', 'groupby', 'filter'],
    GroupableProperties   : [companyCode, fiscalYear, fiscalYearText, model, currency_code],
    AggregatableProperties: [{ Property: provision }, { Property: actual }, { Property: recovered }, { Property: net }, { Property: remaining }]
  },
  Aggregation.CustomAggregate #provision: 'Edm.Decimal',
  Aggregation.CustomAggregate #actual: 'Edm.Decimal',
  Aggregation.CustomAggregate #recovered: 'Edm.Decimal',
  Aggregation.CustomAggregate #net: 'Edm.Decimal',
  Aggregation.CustomAggregate #remaining: 'Edm.Decimal',
  Aggregation.CustomAggregate #currency_code: 'Edm.String'
) {
  provision @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'currency_code';
  actual    @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'currency_code';
  recovered @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'currency_code';
  net       @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'currency_code';
  remaining @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'currency_code';
  currency_code @Semantics.currencyCode;
};
