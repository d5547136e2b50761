using { aftersales as db } from '../../../db';
using { aftersales.FinanceService } from '../service';

namespace aftersales;

// What people group by in charts and tables: flat, with the names of codes, as groups of rows can't follow an association.
extend service FinanceService with {

  // Cost rows, without those that fell away. Amounts are in the currency of the company code.
  @readonly @cds.redirection.target: false
  entity CostAnalysis as select from db.RepairCosts {
    key ID,
    workOrder, workOrderNumber, description, performedOn, postingDate,
    substring(cast(month as String(10)), 0, 7) as calendarMonth : String(7),
    cast(fiscalYear as String(4)) as fiscalYear : String(4), fiscalPeriod, companyCode, plant, costCenter, glAccount, costElement,
    model, equipmentNumber, serialNumber, customer, customerNumber, customerName, technician, technicianNumber, technician.name as technicianName,
    partNumber, part.name as partName, serviceContract,
    costType, costType.name as costTypeName,
    accountingIndicator, accountingIndicator.name as accountingIndicatorName,
    faultCategory, faultCategory.name as faultCategoryName,
    resolution, resolution.name as resolutionName,
    orderType, orderType.name as orderTypeName,
    state, state.name as stateName,
    posting, postingNumber, accountingDocument,
    quantity, unit,
    companyCodeCurrency, companyCodeAmount, recoveredAmount,
    case when accountingIndicator.code = 'warranty' then companyCodeAmount else 0 end as warrantyAmount : db.RepairCosts:companyCodeAmount,
    case when accountingIndicator.code = 'contract' then companyCodeAmount else 0 end as contractAmount : db.RepairCosts:companyCodeAmount,
    case when accountingIndicator.code = 'goodwill' then companyCodeAmount else 0 end as goodwillAmount : db.RepairCosts:companyCodeAmount,
    case when accountingIndicator.code = 'billable' then companyCodeAmount else 0 end as billableAmount : db.RepairCosts:companyCodeAmount
  } where state.code <> 'Cancelled';

  // What orders were expected to cost, and what they did. One without a plan would look too dear, one without costs too cheap.
  @readonly @cds.redirection.target: false
  entity CostComparison as select from db.OrderFinances mixin {
    costs : Association to many CostAnalysis on costs.workOrder.ID = $projection.ID;
  } into {
    key workOrder.ID as ID : UUID,
    workOrder, costs, workOrder.number as workOrderNumber, workOrder.shortText as shortText, companyCode,
    substring(cast(workOrder.receivedAt as String(30)), 0, 7) as calendarMonth : String(7),
    workOrder.model as model, workOrder.serialNumber as serialNumber, workOrder.equipment.number as equipmentNumber,
    workOrder.customer as customer, workOrder.customerName as customerName,
    workOrder.technician as technician, workOrder.technician.number as technicianNumber, workOrder.technician.name as technicianName,
    workOrder.faultCategory as faultCategory, workOrder.faultCategory.name as faultCategoryName,
    workOrder.resolution as resolution, workOrder.resolution.name as resolutionName,
    workOrder.orderType as orderType, workOrder.orderType.name as orderTypeName,
    workOrder.equipment.serviceContract as serviceContract,
    state, state.name as financeStateName,
    currency as companyCodeCurrency,
    planned, actual, actual - planned as difference : db.OrderFinances:actual, posted, open, recovered
  } where planned <> 0 and state.code <> 'NoCosts';

  // Who and what a cost is about, for names and value helps.
  @readonly
  entity Technicians     as projection on db.Technicians { ID, number, name };
  @readonly
  entity Customers       as projection on db.Customers { ID, number, name, city };
  @readonly
  entity Parts           as projection on db.Products { ID, number, name };
  @readonly
  entity WarrantyReturns as projection on db.WarrantyReturns { ID, number, state };

  // Of all currencies those of the company codes: what is added up is in one of them.
  @readonly @cds.redirection.target: false
  entity CompanyCurrencies as select from db.CompanyCodes { key currency.code as code, currency.name as name } group by currency.code, currency.name;
}

