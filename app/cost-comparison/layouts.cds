using { aftersales.FinanceService } from '../../srv/finance';

// Planned against actual cost, by whatever an order belongs to.

annotate FinanceService.CostComparison with @(
  cds.search: { workOrderNumber, shortText, customerName, serialNumber },
  UI.CreateHidden: true,
  UI.UpdateHidden: true,
  UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>comparison.order}', TypeNamePlural: '{i18n>comparison.orders}', Title: { Value: workOrderNumber } },
  Analytics.AggregatedProperty #planned: { Name: 'plannedSum', AggregationMethod: 'sum', AggregatableProperty: planned, ![@Common.Label]: '{i18n>plannedCost}' },
  Analytics.AggregatedProperty #actual: { Name: 'actualSum', AggregationMethod: 'sum', AggregatableProperty: actual, ![@Common.Label]: '{i18n>actualCost}' },
  UI.Chart #comparison: {
    Title: '{i18n>comparison.chart}',
    ChartType: #Bar,
    Dimensions: [model],
    DimensionAttributes: [{ Dimension: model, Role: #Category }],
    DynamicMeasures: ['@Analytics.AggregatedProperty#planned', '@Analytics.AggregatedProperty#actual'],
    MeasureAttributes: [
      { DynamicMeasure: '@Analytics.AggregatedProperty#planned', Role: #Axis1 },
      { DynamicMeasure: '@Analytics.AggregatedProperty#actual',  Role: #Axis1 }
    ]
  },
  UI.LineItem: [
    { Value: model,             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { $Type: 'UI.DataFieldWithUrl', Value: workOrderNumber, Label: '{i18n>workOrder}',
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage?number=', { $Path: 'workOrderNumber' }], $Function: 'odata.concat' } }, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: shortText,         @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '13rem' } },
    { Value: planned,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: actual,            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: difference,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: customerName,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12rem' } },
    { Value: technicianNumber,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: faultCategoryName, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: serviceContract,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8rem' } },
    { Value: equipmentNumber,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8rem' } },
    { Value: financeStateName,  @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8rem' } }
  ],
  UI.PresentationVariant #chart: { Text: '{i18n>comparison.view}', SortOrder: [{ Property: model }], Visualizations: ['@UI.Chart#comparison'] },
  UI.PresentationVariant #table: {
    GroupBy: [model], Total: [planned, actual, difference], SortOrder: [{ Property: model }], Visualizations: ['@UI.LineItem']
  },
  UI.SelectionFields: [companyCodeCurrency_code, model, customer_ID, faultCategory_code, technician_ID, orderType_code, serviceContract, state_code],
  Capabilities.FilterRestrictions: {
    RequiredProperties: [companyCodeCurrency_code],
    FilterExpressionRestrictions: [{ Property: companyCodeCurrency_code, AllowedExpressions: 'SingleValue' }]
  }
) {
  workOrder           @UI.Hidden;
  companyCodeCurrency @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'CompanyCurrencies', PresentationVariantQualifier: 'valueHelp',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: companyCodeCurrency_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
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
  faultCategory       @Common.ValueListWithFixedValues;
  resolution          @Common.ValueListWithFixedValues;
  orderType           @Common.ValueListWithFixedValues;
  state               @Common.ValueListWithFixedValues;
};
