using { aftersales.HostErpService } from '../../srv/host-erp';

// The list. Each view has the columns that say something about its messages: a waiting one has a next attempt,
// one that needs a person has the host's words, a confirmed one has a document.

annotate HostErpService.HostMessages with @(
  Common.SemanticKey: [number],
  UI.SelectionFields: [kind_code, state_code, createdAt, workOrderNumber, hostDocument, idempotencyKey],
  UI.LineItem #needsAttention: [
    { Value: number,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: kind_code,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: lastError,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '34%' } },
    { $Type: 'UI.DataFieldWithUrl', Value: workOrderNumber,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage?number=', { $Path: 'workOrderNumber' }], $Function: 'odata.concat' } },
                             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: attempts,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6rem' } },
    { Value: createdAt,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: actingUser,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'HostErpService.retry',  Label: '{i18n>hostMessages.retry}' },
    { $Type: 'UI.DataFieldForAction', Action: 'HostErpService.giveUp', Label: '{i18n>hostMessages.giveUp}' }
  ],
  UI.LineItem #onTheWay: [
    { Value: number,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: kind_code,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: state_code, Criticality: state.criticality,
                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: nextAttemptAt,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: lastError,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '22%' } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>hostMessages.waitsFor}', Value: dependsOnNumber,
      Url: { $edmJson: { $Apply: ['#HostMessage-manage?number=', { $Path: 'dependsOnNumber' }], $Function: 'odata.concat' } },
                             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9rem' } },
    { $Type: 'UI.DataFieldWithUrl', Value: workOrderNumber,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage?number=', { $Path: 'workOrderNumber' }], $Function: 'odata.concat' } },
                             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: attempts,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6rem' } },
    { Value: createdAt,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'HostErpService.giveUp', Label: '{i18n>hostMessages.giveUp}' }
  ],
  UI.LineItem: [
    { Value: number,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: kind_code,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: state_code, Criticality: state.criticality,
                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: hostDocument,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { $Type: 'UI.DataFieldWithUrl', Value: workOrderNumber,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage?number=', { $Path: 'workOrderNumber' }], $Function: 'odata.concat' } },
                             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: lastError,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '20%' } },
    { Value: attempts,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6rem' } },
    { Value: createdAt,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: actingUser,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'HostErpService.retry',  Label: '{i18n>hostMessages.retry}' },
    { $Type: 'UI.DataFieldForAction', Action: 'HostErpService.giveUp', Label: '{i18n>hostMessages.giveUp}' }
  ]
);

annotate HostErpService.HostMessages with @(
  UI.SelectionPresentationVariant #needsAttention: {
    Text: '{i18n>hostMessages.view.needsAttention}',
    SelectionVariant: { SelectOptions: [{ PropertyName: state_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'NeedsAttention' }] }] },
    PresentationVariant: { SortOrder: [{ Property: number, Descending: true }], RequestAtLeast: [state_code], Visualizations: ['@UI.LineItem#needsAttention'] }
  },
  UI.SelectionPresentationVariant #onTheWay: {
    Text: '{i18n>hostMessages.view.onTheWay}',
    SelectionVariant: { SelectOptions: [{ PropertyName: state_code, Ranges: [
      { Sign: #I, Option: #EQ, Low: 'Pending' }, { Sign: #I, Option: #EQ, Low: 'Sent' }
    ] }] },
    PresentationVariant: { SortOrder: [{ Property: number, Descending: true }], Visualizations: ['@UI.LineItem#onTheWay'] }
  },
  UI.SelectionPresentationVariant #all: {
    Text: '{i18n>hostMessages.view.all}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: number, Descending: true }], Visualizations: ['@UI.LineItem'] }
  }
);
