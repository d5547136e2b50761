using { aftersales.FinanceService } from '../service';

// What tools for analysis may ask of repair costs. Amounts are only ever added per currency, quantities per unit: those that follow
// these annotations (Fiori elements, SAP Analytics Cloud, Power BI) group by both.

annotate FinanceService.RepairCosts with @(
  // Whoever pulls takes ten thousand rows at a time; a page that says nothing gets a thousand.
  cds.query.limit: { default: 1000, max: 10000 },
  Aggregation.ApplySupported: {
    Transformations       : ['aggregate', 'groupby', 'filter', 'search', 'orderby', 'top', 'skip', 'topcount', 'bottomcount', 'concat'],
    Rollup                : #None,
    PropertyRestrictions  : true,
    GroupableProperties   : [
      ID, changeNumber, createdAt, changedAt, state_code, incompleteReason, workOrder_ID, workOrderNumber, costItem_ID, share, correction, sharePercent,
      costType_code, source_code, description, accountingIndicator_code, warrantyStatus_code, unit, currency_code, companyCodeCurrency_code, exchangeRate, exchangeRateDate,
      companyCode, plant, glAccount, costElement, offsetAccount, hostAccount, taxCode, costObjectKind_code, costCenter, internalOrder, wbsElement, serviceOrder, serviceOrderItem,
      activityType, postedBy_code, costObjectRule_ID, accountRule_ID, coverageRule_ID, performedOn, month, fiscalYear, fiscalPeriod, documentDate, postingDate, debitCredit,
      posting_ID, postingNumber, accountingDocument, reversalNumber, reference, orderType_code, faultCategory_code, resolution_code,
      equipment_ID, equipmentNumber, serialNumber, model, manufacturer, functionalLocation, customer_ID, customerNumber, customerName,
      technician_ID, technicianNumber, part_ID, partNumber, serviceContract, warrantyReturn_ID
    ],
    AggregatableProperties: [
      { Property: amount,            SupportedAggregationMethods: ['sum', 'average', 'min', 'max'], RecommendedAggregationMethod: 'sum' },
      { Property: companyCodeAmount, SupportedAggregationMethods: ['sum', 'average', 'min', 'max'], RecommendedAggregationMethod: 'sum' },
      { Property: recoveredAmount,   SupportedAggregationMethods: ['sum', 'average', 'min', 'max'], RecommendedAggregationMethod: 'sum' },
      { Property: quantity,          SupportedAggregationMethods: ['sum', 'average', 'min', 'max'], RecommendedAggregationMethod: 'sum' },
      { Property: rate,              SupportedAggregationMethods: ['average', 'min', 'max'],        RecommendedAggregationMethod: 'average' },
      { Property: workOrder_ID,      SupportedAggregationMethods: ['countdistinct'] },
      { Property: equipment_ID,      SupportedAggregationMethods: ['countdistinct'] },
      { Property: customer_ID,       SupportedAggregationMethods: ['countdistinct'] },
      { Property: changeNumber,      SupportedAggregationMethods: ['min', 'max'] }
    ]
  },
  // The default sum of an amount has a meaning only within one currency, that of a quantity within one unit.
  Aggregation.CustomAggregate #amount           : { $value: 'Edm.Decimal', ![@Aggregation.ContextDefiningProperties]: [currency_code] },
  Aggregation.CustomAggregate #companyCodeAmount: { $value: 'Edm.Decimal', ![@Aggregation.ContextDefiningProperties]: [companyCodeCurrency_code] },
  Aggregation.CustomAggregate #recoveredAmount  : { $value: 'Edm.Decimal', ![@Aggregation.ContextDefiningProperties]: [companyCodeCurrency_code] },
  Aggregation.CustomAggregate #quantity         : { $value: 'Edm.Decimal', ![@Aggregation.ContextDefiningProperties]: [unit] },
  // Asked for beside a total, a currency or unit is what all rows have, and null where they differ; so is the total then.
  Aggregation.CustomAggregate #currency_code           : 'Edm.String',
  Aggregation.CustomAggregate #companyCodeCurrency_code: 'Edm.String',
  Aggregation.CustomAggregate #unit                    : 'Edm.String'
) {
  amount              @Analytics.Measure  @Aggregation.default: #SUM  @Measures.ISOCurrency: currency_code             @Semantics.amount.currencyCode: 'currency_code';
  companyCodeAmount   @Analytics.Measure  @Aggregation.default: #SUM  @Measures.ISOCurrency: companyCodeCurrency_code  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  recoveredAmount     @Analytics.Measure  @Aggregation.default: #SUM  @Measures.ISOCurrency: companyCodeCurrency_code  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  quantity            @Analytics.Measure  @Aggregation.default: #SUM  @Measures.Unit: unit                             @Semantics.amount.unitOfMeasure: 'unit';
  rate                @Analytics.Measure  @Aggregation.default: #AVG  @Measures.ISOCurrency: currency_code             @Semantics.amount.currencyCode: 'currency_code';
  currency            @Semantics.currencyCode;
  companyCodeCurrency @Semantics.currencyCode;
  unit                @Semantics.unitOfMeasure;
};
