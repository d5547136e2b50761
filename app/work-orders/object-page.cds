using { aftersales.WorkOrderService } from '../../srv/work-orders';

// The page of one order: header and sections. Progress and notes are fragments of the app (webapp/ext).

annotate WorkOrderService.WorkOrders with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>workOrders.workOrder}',
    TypeNamePlural: '{i18n>workOrders.workOrders}',
    Title: { Value: number },
    Description: { Value: shortText }
  },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headStatus', Target: '@UI.DataPoint#status' },
    { $Type: 'UI.ReferenceFacet', ID: 'headPromised', Target: '@UI.DataPoint#promised' },
    { $Type: 'UI.ReferenceFacet', ID: 'headPriority', Target: '@UI.DataPoint#priority' },
    { $Type: 'UI.ReferenceFacet', ID: 'headEquipment', Label: '{i18n>workOrders.equipment}', Target: '@UI.FieldGroup#headEquipment' },
    { $Type: 'UI.ReferenceFacet', ID: 'headCustomer', Label: '{i18n>workOrders.customer}', Target: '@UI.FieldGroup#headCustomer' },
    { $Type: 'UI.ReferenceFacet', ID: 'headWarranty', Target: '@UI.DataPoint#warranty' }
  ],
  UI.DataPoint #status:   { Title: '{i18n>workOrders.status}',   Value: status_code, Criticality: status.criticality },
  UI.DataPoint #priority: { Title: '{i18n>workOrders.priority}', Value: priority_code, Criticality: priority.criticality },
  UI.DataPoint #promised: { Title: '{i18n>workOrders.promised}', Value: promisedAt, Criticality: promiseCriticality },
  UI.DataPoint #warranty: { Title: '{i18n>workOrders.warranty}', Value: warrantyStatus_code, Criticality: warrantyStatus.criticality },
  UI.DataPoint #rating:   { Title: '{i18n>workOrders.rating}',   Value: rating, TargetValue: 5, Visualization: #Rating },
  UI.FieldGroup #headEquipment: { Data: [{ Value: model }, { Value: serialNumber }, { Value: department }] },
  UI.FieldGroup #headCustomer:  { Data: [{ Value: customerName }, { Value: siteName }, { Value: city }] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'fault', Label: '{i18n>workOrders.fault}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'faultDetails', Label: '{i18n>workOrders.faultDetails}', Target: '@UI.FieldGroup#fault' },
      { $Type: 'UI.ReferenceFacet', ID: 'faultRating', Label: '{i18n>workOrders.assessment}', Target: '@UI.FieldGroup#assessment' },
      { $Type: 'UI.ReferenceFacet', ID: 'request', Label: '{i18n>workOrders.request}', Target: '@UI.FieldGroup#request' },
      { $Type: 'UI.ReferenceFacet', ID: 'contact', Label: '{i18n>workOrders.contact}', Target: '@UI.FieldGroup#contact' }
    ] },
    { $Type: 'UI.CollectionFacet', ID: 'equipment', Label: '{i18n>workOrders.equipment}', Facets: [
      { $Type: 'UI.CollectionFacet', ID: 'equipmentFacts', Label: '{i18n>workOrders.equipmentFacts}', Facets: [
        { $Type: 'UI.ReferenceFacet', ID: 'device', Label: '{i18n>workOrders.device}', Target: '@UI.FieldGroup#device' },
        { $Type: 'UI.ReferenceFacet', ID: 'site', Label: '{i18n>workOrders.site}', Target: '@UI.FieldGroup#site' },
        { $Type: 'UI.ReferenceFacet', ID: 'entitlement', Label: '{i18n>workOrders.entitlement}', Target: '@UI.FieldGroup#entitlement' }
      ] },
      { $Type: 'UI.ReferenceFacet', ID: 'repairs', Label: '{i18n>workOrders.repairs}', Target: 'repairs/@UI.PresentationVariant#repairs' }
    ] },
    { $Type: 'UI.CollectionFacet', ID: 'execution', Label: '{i18n>workOrders.execution}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'schedule', Label: '{i18n>workOrders.schedule}', Target: '@UI.FieldGroup#schedule' },
      { $Type: 'UI.ReferenceFacet', ID: 'result', Label: '{i18n>workOrders.result}', Target: '@UI.FieldGroup#result' },
      { $Type: 'UI.ReferenceFacet', ID: 'evidence', Label: '{i18n>workOrders.evidence}', Target: '@UI.FieldGroup#evidence' },
      { $Type: 'UI.ReferenceFacet', ID: 'outcome', Label: '{i18n>workOrders.outcome}', Target: '@UI.FieldGroup#outcome' }
    ] },
    { $Type: 'UI.CollectionFacet', ID: 'costs', Label: '{i18n>workOrders.costs}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'costTotal', Label: '{i18n>workOrders.costTotal}', Target: '@UI.FieldGroup#costs' },
      { $Type: 'UI.ReferenceFacet', ID: 'costItems', Label: '{i18n>workOrders.costItems}', Target: 'costItems/@UI.LineItem' }
    ], @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/maySeeCosts' } } } },
    { $Type: 'UI.ReferenceFacet', ID: 'history', Label: '{i18n>workOrders.history}', Target: 'events/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'attachments', Label: '{i18n>workOrders.attachments}', Target: 'attachments/@UI.LineItem' }
  ]
);

