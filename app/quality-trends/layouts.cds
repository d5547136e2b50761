using { aftersales.QualityService } from '../../srv/quality';

// What stands out and nobody has decided about, and all series that are watched.

annotate QualityService.TrendSignals with @(
  Common.SemanticKey: [number],
  UI.SelectionFields: [dimension_code, state_code, week],
  UI.LineItem: [
    { Value: number,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: dimension_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: title,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: week,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: count,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: expected,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>trends.capa}', Value: capa.number,
      Url: { $edmJson: { $Apply: ['#CapaCase-manage&/CapaCases(ID=', { $Path: 'capa_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } },
                             @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: decidedBy,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } }
  ],
  UI.PresentationVariant #newestFirst: { SortOrder: [{ Property: week, Descending: true }, { Property: number }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #open: {
    Text: '{i18n>trends.view.open}',
    SelectionVariant: { SelectOptions: [{ PropertyName: state_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'New' }] }] },
    PresentationVariant: ![@UI.PresentationVariant#newestFirst]
  },
  UI.SelectionPresentationVariant #all: {
    Text: '{i18n>trends.view.all}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: ![@UI.PresentationVariant#newestFirst]
  },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [{ Property: week, AllowedExpressions: 'SingleRange' }] }
) {
  dimension @Common.ValueListWithFixedValues;
  state     @Common.ValueListWithFixedValues;
};

annotate QualityService.TrendSeries with @(
  UI.LineItem: [
    { Value: dimension_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: title,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '26%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: count,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: expected,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: yearCount,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: statistic,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: threshold,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } }
  ],
  UI.PresentationVariant #byYear: { SortOrder: [{ Property: yearCount, Descending: true }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #series: {
    Text: '{i18n>trends.view.series}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: ![@UI.PresentationVariant#byYear]
  }
) {
  dimension @Common.ValueListWithFixedValues;
  state     @Common.ValueListWithFixedValues;
};
