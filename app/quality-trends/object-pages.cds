using { aftersales.QualityService } from '../../srv/quality';

// One signal, or one series: the weeks drawn with their limits, and the figures behind them.

annotate QualityService.TrendSignals with @(
  UI.HeaderInfo: { TypeName: '{i18n>trends.signal}', TypeNamePlural: '{i18n>trends.signals}', Title: { Value: title }, Description: { Value: number } },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState', Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headWeek',  Target: '@UI.FieldGroup#head' }
  ],
  UI.DataPoint #state: { Title: '{i18n>status}', Value: state_code, Criticality: state.criticality },
  UI.FieldGroup #head: { Data: [{ Value: dimension_code }, { Value: sinceWeek }, { Value: week }] },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'facts', Label: '{i18n>trends.facts}', Target: '@UI.FieldGroup#facts' }],
  UI.FieldGroup #facts: { Data: [
    { Value: count }, { Value: expected }, { Value: method }, { Value: statistic }, { Value: limit },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>trends.capa}', Value: capa.number, @UI.Hidden: { $edmJson: { $Not: { $Path: 'capa_ID' } } },
      Url: { $edmJson: { $Apply: ['#CapaCase-manage&/CapaCases(ID=', { $Path: 'capa_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } } },
    { Value: decidedBy, @UI.Hidden: { $edmJson: { $Not: { $Path: 'decidedAt' } } } },
    { Value: decidedAt, @UI.Hidden: { $edmJson: { $Not: { $Path: 'decidedAt' } } } },
    { Value: reason,    @UI.Hidden: { $edmJson: { $Not: { $Path: 'reason' } } } }
  ] },
  // Their dialogs stand in webapp/ext/deciding; what is not named here CAP would add as a plain button.
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.accept',  @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.dismiss', @UI.Hidden }
  ]
) {
  decidedAt @UI.DateTimeStyle: 'short';
  reason    @UI.MultiLineText;
};

annotate QualityService.TrendSeries with @(
  UI.HeaderInfo: { TypeName: '{i18n>trends.oneSeries}', TypeNamePlural: '{i18n>trends.view.series}', Title: { Value: title }, Description: { Value: value } },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState', Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headWeek',  Target: '@UI.FieldGroup#head' }
  ],
  UI.DataPoint #state: { Title: '{i18n>status}', Value: state_code, Criticality: state.criticality },
  UI.FieldGroup #head: { Data: [{ Value: dimension_code }, { Value: week }] },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'facts', Label: '{i18n>trends.facts}', Target: '@UI.FieldGroup#facts' }],
  UI.FieldGroup #facts: { Data: [
    { Value: count }, { Value: expected }, { Value: yearCount }, { Value: exposure }, { Value: dispersion }, { Value: statistic }, { Value: threshold }, { Value: calculatedAt }
  ] }
) {
  calculatedAt @UI.DateTimeStyle: 'short';
};
