using { aftersales as db } from '../../db';

annotate db.HostMessageStates with @title: '{i18n>HostMessageStates}' {
  code        @title: '{i18n>hostMessageState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.HostMessageKinds with @title: '{i18n>HostMessageKinds}' {
  code @title: '{i18n>hostMessageKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.HostMessages with @title: '{i18n>HostMessages}' {
  ID             @title: '{i18n>id}'  @UI.Hidden;
  number         @title: '{i18n>hostMessageNumber}';
  kind           @title: '{i18n>hostMessageKind}'   @Common: { Text: kind.name, TextArrangement: #TextOnly };
  state          @title: '{i18n>hostMessageState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  payload        @title: '{i18n>payload}';
  idempotencyKey @title: '{i18n>idempotencyKey}';
  hostDocument   @title: '{i18n>hostDocument}';
  attempts       @title: '{i18n>attempts}';
  failures       @title: '{i18n>failures}';
  dueAt          @title: '{i18n>notBefore}';
  lastErrorCode  @title: '{i18n>lastErrorCode}';
  lastError      @title: '{i18n>lastError}';
  actingUser     @title: '{i18n>actingUser}';
  causeEntity    @title: '{i18n>causeEntity}';
  causeID        @title: '{i18n>causeID}'  @UI.Hidden;
  correlationID  @title: '{i18n>correlationID}';
  traceParent    @title: '{i18n>traceParent}'  @UI.Hidden;
  workOrder      @title: '{i18n>workOrder}';
  dependsOn      @title: '{i18n>dependsOn}';
  givenUpReason  @title: '{i18n>givenUpReason}';
  givenUpBy      @title: '{i18n>givenUpBy}';
  createdAt      @title: '{i18n>createdAt}';
  sentAt         @title: '{i18n>sentAt}';
  confirmedAt    @title: '{i18n>confirmedAt}';
}
