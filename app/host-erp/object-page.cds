using { aftersales.HostErpService } from '../../srv/host-erp';

// The page of one message. What was asked of the host is a fragment of the app (webapp/ext/request).

annotate HostErpService.HostMessages with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>hostMessages.message}',
    TypeNamePlural: '{i18n>hostMessages.messages}',
    Title: { Value: number },
    Description: { Value: kind_code }
  },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState', Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headDocument', Target: '@UI.DataPoint#document', @UI.Hidden: { $edmJson: { $Not: { $Path: 'hostDocument' } } } },
    { $Type: 'UI.ReferenceFacet', ID: 'headAttempts', Target: '@UI.DataPoint#attempts' },
    { $Type: 'UI.ReferenceFacet', ID: 'headOrigin', Target: '@UI.FieldGroup#headOrigin' }
  ],
  UI.DataPoint #state:    { Title: '{i18n>hostMessages.state}',    Value: state_code, Criticality: state.criticality },
  UI.DataPoint #document: { Title: '{i18n>hostMessages.document}', Value: hostDocument },
  UI.DataPoint #attempts: { Title: '{i18n>hostMessages.attempts}', Value: attempts },
  UI.FieldGroup #headOrigin: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Value: workOrderNumber,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage?number=', { $Path: 'workOrderNumber' }], $Function: 'odata.concat' } },
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'workOrderNumber' } } } },
    { Value: actingUser },
    { Value: createdAt }
  ] },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'answer', Label: '{i18n>hostMessages.answer}', Target: '@UI.FieldGroup#answer' },
    { $Type: 'UI.CollectionFacet', ID: 'course', Label: '{i18n>hostMessages.course}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'times', Label: '{i18n>hostMessages.times}', Target: '@UI.FieldGroup#times' },
      { $Type: 'UI.ReferenceFacet', ID: 'givenUp', Label: '{i18n>hostMessages.givenUp}', Target: '@UI.FieldGroup#givenUp',
        @UI.Hidden: { $edmJson: { $Ne: [{ $Path: 'state_code' }, 'GivenUp'] } } },
      { $Type: 'UI.ReferenceFacet', ID: 'technical', Label: '{i18n>hostMessages.technical}', Target: '@UI.FieldGroup#technical' }
    ] }
  ],
  UI.FieldGroup #answer: { Data: [
    { Value: hostDocument,  @UI.Hidden: { $edmJson: { $Not: { $Path: 'hostDocument' } } } },
    { Value: lastError,     @UI.Hidden: { $edmJson: { $Eq: [{ $Path: 'state_code' }, 'Confirmed'] } } },
    { Value: lastErrorCode, @UI.Hidden: { $edmJson: { $Not: { $Path: 'lastErrorCode' } } } },
    { Value: nextAttemptAt, @UI.Hidden: { $edmJson: { $Not: { $Path: 'nextAttemptAt' } } } },
    { Value: failures,      @UI.Hidden: { $edmJson: { $Not: { $Gt: [{ $Path: 'failures' }, 0] } } } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>hostMessages.waitsFor}', Value: dependsOnNumber,
      Url: { $edmJson: { $Apply: ['#HostMessage-manage?number=', { $Path: 'dependsOnNumber' }], $Function: 'odata.concat' } },
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Path: 'dependsOnNumber' }, { $Eq: [{ $Path: 'state_code' }, 'Pending'] }] } } } }
  ] },
  UI.FieldGroup #times: { Data: [{ Value: createdAt }, { Value: sentAt }, { Value: confirmedAt }] },
  UI.FieldGroup #givenUp: { Data: [{ Value: givenUpBy }, { Value: givenUpReason }] },
  UI.FieldGroup #technical: { Data: [
    { Value: idempotencyKey },
    { Value: causeEntity, @UI.Hidden: { $edmJson: { $Not: { $Path: 'causeEntity' } } } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>dependsOn}', Value: dependsOnNumber,
      Url: { $edmJson: { $Apply: ['#HostMessage-manage?number=', { $Path: 'dependsOnNumber' }], $Function: 'odata.concat' } },
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'dependsOnNumber' } } } }
  ] }
);

annotate HostErpService.HostMessages with {
  lastError       @UI.MultiLineText;
  givenUpReason   @UI.MultiLineText;
  dependsOn       @Common: { Text: dependsOn.number, TextArrangement: #TextOnly };
};
