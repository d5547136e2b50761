using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.EscalationSteps with @(
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>onCall.step}', TypeNamePlural: '{i18n>onCall.ladder}', Title: { Value: level }, Description: { Value: role } },
  UI.LineItem: [
    { Value: level,          @UI.Importance: #High, @HTML5.CssDefaults: { width: '20%' } },
    { Value: role,      @UI.Importance: #High, @HTML5.CssDefaults: { width: '30%' } },
    { Value: respondMinutes, @UI.Importance: #High, @HTML5.CssDefaults: { width: '25%' } },
    { Value: actMinutes,     @UI.Importance: #High, @HTML5.CssDefaults: { width: '25%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: level }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #ladder: {
    Text: '{i18n>onCall.ladder}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'step', Label: '{i18n>onCall.step}', Target: '@UI.FieldGroup#step' }],
  UI.FieldGroup #step: { Data: [{ Value: level }, { Value: role }, { Value: respondMinutes }, { Value: actMinutes }] },
  Capabilities.SearchRestrictions: { Searchable: false },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate ServiceLevelService.EscalationSteps with {
  role @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'EscalationRoles',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: role, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
