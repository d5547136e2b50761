using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// Shares of what was reached in time, is late, or is not due yet: by milestone and region, down to the single order.

annotate ServiceLevelService.MilestoneLedger with @(
  cds.search: { orderNumber, kindName, customerName },
  UI.CreateHidden: true,
  UI.UpdateHidden: true,
  UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>milestoneLedger.milestone}', TypeNamePlural: '{i18n>milestoneLedger.milestones}', Title: { Value: orderNumber } },
  UI.SelectionFields: [kind_code, country, region, orderType_code, ownerRole_code, dueAt],
  UI.Chart #byKind: {
    Title: '{i18n>milestoneLedger.byKind}',
    ChartType: #BarStacked100,
    Dimensions: [kindName],
    DimensionAttributes: [{ Dimension: kindName, Role: #Category }],
    // The palette's third colour is green, its second orange.
    DynamicMeasures: ['@Analytics.AggregatedProperty#notYetDue', '@Analytics.AggregatedProperty#late', '@Analytics.AggregatedProperty#onTime'],
    MeasureAttributes: [
      { DynamicMeasure: '@Analytics.AggregatedProperty#notYetDue', Role: #Axis1 },
      { DynamicMeasure: '@Analytics.AggregatedProperty#late',      Role: #Axis1 },
      { DynamicMeasure: '@Analytics.AggregatedProperty#onTime',    Role: #Axis1 }
    ]
  },
  UI.LineItem: [
    { Value: kindName,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13rem' } },
    { Value: region,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: country,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: milestoneCount,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7rem' } },
    { Value: onTimeCount,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: lateCount,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '6rem' } },
    { Value: openCount,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: orderNumber,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: customerName,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12rem' } },
    { Value: ownerRoleName,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9rem' } },
    { Value: statusName,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: dueAt,           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11rem' } }
  ],
  UI.PresentationVariant #chart: { SortOrder: [{ Property: kindName }], Visualizations: ['@UI.Chart#byKind'] },
  UI.PresentationVariant #table: {
    GroupBy: [kindName, region], Total: [milestoneCount, onTimeCount, lateCount, openCount],
    SortOrder: [{ Property: kindName }], Visualizations: ['@UI.LineItem']
  },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [{ Property: dueAt, AllowedExpressions: 'SingleRange' }] }
);

// Their names are columns of their own, since groups of rows can't follow an association.
annotate ServiceLevelService.MilestoneLedger with {
  dueAt     @UI.DateTimeStyle: 'short';
  kind      @Common.ValueListWithFixedValues;
  orderType @Common.ValueListWithFixedValues;
  ownerRole @Common.ValueListWithFixedValues;
  status    @Common.ValueListWithFixedValues;
};
