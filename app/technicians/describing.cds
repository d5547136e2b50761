using { aftersales.DispatchService } from '../../srv/dispatch';

// What technicians are measured by: areas with their places, what work asks for, and whom customers wish to see.

annotate DispatchService.ServiceAreas with @(
  Common.SemanticKey: [code],
  cds.search: { code, name },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: {
    TypeName: '{i18n>technicians.area}', TypeNamePlural: '{i18n>technicians.areas}', Title: { Value: name }, Description: { Value: code }
  },
  UI.LineItem: [
    { Value: code,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '30%' } },
    { Value: timeZone, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '25%' } },
    { Value: speed,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '15%' } },
    { Value: detour,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '20%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: code }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #areas: {
    Text: '{i18n>technicians.areas}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>technicians.record}', Target: '@UI.FieldGroup#general' },
    { $Type: 'UI.ReferenceFacet', ID: 'places',  Label: '{i18n>technicians.places}', Target: 'places/@UI.PresentationVariant' }
  ],
  UI.FieldGroup #general: { Data: [{ Value: code }, { Value: name }, { Value: timeZone }, { Value: speed }, { Value: detour }, { Value: currency_code }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate DispatchService.ServiceAreaPlaces with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.place}', TypeNamePlural: '{i18n>technicians.places}', Title: { Value: country } },
  UI.LineItem: [
    { Value: country,    @UI.Importance: #High, @HTML5.CssDefaults: { width: '15%' } },
    { Value: region,     @UI.Importance: #High, @HTML5.CssDefaults: { width: '35%' } },
    { Value: postalFrom, @UI.Importance: #High, @HTML5.CssDefaults: { width: '22%' } },
    { Value: postalTo,   @UI.Importance: #High, @HTML5.CssDefaults: { width: '22%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: country }, { Property: region }, { Property: postalFrom }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate DispatchService.WorkRequirements with @(
  cds.search: { model },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayRequire' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayRequire' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayRequire' } } },
  UI.HeaderInfo: { TypeName: '{i18n>technicians.requirement}', TypeNamePlural: '{i18n>technicians.requirements}', Title: { Value: model }, Description: { Value: skill_code } },
  UI.SelectionFields: [model, skill_code, certificate_code],
  UI.LineItem: [
    { Value: model,              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: orderType_code,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: faultCategory_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: deviceClass_code,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: skill_code,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14%' } },
    { Value: minimumLevel,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '6.5%' } },
    { Value: certificate_code,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: tool_code,          @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: minutes,            @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: model }, { Property: deviceClass_code }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #requirements: {
    Text: '{i18n>technicians.requirements}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'criteria', Label: '{i18n>technicians.criteria}', Target: '@UI.FieldGroup#criteria' },
    { $Type: 'UI.ReferenceFacet', ID: 'demands',  Label: '{i18n>technicians.demands}',  Target: '@UI.FieldGroup#demands' }
  ],
  UI.FieldGroup #criteria: { Data: [{ Value: model }, { Value: orderType_code }, { Value: faultCategory_code }, { Value: deviceClass_code }] },
  UI.FieldGroup #demands: { Data: [
    { Value: skill_code }, { Value: minimumLevel }, { Value: certificate_code }, { Value: tool_code }, { Value: crewSize }, { Value: minutes }
  ] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate DispatchService.CustomerPreferences with @(
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>technicians.preference}', TypeNamePlural: '{i18n>technicians.preferences}', Title: { Value: customer_ID }, Description: { Value: technician_ID } },
  UI.SelectionFields: [customer_ID, technician_ID, isExcluded],
  UI.LineItem: [
    { Value: customer_ID,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '28%' } },
    { Value: technician_ID, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '22%' } },
    { Value: isExcluded,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: reason,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '32%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: customer_ID }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #preferences: {
    Text: '{i18n>technicians.preferences}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>technicians.record}', Target: '@UI.FieldGroup#general' }],
  UI.FieldGroup #general: { Data: [{ Value: customer_ID }, { Value: technician_ID }, { Value: isExcluded }, { Value: reason }] },
  Capabilities.SearchRestrictions: { Searchable: false },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);
