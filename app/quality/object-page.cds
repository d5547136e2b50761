using { aftersales.QualityService } from '../../srv/quality';

// The page of one notification: what went wrong with what, what was found, what is done, who has to be told, and the proof of it all.

annotate QualityService.QualityNotifications with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>quality.notification}', TypeNamePlural: '{i18n>quality.notifications}',
    Title: { Value: number }, Description: { Value: shortText }
  },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headStatus',    Target: '@UI.DataPoint#status' },
    { $Type: 'UI.ReferenceFacet', ID: 'headType',      Target: '@UI.DataPoint#type' },
    { $Type: 'UI.ReferenceFacet', ID: 'headClock',     Target: '@UI.DataPoint#clock', @UI.Hidden: { $edmJson: { $Not: { $Path: 'clockDueAt' } } } },
    { $Type: 'UI.ReferenceFacet', ID: 'headDue',       Target: '@UI.DataPoint#due' },
    { $Type: 'UI.ReferenceFacet', ID: 'headEquipment', Label: '{i18n>quality.equipment}', Target: '@UI.FieldGroup#headEquipment' },
    { $Type: 'UI.ReferenceFacet', ID: 'headHost',      Label: '{i18n>quality.host}',      Target: '@UI.FieldGroup#headHost' }
  ],
  UI.DataPoint #status: { Title: '{i18n>status}',             Value: status_code, Criticality: status.criticality },
  UI.DataPoint #type:   { Title: '{i18n>quality.type}',       Value: type_code },
  UI.DataPoint #clock:  { Title: '{i18n>quality.clock}',      Value: clockDueAt, Criticality: clockCriticality },
  UI.DataPoint #due:    { Title: '{i18n>quality.requiredEnd}', Value: requiredEnd, Criticality: dueCriticality },
  UI.FieldGroup #headEquipment: { Data: [{ Value: model }, { Value: serialNumber }, { Value: customerName }] },
  UI.FieldGroup #headHost: { Data: [
    { Value: hostDocument }, { Value: hostStatus, Criticality: hostState.criticality, CriticalityRepresentation: #WithoutIcon },
    { Value: hostDeliveryCode, Criticality: hostDeliveryCriticality, CriticalityRepresentation: #WithoutIcon }
  ] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'subject', Label: '{i18n>quality.subject}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'report',   Label: '{i18n>quality.report}',   Target: '@UI.FieldGroup#report' },
      { $Type: 'UI.ReferenceFacet', ID: 'device',   Label: '{i18n>quality.device}',   Target: '@UI.FieldGroup#device' },
      { $Type: 'UI.ReferenceFacet', ID: 'part',     Label: '{i18n>quality.part}',     Target: '@UI.FieldGroup#part' },
      { $Type: 'UI.ReferenceFacet', ID: 'handling', Label: '{i18n>quality.handling}', Target: '@UI.FieldGroup#handling' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'items',      Label: '{i18n>quality.items}',      Target: 'items/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'tasks',      Label: '{i18n>quality.tasks}',      Target: 'tasks/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'activities', Label: '{i18n>quality.activities}', Target: 'activities/@UI.PresentationVariant' },
    { $Type: 'UI.CollectionFacet', ID: 'complaint', Label: '{i18n>quality.complaint}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'complaintState',         Label: '{i18n>quality.completeness}',  Target: 'complaint/@UI.FieldGroup#completeness' },
      { $Type: 'UI.ReferenceFacet', ID: 'complaintReceived',      Label: '{i18n>quality.received}',      Target: 'complaint/@UI.FieldGroup#received' },
      { $Type: 'UI.ReferenceFacet', ID: 'complaintInvestigation', Label: '{i18n>quality.investigation}', Target: 'complaint/@UI.FieldGroup#investigation' },
      { $Type: 'UI.ReferenceFacet', ID: 'complaintResult',        Label: '{i18n>quality.result}',        Target: 'complaint/@UI.FieldGroup#result' }
    ] },
    { $Type: 'UI.CollectionFacet', ID: 'authorities', Label: '{i18n>quality.authorities}', Facets: [
      { $Type: 'UI.CollectionFacet', ID: 'screening', Label: '{i18n>quality.screening}', Facets: [
        { $Type: 'UI.ReferenceFacet', ID: 'intake',     Label: '{i18n>quality.intake}',     Target: '@UI.FieldGroup#intake' },
        { $Type: 'UI.ReferenceFacet', ID: 'completion', Label: '{i18n>quality.completion}', Target: '@UI.FieldGroup#completion' }
      ] },
      { $Type: 'UI.ReferenceFacet', ID: 'decisions', Label: '{i18n>quality.decisions}', Target: 'regulatoryDecisions/@UI.PresentationVariant' },
      { $Type: 'UI.ReferenceFacet', ID: 'reports',   Label: '{i18n>quality.reports}',   Target: 'regulatoryReports/@UI.PresentationVariant#ofNotification' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'capas',       Label: '{i18n>quality.capas}',       Target: 'capas/@UI.LineItem#ofNotification',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/maySeeCapa' } } } },
    { $Type: 'UI.CollectionFacet', ID: 'evidence', Label: '{i18n>quality.evidence}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'attachments',   Label: '{i18n>quality.attachments}',   Target: 'attachments/@UI.LineItem' },
      { $Type: 'UI.ReferenceFacet', ID: 'orderEvidence', Label: '{i18n>quality.orderEvidence}', Target: 'evidence/@UI.LineItem' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'documents',  Label: '{i18n>quality.documents}',  Target: 'documents/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'signatures', Label: '{i18n>quality.signatures}', Target: 'signatures/@UI.PresentationVariant' },
    { $Type: 'UI.CollectionFacet', ID: 'host', Label: '{i18n>quality.host}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'hostState',   Label: '{i18n>quality.hostState}',   Target: '@UI.FieldGroup#host' },
      { $Type: 'UI.ReferenceFacet', ID: 'hostRemarks', Label: '{i18n>quality.hostRemarks}', Target: 'hostRemarks/@UI.PresentationVariant' }
    ] }
  ]
);

annotate QualityService.QualityNotifications with @(
  UI.FieldGroup #report: { Data: [
    { Value: shortText }, { Value: longText }, { Value: type_code }, { Value: priority_code, Criticality: priority.criticality }, { Value: eventDate }, { Value: awareAt }, { Value: reportedOn }
  ] },
  UI.FieldGroup #device: { Data: [
    { Value: equipment_ID }, { Value: model }, { Value: manufacturer }, { Value: deviceClass_code }, { Value: udi },
    { Value: faultCategory_code }, { Value: patientImpact_code, Criticality: patientImpact.criticality }, { Value: customerName }, { Value: country }, { Value: plant }
  ] },
  UI.FieldGroup #part: { Data: [
    { Value: part_ID },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>batch}', Value: batch,
      Url: { $edmJson: { $Apply: ['#Trace-show?kind=batch&part_ID=', { $Path: 'part_ID' }, '&batch=', { $Path: 'batch' }], $Function: 'odata.concat' } } },
    { Value: partSerialNumber }, { Value: supplier }
  ] },
  UI.FieldGroup #handling: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrder}', Value: workOrder.number,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage&/WorkOrders(ID=', { $Path: 'workOrder_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } },
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'workOrder_ID' } } } },
    { Value: origin_code }, { Value: rule_code, @UI.Hidden: { $edmJson: { $Not: { $Path: 'rule_code' } } } }, { Value: createdAt }, { Value: createdBy },
    { Value: owner }, { Value: requiredEnd }, { Value: catalogProfile_code },
    { Value: postponedReason, @UI.Hidden: { $edmJson: { $Not: { $Path: 'postponedReason' } } } },
    { Value: reopenReason,    @UI.Hidden: { $edmJson: { $Not: { $Path: 'reopenReason' } } } },
    { Value: dismissedReason, @UI.Hidden: { $edmJson: { $Not: { $Path: 'dismissedReason' } } } },
    { Value: completedAt,     @UI.Hidden: { $edmJson: { $Not: { $Path: 'completedAt' } } } },
    { Value: completedBy,     @UI.Hidden: { $edmJson: { $Not: { $Path: 'completedAt' } } } }
  ] },
  UI.FieldGroup #intake: { Data: [
    { Value: intakeHarm_code, Criticality: intakeHarm.criticality }, { Value: intakePotential_code, Criticality: intakePotential.criticality },
    { Value: intakeMalfunction_code, Criticality: intakeMalfunction.criticality }, { Value: intakeScreenedAt }, { Value: intakeScreenedBy }
  ] },
  UI.FieldGroup #completion: { Data: [
    { Value: completionHarm_code, Criticality: completionHarm.criticality }, { Value: completionPotential_code, Criticality: completionPotential.criticality },
    { Value: completionMalfunction_code, Criticality: completionMalfunction.criticality }, { Value: completionScreenedAt }, { Value: completionScreenedBy }
  ] },
  UI.FieldGroup #host: { Data: [
    { Value: hostDocument }, { Value: hostStatus, Criticality: hostState.criticality, CriticalityRepresentation: #WithoutIcon }, { Value: hostReadAt },
    { Value: hostDeliveryCode, Criticality: hostDeliveryCriticality, CriticalityRepresentation: #WithoutIcon },
    { $Type: 'UI.DataFieldWithUrl', Value: hostMessageNumber, Url: { $edmJson: { $Apply: ['#HostMessage-manage?number=', { $Path: 'hostMessageNumber' }], $Function: 'odata.concat' } },
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'hostMessageNumber' } } } },
    { Value: hostError, @UI.Hidden: { $edmJson: { $Not: { $Path: 'hostError' } } } }
  ] }
);

annotate QualityService.ComplaintRecords with @(
  UI.FieldGroup #completeness: { Data: [{ Value: isComplete }, { Value: missing }] },
  UI.FieldGroup #received: { Data: [
    { Value: receivedOn }, { Value: complainantRole }, { Value: complainantReference }, { Value: nature }, { Value: deviceAvailable }, { Value: deviceReturnedOn }
  ] },
  UI.FieldGroup #investigation: { Data: [
    { Value: isInvestigationNeeded }, { Value: justification, @UI.Hidden: { $edmJson: { $Path: 'isInvestigationNeeded' } } },
    { Value: justifiedBy, @UI.Hidden: { $edmJson: { $Path: 'isInvestigationNeeded' } } },
    { Value: investigation }, { Value: investigatedOn }, { Value: investigatedBy }
  ] },
  UI.FieldGroup #result: { Data: [{ Value: result }, { Value: correctiveAction }, { Value: reply }, { Value: repliedOn }] }
);
