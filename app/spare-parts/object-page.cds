using { aftersales.SparePartsService } from '../../srv/spare-parts';

// The page of one reservation: how its pieces stand, what was done with them, where others lie and what could take their place.

annotate SparePartsService.Reservations with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>spareParts.reservation}', TypeNamePlural: '{i18n>spareParts.reservations}',
    Title: { Value: part.name }, Description: { Value: number }
  },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState', Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headAlert', Target: '@UI.DataPoint#alert', @UI.Hidden: { $edmJson: { $Not: { $Path: 'alertRule_code' } } } },
    { $Type: 'UI.ReferenceFacet', ID: 'headOrder', Label: '{i18n>workOrder}', Target: '@UI.FieldGroup#headOrder' },
    { $Type: 'UI.ReferenceFacet', ID: 'headDates', Label: '{i18n>spareParts.dates}', Target: '@UI.FieldGroup#headDates' }
  ],
  UI.DataPoint #state: { Title: '{i18n>reservationState}', Value: state_code, Criticality: state.criticality },
  UI.DataPoint #alert: { Title: '{i18n>alertRule}', Value: alertRule_code, Criticality: alertLevel },
  UI.FieldGroup #headOrder: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Value: orderNumber,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage&/WorkOrders(ID=', { $Path: 'workOrder_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } } },
    { Value: workOrder.status_code, Criticality: workOrder.status.criticality, CriticalityRepresentation: #WithoutIcon },
    { Value: workOrder.technician_ID }
  ] },
  UI.FieldGroup #headDates: { Data: [{ Value: neededAt }, { Value: expectedAt }, { Value: expiresAt }] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'need', Label: '{i18n>spareParts.need}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'wanted', Label: '{i18n>spareParts.wanted}', Target: '@UI.FieldGroup#wanted' },
      { $Type: 'UI.ReferenceFacet', ID: 'steps',  Label: '{i18n>spareParts.pieces}', Target: '@UI.FieldGroup#steps' },
      { $Type: 'UI.ReferenceFacet', ID: 'held',   Label: '{i18n>spareParts.held}',   Target: '@UI.FieldGroup#held' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'movements',   Label: '{i18n>spareParts.movements}',   Target: 'movements/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'stocks',      Label: '{i18n>spareParts.stocks}',      Target: 'part/stocks/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'substitutes', Label: '{i18n>spareParts.substitutes}', Target: 'part/substitutes/@UI.PresentationVariant' }
  ],
  UI.FieldGroup #wanted: { Data: [
    { Value: part_ID }, { Value: part.number }, { Value: part.partClass_code }, { Value: quantity }, { Value: origin_code }, { Value: target_code },
    { Value: carrier_ID, @UI.Hidden: { $edmJson: { $Not: { $Path: 'carrier_ID' } } } },
    { Value: insteadOf_ID, @UI.Hidden: { $edmJson: { $Not: { $Path: 'insteadOf_ID' } } } },
    { Value: splitFrom_ID, @UI.Hidden: { $edmJson: { $Not: { $Path: 'splitFrom_ID' } } } }
  ] },
  UI.FieldGroup #steps: { Data: [
    { Value: openQuantity }, { Value: claimedQuantity }, { Value: pickedQuantity }, { Value: inHandQuantity }, { Value: consumedQuantity }, { Value: returnedQuantity },
    { Value: scrappedQuantity }, { Value: releasedQuantity }
  ] },
  UI.FieldGroup #held: { Data: [
    { Value: storageLocation }, { Value: plant }, { Value: claimedAt }, { Value: expiresAt }, { Value: hostReservation },
    { Value: transfer_ID, @UI.Hidden: { $edmJson: { $Not: { $Path: 'transfer_ID' } } } },
    { Value: refusal, @UI.Hidden: { $edmJson: { $Not: { $Path: 'refusal' } } } }
  ] },
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true
);