annotate FinanceService.Technicians with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
// Costs are told apart by the number: comparing persons by name is nobody's work here.
annotate FinanceService.Technicians    with { name           @aftersales.need: ['Auditor', 'Admin']; }
annotate FinanceService.CostAnalysis   with { technicianName @aftersales.need: ['Auditor', 'Admin']; }
annotate FinanceService.CostComparison with { technicianName @aftersales.need: ['Auditor', 'Admin']; }
annotate FinanceService.Customers with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.Parts with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
// Its number and nothing of the order.
annotate FinanceService.WarrantyReturns with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }], aftersales.ofOrder: null);
annotate FinanceService.CompanyCurrencies with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.CostAnalysis with @(
  restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }],
  Aggregation.ApplySupported: {
    Transformations       : ['aggregate', 'topcount', 'bottomcount', 'identity', 'concat', 'groupby', 'filter', 'search'],
    GroupableProperties   : [
      ID, workOrderNumber, description, calendarMonth, performedOn, postingDate, fiscalYear, fiscalPeriod, companyCode, plant, costCenter, glAccount, costElement,
      model, equipmentNumber, serialNumber, customerNumber, customerName, technicianNumber, technicianName, partNumber, partName, serviceContract, costTypeName, accountingIndicatorName,
      faultCategoryName, resolutionName, orderTypeName, stateName, postingNumber, accountingDocument, unit, companyCodeCurrency_code
    ],
    AggregatableProperties: [
      { Property: companyCodeAmount }, { Property: recoveredAmount }, { Property: warrantyAmount }, { Property: contractAmount }, { Property: goodwillAmount }, { Property: billableAmount }
    ]
  },
  Aggregation.CustomAggregate #companyCodeAmount: 'Edm.Decimal',
  Aggregation.CustomAggregate #recoveredAmount: 'Edm.Decimal',
  Aggregation.CustomAggregate #warrantyAmount: 'Edm.Decimal',
  Aggregation.CustomAggregate #contractAmount: 'Edm.Decimal',
  Aggregation.CustomAggregate #goodwillAmount: 'Edm.Decimal',
  Aggregation.CustomAggregate #billableAmount: 'Edm.Decimal'
) {
  // With the currency beside them sums of two currencies are nothing instead of something wrong.
  companyCodeAmount   @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  recoveredAmount     @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  warrantyAmount      @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  contractAmount      @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  goodwillAmount      @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  billableAmount      @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  companyCodeCurrency @Semantics.currencyCode;
};

annotate FinanceService.CostComparison with @(
  restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }],
  Aggregation.ApplySupported: {
    Transformations       : ['aggregate', 'topcount', 'bottomcount', 'identity', 'concat', 'groupby', 'filter', 'search'],
    GroupableProperties   : [
      ID, workOrderNumber, shortText, calendarMonth, companyCode, model, serialNumber, equipmentNumber, customerName, technicianNumber, technicianName,
      faultCategoryName, resolutionName, orderTypeName, serviceContract, financeStateName, companyCodeCurrency_code
    ],
    AggregatableProperties: [
      { Property: planned }, { Property: actual }, { Property: difference }, { Property: posted }, { Property: open }, { Property: recovered }
    ]
  },
  Aggregation.CustomAggregate #planned: 'Edm.Decimal',
  Aggregation.CustomAggregate #actual: 'Edm.Decimal',
  Aggregation.CustomAggregate #difference: 'Edm.Decimal',
  Aggregation.CustomAggregate #posted: 'Edm.Decimal',
  Aggregation.CustomAggregate #open: 'Edm.Decimal',
  Aggregation.CustomAggregate #recovered: 'Edm.Decimal'
) {
  planned             @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  actual              @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  difference          @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  posted              @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  open                @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  recovered           @Analytics.Measure  @Aggregation.default: #SUM  @Semantics.amount.currencyCode: 'companyCodeCurrency_code';
  companyCodeCurrency @Semantics.currencyCode;
};
