using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// The texts of notices, one language a row, and how they read with examples in place of their placeholders.

annotate ServiceLevelService.NoticeTemplates with @(
  cds.search: { template, subject, body },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>onCall.text}', TypeNamePlural: '{i18n>onCall.texts}', Title: { Value: subject }, Description: { Value: template } },
  UI.SelectionFields: [template, language],
  UI.LineItem: [
    { Value: template, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '25%' } },
    { Value: language, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16%' } },
    { Value: subject,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '45%' } },
    { Value: isActive, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: template }, { Property: language }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #texts: {
    Text: '{i18n>onCall.texts}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'text',    Label: '{i18n>onCall.text}',    Target: '@UI.FieldGroup#text' },
    { $Type: 'UI.ReferenceFacet', ID: 'preview', Label: '{i18n>onCall.preview}', Target: '@UI.FieldGroup#preview' }
  ],
  UI.FieldGroup #text:    { Data: [{ Value: template }, { Value: language }, { Value: isActive }, { Value: subject }, { Value: body }] },
  UI.FieldGroup #preview: { Data: [
    { Value: previewSubject }, { Value: previewBody },
    { Value: unknownPlaceholders, Criticality: #Negative, CriticalityRepresentation: #WithoutIcon, @UI.Hidden: { $edmJson: { $Eq: [{ $Path: 'unknownPlaceholders' }, ''] } } }
  ] },
  // One for each field: those of several fields wait until the focus leaves them all.
  Common.SideEffects #subject:  { SourceProperties: [subject],  TargetProperties: ['previewSubject', 'unknownPlaceholders'] },
  Common.SideEffects #body:     { SourceProperties: [body],     TargetProperties: ['previewBody', 'unknownPlaceholders'] },
  Common.SideEffects #language: { SourceProperties: [language], TargetProperties: ['previewSubject', 'previewBody'] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate ServiceLevelService.NoticeTemplates with {
  previewSubject      @readonly  @UI.HiddenFilter;
  previewBody         @readonly  @UI.HiddenFilter;
  unknownPlaceholders @readonly  @UI.HiddenFilter;
  template @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'NoticeKinds',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: template, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  language @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'NoticeLanguages',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: language, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
