using { aftersales.SparePartsService } from '../../srv/spare-parts';

// What was asked for beside the stock that is there: substitutes to approve, transfers, purchases and returns to suppliers.

annotate SparePartsService.SubstitutionRequests with @(
  cds.search: { reservation.number, part.name, substitute.name, requestedBy },
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>spareParts.request}', TypeNamePlural: '{i18n>spareParts.requests}', Title: { Value: reservation.number } },
  UI.LineItem: [
    { Value: reservation_ID, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: part_ID,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: substitute_ID,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: quantity,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '6rem' } },
    { Value: reason,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '16%' } },
    { Value: requestedBy,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: requestedAt,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.approve', Label: '{i18n>approveSubstitute}', Inline: true, @UI.Importance: #High,
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayApprove' } } }, @HTML5.CssDefaults: { width: '8%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.decline', Label: '{i18n>declineSubstitute}', Inline: true, @UI.Importance: #High,
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayApprove' } } }, @HTML5.CssDefaults: { width: '8%' } }
  ],
  UI.SelectionPresentationVariant #toApprove: {
    Text: '{i18n>spareParts.view.toApprove}',
    SelectionVariant: { SelectOptions: [{ PropertyName: state_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'Requested' }] }] },
    PresentationVariant: { SortOrder: [{ Property: requestedAt }], Visualizations: ['@UI.LineItem'] }
  }
) actions {
  @Common.SideEffects: { TargetEntities: ['/aftersales.SparePartsService.EntityContainer/SubstitutionRequests', '/aftersales.SparePartsService.EntityContainer/Reservations'] }
  approve @Common.Label: '{i18n>approveSubstitute}' ( decision @UI.MultiLineText );
  @Common.SideEffects: { TargetEntities: ['/aftersales.SparePartsService.EntityContainer/SubstitutionRequests', '/aftersales.SparePartsService.EntityContainer/Reservations'] }
  decline @Common.Label: '{i18n>declineSubstitute}' ( decision @UI.MultiLineText  @mandatory );
};

annotate SparePartsService.StockTransfers with @(
  cds.search: { number, part.number, part.name, workOrder.number, hostDocument },
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>spareParts.transfer}', TypeNamePlural: '{i18n>spareParts.transfers}', Title: { Value: number } },
  UI.LineItem: [
    { Value: number,            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: part_ID,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: quantity,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7rem' } },
    { Value: storageLocation,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: toStorageLocation, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                                @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: expectedAt,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: hostDocument,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrder}', Value: workOrder.number,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage&/WorkOrders(ID=', { $Path: 'workOrder_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } },
                                @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: refusal,           @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '14%' } }
  ],
  UI.SelectionPresentationVariant #transfers: {
    Text: '{i18n>spareParts.transfers}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: number, Descending: true }], Visualizations: ['@UI.LineItem'] }
  }
);

annotate SparePartsService.Requisitions with @(
  cds.search: { number, part.number, part.name, hostRequisition, purchaseOrder },
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>spareParts.requisition}', TypeNamePlural: '{i18n>spareParts.requisitions}', Title: { Value: number } },
  UI.LineItem: [
    { Value: number,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: part_ID,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: quantity,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7rem' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: neededOn,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: expectedOn,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: supplier,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: hostRequisition, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: purchaseOrder,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: reservation_ID,  @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: refusal,         @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.SelectionPresentationVariant #requisitions: {
    Text: '{i18n>spareParts.requisitions}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: number, Descending: true }], Visualizations: ['@UI.LineItem'] }
  }
);

annotate SparePartsService.WarrantyReturns with @(
  cds.search: { number, part.number, part.name, workOrder.number, serialNumber, hostDocument },
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  UI.HeaderInfo: {
    TypeName: '{i18n>spareParts.return}', TypeNamePlural: '{i18n>spareParts.returns}', Title: { Value: number }, Description: { Value: part.name }
  },
  UI.LineItem: [
    { Value: number,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: part_ID,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: quantity,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: supplier,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: claimValue,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: creditedValue, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: serialNumber,  @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: hostDocument,  @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.SelectionPresentationVariant #returns: {
    Text: '{i18n>spareParts.returns}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: number, Descending: true }], Visualizations: ['@UI.LineItem'] }
  },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState', Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headClaim', Label: '{i18n>spareParts.credit}', Target: '@UI.FieldGroup#credit' }
  ],
  UI.DataPoint #state: { Title: '{i18n>warrantyReturnState}', Value: state_code, Criticality: state.criticality },
  UI.FieldGroup #credit: { Data: [{ Value: claimValue }, { Value: creditedValue }] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'return', Label: '{i18n>spareParts.return}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'piece',  Label: '{i18n>spareParts.piece}',  Target: '@UI.FieldGroup#piece' },
      { $Type: 'UI.ReferenceFacet', ID: 'sending', Label: '{i18n>spareParts.sending}', Target: '@UI.FieldGroup#sending' }
    ] }
  ],
  UI.FieldGroup #piece: { Data: [
    { Value: part_ID }, { Value: quantity }, { Value: serialNumber }, { Value: batch }, { Value: reason },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrder}', Value: workOrder.number,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage&/WorkOrders(ID=', { $Path: 'workOrder_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } } }
  ] },
  UI.FieldGroup #sending: { Data: [{ Value: supplier }, { Value: plant }, { Value: storageLocation }, { Value: hostDocument }, { Value: refusal, @UI.Hidden: { $edmJson: { $Not: { $Path: 'refusal' } } } }] },
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.sendToSupplier', Label: '{i18n>sendToSupplier}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'state_code' }, 'Open'] }, { $Path: '/CurrentUser/mayReturn' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.credit', Label: '{i18n>recordCredit}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'state_code' }, 'Sent'] }, { $Path: '/CurrentUser/mayCredit' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.refuseCredit', Label: '{i18n>recordNoCredit}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'state_code' }, 'Sent'] }, { $Path: '/CurrentUser/mayCredit' }] } } } }
  ]
) {
  reason  @UI.MultiLineText;
  refusal @UI.MultiLineText;
} actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  sendToSupplier @Common.Label: '{i18n>sendToSupplier}' ( supplier @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/supplier' } } );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  credit         @Common.Label: '{i18n>recordCredit}' ( amount @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/claimValue' } } );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  refuseCredit   @Common.Label: '{i18n>recordNoCredit}' ( reason @UI.MultiLineText );
};
