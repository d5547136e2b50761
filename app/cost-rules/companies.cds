using { aftersales.FinanceService } from '../../srv/finance';

// Company codes with their plants, and the periods that are closed.

annotate FinanceService.CompanyCodes with @(
  cds.search: { code, name },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintainCompanies' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintainCompanies' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintainCompanies' } } },
  UI.HeaderInfo: { TypeName: '{i18n>costRules.company}', TypeNamePlural: '{i18n>costRules.companies}', Title: { Value: name }, Description: { Value: code } },
  UI.LineItem: [
    { Value: code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: name, @UI.Importance: #High, @HTML5.CssDefaults: { width: '30%' } },
    { Value: country, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: currency_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '18%' } },
    { Value: fiscalYearVariant_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '26%' } }
  ],
  UI.SelectionPresentationVariant #companies: {
    Text: '{i18n>costRules.companies}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: code }], Visualizations: ['@UI.LineItem'] }
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>costRules.general}', Target: '@UI.FieldGroup#general' },
    { $Type: 'UI.ReferenceFacet', ID: 'plants', Label: '{i18n>companyCodePlants}', Target: 'plants/@UI.LineItem' }
  ],
  UI.FieldGroup #general: { Data: [{ Value: code }, { Value: name }, { Value: country }, { Value: currency_code }, { Value: fiscalYearVariant_code }, { Value: accrualAccount }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate FinanceService.CompanyCodePlants with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>plant}', TypeNamePlural: '{i18n>companyCodePlants}', Title: { Value: plant } },
  UI.LineItem: [{ Value: plant, @UI.Importance: #High, @HTML5.CssDefaults: { width: '90%' } }]
);

annotate FinanceService.PostingPeriods with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>costRules.period}', TypeNamePlural: '{i18n>costRules.periods}', Title: { Value: fiscalPeriod } },
  UI.LineItem: [
    { Value: companyCode_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16rem' } },
    { Value: fiscalYear,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: fiscalPeriod,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: isOpen,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: firstDay,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: lastDay,          @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: modifiedBy,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '13%' } }
  ],
  UI.SelectionPresentationVariant #periods: {
    Text: '{i18n>costRules.periods}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: fiscalYear, Descending: true }, { Property: fiscalPeriod, Descending: true }, { Property: companyCode_code }], Visualizations: ['@UI.LineItem'] }
  }
);
