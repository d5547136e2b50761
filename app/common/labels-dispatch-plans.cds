using { aftersales as db } from '../../db';

annotate db.PlanStates with @title: '{i18n>PlanStates}' {
  code        @title: '{i18n>planState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}';
  isAtWork    @title: '{i18n>isAtWork}';
}

annotate db.PlanChanges with @title: '{i18n>PlanChanges}' {
  code        @title: '{i18n>planChange}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}';
}

annotate db.PlanFigureKinds with @title: '{i18n>PlanFigureKinds}' {
  code     @title: '{i18n>planFigure}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  unit     @title: '{i18n>unit}';
}

annotate db.UnservedReasons with @title: '{i18n>UnservedReasons}' {
  code @title: '{i18n>unservedReason}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.Plans with @title: '{i18n>Plans}' {
  ID              @title: '{i18n>id}'  @UI.Hidden  @Common: { Text: number, TextArrangement: #TextOnly };
  number          @title: '{i18n>planNumber}';
  area            @title: '{i18n>serviceArea}'  @Common: { Text: area.name, TextArrangement: #TextOnly };
  firstDay        @title: '{i18n>firstDay}';
  lastDay         @title: '{i18n>lastDay}';
  seconds         @title: '{i18n>planSeconds}'  @Measures.Unit: 's';
  seed            @title: '{i18n>planSeed}'  @UI.HiddenFilter;
  maxIterations   @title: '{i18n>maxIterations}'  @UI.HiddenFilter;
  keepsPromises   @title: '{i18n>keepsPromises}';
  isReplan        @title: '{i18n>isReplan}';
  reason          @title: '{i18n>replanReason}';
  absent          @title: '{i18n>absentTechnician}'  @Common: { Text: absent.name, TextArrangement: #TextOnly };
  urgent          @title: '{i18n>urgentOrder}'  @Common: { Text: urgent.number, TextArrangement: #TextOnly };
  state           @title: '{i18n>planState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  busyArea        @title: '{i18n>busyArea}'  @UI.Hidden;
  progress        @title: '{i18n>progress}'  @Measures.Unit: '%';
  iterations      @title: '{i18n>planIterations}';
  startedAt       @title: '{i18n>planStarted}';
  finishedAt      @title: '{i18n>planFinished}';
  builtAt         @title: '{i18n>planBuilt}';
  leaseUntil      @title: '{i18n>leaseUntil}'  @UI.Hidden;
  attempts        @title: '{i18n>attempts}'  @UI.Hidden;
  failure         @title: '{i18n>planFailure}';
  publishedAt     @title: '{i18n>publishedAt}';
  publishedBy     @title: '{i18n>publishedBy}';
  orderCount      @title: '{i18n>plannedOrders}';
  technicianCount @title: '{i18n>plannedTechnicians}';
  unservedBefore  @title: '{i18n>unservedBefore}';
  unservedAfter   @title: '{i18n>unservedAfter}';
  breachesBefore  @title: '{i18n>breachesBefore}';
  breachesAfter   @title: '{i18n>breachesAfter}';
  travelBefore    @title: '{i18n>travelBefore}'  @Measures.Unit: 'min';
  travelAfter     @title: '{i18n>travelAfter}'  @Measures.Unit: 'min';
  moneyBefore     @title: '{i18n>moneyBefore}'  @Measures.ISOCurrency: currency_code;
  moneyAfter      @title: '{i18n>moneyAfter}'  @Measures.ISOCurrency: currency_code;
  currency        @title: '{i18n>currency}';
  addedCount      @title: '{i18n>addedVisits}';
  movedCount      @title: '{i18n>movedVisits}';
  reassignedCount @title: '{i18n>reassignedVisits}';
  droppedCount    @title: '{i18n>droppedVisits}';
  figures         @title: '{i18n>PlanFigures}';
  visits          @title: '{i18n>PlanVisits}';
  unserved        @title: '{i18n>PlanUnserved}';
  crew            @title: '{i18n>PlanTechnicians}';
}

annotate db.PlanFigures with @title: '{i18n>PlanFigures}' {
  plan        @title: '{i18n>planNumber}'  @UI.Hidden  @Common: { Text: plan.number, TextArrangement: #TextOnly };
  figure      @title: '{i18n>planFigure}'  @Common: { Text: figure.name, TextArrangement: #TextOnly };
  valueBefore @title: '{i18n>valueBefore}';
  valueAfter  @title: '{i18n>valueAfter}';
}

annotate db.PlanVisits with @title: '{i18n>PlanVisits}' {
  ID               @title: '{i18n>id}'  @UI.Hidden;
  plan             @title: '{i18n>planNumber}'  @UI.Hidden  @Common: { Text: plan.number, TextArrangement: #TextOnly };
  workOrder        @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  technician       @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  day              @title: '{i18n>planDay}';
  sequence         @title: '{i18n>planSequence}';
  plannedStart     @title: '{i18n>plannedStart}';
  plannedEnd       @title: '{i18n>plannedEnd}';
  travelMinutes    @title: '{i18n>travelMinutes}'  @Measures.Unit: 'min';
  lateMinutes      @title: '{i18n>lateMinutes}'  @Measures.Unit: 'min';
  change           @title: '{i18n>planChange}'  @Common: { Text: change.name, TextArrangement: #TextOnly };
  technicianBefore @title: '{i18n>technicianBefore}'  @Common: { Text: technicianBefore.name, TextArrangement: #TextOnly };
  startBefore      @title: '{i18n>startBefore}';
  endBefore        @title: '{i18n>endBefore}';
  isFixed          @title: '{i18n>isFixed}';
  assignment       @title: '{i18n>visitBefore}'  @UI.Hidden  @Common: { Text: assignment.plannedStart, TextArrangement: #TextOnly };
  orderEventCount  @title: '{i18n>orderEventCount}'  @UI.Hidden;
}

annotate db.PlanUnserved with @title: '{i18n>PlanUnserved}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  plan            @title: '{i18n>planNumber}'  @UI.Hidden  @Common: { Text: plan.number, TextArrangement: #TextOnly };
  workOrder       @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  priority        @title: '{i18n>priority}'  @Common: { Text: priority.name, TextArrangement: #TextOnly };
  reason          @title: '{i18n>unservedReason}'  @Common: { Text: reason.name, TextArrangement: #TextOnly };
  days            @title: '{i18n>possibleDays}';
  technicians     @title: '{i18n>plannedTechnicians}';
  rule            @title: '{i18n>matchingRule}'  @Common: { Text: rule.name, TextArrangement: #TextOnly };
  ruleTechnicians @title: '{i18n>ruleTechnicians}';
  isDropped       @title: '{i18n>isDropped}';
}

annotate db.PlanTechnicians with @title: '{i18n>PlanTechnicians}' {
  plan            @title: '{i18n>planNumber}'  @UI.Hidden  @Common: { Text: plan.number, TextArrangement: #TextOnly };
  technician      @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  scheduleVersion @title: '{i18n>scheduleVersion}';
}
