using { aftersales.QualityService } from '../../srv/quality';

// The list of cases: what is mine, what is due, whose effect is to be judged.

annotate QualityService.CapaCases with @(
  Common.SemanticKey: [number],
  UI.SelectionFields: [phase_code, owner, riskLevel_code, model, part_ID, dueDate],
  // Steps are taken on the case's page; what is not named here CAP would add as buttons of the list.
  UI.LineItem: [
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.contain', @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.assessRisk', @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.confirmRootCause', @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.plan', @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.verify', @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.implement', @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.startEffectivenessCheck', @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.verifyEffectiveness', @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.cancelCase', @UI.Hidden },
    { Value: number,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: title,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '28%' } },
    { Value: phase_code, Criticality: phase.criticality, CriticalityRepresentation: #WithoutIcon,
                         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14%' } },
    { Value: riskLevel_code, Criticality: riskLevel.criticality, CriticalityRepresentation: #WithoutIcon,
                         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: cycle,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '5rem' } },
    { Value: dueDate, Criticality: dueCriticality, CriticalityRepresentation: #WithoutIcon,
                         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: owner,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: approver,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } }
  ],
  UI.PresentationVariant #byDueDate:   { SortOrder: [{ Property: dueDate }, { Property: number }], Visualizations: ['@UI.LineItem'] },
  UI.PresentationVariant #newestFirst: { SortOrder: [{ Property: number, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [{ Property: dueDate, AllowedExpressions: 'SingleRange' }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

// isOpen stands in front of the computed flags, so that the index narrows the rows first.
annotate QualityService.CapaCases with @(
  UI.SelectionPresentationVariant #mine: {
    Text: '{i18n>capa.view.mine}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: isOpen, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }, { PropertyName: isMine, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #overdue: {
    Text: '{i18n>capa.view.overdue}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: isOpen, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }, { PropertyName: isOverdue, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #toJudge: {
    Text: '{i18n>capa.view.toJudge}',
    SelectionVariant: { SelectOptions: [{ PropertyName: phase_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'EffectivenessCheck' }] }] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #open: {
    Text: '{i18n>capa.view.open}',
    SelectionVariant: { SelectOptions: [{ PropertyName: isOpen, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }] },
    PresentationVariant: ![@UI.PresentationVariant#byDueDate]
  },
  UI.SelectionPresentationVariant #all: {
    Text: '{i18n>capa.view.all}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: ![@UI.PresentationVariant#newestFirst]
  }
);
