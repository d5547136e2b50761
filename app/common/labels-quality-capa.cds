using { aftersales as db } from '../../db';

annotate db.CapaPhases with @title: '{i18n>CapaPhases}' {
  code @title: '{i18n>capaPhase}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  isOpen @title: '{i18n>isOpen}';
}

annotate db.RiskMethods with @title: '{i18n>RiskMethods}' {
  code @title: '{i18n>riskMethod}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.RiskLevels with @title: '{i18n>RiskLevels}' {
  code @title: '{i18n>riskLevel}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.RiskScales with @title: '{i18n>RiskScales}' {
  method @title: '{i18n>riskMethod}'  @Common: { Text: method.name, TextArrangement: #TextOnly };
  factor @title: '{i18n>riskFactor}';
  figure @title: '{i18n>riskFigure}'  @Common: { Text: name, TextArrangement: #TextLast };
}

annotate db.RiskThresholds with @title: '{i18n>RiskThresholds}' {
  rule @title: '{i18n>riskThreshold}';
  level @title: '{i18n>riskLevel}'  @Common: { Text: level.name, TextArrangement: #TextOnly };
  fromNumber @title: '{i18n>fromNumber}';
  fromSeverity @title: '{i18n>fromSeverity}';
}

annotate db.RiskMatrixCells with @title: '{i18n>RiskMatrixCells}' {
  severity @title: '{i18n>severity}';
  occurrence @title: '{i18n>occurrence}';
  level @title: '{i18n>riskLevel}'  @Common: { Text: level.name, TextArrangement: #TextOnly };
}

annotate db.CapaCases with @title: '{i18n>CapaCases}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  number @title: '{i18n>capaCase}';
  phase @title: '{i18n>capaPhase}'  @Common: { Text: phase.name, TextArrangement: #TextOnly };
  previousPhase @title: '{i18n>previousPhase}'  @UI.Hidden;
  eventCount @title: '{i18n>eventCountOfCase}'  @UI.Hidden;
  isOpen @title: '{i18n>isOpen}';
  title @title: '{i18n>capaTitle}';
  problem @title: '{i18n>capaProblem}'  @UI.MultiLineText;
  cycle @title: '{i18n>capaCycle}';
  owner @title: '{i18n>capaOwner}';
  approver @title: '{i18n>capaApprover}';
  dueDate @title: '{i18n>capaDueDate}';
  containment @title: '{i18n>capaContainment}'  @UI.MultiLineText;
  riskMethod @title: '{i18n>riskMethod}'  @Common: { Text: riskMethod.name, TextArrangement: #TextOnly };
  severity @title: '{i18n>severity}';
  occurrence @title: '{i18n>occurrence}';
  detection @title: '{i18n>detection}';
  riskNumber @title: '{i18n>riskNumber}';
  riskLevel @title: '{i18n>riskLevel}'  @Common: { Text: riskLevel.name, TextArrangement: #TextOnly };
  rootCause @title: '{i18n>capaRootCause}'  @UI.MultiLineText;
  causeGroup @title: '{i18n>capaCauseGroup}';
  causeCode @title: '{i18n>capaCauseCode}';
  model @title: '{i18n>model}';
  part @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  faultCategory @title: '{i18n>faultCategory}'  @Common: { Text: faultCategory.name, TextArrangement: #TextOnly };
  verification @title: '{i18n>capaVerification}'  @UI.MultiLineText;
  implementedAt @title: '{i18n>implementedAt}';
  closedAt @title: '{i18n>capaClosedAt}';
  closedBy @title: '{i18n>capaClosedBy}';
  cancelReason @title: '{i18n>capaCancelReason}';
  notifications @title: '{i18n>capaNotifications}';
  actions @title: '{i18n>CapaActions}';
  causes @title: '{i18n>capaCauses}';
  checks @title: '{i18n>EffectivenessChecks}';
  extensions @title: '{i18n>extensions}';
  cycles @title: '{i18n>CapaCycles}';
  participants @title: '{i18n>CapaParticipants}';
  events @title: '{i18n>capaHistory}';
  attachments @title: '{i18n>attachments}';
}

annotate db.QualityNotifications with { capas @title: '{i18n>CapaCases}'; };

annotate db.CapaNotifications with @title: '{i18n>CapaNotifications}' {
  capa @title: '{i18n>capaCase}'  @Common: { Text: capa.number, TextArrangement: #TextOnly };
  notification @title: '{i18n>capaNotification}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  addedAt @title: '{i18n>addedAt}';
  addedBy @title: '{i18n>addedBy}';
}

annotate db.CapaCycles with @title: '{i18n>CapaCycles}' {
  capa @title: '{i18n>capaCase}'  @Common: { Text: capa.number, TextArrangement: #TextOnly };
  cycle @title: '{i18n>capaCycle}';
  startedAt @title: '{i18n>cycleStartedAt}';
  riskMethod @title: '{i18n>riskMethod}'  @Common: { Text: riskMethod.name, TextArrangement: #TextOnly };
  severity @title: '{i18n>severity}';
  occurrence @title: '{i18n>occurrence}';
  detection @title: '{i18n>detection}';
  riskNumber @title: '{i18n>riskNumber}';
  riskLevel @title: '{i18n>riskLevel}'  @Common: { Text: riskLevel.name, TextArrangement: #TextOnly };
  rootCause @title: '{i18n>capaRootCause}'  @UI.MultiLineText;
  verification @title: '{i18n>capaVerification}'  @UI.MultiLineText;
  verifiedAt @title: '{i18n>verifiedAt}';
  verifiedBy @title: '{i18n>verifiedBy}';
  implementedAt @title: '{i18n>implementedAt}';
  implementedBy @title: '{i18n>implementedBy}';
  passed @title: '{i18n>effectPassed}';
  endedAt @title: '{i18n>cycleEndedAt}';
}

annotate db.CapaParticipants with @title: '{i18n>CapaParticipants}' {
  capa @title: '{i18n>capaCase}'  @Common: { Text: capa.number, TextArrangement: #TextOnly };
  userId @title: '{i18n>userId}';
  role @title: '{i18n>capaRole}';
  since @title: '{i18n>participantSince}';
}

annotate db.CapaEvents with @title: '{i18n>CapaEvents}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  capa @title: '{i18n>capaCase}'  @Common: { Text: capa.number, TextArrangement: #TextOnly };
  sequence @title: '{i18n>sequenceNumber}';
  type @title: '{i18n>capaEventType}'  @Common: { Text: type.name, TextArrangement: #TextOnly };
  at @title: '{i18n>eventAt}';
  userId @title: '{i18n>userId}';
  cycle @title: '{i18n>capaCycle}';
  fromPhase @title: '{i18n>fromPhase}'  @Common: { Text: fromPhase.name, TextArrangement: #TextOnly };
  toPhase @title: '{i18n>toPhase}'  @Common: { Text: toPhase.name, TextArrangement: #TextOnly };
  text @title: '{i18n>text}';
}

annotate db.CapaEventTypes with @title: '{i18n>CapaEventTypes}' {
  code @title: '{i18n>capaEventType}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.CapaActionKinds with @title: '{i18n>CapaActionKinds}' {
  code @title: '{i18n>capaActionKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  needsVerification @title: '{i18n>needsVerification}';
}

annotate db.CapaActions with @title: '{i18n>CapaActions}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  capa @title: '{i18n>capaCase}'  @Common: { Text: capa.number, TextArrangement: #TextOnly };
  cycle @title: '{i18n>capaCycle}';
  position @title: '{i18n>sequenceNumber}';
  kind @title: '{i18n>capaActionKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  text @title: '{i18n>capaActionText}'  @UI.MultiLineText;
  owner @title: '{i18n>capaOwner}';
  dueDate @title: '{i18n>capaDueDate}';
  status @title: '{i18n>capaActionStatus}'  @Common: { Text: status.name, TextArrangement: #TextOnly };
  completedAt @title: '{i18n>completedAt}';
  completedBy @title: '{i18n>completedByPerson}';
  result @title: '{i18n>capaActionResult}'  @UI.MultiLineText;
  confirmedAt @title: '{i18n>confirmedAt}';
  confirmedBy @title: '{i18n>confirmedBy}';
}

annotate db.CauseBranches with @title: '{i18n>CauseBranches}' {
  code @title: '{i18n>causeBranch}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.CapaCauses with @title: '{i18n>CapaCauses}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  capa @title: '{i18n>capaCase}'  @Common: { Text: capa.number, TextArrangement: #TextOnly };
  cycle @title: '{i18n>capaCycle}';
  parent @title: '{i18n>causeParent}'  @Common: { Text: parent.answer, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  branch @title: '{i18n>causeBranch}'  @Common: { Text: branch.name, TextArrangement: #TextOnly };
  answer @title: '{i18n>causeAnswer}'  @UI.MultiLineText;
  evidence @title: '{i18n>causeEvidence}'  @UI.MultiLineText;
  isRootCause @title: '{i18n>isRootCauseFound}';
  isRuledOut @title: '{i18n>isRuledOut}';
}

annotate db.EffectMeasures with @title: '{i18n>EffectMeasures}' {
  code @title: '{i18n>effectMeasure}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  isComputed @title: '{i18n>isComputedHere}';
}

annotate db.EffectivenessChecks with @title: '{i18n>EffectivenessChecks}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  capa @title: '{i18n>capaCase}'  @Common: { Text: capa.number, TextArrangement: #TextOnly };
  cycle @title: '{i18n>capaCycle}';
  criterion @title: '{i18n>effectCriterion}'  @UI.MultiLineText;
  measure @title: '{i18n>effectMeasure}'  @Common: { Text: measure.name, TextArrangement: #TextOnly };
  limit @title: '{i18n>effectLimit}';
  sample @title: '{i18n>effectSample}';
  windowDays @title: '{i18n>effectWindowDays}';
  dataSource @title: '{i18n>effectDataSource}';
  frozenAt @title: '{i18n>frozenAt}';
  windowStart @title: '{i18n>windowStart}';
  windowEnd @title: '{i18n>windowEnd}';
  measured @title: '{i18n>effectMeasured}';
  sampleSeen @title: '{i18n>sampleSeen}';
  measuredAt @title: '{i18n>effectMeasuredAt}';
  measuredBy @title: '{i18n>effectMeasuredBy}';
  passed @title: '{i18n>effectPassed}';
  evidence @title: '{i18n>effectEvidence}'  @UI.MultiLineText;
  decidedBy @title: '{i18n>decidedBy}';
  decidedAt @title: '{i18n>decidedAt}';
  scopes @title: '{i18n>EffectivenessScopes}';
  failures @title: '{i18n>CountedFailures}';
}

annotate db.EffectivenessScopes with @title: '{i18n>EffectivenessScopes}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  check @title: '{i18n>effectivenessCheck}';
  notification @title: '{i18n>capaNotification}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  model @title: '{i18n>model}';
  part @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  faultCategory @title: '{i18n>faultCategory}'  @Common: { Text: faultCategory.name, TextArrangement: #TextOnly };
  defects @title: '{i18n>scopeDefects}';
  causes @title: '{i18n>scopeCauses}';
}

annotate db.CountedFailures with @title: '{i18n>CountedFailures}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  check @title: '{i18n>effectivenessCheck}';
  notification @title: '{i18n>capaNotification}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  workOrder @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  happenedOn @title: '{i18n>happenedOn}';
  matchedBy @title: '{i18n>matchedBy}'  @Common: { Text: matchedBy.name, TextArrangement: #TextOnly };
}

annotate db.FailureMatches with @title: '{i18n>FailureMatches}' {
  code @title: '{i18n>matchedBy}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.CapaExtensionStates with @title: '{i18n>CapaExtensionStates}' {
  code @title: '{i18n>extensionState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.CapaExtensions with @title: '{i18n>CapaExtensions}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  capa @title: '{i18n>capaCase}'  @Common: { Text: capa.number, TextArrangement: #TextOnly };
  fromDate @title: '{i18n>extensionFrom}';
  toDate @title: '{i18n>extensionTo}';
  reason @title: '{i18n>reason}';
  requestedBy @title: '{i18n>askedBy}';
  requestedAt @title: '{i18n>askedAt}';
  state @title: '{i18n>extensionState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  decidedBy @title: '{i18n>decidedBy}';
  decidedAt @title: '{i18n>decidedAt}';
  decision @title: '{i18n>decisionText}';
}
