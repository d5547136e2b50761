using { aftersales as db } from '../../db';

annotate db.MilestoneKinds with @title: '{i18n>MilestoneKinds}' {
  code        @title: '{i18n>milestone}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  isOrderDate @title: '{i18n>isOrderDate}';
  orderEvent  @title: '{i18n>orderEvent}'  @Common: { Text: orderEvent.name, TextArrangement: #TextOnly };
}

annotate db.OwnerRoles with @title: '{i18n>OwnerRoles}' {
  code @title: '{i18n>ownerRole}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.EvidenceKinds with @title: '{i18n>EvidenceKinds}' {
  code @title: '{i18n>evidence}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.MilestoneTemplates with @title: '{i18n>MilestoneTemplates}' {
  ID            @title: '{i18n>id}'  @UI.Hidden;
  number        @title: '{i18n>templateNumber}';
  name          @title: '{i18n>templateName}';
  validFrom     @title: '{i18n>validFrom}';
  validTo       @title: '{i18n>validTo}';
  orderType     @title: '{i18n>orderType}'  @Common: { Text: orderType.name, TextArrangement: #TextOnly };
  deviceClass   @title: '{i18n>deviceClass}'  @Common: { Text: deviceClass.name, TextArrangement: #TextOnly };
  executionMode @title: '{i18n>executionMode}'  @Common: { Text: executionMode.name, TextArrangement: #TextOnly };
  calendar      @title: '{i18n>calendar}'  @Common: { Text: calendar.name, TextArrangement: #TextOnly };
  milestones    @title: '{i18n>milestones}';
}

annotate db.TemplateMilestones with @title: '{i18n>TemplateMilestones}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  template     @title: '{i18n>templateNumber}'  @UI.Hidden;
  position     @title: '{i18n>position}';
  kind         @title: '{i18n>milestone}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  ownerRole    @title: '{i18n>ownerRole}'  @Common: { Text: ownerRole.name, TextArrangement: #TextOnly };
  evidence     @title: '{i18n>evidence}'  @Common: { Text: evidence.name, TextArrangement: #TextOnly };
  predecessors @title: '{i18n>predecessors}';
  anchor       @title: '{i18n>anchor}'  @Common: { Text: anchor.name, TextArrangement: #TextOnly };
  minutes      @title: '{i18n>targetTime}'  @Measures.Unit: 'min';
  calendar     @title: '{i18n>calendar}'  @Common: { Text: calendar.name, TextArrangement: #TextOnly };
  dueDay       @title: '{i18n>dueDay}';
  dueTime      @title: '{i18n>dueTime}';
  weight       @title: '{i18n>weight}';
}

annotate db.MilestoneStatuses with @title: '{i18n>MilestoneStatuses}' {
  code        @title: '{i18n>milestoneStatus}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.MilestoneEventTypes with @title: '{i18n>MilestoneEventTypes}' {
  code @title: '{i18n>eventType}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.MilestoneChains with @title: '{i18n>MilestoneChains}' {
  ID             @title: '{i18n>id}'  @UI.Hidden;
  workOrder      @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  template       @title: '{i18n>templateNumber}'  @Common: { Text: template.number, TextArrangement: #TextOnly };
  templateNumber @title: '{i18n>templateNumber}';
  milestoneCount @title: '{i18n>milestoneCount}';
  doneCount      @title: '{i18n>doneCount}';
  progress       @title: '{i18n>progress}'  @Measures.Unit: '%';
  plannedAt      @title: '{i18n>plannedAt}';
  forecastAt     @title: '{i18n>forecastAt}';
  lateCount      @title: '{i18n>lateCount}';
  revision       @title: '{i18n>revision}'  @UI.Hidden;
  milestones     @title: '{i18n>milestones}';
}

annotate db.Milestones with @title: '{i18n>Milestones}' {
  ID                @title: '{i18n>id}'  @UI.Hidden;
  chain             @title: '{i18n>chain}'  @UI.Hidden;
  workOrder         @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  position          @title: '{i18n>position}';
  stage             @title: '{i18n>stage}';
  kind              @title: '{i18n>milestone}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  status            @title: '{i18n>milestoneStatus}'  @Common: { Text: status.name, TextArrangement: #TextOnly };
  ownerRole         @title: '{i18n>ownerRole}'  @Common: { Text: ownerRole.name, TextArrangement: #TextOnly };
  evidence          @title: '{i18n>evidence}'  @Common: { Text: evidence.name, TextArrangement: #TextOnly };
  orderEvent        @title: '{i18n>orderEvent}'  @Common: { Text: orderEvent.name, TextArrangement: #TextOnly };
  predecessors      @title: '{i18n>predecessors}';
  anchor            @title: '{i18n>anchor}'  @Common: { Text: anchor.name, TextArrangement: #TextOnly };
  anchorAt          @title: '{i18n>anchorAt}';
  minutes           @title: '{i18n>targetTime}'  @Measures.Unit: 'min';
  calendar          @title: '{i18n>calendar}'  @Common: { Text: calendar.name, TextArrangement: #TextOnly };
  timeZone          @title: '{i18n>timeZone}';
  holidayRegion     @title: '{i18n>holidayRegion}'  @Common: { Text: holidayRegion.name, TextArrangement: #TextOnly };
  targetAt          @title: '{i18n>targetAt}';
  weight            @title: '{i18n>weight}';
  plannedAt         @title: '{i18n>plannedAt}';
  dueAt             @title: '{i18n>dueAt}';
  forecastAt        @title: '{i18n>forecastAt}';
  doneAt            @title: '{i18n>doneAt}';
  lateMinutes       @title: '{i18n>lateMinutes}'  @Measures.Unit: 'min';
  lateNotedFor      @title: '{i18n>lateNotedFor}'  @UI.Hidden;
  lateNotedAs       @title: '{i18n>lateNotedAs}'  @UI.Hidden;
  evidenceText      @title: '{i18n>evidenceText}';
  evidenceReference @title: '{i18n>evidenceReference}';
  hasEvidence       @title: '{i18n>hasEvidence}';
  eventCount        @title: '{i18n>ledgerCount}'  @UI.Hidden;
  events            @title: '{i18n>milestoneLedger}';
  shipments         @title: '{i18n>Shipments}';
}

annotate db.MilestoneEvents with @title: '{i18n>MilestoneEvents}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  milestone  @title: '{i18n>milestone}'  @Common: { Text: milestone.kind.name, TextArrangement: #TextOnly };
  workOrder  @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  sequence   @title: '{i18n>sequence}';
  type       @title: '{i18n>eventType}'  @Common: { Text: type.name, TextArrangement: #TextOnly };
  at         @title: '{i18n>eventAt}';
  recordedAt @title: '{i18n>recordedAt}';
  dueAt      @title: '{i18n>dueAt}';
  cause      @title: '{i18n>cause}';
  text       @title: '{i18n>text}';
  reference  @title: '{i18n>evidenceReference}';
  userId     @title: '{i18n>userId}';
}

annotate db.ShipmentLegs with @title: '{i18n>ShipmentLegs}' {
  code      @title: '{i18n>leg}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position  @title: '{i18n>position}';
  isLast    @title: '{i18n>isLastLeg}';
  milestone @title: '{i18n>milestone}'  @Common: { Text: milestone.name, TextArrangement: #TextOnly };
}

annotate db.ShipmentStatuses with @title: '{i18n>ShipmentStatuses}' {
  code        @title: '{i18n>shipmentStatus}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  isFinal     @title: '{i18n>isFinal}';
}

annotate db.ShipmentEventTypes with @title: '{i18n>ShipmentEventTypes}' {
  code      @title: '{i18n>eventType}'  @Common: { Text: name, TextArrangement: #TextOnly };
  status    @title: '{i18n>shipmentStatus}'  @Common: { Text: status.name, TextArrangement: #TextOnly };
  milestone @title: '{i18n>milestone}'  @Common: { Text: milestone.name, TextArrangement: #TextOnly };
}

annotate db.Shipments with @title: '{i18n>Shipments}' {
  ID               @title: '{i18n>id}'  @UI.Hidden;
  workOrder        @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  milestone        @title: '{i18n>milestone}'  @Common: { Text: milestone.kind.name, TextArrangement: #TextOnly };
  carrier          @title: '{i18n>carrier}';
  number           @title: '{i18n>shipmentNumber}';
  leg              @title: '{i18n>leg}'  @Common: { Text: leg.name, TextArrangement: #TextOnly };
  content          @title: '{i18n>content}';
  status           @title: '{i18n>shipmentStatus}'  @Common: { Text: status.name, TextArrangement: #TextOnly };
  firstEstimatedAt @title: '{i18n>firstEstimatedAt}';
  estimatedAt      @title: '{i18n>estimatedAt}';
  deliveredAt      @title: '{i18n>deliveredAt}';
  eventCount       @title: '{i18n>ledgerCount}'  @UI.Hidden;
  events           @title: '{i18n>shipmentEvents}';
}

annotate db.ShipmentEvents with @title: '{i18n>ShipmentEvents}' {
  ID          @title: '{i18n>id}'  @UI.Hidden;
  shipment    @title: '{i18n>shipment}'  @Common: { Text: shipment.number, TextArrangement: #TextOnly };
  sequence    @title: '{i18n>sequence}';
  type        @title: '{i18n>eventType}'  @Common: { Text: type.name, TextArrangement: #TextOnly };
  at          @title: '{i18n>eventAt}';
  recordedAt  @title: '{i18n>recordedAt}';
  location    @title: '{i18n>location}';
  text        @title: '{i18n>text}';
  estimatedAt @title: '{i18n>estimatedAt}';
  reference   @title: '{i18n>reference}';
  userId      @title: '{i18n>userId}';
}
