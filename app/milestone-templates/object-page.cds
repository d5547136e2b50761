using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.MilestoneTemplates with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>milestoneTemplates.template}', TypeNamePlural: '{i18n>milestoneTemplates.templates}',
    Title: { Value: number }, Description: { Value: name }
  },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'template', Label: '{i18n>milestoneTemplates.template}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'general',  Label: '{i18n>milestoneTemplates.general}',  Target: '@UI.FieldGroup#general' },
      { $Type: 'UI.ReferenceFacet', ID: 'criteria', Label: '{i18n>milestoneTemplates.criteria}', Target: '@UI.FieldGroup#criteria' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'milestones', Label: '{i18n>milestoneTemplates.milestones}', Target: 'milestones/@UI.PresentationVariant' }
  ],
  UI.FieldGroup #general: { Data: [{ Value: number }, { Value: name }, { Value: calendar_code }, { Value: validFrom }, { Value: validTo }] },
  UI.FieldGroup #criteria: { Data: [{ Value: orderType_code }, { Value: deviceClass_code }, { Value: executionMode_code }] }
);

// A milestone in words; it is edited on its own page, where each part of its target has a field.
annotate ServiceLevelService.TemplateMilestones with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>milestoneTemplates.milestone}', TypeNamePlural: '{i18n>milestoneTemplates.milestones}',
    Title: { Value: kind_code }, Description: { Value: targetText }
  },
  UI.LineItem: [
    { Value: position,         @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6.5rem' } },
    { Value: kind_code,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: targetText,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '24%' } },
    { Value: predecessorNames, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '22%' } },
    { Value: ownerRole_code,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: evidence_code,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11%' } },
    { Value: weight,           @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '5rem' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: position }], Visualizations: ['@UI.LineItem'] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'milestone', Label: '{i18n>milestoneTemplates.milestone}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'order',    Label: '{i18n>milestoneTemplates.order}',    Target: '@UI.FieldGroup#order' },
      { $Type: 'UI.ReferenceFacet', ID: 'relative', Label: '{i18n>milestoneTemplates.relative}', Target: '@UI.FieldGroup#relative' },
      { $Type: 'UI.ReferenceFacet', ID: 'absolute', Label: '{i18n>milestoneTemplates.absolute}', Target: '@UI.FieldGroup#absolute' }
    ] }
  ],
  UI.FieldGroup #order: { Data: [{ Value: position }, { Value: kind_code }, { Value: ownerRole_code }, { Value: evidence_code }, { Value: weight }] },
  UI.FieldGroup #relative: { Data: [{ Value: minutes }, { Value: anchor_code }, { Value: calendar_code }] },
  UI.FieldGroup #absolute: { Data: [{ Value: dueDay }, { Value: dueTime }] },
  Common.SideEffects #minutes: { SourceProperties: [minutes],     TargetProperties: ['targetText'] },
  Common.SideEffects #anchor:  { SourceProperties: [anchor_code], TargetProperties: ['targetText'] },
  Common.SideEffects #dueDay:  { SourceProperties: [dueDay],      TargetProperties: ['targetText'] },
  Common.SideEffects #dueTime: { SourceProperties: [dueTime],     TargetProperties: ['targetText'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);
