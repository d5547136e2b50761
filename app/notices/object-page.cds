using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.Notices with @(
  UI.HeaderInfo: { TypeName: '{i18n>notices.notice}', TypeNamePlural: '{i18n>notices.notices}', Title: { Value: subject }, Description: { Value: recipient } },
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'ServiceLevelService.resend', Label: '{i18n>notices.resend}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayResend' } } } }
  ],
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'text',     Label: '{i18n>notices.text}',     Target: '@UI.FieldGroup#text' },
    { $Type: 'UI.ReferenceFacet', ID: 'delivery', Label: '{i18n>notices.delivery}', Target: '@UI.FieldGroup#delivery' }
  ],
  UI.FieldGroup #text: { Data: [{ Value: workOrder_ID }, { Value: subject }, { Value: body }] },
  UI.FieldGroup #delivery: { Data: [
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon },
    { Value: channel_code }, { Value: recipient }, { Value: language }, { Value: createdAt }, { Value: sendAfter }, { Value: sentAt }, { Value: readAt }, { Value: attempts }, { Value: error }
  ] }
);
