using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// The board: one row for each clock that runs or waits. A view for each stretch of hours, counted side by side, so that a lead sees what comes.

annotate ServiceLevelService.ClockBoard with @(
  UI.HeaderInfo: { TypeName: '{i18n>serviceLevels.clock}', TypeNamePlural: '{i18n>serviceLevels.clocks}', Title: { Value: number } },
  UI.SelectionFields: [customer_ID, country, region, technician_ID, kind_code, priority_code],
  UI.LineItem: [
    { Value: number,             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7.5rem' } },
    { Value: kind_code,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7%' } },
    { Value: dueAt, Criticality: criticality,
                                 @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: risk, Label: '{i18n>serviceLevels.risk}', Criticality: riskCriticality, CriticalityRepresentation: #WithoutIcon,
                                 @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '5rem' } },
    { Value: expectedAt,         @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11%' } },
    { Value: rule_code,          @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: shortText,          @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { $Type: 'UI.DataFieldForAnnotation', Target: '@UI.FieldGroup#customer', Label: '{i18n>serviceLevels.customer}',
                                 @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: technician_ID,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: priority_code, Criticality: priority.criticality,
                                 @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: orderStatus_code,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } }
  ],
  UI.FieldGroup #customer: { Data: [{ Value: customerName }, { Value: city }] },
  UI.PresentationVariant #byDueDate: { SortOrder: [{ Property: dueAt }], Visualizations: ['@UI.LineItem'] },
  UI.PresentationVariant #bySince: { SortOrder: [{ Property: startedAt }], Visualizations: ['@UI.LineItem'] }
);

annotate ServiceLevelService.ClockBoard with @(
  UI.SelectionPresentationVariant #overdue: {
    Text: '{i18n>serviceLevels.view.overdue}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: status_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'running' }] },
      { PropertyName: dueWithin,   Ranges: [{ Sign: #I, Option: #EQ, Low: 0 }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #next2: {
    Text: '{i18n>serviceLevels.view.next2}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: status_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'running' }] },
      { PropertyName: dueWithin,   Ranges: [{ Sign: #I, Option: #EQ, Low: 2 }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #next4: {
    Text: '{i18n>serviceLevels.view.next4}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: status_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'running' }] },
      { PropertyName: dueWithin,   Ranges: [{ Sign: #I, Option: #EQ, Low: 4 }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #next8: {
    Text: '{i18n>serviceLevels.view.next8}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: status_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'running' }] },
      { PropertyName: dueWithin,   Ranges: [{ Sign: #I, Option: #EQ, Low: 8 }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #next24: {
    Text: '{i18n>serviceLevels.view.next24}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: status_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'running' }] },
      { PropertyName: dueWithin,   Ranges: [{ Sign: #I, Option: #EQ, Low: 24 }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #paused: {
    Text: '{i18n>serviceLevels.view.paused}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: status_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'paused' }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#bySince]
  },
  UI.SelectionPresentationVariant #all: {
    Text: '{i18n>serviceLevels.view.all}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  }
);

annotate ServiceLevelService.ClockBoard with {
  dueAt      @UI.DateTimeStyle: 'short';
  startedAt  @UI.DateTimeStyle: 'short';
  expectedAt @UI.DateTimeStyle: 'short';
};
