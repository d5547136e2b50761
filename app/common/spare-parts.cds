using { aftersales.SparePartsService } from '../../srv/spare-parts';
using from './stored';

annotate SparePartsService.Reservations with actions {
  claim @title: '{i18n>claimPart}' (
    quantity @title: '{i18n>quantity}',
    plant @title: '{i18n>plant}',
    storageLocation @title: '{i18n>storageLocation}'
  );
  pick @title: '{i18n>pickPart}' (
    quantity @title: '{i18n>quantity}',
    requestKey @title: '{i18n>requestKey}'  @UI.Hidden
  );
  issue @title: '{i18n>issuePart}' (
    quantity @title: '{i18n>quantity}',
    batch @title: '{i18n>batch}',
    serialNumbers @title: '{i18n>serialNumbers}',
    requestKey @title: '{i18n>requestKey}'  @UI.Hidden
  );
  consume @title: '{i18n>consumePart}' (
    quantity @title: '{i18n>quantity}',
    serialNumber @title: '{i18n>serialNumber}',
    removedSerialNumber @title: '{i18n>removedSerialNumber}',
    batch @title: '{i18n>batch}',
    requestKey @title: '{i18n>requestKey}'  @UI.Hidden
  );
  returnUnused @title: '{i18n>returnPart}' (
    quantity @title: '{i18n>quantity}',
    plant @title: '{i18n>plant}',
    storageLocation @title: '{i18n>storageLocation}',
    serialNumber @title: '{i18n>serialNumber}',
    requestKey @title: '{i18n>requestKey}'  @UI.Hidden
  );
  scrap @title: '{i18n>scrapPart}' (
    quantity @title: '{i18n>quantity}',
    isSupplierDefect @title: '{i18n>isSupplierDefect}',
    reason @title: '{i18n>reason}',
    serialNumber @title: '{i18n>serialNumber}',
    requestKey @title: '{i18n>requestKey}'  @UI.Hidden
  );
  release @title: '{i18n>releasePart}';
  useSubstitute @title: '{i18n>useSubstitute}' (
    part_ID @title: '{i18n>substitute}',
    reason @title: '{i18n>reason}'
  );
  transferFrom @title: '{i18n>transferPart}' (
    plant @title: '{i18n>plant}',
    storageLocation @title: '{i18n>storageLocation}',
    quantity @title: '{i18n>quantity}',
    toPlant @title: '{i18n>toPlant}',
    toStorageLocation @title: '{i18n>toStorageLocation}'
  );
  requisition @title: '{i18n>buyPart}' (
    quantity @title: '{i18n>quantity}',
    supplier @title: '{i18n>supplier}'
  );
};

annotate SparePartsService.WarrantyReturns with actions {
  sendToSupplier @title: '{i18n>sendToSupplier}' (
    supplier @title: '{i18n>supplier}'
  );
  credit @title: '{i18n>recordCredit}' (
    amount @title: '{i18n>amount}'
  );
  refuseCredit @title: '{i18n>recordNoCredit}' (
    reason @title: '{i18n>reason}'
  );
};

annotate SparePartsService.SubstitutionRequests with actions {
  approve @title: '{i18n>approveSubstitute}' (
    decision @title: '{i18n>decisionText}'
  );
  decline @title: '{i18n>declineSubstitute}' (
    decision @title: '{i18n>decisionText}'
  );
};

annotate SparePartsService.Parts with actions {
  refreshStock @title: '{i18n>refreshStock}';
};

annotate SparePartsService.Availability with {
  placeName        @title: '{i18n>stockPlaceName}';
  kind_code        @title: '{i18n>stockPlaceKind}'  @Common: { Text: place.kind.name, TextArrangement: #TextOnly };
  isActive         @title: '{i18n>inUse}';
  deliveryHours    @title: '{i18n>deliveryHours}';
  technicianName   @title: '{i18n>vanOf}';
  deliveryDays     @title: '{i18n>deliveryDays}';
  goodsReceiptDays @title: '{i18n>goodsReceiptDays}';
  supplier         @title: '{i18n>supplier}';
  price            @title: '{i18n>price}';
  value            @title: '{i18n>stockValue}';
  currency         @title: '{i18n>currency}';
  inTransit        @title: '{i18n>inTransit}';
  expectedAt       @title: '{i18n>partExpectedAt}';
  ageSeconds       @title: '{i18n>ageSeconds}';
}

annotate SparePartsService.PartMovements with {
  hostMessageNumber @title: '{i18n>hostMessage}';
  hostDocument      @title: '{i18n>hostDocument}';
  hostState_code    @title: '{i18n>hostMessageState}'  @Common: { Text: hostStateName, TextArrangement: #TextOnly };
  hostStateName     @title: '{i18n>hostMessageState}';
  hostError         @title: '{i18n>hostRefusal}';
}

annotate SparePartsService.Reservations with {
  orderNumber      @title: '{i18n>workOrder}';
  orderStatus_code @title: '{i18n>status}'  @Common: { Text: workOrder.status.name, TextArrangement: #TextOnly };
}

annotate SparePartsService.VanStocks with {
  technicianName @title: '{i18n>technician}';
  partNumber     @title: '{i18n>partNumber}';
  onHand         @title: '{i18n>onVan}'  @Measures.Unit: unit;
  fillCriticality @title: '{i18n>criticality}'  @UI.Hidden;
} actions {
  recordCount @title: '{i18n>recordCount}' (
    quantity      @title: '{i18n>countedQuantity}',
    reason_code   @title: '{i18n>countReason}',
    comment       @title: '{i18n>comment}',
    batch         @title: '{i18n>batch}',
    serialNumbers @title: '{i18n>serialNumbers}'
  );
};

annotate SparePartsService.ReplenishmentProposals with {
  technician @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  part       @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
} actions {
  accept @title: '{i18n>fillVan}' (
    quantity        @title: '{i18n>quantity}',
    plant           @title: '{i18n>plant}',
    storageLocation @title: '{i18n>storageLocation}'
  );
  dismiss @title: '{i18n>dismissProposal}';
};

annotate SparePartsService.PartForecasts with {
  reasons     @title: '{i18n>proposalReasons}'  @UI.MultiLineText;
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  errorRatio  @title: '{i18n>errorRatio}';
} actions {
  recalculate @title: '{i18n>recalculate}';
};

annotate SparePartsService.recalculateForecasts with @title: '{i18n>recalculateForecasts}';

annotate SparePartsService.learnUsualParts      with @title: '{i18n>learnUsualParts}';
