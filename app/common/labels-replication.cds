using { aftersales as db } from '../../db';

annotate db.ReplicationObjects with @title: '{i18n>ReplicationObjects}' {
  code     @title: '{i18n>replicationObject}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.ReplicationModes with @title: '{i18n>ReplicationModes}' {
  code @title: '{i18n>replicationMode}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.ReplicationStates with @title: '{i18n>ReplicationStates}' {
  code        @title: '{i18n>replicationState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.ReplicationFindings with @title: '{i18n>ReplicationFindings}' {
  code        @title: '{i18n>replicationFinding}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.ReplicationRuns with @title: '{i18n>ReplicationRuns}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  object       @title: '{i18n>replicationObject}'  @Common: { Text: object.name, TextArrangement: #TextOnly };
  mode         @title: '{i18n>replicationMode}'    @Common: { Text: mode.name, TextArrangement: #TextOnly };
  state        @title: '{i18n>replicationState}'   @Common: { Text: state.name, TextArrangement: #TextOnly };
  claim        @title: '{i18n>replicationClaim}'   @UI.Hidden;
  holder       @title: '{i18n>replicationHolder}'  @UI.Hidden;
  changedSince @title: '{i18n>changedSince}';
  changesUntil @title: '{i18n>changesUntil}';
  position     @title: '{i18n>replicationPosition}';
  expected     @title: '{i18n>recordsExpected}';
  read         @title: '{i18n>recordsRead}';
  written      @title: '{i18n>recordsWritten}';
  unchanged    @title: '{i18n>recordsUnchanged}';
  deactivated  @title: '{i18n>recordsDeactivated}';
  rejected     @title: '{i18n>recordsRejected}';
  warnings     @title: '{i18n>recordsWithWarning}';
  startedAt    @title: '{i18n>startedAt}';
  startedBy    @title: '{i18n>startedBy}';
  touchedAt    @title: '{i18n>touchedAt}';
  finishedAt   @title: '{i18n>finishedAt}';
  errorCode    @title: '{i18n>errorCode}'  @Common: { Text: finding.name, TextArrangement: #TextLast };
  finding      @title: '{i18n>replicationFinding}';
  error        @title: '{i18n>error}';
  hostError    @title: '{i18n>hostError}'  @UI.Hidden;
  progress     @title: '{i18n>progress}'  @Measures.Unit: '%';
  rejects      @title: '{i18n>ReplicationRejects}';
}

annotate db.ReplicationRejects with @title: '{i18n>ReplicationRejects}' {
  ID      @title: '{i18n>id}'  @UI.Hidden;
  run     @title: '{i18n>replicationRun}'  @UI.Hidden;
  number  @title: '{i18n>hostNumber}';
  code    @title: '{i18n>replicationFinding}'  @Common: { Text: finding.name, TextArrangement: #TextOnly };
  finding @title: '{i18n>replicationFinding}';
  field   @title: '{i18n>replicationField}';
  unknown @title: '{i18n>unknownValue}';
  at      @title: '{i18n>rejectedAt}';
}

annotate db.ReplicationSightings with @title: '{i18n>ReplicationSightings}' {
  run    @title: '{i18n>replicationRun}';
  number @title: '{i18n>hostNumber}';
}

annotate db.AnnouncedChanges with @title: '{i18n>AnnouncedChanges}' {
  object      @title: '{i18n>replicationObject}';
  number      @title: '{i18n>hostNumber}';
  announcedAt @title: '{i18n>announcedAt}';
}
