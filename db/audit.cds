namespace aftersales;

using { cuid, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as types } from './types';

/** What happened to an object, chained: each row's hash covers the row and the hash before it. Rows are added, never changed. */
entity AuditEvents : cuid {
  /** Name of the entity: QualityNotifications, CapaCases, Certificates … */
  object       : String(60) not null;
  objectID     : String(80) not null;
  /** What people call it, as it was then. */
  objectNumber : String(40);
  /** 1, 2, 3 … within the object. */
  sequence     : Integer not null;
  at           : Timestamp not null;
  userId       : types.UserId;
  /** CREATE, UPDATE, DELETE, or the name of the action. */
  event        : String(60) not null;
  /** JSON: field → { before, after }. Fields of children are items/<key>/<field>. */
  changes      : LargeString;
  /** JSON: what the action was called with, without what nobody may read. */
  input        : LargeString;
  /** Of the whole record as it was before and afterwards, so that what is changed past the service is noticed. */
  stateBefore  : String(64);
  stateAfter   : String(64);
  /** How the hash is computed: `1:sha256`, or `1:hmac-<key>` with a key that the database does not hold. */
  scheme       : String(40) not null;
  previousHash : String(64);
  hash         : String(64) not null;
}

/** Where each object's chain ends, so that missing last rows are noticed. Chains are events themselves, in chains of chains. */
entity AuditChains {
  key object   : String(60);
  key objectID : String(80);
      length   : Integer not null default 0;
      lastHash : String(64);
      scheme   : String(40);
      /** Hash of this row. */
      seal     : String(64);
}

entity SignatureMeanings : CodeList {
  key code     : String(30);
      position : Integer;
}

/** 21 CFR 11.50: printed name, date and time, meaning; bound to what was signed by its hash (11.70). Rows are added, never changed. */
entity Signatures : cuid {
  object      : String(60) not null;
  objectID    : String(80) not null;
  meaning     : Association to SignatureMeanings not null;
  signedAt    : Timestamp not null;
  userId      : types.UserId not null;
  printedName : types.Name;
  comment     : types.Text;
  /** Round of the record that was signed, where it has rounds: what later ones add doesn't concern this signature. */
  cycle       : Integer;
  /** Hash of the record's signed form, and the number of that form's rules. */
  contentHash : String(64) not null;
  scheme      : Integer not null default 1;
  /** Of the signature row itself. */
  hash        : String(64) not null;
}

/** Wrong credentials in a row, for the lock after too many. */
entity SignatureAttempts {
  key userId      : types.UserId;
      failures    : Integer not null default 0;
      lastAt      : Timestamp;
      lockedUntil : Timestamp;
}
