using { aftersales.QualityService } from '../../srv/quality';

// The tables of a case's page.

annotate QualityService.CapaNotifications with @(
  UI.LineItem #ofCapa: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>capa.notification}', Value: notification.number,
      Url: { $edmJson: { $Apply: ['#QualityNotification-manage&/QualityNotifications(ID=', { $Path: 'notification_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } },
      @UI.Importance: #High, @HTML5.CssDefaults: { width: '9rem' } },
    { Value: notification.shortText,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '30%' } },
    { Value: notification.status_code, Criticality: notification.status.criticality, CriticalityRepresentation: #WithoutIcon,
                                        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: notification.model,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: notification.serialNumber, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>batch}', Value: notification.batch,
      Url: { $edmJson: { $Apply: ['#Trace-show?kind=batch&part_ID=', { $Path: 'notification/part_ID' }, '&batch=', { $Path: 'notification/batch' }], $Function: 'odata.concat' } },
      @UI.Importance: #Low, @HTML5.CssDefaults: { width: '10%' } },
    { Value: notification.reportedOn,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } }
  ],
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.CapaActions with @(
  UI.HeaderInfo: { TypeName: '{i18n>capa.action}', TypeNamePlural: '{i18n>capa.actions}', Title: { Value: text } },
  UI.LineItem: [
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.release',        Label: '{i18n>capa.releaseAction}',  @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayEditCapa' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.complete',       Label: '{i18n>capa.completeAction}', @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayEditCapa' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.confirmSuccess', Label: '{i18n>capa.confirmSuccess}', @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayEditCapa' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.change',         Label: '{i18n>capa.changeAction}',   @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayEditCapa' } } } },
    { Value: cycle,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '4.5rem' } },
    { Value: kind_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: text,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '32%' } },
    { Value: status_code, Criticality: criticality, CriticalityRepresentation: #WithoutIcon,
                        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: owner,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: dueDate,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: result,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '18%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: cycle, Descending: true }, { Property: position }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.EffectivenessChecks with @(
  UI.HeaderInfo: { TypeName: '{i18n>capa.check}', TypeNamePlural: '{i18n>capa.checks}', Title: { Value: criterion } },
  UI.LineItem: [
    { Value: cycle,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '4.5rem' } },
    { Value: criterion,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '22%' } },
    { Value: measure_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: limit,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7%' } },
    { Value: measured,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: sample,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7%' } },
    { Value: sampleSeen,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: windowStart,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: windowEnd,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: frozenAt,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: passed,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: decidedBy,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: cycle, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'terms',    Label: '{i18n>capa.checkTerms}',    Target: '@UI.FieldGroup#terms' },
    { $Type: 'UI.ReferenceFacet', ID: 'result',   Label: '{i18n>capa.checkResult}',   Target: '@UI.FieldGroup#result' },
    { $Type: 'UI.ReferenceFacet', ID: 'failures', Label: '{i18n>capa.failures}', Target: 'failures/@UI.LineItem' }
  ],
  UI.FieldGroup #terms:  { Data: [
    { Value: criterion }, { Value: measure_code }, { Value: limit }, { Value: sample }, { Value: windowDays }, { Value: dataSource }, { Value: frozenAt }
  ] },
  UI.FieldGroup #result: { Data: [
    { Value: windowStart }, { Value: windowEnd }, { Value: measured }, { Value: sampleSeen }, { Value: measuredAt }, { Value: passed }, { Value: evidence }, { Value: decidedBy },
    { Value: decidedAt }
  ] }
);

annotate QualityService.CountedFailures with @(
  UI.HeaderInfo: { TypeName: '{i18n>capa.failure}', TypeNamePlural: '{i18n>capa.failures}', Title: { Value: happenedOn } },
  UI.LineItem: [
    { Value: happenedOn,     @UI.Importance: #High, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: matchedBy_code, @UI.Importance: #High },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>capa.notification}', Value: notification.number,
      Url: { $edmJson: { $Apply: ['#QualityNotification-manage&/QualityNotifications(ID=', { $Path: 'notification_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } },
      @UI.Importance: #High },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrder}', Value: workOrder.number,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage&/WorkOrders(ID=', { $Path: 'workOrder_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } },
      @UI.Importance: #Medium }
  ],
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.CapaCycles with @(
  UI.LineItem: [
    { Value: cycle,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '4.5rem' } },
    { Value: rootCause,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '34%' } },
    { Value: verifiedBy,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } },
    { Value: implementedAt, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '15%' } },
    { Value: passed,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: endedAt,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '15%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: cycle, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.CapaExtensions with @(
  UI.HeaderInfo: { TypeName: '{i18n>capa.extension}', TypeNamePlural: '{i18n>capa.extensions}', Title: { Value: toDate } },
  UI.LineItem: [
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.approve', Label: '{i18n>capa.approveExtension}', @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayApprove' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.decline', Label: '{i18n>capa.declineExtension}', @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayApprove' } } } },
    { Value: fromDate,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: toDate,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: reason,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '28%' } },
    { Value: requestedBy, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: decidedBy,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: decision,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '18%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: requestedAt, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate QualityService.CapaEvents with @(
  UI.LineItem: [
    { Value: at,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11rem' } },
    { Value: type_code,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16%' } },
    { Value: userId,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: cycle,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '4.5rem' } },
    { Value: fromPhase_code, @UI.Importance: #Low,  @HTML5.CssDefaults: { width: '14%' } },
    { Value: toPhase_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: text,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '26%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: sequence, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);
