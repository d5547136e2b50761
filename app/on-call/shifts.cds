using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// Who is asked, for which sites, from when to when. Without a region and a zone: for all sites that have no closer shift.

annotate ServiceLevelService.OnCallShifts with @(
  cds.search: { team, main.name, standBy.name, lead.name },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayPlanShifts' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayPlanShifts' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayPlanShifts' } } },
  UI.HeaderInfo: { TypeName: '{i18n>onCall.shift}', TypeNamePlural: '{i18n>onCall.shifts}', Title: { Value: team }, Description: { Value: region_code } },
  UI.SelectionFields: [team, region_code, main_ID, endsAt],
  UI.LineItem: [
    { Value: team,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: startsAt,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14%' } },
    { Value: endsAt,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14%' } },
    { Value: region_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: timeZone,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11%' } },
    { Value: main_ID,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: standBy_ID,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: lead_ID,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: startsAt, Descending: true }, { Property: team }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #shifts: {
    Text: '{i18n>onCall.shifts}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'shift',  Label: '{i18n>onCall.shift}',  Target: '@UI.FieldGroup#shift' },
    { $Type: 'UI.ReferenceFacet', ID: 'people', Label: '{i18n>onCall.people}', Target: '@UI.FieldGroup#people' }
  ],
  UI.FieldGroup #shift:  { Data: [{ Value: team }, { Value: region_code }, { Value: timeZone }, { Value: startsAt }, { Value: endsAt }] },
  UI.FieldGroup #people: { Data: [{ Value: main_ID }, { Value: standBy_ID }, { Value: lead_ID }] },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [{ Property: endsAt, AllowedExpressions: 'SingleRange' }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate ServiceLevelService.OnCallShifts with {
  startsAt @UI.DateTimeStyle: 'short';
  endsAt   @UI.DateTimeStyle: 'short';
  region   @Common.ValueListWithFixedValues;
  main     @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'OnCallPersons',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: main_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  standBy  @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'OnCallPersons',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: standBy_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  lead     @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'OnCallPersons',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: lead_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
