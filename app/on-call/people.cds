using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// How people want to be told: within the application by their user, by e-mail, in their language, not in their quiet hours.

annotate ServiceLevelService.OnCallPersons with @(
  cds.search: { name, email, userId },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>onCall.person}', TypeNamePlural: '{i18n>onCall.people}', Title: { Value: name }, Description: { Value: email } },
  UI.SelectionFields: [language, timeZone],
  UI.LineItem: [
    { Value: name,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: userId,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: email,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '24%' } },
    { Value: language,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: timeZone,  @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '15%' } },
    { Value: quietFrom, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: quietTo,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: name }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #people: {
    Text: '{i18n>onCall.people}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'person', Label: '{i18n>onCall.howTold}', Target: '@UI.FieldGroup#told' },
    { $Type: 'UI.ReferenceFacet', ID: 'quiet',  Label: '{i18n>onCall.quiet}',   Target: '@UI.FieldGroup#quiet' }
  ],
  UI.FieldGroup #told:  { Data: [{ Value: name }, { Value: userId }, { Value: email }, { Value: language }] },
  UI.FieldGroup #quiet: { Data: [{ Value: timeZone }, { Value: quietFrom }, { Value: quietTo }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate ServiceLevelService.OnCallPersons with {
  email    @Communication.IsEmailAddress;
  language @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'NoticeLanguages',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: language, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
