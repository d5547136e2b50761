using { aftersales.FinanceService } from '../../srv/finance';

// Rules that say who bears a cost, with which accounts, and in which shares. Empty criteria fit everything.

annotate FinanceService.CostObjectRules with @(
  cds.search: { costObject, comment, model, serviceContract },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>costRules.costObject}', TypeNamePlural: '{i18n>costRules.costObjects}', Title: { Value: costObjectKind.name }, Description: { Value: comment } },
  UI.SelectionFields: [companyCode_code, accountingIndicator_code, costType_code],
  UI.LineItem: [
    { Value: costObjectKind_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: costObject, @UI.Importance: #High, @HTML5.CssDefaults: { width: '12%' } },
    { Value: companyCode_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '18%' } },
    { Value: accountingIndicator_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '13%' } },
    { Value: costType_code, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '10%' } },
    { Value: orderType_code, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '10%' } },
    { Value: warrantyStatus_code, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '10%' } },
    { Value: model, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: serviceContract, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: validFrom, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: validTo, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: priority, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: comment, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '24%' } }
  ],
  UI.SelectionPresentationVariant #costObjects: {
    Text: '{i18n>costRules.costObjects}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: companyCode_code }, { Property: priority }], Visualizations: ['@UI.LineItem'] }
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'result', Label: '{i18n>costRules.result}', Target: '@UI.FieldGroup#result' },
    { $Type: 'UI.ReferenceFacet', ID: 'criteria', Label: '{i18n>costRules.criteria}', Target: '@UI.FieldGroup#criteria' },
    { $Type: 'UI.ReferenceFacet', ID: 'validity', Label: '{i18n>costRules.validity}', Target: '@UI.FieldGroup#validity' }
  ],
  UI.FieldGroup #result: { Data: [{ Value: costObjectKind_code }, { Value: costObject }, { Value: priority }, { Value: comment }] },
  UI.FieldGroup #criteria: { Data: [{ Value: companyCode_code }, { Value: plant }, { Value: orderType_code }, { Value: warrantyStatus_code }, { Value: accountingIndicator_code }, { Value: costType_code }, { Value: model }, { Value: serviceContract }] },
  UI.FieldGroup #validity: { Data: [{ Value: validFrom }, { Value: validTo }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate FinanceService.AccountRules with @(
  cds.search: { glAccount, hostAccount, offsetAccount, comment },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>costRules.account}', TypeNamePlural: '{i18n>costRules.accounts}', Title: { Value: glAccount }, Description: { Value: comment } },
  UI.LineItem: [
    { Value: glAccount, @UI.Importance: #High, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: hostAccount, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11rem' } },
    { Value: offsetAccount, @UI.Importance: #High, @HTML5.CssDefaults: { width: '9rem' } },
    { Value: transferAccount, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: transferOffsetAccount, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: companyCode_code, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '14%' } },
    { Value: costType_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '12%' } },
    { Value: accountingIndicator_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '12%' } },
    { Value: taxCode, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '5rem' } },
    { Value: orderType_code, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '10%' } },
    { Value: validFrom, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: priority, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: comment, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '20%' } }
  ],
  UI.SelectionPresentationVariant #accounts: {
    Text: '{i18n>costRules.accounts}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: companyCode_code }, { Property: costType_code }, { Property: accountingIndicator_code }], Visualizations: ['@UI.LineItem'] }
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'result', Label: '{i18n>costRules.result}', Target: '@UI.FieldGroup#result' },
    { $Type: 'UI.ReferenceFacet', ID: 'criteria', Label: '{i18n>costRules.criteria}', Target: '@UI.FieldGroup#criteria' },
    { $Type: 'UI.ReferenceFacet', ID: 'validity', Label: '{i18n>costRules.validity}', Target: '@UI.FieldGroup#validity' }
  ],
  UI.FieldGroup #result: { Data: [{ Value: glAccount }, { Value: hostAccount }, { Value: offsetAccount }, { Value: transferAccount }, { Value: transferOffsetAccount }, { Value: taxCode }, { Value: priority }, { Value: comment }] },
  UI.FieldGroup #criteria: { Data: [{ Value: companyCode_code }, { Value: costType_code }, { Value: accountingIndicator_code }, { Value: orderType_code }] },
  UI.FieldGroup #validity: { Data: [{ Value: validFrom }, { Value: validTo }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate FinanceService.CoverageRules with @(
  cds.search: { name, serviceContract, model },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>costRules.coverage}', TypeNamePlural: '{i18n>costRules.coverages}', Title: { Value: name } },
  UI.LineItem: [
    { Value: name, @UI.Importance: #High, @HTML5.CssDefaults: { width: '18rem' } },
    { Value: accountingIndicator_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '14%' } },
    { Value: serviceContract, @UI.Importance: #High, @HTML5.CssDefaults: { width: '13%' } },
    { Value: model, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: costType_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: companyCode_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: orderType_code, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '10%' } },
    { Value: validFrom, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: validTo, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: priority, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } }
  ],
  UI.SelectionPresentationVariant #coverage: {
    Text: '{i18n>costRules.coverages}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: priority }, { Property: name }], Visualizations: ['@UI.LineItem'] }
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>costRules.general}', Target: '@UI.FieldGroup#general' },
    { $Type: 'UI.ReferenceFacet', ID: 'criteria', Label: '{i18n>costRules.criteria}', Target: '@UI.FieldGroup#criteria' },
    { $Type: 'UI.ReferenceFacet', ID: 'validity', Label: '{i18n>costRules.validity}', Target: '@UI.FieldGroup#validity' },
    { $Type: 'UI.ReferenceFacet', ID: 'shares', Label: '{i18n>coverageShares}', Target: 'shares/@UI.PresentationVariant' }
  ],
  UI.FieldGroup #general: { Data: [{ Value: name }, { Value: priority }] },
  UI.FieldGroup #criteria: { Data: [{ Value: accountingIndicator_code }, { Value: serviceContract }, { Value: model }, { Value: costType_code }, { Value: companyCode_code }, { Value: orderType_code }] },
  UI.FieldGroup #validity: { Data: [{ Value: validFrom }, { Value: validTo }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate FinanceService.CoverageShares with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>costRules.share}', TypeNamePlural: '{i18n>coverageShares}', Title: { Value: accountingIndicator.name } },
  UI.LineItem: [
    { Value: position,                 @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } },
    { Value: accountingIndicator_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '45%' } },
    { Value: percent,                  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '30%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: position }], Visualizations: ['@UI.LineItem'] }
);
