using { aftersales as db } from '../../db';

annotate db.UsualParts with @title: '{i18n>UsualParts}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  model           @title: '{i18n>model}';
  faultCategory   @title: '{i18n>faultCategory}'  @Common: { Text: faultCategory.name, TextArrangement: #TextOnly };
  part            @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  repairs         @title: '{i18n>repairsDone}';
  repairsWithPart @title: '{i18n>repairsWithPart}';
  pieces          @title: '{i18n>piecesUsed}';
  share           @title: '{i18n>shareOfRepairs}'  @Measures.Unit: '%';
  quantity        @title: '{i18n>quantityPerRepair}';
  isManual        @title: '{i18n>setByHand}';
}

annotate db.UsualPartChanges with @title: '{i18n>UsualPartChanges}' {
  model         @title: '{i18n>model}';
  faultCategory @title: '{i18n>faultCategory}';
  changedAt     @title: '{i18n>changedAt}';
}

annotate db.ModelParts with @title: '{i18n>ModelParts}' {
  ID               @title: '{i18n>id}'  @UI.Hidden;
  product          @title: '{i18n>model}'  @Common: { Text: product.name, TextArrangement: #TextOnly };
  part             @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  plant            @title: '{i18n>plant}';
  position         @title: '{i18n>bomPosition}';
  quantity         @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit             @title: '{i18n>unit}';
  isSparePart      @title: '{i18n>isSparePart}';
  alternativeGroup @title: '{i18n>alternativeGroup}';
  priority         @title: '{i18n>alternativePriority}';
}

annotate db.ModelPartReadings with @title: '{i18n>ModelPartReadings}' {
  product @title: '{i18n>model}';
  plant   @title: '{i18n>plant}';
  readAt  @title: '{i18n>readFromHostAt}';
}

annotate db.VanStocks with @title: '{i18n>VanStocks}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  technician      @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  part            @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  plant           @title: '{i18n>plant}';
  storageLocation @title: '{i18n>storageLocation}';
  minimum         @title: '{i18n>minimumStock}'  @Measures.Unit: unit;
  maximum         @title: '{i18n>maximumStock}'  @Measures.Unit: unit;
  unit            @title: '{i18n>unit}';
  lastCountedAt   @title: '{i18n>lastCountedAt}';
  lastCountedBy   @title: '{i18n>lastCountedBy}';
  proposedOn      @title: '{i18n>proposedOn}'  @UI.Hidden;
  stock           @title: '{i18n>vanContent}';
  counts          @title: '{i18n>VanCounts}';
  proposals       @title: '{i18n>ReplenishmentProposals}';
}

annotate db.CountReasons with @title: '{i18n>CountReasons}' {
  code @title: '{i18n>countReason}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.CountStates with @title: '{i18n>CountStates}' {
  code        @title: '{i18n>countState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.VanCounts with @title: '{i18n>VanCounts}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  vanStock     @title: '{i18n>VanStocks}'  @UI.Hidden;
  expected     @title: '{i18n>expectedQuantity}';
  counted      @title: '{i18n>countedQuantity}';
  difference   @title: '{i18n>countDifference}';
  reason       @title: '{i18n>countReason}'  @Common: { Text: reason.name, TextArrangement: #TextOnly };
  comment      @title: '{i18n>comment}';
  state        @title: '{i18n>countState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  countedAt    @title: '{i18n>countedAt}';
  countedBy    @title: '{i18n>countedBy}';
  hostMessage  @title: '{i18n>hostMessage}';
  hostDocument @title: '{i18n>hostDocument}';
  refusal      @title: '{i18n>hostRefusal}';
}

annotate db.ProposalStates with @title: '{i18n>ProposalStates}' {
  code        @title: '{i18n>proposalState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.ReplenishmentProposals with @title: '{i18n>ReplenishmentProposals}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  vanStock        @title: '{i18n>VanStocks}';
  proposedOn      @title: '{i18n>proposedOn}';
  quantity        @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit            @title: '{i18n>unit}';
  plant           @title: '{i18n>plant}';
  storageLocation @title: '{i18n>storageLocation}';
  source          @title: '{i18n>fillSource}';
  onVan           @title: '{i18n>onVan}'  @Measures.Unit: unit;
  incoming        @title: '{i18n>onTheWay}'  @Measures.Unit: unit;
  plannedNeed     @title: '{i18n>plannedNeed}'  @Measures.Unit: unit;
  expectedUse     @title: '{i18n>expectedUse}'  @Measures.Unit: unit;
  state           @title: '{i18n>proposalState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  transfer        @title: '{i18n>stockTransfer}';
}

annotate db.PartDemands with @title: '{i18n>PartDemands}' {
  part            @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  plant           @title: '{i18n>plant}';
  storageLocation @title: '{i18n>storageLocation}';
  month           @title: '{i18n>month}';
  quantity        @title: '{i18n>piecesUsed}';
}

annotate db.ForecastMethods with @title: '{i18n>ForecastMethods}' {
  code     @title: '{i18n>forecastMethod}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.DemandPatterns with @title: '{i18n>DemandPatterns}' {
  code     @title: '{i18n>demandPattern}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.PartForecasts with @title: '{i18n>PartForecasts}' {
  ID               @title: '{i18n>id}'  @UI.Hidden;
  part             @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  plant            @title: '{i18n>plant}';
  storageLocation  @title: '{i18n>storageLocation}';
  place            @title: '{i18n>stockPlace}';
  unit             @title: '{i18n>unit}';
  pattern          @title: '{i18n>demandPattern}'  @Common: { Text: pattern.name, TextArrangement: #TextOnly };
  method           @title: '{i18n>forecastMethod}'  @Common: { Text: method.name, TextArrangement: #TextOnly };
  scaledError      @title: '{i18n>scaledError}';
  naiveError       @title: '{i18n>naiveError}';
  monthlyDemand    @title: '{i18n>monthlyDemand}'  @Measures.Unit: unit;
  months           @title: '{i18n>historyMonths}';
  interval         @title: '{i18n>demandInterval}';
  leadTimeDays     @title: '{i18n>leadTimeDays}';
  serviceLevel     @title: '{i18n>partServiceLevel}'  @Measures.Unit: '%';
  safetyStock      @title: '{i18n>safetyStock}'  @Measures.Unit: unit;
  reorderPoint     @title: '{i18n>reorderPoint}'  @Measures.Unit: unit;
  orderQuantity    @title: '{i18n>orderQuantity}'  @Measures.Unit: unit;
  available        @title: '{i18n>availableQuantity}'  @Measures.Unit: unit;
  onOrder          @title: '{i18n>onTheWay}'  @Measures.Unit: unit;
  proposedQuantity @title: '{i18n>proposedQuantity}'  @Measures.Unit: unit;
  facts            @title: '{i18n>proposalReasons}'  @UI.Hidden;
  historyKey       @title: '{i18n>historyKey}'  @UI.Hidden;
  calculatedAt     @title: '{i18n>computedAt}';
  dueAt            @title: '{i18n>refreshAt}'  @UI.Hidden;
  points           @title: '{i18n>PartForecastPoints}';
}

annotate db.ForecastFact with {
  code @title: '{i18n>reason}';
  args @title: '{i18n>reasonFigures}';
}

annotate db.PartForecastPoints with @title: '{i18n>PartForecastPoints}' {
  forecast @title: '{i18n>PartForecasts}';
  month    @title: '{i18n>month}';
  demand   @title: '{i18n>piecesUsed}';
  expected @title: '{i18n>monthlyDemand}';
  isFuture @title: '{i18n>isFuture}';
}
