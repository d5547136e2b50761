using { aftersales.QualityService } from '../../srv/quality';

// The tables on the page of a notification, and the pages of a defect and of a report.

annotate QualityService.NotificationItems with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.item}', TypeNamePlural: '{i18n>quality.items}', Title: { Value: defect.name }, Description: { Value: text } },
  UI.LineItem: [
    { Value: position,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '5rem' } },
    { Value: defectCode,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: objectPartCode,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: locationCode,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: quantity,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: part_ID,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '16%' } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>batch}', Value: batch,
      Url: { $edmJson: { $Apply: ['#Trace-show?kind=batch&part_ID=', { $Path: 'part_ID' }, '&batch=', { $Path: 'batch' }], $Function: 'odata.concat' } },
      @UI.Importance: #Low, @HTML5.CssDefaults: { width: '9%' } },
    { Value: serialNumber,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: position }], Visualizations: ['@UI.LineItem'] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'item', Label: '{i18n>quality.item}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'coding', Label: '{i18n>quality.coding}', Target: '@UI.FieldGroup#coding' },
      { $Type: 'UI.ReferenceFacet', ID: 'piece',  Label: '{i18n>quality.piece}',  Target: '@UI.FieldGroup#piece' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'causes', Label: '{i18n>quality.causes}', Target: 'causes/@UI.PresentationVariant' }
  ],
  UI.FieldGroup #coding: { Data: [{ Value: defectCode }, { Value: objectPartCode }, { Value: locationCode }, { Value: text }, { Value: quantity }] },
  UI.FieldGroup #piece:  { Data: [{ Value: part_ID }, { Value: batch }, { Value: serialNumber }] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.NotificationCauses with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.cause}', TypeNamePlural: '{i18n>quality.causes}', Title: { Value: cause.name } },
  UI.LineItem: [
    { Value: position,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '5rem' } },
    { Value: causeCode,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16rem' } },
    { Value: text,        @UI.Importance: #High },
    { Value: isRootCause, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: position }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.NotificationTasks with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.task}', TypeNamePlural: '{i18n>quality.tasks}', Title: { Value: task.name } },
  UI.LineItem: [
    { Value: position,  @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '5rem' } },
    { Value: taskCode,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14rem' } },
    { Value: text,      @UI.Importance: #Medium },
    { Value: status_code, Criticality: status.criticality, CriticalityRepresentation: #WithoutIcon,
                        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: owner,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: dueDate,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: result,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '16%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.release', Label: '{i18n>quality.releaseTask}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayWork' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.complete', Label: '{i18n>quality.completeTask}' },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.confirmSuccess', Label: '{i18n>quality.confirmTask}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayWork' } } } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: position }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.NotificationActivities with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.activity}', TypeNamePlural: '{i18n>quality.activities}', Title: { Value: activity.name } },
  UI.LineItem: [
    { Value: position,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '5rem' } },
    { Value: activityCode, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16rem' } },
    { Value: text,         @UI.Importance: #High },
    { Value: performedAt,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: position }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.RegulatoryDecisions with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.decision}', TypeNamePlural: '{i18n>quality.decisions}', Title: { Value: authority_code } },
  UI.LineItem: [
    { Value: authority_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11rem' } },
    { Value: isReportable,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: paragraph,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '17%' } },
    { Value: ruleText,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '20%' } },
    { Value: dueOn,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: awareOn,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: reason,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '16%' } },
    { Value: decidedBy,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: decidedAt,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } },
    { Value: isCurrent,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: ruleSet_code,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: authority_code }, { Property: sequence, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.CapaNotifications with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.capa}', TypeNamePlural: '{i18n>quality.capas}', Title: { Value: capa.number } },
  UI.LineItem #ofNotification: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>quality.capa}', Value: capa.number,
      Url: { $edmJson: { $Apply: ['#CapaCase-manage&/CapaCases(ID=', { $Path: 'capa_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } },
      @UI.Importance: #High, @HTML5.CssDefaults: { width: '9rem' } },
    { Value: capa.title,      @UI.Importance: #High },
    { Value: capa.phase_code, Criticality: capa.phase.criticality, CriticalityRepresentation: #WithoutIcon, @UI.Importance: #High, @HTML5.CssDefaults: { width: '18%' } },
    { Value: capa.owner,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: capa.dueDate,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } }
  ]
);

annotate QualityService.OrderEvidence with @(
  UI.MediaResource: { Stream: null }, // the file itself stays with the order
  UI.HeaderInfo: { TypeName: '{i18n>quality.file}', TypeNamePlural: '{i18n>quality.orderEvidence}', Title: { Value: filename } },
  UI.LineItem: [
    { Value: filename,  @UI.Importance: #High },
    { Value: mimeType,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } },
    { Value: createdAt, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '25%' } }
  ],
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.HostRemarks with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.hostRemark}', TypeNamePlural: '{i18n>quality.hostRemarks}', Title: { Value: kind_code } },
  UI.LineItem: [
    { Value: changedAt, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11rem' } },
    { Value: kind_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '24%' } },
    { Value: item,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7%' } },
    { Value: before,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '25%' } },
    { Value: after,     @UI.Importance: #High }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: changedAt, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);
