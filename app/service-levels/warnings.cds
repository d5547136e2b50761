using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// What somebody has to answer: warnings that were given and are not closed, and the two answers.

annotate ServiceLevelService.Warnings with @(
  UI.HeaderInfo: { TypeName: '{i18n>serviceLevels.warning}', TypeNamePlural: '{i18n>serviceLevels.view.warnings}', Title: { Value: workOrder_ID } },
  UI.CreateHidden: true,
  UI.DeleteHidden: true,
  UI.UpdateHidden: true,
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.LineItem: [
    { Value: workOrder_ID,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7.5rem' } },
    { Value: clockKind_code,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: level_code, Criticality: level.criticality,
                              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: rule_code,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: dueAt,           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: firedAt,         @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: person_ID,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: escalationLevel, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '5rem' } },
    { Value: escalateAt,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'ServiceLevelService.acknowledge', Label: '{i18n>serviceLevels.acknowledge}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayAnswer' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'ServiceLevelService.handOver',    Label: '{i18n>serviceLevels.handOver}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayHandOver' } } } }
  ],
  UI.SelectionPresentationVariant #toAnswer: {
    Text: '{i18n>serviceLevels.view.warnings}',
    SelectionVariant: { SelectOptions: [{ PropertyName: state_code, Ranges: [
      { Sign: #I, Option: #EQ, Low: 'Open' }, { Sign: #I, Option: #EQ, Low: 'Acknowledged' }, { Sign: #I, Option: #EQ, Low: 'HandedOver' }
    ] }] },
    PresentationVariant: { SortOrder: [{ Property: fireAt }], Visualizations: ['@UI.LineItem'] }
  }
);

annotate ServiceLevelService.Warnings with {
  dueAt      @UI.DateTimeStyle: 'short';
  firedAt    @UI.DateTimeStyle: 'short';
  escalateAt @UI.DateTimeStyle: 'short';
} actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, '/aftersales.ServiceLevelService.EntityContainer/Warnings'] }
  @Core.OperationAvailable: { $edmJson: { $Or: [{ $Eq: [{ $Path: 'in/state_code' }, 'Open'] }, { $Eq: [{ $Path: 'in/state_code' }, 'HandedOver'] }] } }
  acknowledge ( comment @UI.MultiLineText );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.person, '/aftersales.ServiceLevelService.EntityContainer/Warnings'] }
  handOver (
    person_ID @mandatory  @Common.ValueListWithFixedValues  @Common.ValueList: {
      CollectionPath: 'OnCallPersons',
      Parameters: [
        { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: person_ID, ValueListProperty: 'ID' },
        { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
      ]
    },
    comment   @UI.MultiLineText
  );
};

// A key says nothing: people are chosen by name.
annotate ServiceLevelService.OnCallPersons with {
  ID @Common: { Text: name, TextArrangement: #TextOnly };
};
