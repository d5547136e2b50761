using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// What was told to whom; what could not be delivered comes first and can be sent again.

annotate ServiceLevelService.Notices with @(
  cds.search: { subject, recipient, workOrder.number },
  UI.CreateHidden: true,
  UI.UpdateHidden: true,
  UI.DeleteHidden: true,
  UI.SelectionFields: [channel_code, person_ID, language, createdAt],
  UI.LineItem: [
    { Value: createdAt,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: workOrder_ID, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7.5rem' } },
    { Value: subject,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '23%' } },
    { Value: recipient,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '17%' } },
    { Value: channel_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: attempts,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '5rem' } },
    { Value: error,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '18%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'ServiceLevelService.resend', Label: '{i18n>notices.resend}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayResend' } } } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: createdAt, Descending: true }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #failed: {
    Text: '{i18n>notices.failed}',
    SelectionVariant: { SelectOptions: [{ PropertyName: state_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'Failed' }] }] },
    PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.SelectionPresentationVariant #waiting: {
    Text: '{i18n>notices.waiting}',
    SelectionVariant: { SelectOptions: [{ PropertyName: state_code, Ranges: [
      { Sign: #I, Option: #EQ, Low: 'Pending' }, { Sign: #I, Option: #EQ, Low: 'Sending' }
    ] }] },
    PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.SelectionPresentationVariant #all: {
    Text: '{i18n>notices.all}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [{ Property: createdAt, AllowedExpressions: 'SingleRange' }] }
);

annotate ServiceLevelService.Notices with {
  createdAt @UI.DateTimeStyle: 'short';
  sendAfter @UI.DateTimeStyle: 'short';
  sentAt    @UI.DateTimeStyle: 'short';
  readAt    @UI.DateTimeStyle: 'short';
  channel   @Common.ValueListWithFixedValues;
  language  @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'NoticeLanguages',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: language, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  person    @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'OnCallPersons',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: person_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
} actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, '/aftersales.ServiceLevelService.EntityContainer/Notices'] }
  @Core.OperationAvailable: { $edmJson: { $Eq: [{ $Path: 'in/state_code' }, 'Failed'] } }
  resend;
};
