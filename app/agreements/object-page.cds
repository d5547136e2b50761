using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// The page of one agreement: whom it is for, how much time each clock has, what pauses clocks, what lateness costs.

annotate ServiceLevelService.Agreements with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>agreements.agreement}',
    TypeNamePlural: '{i18n>agreements.agreements}',
    Title: { Value: number },
    Description: { Value: name }
  },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'agreement', Label: '{i18n>agreements.agreement}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'general',  Label: '{i18n>agreements.general}',  Target: '@UI.FieldGroup#general' },
      { $Type: 'UI.ReferenceFacet', ID: 'criteria', Label: '{i18n>agreements.criteria}', Target: '@UI.FieldGroup#criteria' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'targets', Label: '{i18n>agreements.targets}', Target: 'targets/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'pauses',  Label: '{i18n>agreements.pauses}',  Target: 'pauses/@UI.LineItem' },
    { $Type: 'UI.ReferenceFacet', ID: 'terms',   Label: '{i18n>agreements.terms}',   Target: 'terms/@UI.LineItem' }
  ],
  UI.FieldGroup #general: { Data: [
    { Value: number }, { Value: name }, { Value: validFrom }, { Value: validTo }, { Value: calendar_code }, { Value: warnMinutes }
  ] },
  UI.FieldGroup #criteria: { Data: [
    { Value: serviceContract }, { Value: customer_ID }, { Value: model }, { Value: importance_code }, { Value: priority_code }, { Value: region_code }
  ] }
);

annotate ServiceLevelService.AgreementTargets with @(
  UI.HeaderInfo: { TypeName: '{i18n>agreements.target}', TypeNamePlural: '{i18n>agreements.targets}', Title: { Value: clock_code } },
  UI.LineItem: [
    { Value: clock_code,    @UI.Importance: #High, @HTML5.CssDefaults: { width: '30%' } },
    { Value: minutes,       @UI.Importance: #High, @HTML5.CssDefaults: { width: '30%' } },
    { Value: calendar_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '35%' } },
    // what the rows are sorted by
    { Value: clock.position, @UI.Hidden: true }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: clock.position }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate ServiceLevelService.AgreementPauses with @(
  UI.HeaderInfo: { TypeName: '{i18n>agreements.pause}', TypeNamePlural: '{i18n>agreements.pauses}', Title: { Value: holdReason_code } },
  UI.LineItem: [
    { Value: holdReason_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '50%' } },
    { Value: clock_code,      @UI.Importance: #High, @HTML5.CssDefaults: { width: '45%' } }
  ],
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate ServiceLevelService.AgreementTerms with @(
  UI.HeaderInfo: { TypeName: '{i18n>agreements.term}', TypeNamePlural: '{i18n>agreements.terms}', Title: { Value: kind_code } },
  UI.LineItem: [
    { Value: kind_code,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: clock_code,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: unitMinutes, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '18%' } },
    { Value: amount,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: maximum,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } }
  ],
  Capabilities.SearchRestrictions: { Searchable: false }
);
