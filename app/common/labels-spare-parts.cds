using { aftersales as db } from '../../db';

annotate db.Products with {
  isBatchManaged  @title: '{i18n>isBatchManaged}';
  isSerialManaged @title: '{i18n>isSerialManaged}';
  gtin            @title: '{i18n>gtin}';
  partClass       @title: '{i18n>partClass}'  @Common: { Text: partClass.name, TextArrangement: #TextOnly };
  stocks          @title: '{i18n>PartStocks}';
  substitutes     @title: '{i18n>Substitutes}';
}

annotate db.PartClasses with @title: '{i18n>PartClasses}' {
  code          @title: '{i18n>partClass}'  @Common: { Text: name, TextArrangement: #TextOnly };
  needsApproval @title: '{i18n>needsApproval}';
  needsQuality  @title: '{i18n>needsQuality}';
  position      @title: '{i18n>position}';
}

annotate db.PartSupplies with @title: '{i18n>PartSupplies}' {
  part             @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  plant            @title: '{i18n>plant}';
  supplier         @title: '{i18n>supplier}';
  deliveryDays     @title: '{i18n>deliveryDays}';
  goodsReceiptDays @title: '{i18n>goodsReceiptDays}';
  safetyStock      @title: '{i18n>safetyStock}';
  reorderPoint     @title: '{i18n>reorderPoint}';
  price            @title: '{i18n>price}'  @Measures.ISOCurrency: currency_code;
  value            @title: '{i18n>stockValue}'  @Measures.ISOCurrency: currency_code;
  currency         @title: '{i18n>currency}';
  readAt           @title: '{i18n>readFromHostAt}';
}

annotate db.StockPlaceKinds with @title: '{i18n>StockPlaceKinds}' {
  code     @title: '{i18n>stockPlaceKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.StockPlaces with @title: '{i18n>StockPlaces}' {
  plant           @title: '{i18n>plant}';
  storageLocation @title: '{i18n>storageLocation}'  @Common: { Text: name, TextArrangement: #TextOnly };
  name            @title: '{i18n>stockPlaceName}';
  kind            @title: '{i18n>stockPlaceKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  technician      @title: '{i18n>vanOf}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  latitude        @title: '{i18n>latitude}';
  longitude       @title: '{i18n>longitude}';
  deliveryHours   @title: '{i18n>deliveryHours}';
  isActive        @title: '{i18n>inUse}';
}

annotate db.PartStocks with @title: '{i18n>PartStocks}' {
  part            @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  plant           @title: '{i18n>plant}';
  storageLocation @title: '{i18n>storageLocation}'  @Common: { Text: place.name, TextArrangement: #TextFirst };
  unrestricted    @title: '{i18n>unrestrictedStock}'  @Measures.Unit: unit;
  blocked         @title: '{i18n>blockedStock}'  @Measures.Unit: unit;
  reserved        @title: '{i18n>reservedElsewhere}'  @Measures.Unit: unit;
  claimed         @title: '{i18n>claimedQuantity}'  @Measures.Unit: unit;
  available       @title: '{i18n>availableQuantity}'  @Measures.Unit: unit;
  unit            @title: '{i18n>unit}';
  readAt          @title: '{i18n>readFromHostAt}';
  isStale         @title: '{i18n>isStale}';
  onOrder         @title: '{i18n>onOrder}'  @Measures.Unit: unit;
  onOrderDate     @title: '{i18n>onOrderDate}';
  onOrderPromised @title: '{i18n>onOrderPromised}'  @Measures.Unit: unit;
  orderedReadAt   @title: '{i18n>orderedReadAt}'  @UI.Hidden;
  version         @title: '{i18n>stockVersion}'  @UI.Hidden;
  place           @title: '{i18n>stockPlace}';
  supply          @title: '{i18n>partSupply}';
}

annotate db.ReservationStates with @title: '{i18n>ReservationStates}' {
  code        @title: '{i18n>reservationState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.NeedOrigins with @title: '{i18n>NeedOrigins}' {
  code @title: '{i18n>needOrigin}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.DeliveryTargets with @title: '{i18n>DeliveryTargets}' {
  code @title: '{i18n>deliveryTarget}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.AlertRules with @title: '{i18n>AlertRules}' {
  code     @title: '{i18n>alertRule}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  level    @title: '{i18n>alertLevel}'  @UI.Hidden;
}

annotate db.Reservations with @title: '{i18n>Reservations}' {
  ID               @title: '{i18n>id}'  @UI.Hidden;
  number           @title: '{i18n>reservationNumber}';
  workOrder        @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  part             @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  quantity         @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit             @title: '{i18n>unit}';
  neededAt         @title: '{i18n>neededAt}';
  origin           @title: '{i18n>needOrigin}'  @Common: { Text: origin.name, TextArrangement: #TextOnly };
  target           @title: '{i18n>deliveryTarget}'  @Common: { Text: target.name, TextArrangement: #TextOnly };
  carrier          @title: '{i18n>carrierPerson}'  @Common: { Text: carrier.name, TextArrangement: #TextOnly };
  state            @title: '{i18n>reservationState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  plant            @title: '{i18n>plant}';
  storageLocation  @title: '{i18n>storageLocation}'  @Common: { Text: place.name, TextArrangement: #TextOnly };
  place            @title: '{i18n>stockPlace}';
  claimedQuantity  @title: '{i18n>claimedQuantity}'  @Measures.Unit: unit;
  pickedQuantity   @title: '{i18n>pickedQuantity}'  @Measures.Unit: unit;
  issuedQuantity   @title: '{i18n>issuedQuantity}'  @Measures.Unit: unit;
  issuingQuantity  @title: '{i18n>issuingQuantity}'  @Measures.Unit: unit;
  consumedQuantity @title: '{i18n>consumedQuantity}'  @Measures.Unit: unit;
  returnedQuantity @title: '{i18n>returnedQuantity}'  @Measures.Unit: unit;
  scrappedQuantity @title: '{i18n>scrappedQuantity}'  @Measures.Unit: unit;
  releasedQuantity @title: '{i18n>releasedQuantity}'  @Measures.Unit: unit;
  openQuantity     @title: '{i18n>openQuantity}'  @Measures.Unit: unit;
  inHandQuantity   @title: '{i18n>inHandQuantity}'  @Measures.Unit: unit;
  claimedAt        @title: '{i18n>claimedAt}';
  expiresAt        @title: '{i18n>claimExpiresAt}';
  expectedAt       @title: '{i18n>partExpectedAt}';
  alertLevel       @title: '{i18n>alertLevel}'  @UI.Hidden;
  alertRule        @title: '{i18n>alertRule}'  @Common: { Text: alertRule.name, TextArrangement: #TextOnly };
  transfer         @title: '{i18n>stockTransfer}'  @Common: { Text: transfer.number, TextArrangement: #TextOnly };
  hostReservation  @title: '{i18n>hostReservation}';
  hostMessage      @title: '{i18n>hostMessage}';
  refusal          @title: '{i18n>hostRefusal}';
  insteadOf        @title: '{i18n>insteadOf}'  @Common: { Text: insteadOf.name, TextArrangement: #TextOnly };
  splitFrom        @title: '{i18n>splitFrom}'  @Common: { Text: splitFrom.number, TextArrangement: #TextOnly };
  requestKey       @title: '{i18n>requestKey}'  @UI.Hidden;
  movementCount    @title: '{i18n>movementCount}'  @UI.Hidden;
  movements        @title: '{i18n>PartMovements}';
}

annotate db.MovementKinds with @title: '{i18n>MovementKinds}' {
  code @title: '{i18n>movementKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.PartMovements with @title: '{i18n>PartMovements}' {
  ID                @title: '{i18n>id}'  @UI.Hidden;
  reservation       @title: '{i18n>reservationNumber}'  @Common: { Text: reservation.number, TextArrangement: #TextOnly };
  sequence          @title: '{i18n>sequenceNumber}';
  kind              @title: '{i18n>movementKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  part              @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  quantity          @title: '{i18n>quantity}';
  plant             @title: '{i18n>plant}';
  storageLocation   @title: '{i18n>storageLocation}';
  toPlant           @title: '{i18n>toPlant}';
  toStorageLocation @title: '{i18n>toStorageLocation}';
  batch             @title: '{i18n>batch}';
  serialNumber      @title: '{i18n>serialNumber}';
  hostMessage       @title: '{i18n>hostMessage}';
  transfer          @title: '{i18n>stockTransfer}'  @Common: { Text: transfer.number, TextArrangement: #TextOnly };
  at                @title: '{i18n>movedAt}';
  userId            @title: '{i18n>userId}';
  text              @title: '{i18n>text}';
  requestKey        @title: '{i18n>requestKey}'  @UI.Hidden;
}

annotate db.FittedParts with @title: '{i18n>FittedParts}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  equipment    @title: '{i18n>equipment}'  @Common: { Text: equipment.serialNumber, TextArrangement: #TextOnly };
  part         @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  serialNumber @title: '{i18n>serialNumber}';
  batch        @title: '{i18n>batch}';
  quantity     @title: '{i18n>quantity}';
  fittedAt     @title: '{i18n>fittedAt}';
  fittedBy     @title: '{i18n>fittedBy}'  @Common: { Text: fittedBy.number, TextArrangement: #TextOnly };
  removedAt    @title: '{i18n>removedAt}';
  removedBy    @title: '{i18n>removedBy}'  @Common: { Text: removedBy.number, TextArrangement: #TextOnly };
  replaces     @title: '{i18n>replacesPart}';
}

annotate db.SubstituteKinds with @title: '{i18n>SubstituteKinds}' {
  code @title: '{i18n>substituteKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.Substitutes with @title: '{i18n>Substitutes}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  part       @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  substitute @title: '{i18n>substitute}'  @Common: { Text: substitute.name, TextArrangement: #TextOnly };
  kind       @title: '{i18n>substituteKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  priority   @title: '{i18n>substitutePriority}';
  model      @title: '{i18n>model}';
  validFrom  @title: '{i18n>validFrom}';
  validTo    @title: '{i18n>validTo}';
  comment    @title: '{i18n>comment}';
}

annotate db.SubstitutionStates with @title: '{i18n>SubstitutionStates}' {
  code        @title: '{i18n>substitutionState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.SubstitutionRequests with @title: '{i18n>SubstitutionRequests}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  reservation     @title: '{i18n>reservationNumber}'  @Common: { Text: reservation.number, TextArrangement: #TextOnly };
  part            @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  substitute      @title: '{i18n>substitute}'  @Common: { Text: substitute.name, TextArrangement: #TextOnly };
  quantity        @title: '{i18n>quantity}';
  plant           @title: '{i18n>plant}';
  storageLocation @title: '{i18n>storageLocation}';
  state           @title: '{i18n>substitutionState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  reason          @title: '{i18n>reason}';
  requestedBy     @title: '{i18n>askedBy}';
  requestedAt     @title: '{i18n>askedAt}';
  decidedBy       @title: '{i18n>decidedBy}';
  decidedAt       @title: '{i18n>decidedAt}';
  decision        @title: '{i18n>decisionText}';
}

annotate db.TransferStates with @title: '{i18n>TransferStates}' {
  code        @title: '{i18n>transferState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.StockTransfers with @title: '{i18n>StockTransfers}' {
  ID                @title: '{i18n>id}'  @UI.Hidden;
  number            @title: '{i18n>stockTransfer}';
  part              @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  quantity          @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit              @title: '{i18n>unit}';
  plant             @title: '{i18n>plant}';
  storageLocation   @title: '{i18n>fromLocation}'  @Common: { Text: source.name, TextArrangement: #TextOnly };
  toPlant           @title: '{i18n>toPlant}';
  toStorageLocation @title: '{i18n>toLocation}'  @Common: { Text: destination.name, TextArrangement: #TextOnly };
  batch             @title: '{i18n>batch}';
  reservation       @title: '{i18n>reservationNumber}'  @Common: { Text: reservation.number, TextArrangement: #TextOnly };
  workOrder         @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  state             @title: '{i18n>transferState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  expectedAt        @title: '{i18n>partExpectedAt}';
  hostDocument      @title: '{i18n>hostDocument}';
  hostMessage       @title: '{i18n>hostMessage}';
  refusal           @title: '{i18n>hostRefusal}';
  source            @title: '{i18n>fromLocation}';
  destination       @title: '{i18n>toLocation}';
}

annotate db.RequisitionStates with @title: '{i18n>RequisitionStates}' {
  code        @title: '{i18n>requisitionState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.Requisitions with @title: '{i18n>Requisitions}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  number          @title: '{i18n>requisitionNumber}';
  reservation     @title: '{i18n>reservationNumber}'  @Common: { Text: reservation.number, TextArrangement: #TextOnly };
  part            @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  quantity        @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit            @title: '{i18n>unit}';
  plant           @title: '{i18n>plant}';
  storageLocation @title: '{i18n>storageLocation}';
  neededOn        @title: '{i18n>neededOn}';
  expectedOn      @title: '{i18n>expectedOn}';
  supplier        @title: '{i18n>supplier}';
  price           @title: '{i18n>price}'  @Measures.ISOCurrency: currency_code;
  currency        @title: '{i18n>currency}';
  state           @title: '{i18n>requisitionState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  hostRequisition @title: '{i18n>hostRequisition}';
  purchaseOrder   @title: '{i18n>purchaseOrder}';
  hostMessage     @title: '{i18n>hostMessage}';
  refusal         @title: '{i18n>hostRefusal}';
}

annotate db.WarrantyReturnStates with @title: '{i18n>WarrantyReturnStates}' {
  code        @title: '{i18n>warrantyReturnState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.WarrantyReturns with @title: '{i18n>WarrantyReturns}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  number          @title: '{i18n>warrantyReturn}';
  reservation     @title: '{i18n>reservationNumber}'  @Common: { Text: reservation.number, TextArrangement: #TextOnly };
  workOrder       @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  part            @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  quantity        @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit            @title: '{i18n>unit}';
  serialNumber    @title: '{i18n>serialNumber}';
  batch           @title: '{i18n>batch}';
  plant           @title: '{i18n>plant}';
  storageLocation @title: '{i18n>storageLocation}';
  supplier        @title: '{i18n>supplier}';
  claimValue      @title: '{i18n>claimValue}'  @Measures.ISOCurrency: currency_code;
  creditedValue   @title: '{i18n>creditedValue}'  @Measures.ISOCurrency: currency_code;
  currency        @title: '{i18n>currency}';
  state           @title: '{i18n>warrantyReturnState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  reason          @title: '{i18n>reason}';
  hostDocument    @title: '{i18n>hostDocument}';
  hostMessage     @title: '{i18n>hostMessage}';
  refusal         @title: '{i18n>hostRefusal}';
}
