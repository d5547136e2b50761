using { aftersales.SparePartsService } from '../../srv/spare-parts';

// What parts' own history says of their future, with the error of the back-test, and what should be ordered why.

annotate SparePartsService.PartForecasts with @(
  cds.search: { part.number, part.name, place.name },
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>partPlanning.forecast}', TypeNamePlural: '{i18n>partPlanning.forecasts}', Title: { Value: part.name }, Description: { Value: place.name } },
  UI.SelectionFields: [part_ID, plant, pattern_code, method_code],
  UI.LineItem: [
    { Value: part_ID,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: place.name,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14%' } },
    { Value: proposedQuantity, Criticality: criticality, CriticalityRepresentation: #WithoutIcon,
                               @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: available,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: onOrder,          @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7rem' } },
    { Value: reorderPoint,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: safetyStock,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7rem' } },
    { Value: monthlyDemand,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: method_code,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11%' } },
    { Value: scaledError,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7rem' } }
  ],
  UI.SelectionPresentationVariant #toOrder: {
    Text: '{i18n>partPlanning.toOrder}',
    SelectionVariant: { SelectOptions: [{ PropertyName: proposedQuantity, Ranges: [{ Sign: #I, Option: #GT, Low: 0 }] }] },
    PresentationVariant: { SortOrder: [{ Property: proposedQuantity, Descending: true }], Visualizations: ['@UI.LineItem'] }
  },
  UI.SelectionPresentationVariant #forecasts: {
    Text: '{i18n>partPlanning.forecasts}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: monthlyDemand, Descending: true }], Visualizations: ['@UI.LineItem'] }
  },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headOrder', Target: '@UI.DataPoint#toOrder' },
    { $Type: 'UI.ReferenceFacet', ID: 'headError', Label: '{i18n>partPlanning.error}', Target: '@UI.FieldGroup#error' },
    { $Type: 'UI.ReferenceFacet', ID: 'headStock', Label: '{i18n>partPlanning.stock}', Target: '@UI.FieldGroup#stock' }
  ],
  UI.DataPoint #toOrder: { Title: '{i18n>proposedQuantity}', Value: proposedQuantity, Criticality: criticality },
  UI.FieldGroup #error: { Data: [{ Value: method_code }, { Value: scaledError }, { Value: naiveError }] },
  UI.FieldGroup #stock: { Data: [{ Value: available }, { Value: onOrder }, { Value: reorderPoint }] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'why', Label: '{i18n>partPlanning.proposal}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'reasons',  Label: '{i18n>proposalReasons}', Target: '@UI.FieldGroup#reasons' },
      { $Type: 'UI.ReferenceFacet', ID: 'levels',   Label: '{i18n>partPlanning.levels}',   Target: '@UI.FieldGroup#levels' },
      { $Type: 'UI.ReferenceFacet', ID: 'history',  Label: '{i18n>partPlanning.history}',  Target: '@UI.FieldGroup#history' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'points', Label: '{i18n>PartForecastPoints}', Target: 'points/@UI.PresentationVariant' }
  ],
  UI.FieldGroup #reasons: { Data: [{ Value: reasons }] },
  UI.FieldGroup #levels: { Data: [
    { Value: serviceLevel }, { Value: leadTimeDays }, { Value: safetyStock }, { Value: reorderPoint }, { Value: orderQuantity }, { Value: proposedQuantity }
  ] },
  UI.FieldGroup #history: { Data: [{ Value: pattern_code }, { Value: months }, { Value: interval }, { Value: monthlyDemand }, { Value: errorRatio }, { Value: calculatedAt }] },
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.recalculate', Label: '{i18n>recalculate}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayForecast' } } } }
  ]
) {
  pattern @Common.ValueListWithFixedValues;
  method  @Common.ValueListWithFixedValues;
} actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.points, in.method, in.pattern] }
  recalculate @Common.Label: '{i18n>recalculate}';
};

annotate SparePartsService.PartForecastPoints with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>month}', TypeNamePlural: '{i18n>PartForecastPoints}', Title: { Value: month } },
  UI.LineItem: [
    { Value: month,    @UI.Importance: #High, @HTML5.CssDefaults: { width: '12rem' } },
    { Value: demand,   @UI.Importance: #High, @HTML5.CssDefaults: { width: '25%' } },
    { Value: expected, @UI.Importance: #High, @HTML5.CssDefaults: { width: '25%' } },
    { Value: isFuture, @UI.Importance: #Low,  @HTML5.CssDefaults: { width: '20%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: month, Descending: true }], Visualizations: ['@UI.LineItem'] }
);
