using { aftersales.QualityService } from '../../srv/quality';

// The worklist of quality: what is mine, what is due, where a clock of an authority runs, what rules propose.

annotate QualityService.QualityNotifications with @(
  Common.SemanticKey: [number],
  UI.SelectionFields: [status_code, type_code, owner, model, serialNumber, part_ID, requiredEnd],
  UI.LineItem: [
    { Value: number,              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: shortText,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '19%' } },
    { Value: status_code, Criticality: status.criticality, CriticalityRepresentation: #WithoutIcon,
                                  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: clockDueAt, Criticality: clockCriticality,
                                  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { $Type: 'UI.DataFieldForAnnotation', Target: '@UI.FieldGroup#listEquipment', Label: '{i18n>quality.equipment}',
                                  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: customerName,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '13%' } },
    { Value: requiredEnd, Criticality: dueCriticality, CriticalityRepresentation: #WithoutIcon,
                                  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: owner,               @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: rule_code,           @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.putInProcess', Label: '{i18n>quality.putInProcess}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayWork' } } } },
    // The other steps belong to the notification's own page, one at a time.
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.postpone',        @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.complete',        @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.reopen',          @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.dismissProposal', @UI.Hidden: true }
  ],
  UI.FieldGroup #listEquipment: { Data: [{ Value: model }, { Value: serialNumber }] },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [
    { Property: requiredEnd, AllowedExpressions: 'SingleRange' }, { Property: clockDueAt, AllowedExpressions: 'SingleRange' }
  ] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

// isOpen stands in front of the computed flags, so that the index narrows the rows first.
annotate QualityService.QualityNotifications with @(
  UI.PresentationVariant #newestFirst: { SortOrder: [{ Property: createdAt, Descending: true }], Visualizations: ['@UI.LineItem'] },
  UI.PresentationVariant #byDueDate:   { SortOrder: [{ Property: requiredEnd }, { Property: number }], Visualizations: ['@UI.LineItem'] },
  UI.PresentationVariant #byClock:     { SortOrder: [{ Property: clockDueAt }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #mine: {
    Text: '{i18n>quality.view.mine}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: isOpen, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }, { PropertyName: isMine, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #due: {
    Text: '{i18n>quality.view.due}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: isOpen, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }, { PropertyName: isDue, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #clock: {
    Text: '{i18n>quality.view.clock}',
    SelectionVariant: { SelectOptions: [{ PropertyName: isClockRunning, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }] },
    PresentationVariant: ![@UI.PresentationVariant#byClock]
  },
  UI.SelectionPresentationVariant #proposed: {
    Text: '{i18n>quality.view.proposed}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: isOpen, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }, { PropertyName: isProposed, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#newestFirst]
  },
  UI.SelectionPresentationVariant #all: {
    Text: '{i18n>quality.view.all}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: ![@UI.PresentationVariant#newestFirst]
  }
);
