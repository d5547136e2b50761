using { aftersales as db } from '../../db';

annotate db.AuditEvents with @title: '{i18n>AuditEvents}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  object       @title: '{i18n>auditObject}';
  objectID     @title: '{i18n>auditObjectID}';
  objectNumber @title: '{i18n>auditObjectNumber}';
  sequence     @title: '{i18n>auditSequence}';
  at           @title: '{i18n>auditAt}';
  userId       @title: '{i18n>auditUser}';
  event        @title: '{i18n>auditEvent}';
  changes      @title: '{i18n>auditChanges}'  @UI.MultiLineText;
  input        @title: '{i18n>auditInput}'  @UI.MultiLineText;
  stateBefore  @title: '{i18n>auditStateBefore}';
  stateAfter   @title: '{i18n>auditStateAfter}';
  scheme       @title: '{i18n>hashScheme}';
  previousHash @title: '{i18n>auditPreviousHash}';
  hash         @title: '{i18n>auditHash}';
}

annotate db.AuditChains with @title: '{i18n>AuditChains}' {
  object   @title: '{i18n>auditObject}';
  objectID @title: '{i18n>auditObjectID}';
  length   @title: '{i18n>auditLength}';
  lastHash @title: '{i18n>auditHash}';
  scheme   @title: '{i18n>hashScheme}';
  seal     @title: '{i18n>auditSeal}';
}

annotate db.SignatureMeanings with @title: '{i18n>SignatureMeanings}' {
  code     @title: '{i18n>signatureMeaning}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.Signatures with @title: '{i18n>Signatures}' {
  ID          @title: '{i18n>id}'  @UI.Hidden;
  object      @title: '{i18n>auditObject}'  @UI.Hidden;
  objectID    @title: '{i18n>auditObjectID}'  @UI.Hidden;
  meaning     @title: '{i18n>signatureMeaning}'  @Common: { Text: meaning.name, TextArrangement: #TextOnly };
  signedAt    @title: '{i18n>signedAt}';
  userId      @title: '{i18n>signedBy}';
  printedName @title: '{i18n>printedName}';
  comment     @title: '{i18n>comment}';
  cycle       @title: '{i18n>signedCycle}';
  contentHash @title: '{i18n>signedContentHash}';
  scheme      @title: '{i18n>hashScheme}';
  hash        @title: '{i18n>signatureHash}';
}

annotate db.SignatureAttempts with @title: '{i18n>SignatureAttempts}' {
  userId      @title: '{i18n>auditUser}';
  failures    @title: '{i18n>wrongCredentials}';
  lastAt      @title: '{i18n>auditAt}';
  lockedUntil @title: '{i18n>lockedUntil}';
}
