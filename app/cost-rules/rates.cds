using { aftersales.FinanceService } from '../../srv/finance';

// What an hour costs, what a currency is worth, and what was set aside for warranty.

annotate FinanceService.ActivityRates with @(
  cds.search: { activityType, costCenter },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>costRules.activityRate}', TypeNamePlural: '{i18n>costRules.activityRates}', Title: { Value: activityType }, Description: { Value: costCenter } },
  UI.LineItem: [
    { Value: activityType, @UI.Importance: #High, @HTML5.CssDefaults: { width: '9rem' } },
    { Value: companyCode_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '24%' } },
    { Value: costCenter, @UI.Importance: #High, @HTML5.CssDefaults: { width: '14%' } },
    { Value: rate, @UI.Importance: #High, @HTML5.CssDefaults: { width: '16%' } },
    { Value: unit, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7%' } },
    { Value: validFrom, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: validTo, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.SelectionPresentationVariant #activityRates: {
    Text: '{i18n>costRules.activityRates}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: companyCode_code }, { Property: activityType }, { Property: validFrom, Descending: true }], Visualizations: ['@UI.LineItem'] }
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>costRules.general}', Target: '@UI.FieldGroup#general' },
    { $Type: 'UI.ReferenceFacet', ID: 'validity', Label: '{i18n>costRules.validity}', Target: '@UI.FieldGroup#validity' }
  ],
  UI.FieldGroup #general: { Data: [{ Value: activityType }, { Value: companyCode_code }, { Value: costCenter }, { Value: rate }, { Value: unit }] },
  UI.FieldGroup #validity: { Data: [{ Value: validFrom }, { Value: validTo }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate FinanceService.ExchangeRates with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>costRules.exchangeRate}', TypeNamePlural: '{i18n>costRules.exchangeRates}', Title: { Value: fromCurrency_code }, Description: { Value: toCurrency_code } },
  UI.LineItem: [
    { Value: fromCurrency_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '14rem' } },
    { Value: toCurrency_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '36%' } },
    { Value: validFrom, @UI.Importance: #High, @HTML5.CssDefaults: { width: '20%' } },
    { Value: rate, @UI.Importance: #High, @HTML5.CssDefaults: { width: '22%' } }
  ],
  UI.SelectionPresentationVariant #exchangeRates: {
    Text: '{i18n>costRules.exchangeRates}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: fromCurrency_code }, { Property: toCurrency_code }, { Property: validFrom, Descending: true }], Visualizations: ['@UI.LineItem'] }
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>costRules.general}', Target: '@UI.FieldGroup#general' }
  ],
  UI.FieldGroup #general: { Data: [{ Value: fromCurrency_code }, { Value: toCurrency_code }, { Value: validFrom }, { Value: rate }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate FinanceService.WarrantyProvisions with @(
  cds.search: { model },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>costRules.provision}', TypeNamePlural: '{i18n>costRules.provisions}', Title: { Value: model }, Description: { Value: fiscalYear } },
  UI.LineItem: [
    { Value: companyCode_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '16rem' } },
    { Value: fiscalYear, @UI.Importance: #High, @HTML5.CssDefaults: { width: '20%' } },
    { Value: model, @UI.Importance: #High, @HTML5.CssDefaults: { width: '26%' } },
    { Value: amount, @UI.Importance: #High, @HTML5.CssDefaults: { width: '32%' } }
  ],
  UI.SelectionPresentationVariant #provisions: {
    Text: '{i18n>costRules.provisions}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: fiscalYear, Descending: true }, { Property: model }], Visualizations: ['@UI.LineItem'] }
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>costRules.general}', Target: '@UI.FieldGroup#general' }
  ],
  UI.FieldGroup #general: { Data: [{ Value: companyCode_code }, { Value: fiscalYear }, { Value: model }, { Value: amount }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);