annotate WorkOrderService.WorkOrders with @(
  UI.FieldGroup #fault: { Data: [
    { Value: shortText }, { Value: symptom }, { Value: faultCategory_code }
  ] },
  UI.FieldGroup #assessment: { Data: [
    { Value: urgency_code, Criticality: urgency.criticality },
    { Value: patientImpact_code, Criticality: patientImpact.criticality },
    { Value: priority_code, Criticality: priority.criticality },
    { Value: executionMode_code }
  ] },
  UI.FieldGroup #request: { Data: [
    { Value: channel_code }, { Value: orderType_code }, { Value: reference }, { Value: receivedAt }, { Value: requestedStart },
    { Value: promisedAt, Criticality: promiseCriticality, CriticalityRepresentation: #WithoutIcon },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrders.repeatOf}', Value: repeatOf.number,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage&/WorkOrders(ID=', { $Path: 'repeatOf_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } },
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'repeatOf_ID' } } } },
    { Value: predecessor_ID },
    { Value: predecessorRelation_code }
  ] },
  UI.FieldGroup #contact: { Data: [
    { Value: contactName }, { Value: contactPhone }, { Value: contactEmail }, { Value: department }
  ] },
  UI.FieldGroup #device: { Data: [
    { Value: serialNumber }, { Value: model }, { Value: manufacturer }, { Value: deviceClass_code },
    { Value: importance_code, Criticality: importance.criticality }, { Value: udiDI }
  ] },
  UI.FieldGroup #site: { Data: [
    { Value: customerName }, { Value: siteName }, { Value: department }, { Value: street }, { Value: postalCode }, { Value: city },
    { Value: country }, { Value: timeZone }, { Value: serviceArea_code }, { Value: functionalLocation }, { Value: plant }
  ] },
  UI.FieldGroup #entitlement: { Data: [
    { Value: warrantyStatus_code, Criticality: warrantyStatus.criticality }, { Value: accountingIndicator_code },
    { Value: equipment.warrantyEnd }, { Value: equipment.serviceContract }, { Value: equipment.serviceContractEnd }
  ] },
  UI.FieldGroup #schedule: { Data: [
    { Value: technician_ID }, { Value: plannedStart }, { Value: startedAt }, { Value: completedAt }, { Value: acceptedAt },
    { Value: closedAt }, 
    { Value: holdReason_code, @UI.Hidden: { $edmJson: { $Not: { $Path: 'holdReason_code' } } } }
  ] },
  UI.FieldGroup #result: { Data: [
    { Value: resolution_code }, { Value: summary }, { Value: rootCauseHint }, { Value: downtimeMinutes }
  ] },
  UI.FieldGroup #evidence: { Data: [
    { Value: deviceClass_code }, { Value: testData }, { Value: finalTest_code }, { Value: udi }
  ] },
  UI.FieldGroup #outcome: { Data: [
    { Value: firstTimeFix }, { Value: remoteFix }, { Value: reopenCount },
    { $Type: 'UI.DataFieldForAnnotation', Target: '@UI.DataPoint#rating', Label: '{i18n>workOrders.rating}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'rating' } } } },
    { Value: ratingComment, @UI.Hidden: { $edmJson: { $Not: { $Path: 'ratingComment' } } } }
  ] },
  UI.FieldGroup #costs: { Data: [{ Value: costTotal }, { Value: accountingIndicator_code }] }
);
