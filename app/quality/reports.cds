using { aftersales.QualityService } from '../../srv/quality';

// What an authority is owed: on the page of its notification, and a page of its own with the fields of the authority's form.

annotate QualityService.RegulatoryReports with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>quality.authorityReport}', TypeNamePlural: '{i18n>quality.reports}', Title: { Value: number }, Description: { Value: authority.name }
  },
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  UI.LineItem #ofNotification: [
    { Value: number,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: authority_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14%' } },
    { Value: kind_code,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: status_code, Criticality: status.criticality, CriticalityRepresentation: #WithoutIcon,
                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: dueAt, Criticality: clockCriticality, @UI.Importance: #High, @HTML5.CssDefaults: { width: '14%' } },
    { $Type: 'UI.DataFieldForAnnotation', Target: '@UI.DataPoint#level', Label: '{i18n>quality.level}',
                             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: daysLeft, Criticality: clockCriticality, CriticalityRepresentation: #WithoutIcon,
                             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: paragraph,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '14%' } },
    { Value: reference,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.PresentationVariant #ofNotification: { SortOrder: [{ Property: dueAt }, { Property: number }], Visualizations: ['@UI.LineItem#ofNotification'] },
  UI.DataPoint #level: { Value: level, TargetValue: 100, Visualization: #Progress, Criticality: clockCriticality, Title: '{i18n>quality.level}' },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headStatus',       Target: '@UI.DataPoint#status' },
    { $Type: 'UI.ReferenceFacet', ID: 'headDueAt',        Target: '@UI.DataPoint#dueAt' },
    { $Type: 'UI.ReferenceFacet', ID: 'headLevel',        Target: '@UI.DataPoint#level', @UI.Hidden: { $edmJson: { $Ne: [{ $Path: 'status_code' }, 'Draft'] } } },
    { $Type: 'UI.ReferenceFacet', ID: 'headNotification', Label: '{i18n>quality.notification}', Target: '@UI.FieldGroup#headNotification' }
  ],
  UI.DataPoint #status: { Title: '{i18n>status}',        Value: status_code, Criticality: status.criticality },
  UI.DataPoint #dueAt:  { Title: '{i18n>quality.clock}', Value: dueAt, Criticality: clockCriticality },
  UI.FieldGroup #headNotification: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>quality.notification}', Value: notification.number,
      Url: { $edmJson: { $Apply: ['#QualityNotification-manage&/QualityNotifications(ID=', { $Path: 'notification_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } } },
    { Value: notification.shortText }, { Value: notification.serialNumber }
  ] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'report', Label: '{i18n>quality.authorityReport}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'deadline',   Label: '{i18n>quality.deadline}',   Target: '@UI.FieldGroup#deadline' },
      { $Type: 'UI.ReferenceFacet', ID: 'submission', Label: '{i18n>quality.submission}', Target: '@UI.FieldGroup#submission' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'fields',    Label: '{i18n>quality.fields}',    Target: 'fields/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'warnings',  Label: '{i18n>quality.warnings}',  Target: 'warnings/@UI.LineItem' },
    { $Type: 'UI.ReferenceFacet', ID: 'documents', Label: '{i18n>quality.documents}', Target: 'documents/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'signatures', Label: '{i18n>quality.signatures}', Target: 'signatures/@UI.PresentationVariant' }
  ],
  UI.FieldGroup #deadline: { Data: [
    { Value: authority_code }, { Value: kind_code }, { Value: paragraph }, { Value: awareAt }, { Value: awareOn }, { Value: dueOn }, { Value: dueAt, Criticality: clockCriticality }
  ] },
  UI.FieldGroup #submission: { Data: [{ Value: status_code, Criticality: status.criticality }, { Value: reference }, { Value: submittedAt }, { Value: submittedBy }, { Value: isLate }] },
  Capabilities.SearchRestrictions: { Searchable: false }
) {
  dueAt       @UI.DateTimeStyle: 'short';
  awareAt     @UI.DateTimeStyle: 'short';
  submittedAt @UI.DateTimeStyle: 'short';
};

annotate QualityService.RegulatoryReportFields with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.field}', TypeNamePlural: '{i18n>quality.fields}', Title: { Value: field } },
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  UI.LineItem: [
    { Value: field,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '6rem' } },
    { Value: section,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '18%' } },
    { Value: label,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '28%' } },
    { Value: isRequired, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: value,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '36%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: position }], Visualizations: ['@UI.LineItem'], MaxItems: 200 },
  Capabilities.SearchRestrictions: { Searchable: false }
) {
  value @UI.MultiLineText;
};

annotate QualityService.RegulatoryWarnings with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.warning}', TypeNamePlural: '{i18n>quality.warnings}', Title: { Value: level } },
  UI.LineItem: [
    { Value: level,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: raisedAt,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '22%' } },
    { Value: acknowledgedBy, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } },
    { Value: acknowledgedAt, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '22%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.acknowledgeWarning', Label: '{i18n>quality.acknowledge}', Inline: true,
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayDecide' } } }, @UI.Importance: #High }
  ],
  Capabilities.SearchRestrictions: { Searchable: false }
);
