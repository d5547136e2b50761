using { aftersales as db } from '../../db';

annotate db.PrivacyObjects with @title: '{i18n>PrivacyObjects}' {
  position @title: '{i18n>position}'  @UI.Hidden;
  code @title: '{i18n>privacyObject}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.RetentionReferences with @title: '{i18n>RetentionReferences}' {
  position @title: '{i18n>position}'  @UI.Hidden;
  code @title: '{i18n>retentionReference}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.RetentionRunKinds with @title: '{i18n>RetentionRunKinds}' {
  code @title: '{i18n>retentionRunKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.RetentionRunStates with @title: '{i18n>RetentionRunStates}' {
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  position @title: '{i18n>position}'  @UI.Hidden;
  code @title: '{i18n>retentionRunState}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.RetentionItemStates with @title: '{i18n>RetentionItemStates}' {
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  position @title: '{i18n>position}'  @UI.Hidden;
  code @title: '{i18n>retentionItemState}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.RetentionObstacles with @title: '{i18n>RetentionObstacles}' {
  position @title: '{i18n>position}'  @UI.Hidden;
  code @title: '{i18n>retentionObstacle}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.RetentionRules with @title: '{i18n>RetentionRules}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  object @title: '{i18n>privacyObject}'  @Common: { Text: object.name, TextArrangement: #TextOnly };
  orderType @title: '{i18n>orderType}';
  deviceClass @title: '{i18n>deviceClass}';
  country @title: '{i18n>country}';
  companyCode @title: '{i18n>companyCode}';
  reference @title: '{i18n>retentionReference}'  @Common: { Text: reference.name, TextArrangement: #TextOnly };
  residenceMonths @title: '{i18n>residenceMonths}';
  retentionMonths @title: '{i18n>retentionMonths}';
  legalBasis @title: '{i18n>legalBasis}';
  source @title: '{i18n>legalSource}';
  isActive @title: '{i18n>retentionRuleIsActive}';
}

annotate db.LegalHolds with @title: '{i18n>LegalHolds}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  object @title: '{i18n>privacyObject}'  @Common: { Text: object.name, TextArrangement: #TextOnly };
  objectNumber @title: '{i18n>privacyObjectNumber}';
  customer @title: '{i18n>customer}';
  reason @title: '{i18n>holdReasonText}';
  releasedAt @title: '{i18n>releasedAtHold}';
  releasedBy @title: '{i18n>releasedBy}';
}

annotate db.RetentionRuns with @title: '{i18n>RetentionRuns}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  number @title: '{i18n>retentionRunNumber}';
  kind @title: '{i18n>retentionRunKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  object @title: '{i18n>privacyObject}'  @Common: { Text: object.name, TextArrangement: #TextOnly };
  state @title: '{i18n>retentionRunState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  asOf @title: '{i18n>asOf}';
  proposedAt @title: '{i18n>proposedAtRun}';
  proposedBy @title: '{i18n>proposedBy}';
  startedAt @title: '{i18n>runStartedAt}';
  startedBy @title: '{i18n>runStartedBy}';
  endedAt @title: '{i18n>runEndedAt}';
  comment @title: '{i18n>runComment}';
  items @title: '{i18n>retentionItems}';
}

annotate db.RetentionItems with @title: '{i18n>RetentionItems}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  run @title: '{i18n>retentionRun}';
  object @title: '{i18n>privacyObject}'  @Common: { Text: object.name, TextArrangement: #TextOnly };
  objectID @title: '{i18n>privacyObjectID}';
  objectNumber @title: '{i18n>privacyObjectNumber}';
  rule @title: '{i18n>retentionRule}';
  endedOn @title: '{i18n>endedOn}';
  purposeEnd @title: '{i18n>purposeEnd}';
  eraseOn @title: '{i18n>eraseOn}';
  state @title: '{i18n>retentionItemState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  obstacle @title: '{i18n>retentionObstacle}'  @Common: { Text: obstacle.name, TextArrangement: #TextOnly };
  doneAt @title: '{i18n>retentionDoneAt}';
}

annotate db.BlockedObjects with @title: '{i18n>BlockedObjects}' {
  object @title: '{i18n>privacyObject}'  @Common: { Text: object.name, TextArrangement: #TextOnly };
  objectID @title: '{i18n>privacyObjectID}';
  objectNumber @title: '{i18n>privacyObjectNumber}';
  endedOn @title: '{i18n>endedOn}';
  blockedAt @title: '{i18n>blockedAt}';
  eraseOn @title: '{i18n>eraseOn}';
  erasedAt @title: '{i18n>erasedAt}';
  values @title: '{i18n>sealedValues}';
}

annotate db.SealedValues with @title: '{i18n>SealedValues}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  object @title: '{i18n>privacyObject}'  @Common: { Text: object.name, TextArrangement: #TextOnly };
  objectID @title: '{i18n>privacyObjectID}';
  entity @title: '{i18n>sealedEntity}';
  rowID @title: '{i18n>sealedRow}';
  element @title: '{i18n>sealedElement}';
  value @title: '{i18n>sealedValue}';
}

annotate db.PersonalDataLog with @title: '{i18n>PersonalDataLog}' {
  ID @title: '{i18n>id}';
  at @title: '{i18n>loggedAt}';
  event @title: '{i18n>loggedEvent}';
  userId @title: '{i18n>userId}';
  objectType @title: '{i18n>loggedType}';
  objectID @title: '{i18n>loggedKey}';
  subjectType @title: '{i18n>subjectType}';
  subjectID @title: '{i18n>subjectID}';
  attributes @title: '{i18n>loggedAttributes}';
  tenantId @title: '{i18n>tenantId}';
}

annotate db.DataSubjects with @title: '{i18n>DataSubjects}' {
  ID @title: '{i18n>id}';
  kind @title: '{i18n>subjectKind}';
  name @title: '{i18n>subjectName}';
  email @title: '{i18n>subjectEmail}';
  phone @title: '{i18n>subjectPhone}';
  userId @title: '{i18n>userId}';
  customerName @title: '{i18n>customerName}';
}
