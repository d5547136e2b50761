using { aftersales.FinanceService } from '../../srv/finance';

annotate FinanceService.CompanyCurrencies with @(
  UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: code }] }
) {
  code @title: '{i18n>currency}'  @Common: { Text: name, TextArrangement: #TextFirst };
  name @title: '{i18n>currency}';
};

annotate FinanceService.CostAnalysis with @(
  cds.search: { workOrderNumber, description, customerName, serialNumber, postingNumber },
  UI.CreateHidden: true,
  UI.UpdateHidden: true,
  UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>costs.cost}', TypeNamePlural: '{i18n>costs.costs}', Title: { Value: description } },
  UI.SelectionFields: [companyCodeCurrency_code, performedOn, model, faultCategory_code, accountingIndicator_code, costType_code, costCenter, customer_ID, state_code],
  Analytics.AggregatedProperty #cost: { Name: 'cost', AggregationMethod: 'sum', AggregatableProperty: companyCodeAmount, ![@Common.Label]: '{i18n>repairCost}' },
  Analytics.AggregatedProperty #warranty: { Name: 'warranty', AggregationMethod: 'sum', AggregatableProperty: warrantyAmount, ![@Common.Label]: '{i18n>warrantyCost}' },
  Analytics.AggregatedProperty #contract: { Name: 'contract', AggregationMethod: 'sum', AggregatableProperty: contractAmount, ![@Common.Label]: '{i18n>contractCost}' },
  Analytics.AggregatedProperty #goodwill: { Name: 'goodwill', AggregationMethod: 'sum', AggregatableProperty: goodwillAmount, ![@Common.Label]: '{i18n>goodwillCost}' },
  Analytics.AggregatedProperty #billable: { Name: 'billable', AggregationMethod: 'sum', AggregatableProperty: billableAmount, ![@Common.Label]: '{i18n>billableCost}' },
  Analytics.AggregatedProperty #recovered: { Name: 'recovered', AggregationMethod: 'sum', AggregatableProperty: recoveredAmount, ![@Common.Label]: '{i18n>recoveredCost}' },
  UI.Chart #byMonth: {
    Title: '{i18n>costs.byMonth}',
    ChartType: #ColumnStacked,
    Dimensions: [calendarMonth, accountingIndicatorName],
    DimensionAttributes: [{ Dimension: calendarMonth, Role: #Category }, { Dimension: accountingIndicatorName, Role: #Series }],
    DynamicMeasures: ['@Analytics.AggregatedProperty#cost'],
    MeasureAttributes: [{ DynamicMeasure: '@Analytics.AggregatedProperty#cost', Role: #Axis1 }]
  },
  UI.LineItem: [
    { Value: calendarMonth,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: model,                   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: faultCategoryName,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: accountingIndicatorName, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: costTypeName,            @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: companyCodeAmount,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: customerName,            @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12rem' } },
    { Value: costCenter,              @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8rem' } },
    { $Type: 'UI.DataFieldWithUrl', Value: workOrderNumber, Label: '{i18n>workOrder}',
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage?number=', { $Path: 'workOrderNumber' }], $Function: 'odata.concat' } }, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: description,             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13rem' } },
    { $Type: 'UI.DataFieldWithUrl', Value: postingNumber, Label: '{i18n>costPosting}',
      Url: { $edmJson: { $Apply: ['#CostPosting-manage?number=', { $Path: 'postingNumber' }], $Function: 'odata.concat' } }, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: stateName,               @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8rem' } }
  ],
  UI.PresentationVariant #chart: { Text: '{i18n>costs.view.costs}', SortOrder: [{ Property: calendarMonth }], Visualizations: ['@UI.Chart#byMonth'] },
  UI.PresentationVariant #table: {
    GroupBy: [calendarMonth], Total: [companyCodeAmount], SortOrder: [{ Property: calendarMonth, Descending: true }], Visualizations: ['@UI.LineItem']
  },
  Capabilities.FilterRestrictions: {
    RequiredProperties: [companyCodeCurrency_code],
    FilterExpressionRestrictions: [
      { Property: companyCodeCurrency_code, AllowedExpressions: 'SingleValue' }, { Property: performedOn, AllowedExpressions: 'SingleRange' }
    ]
  }
) {
  companyCodeCurrency @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'CompanyCurrencies', PresentationVariantQualifier: 'valueHelp',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: companyCodeCurrency_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  ID                  @UI.Hidden;
  workOrder           @UI.Hidden;
  posting             @UI.Hidden;
  customer            @Common.ValueList: {
    CollectionPath: 'Customers', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: customer_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'city' }
    ]
  };
  technician          @Common.ValueList: {
    CollectionPath: 'Technicians', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: technician_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' }
    ]
  };
  costType            @Common.ValueListWithFixedValues;
  accountingIndicator @Common.ValueListWithFixedValues;
  faultCategory       @Common.ValueListWithFixedValues;
  resolution          @Common.ValueListWithFixedValues;
  orderType           @Common.ValueListWithFixedValues;
  state               @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'RepairCostStates', PresentationVariantQualifier: 'valueHelp',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: state_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
