namespace aftersales;

using { sap.common.CodeList, cuid, managed } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as orders } from './work-orders';
using { aftersales as dispatch } from './dispatch';
using { aftersales as warnings } from './warnings';

type PrivacyObject      : String(15) enum { WorkOrder; Technician; OnCallPerson; Notice; HostMessage; };
type RetentionReference : String(15) enum { ended; completed; received; yearEnd; };
type RetentionRunKind   : String(10) enum { block; erase; };
type RetentionRunState  : String(10) enum { Proposed; Running; Done; Cancelled; };
type RetentionItemState : String(10) enum { Planned; Held; Done; };

/** What holds personal data and ends by itself: see srv/data-privacy/objects.ts. */
entity PrivacyObjects : CodeList {
  key code     : PrivacyObject;
      position : Integer;
}

/** From which day of a row months are counted. */
entity RetentionReferences : CodeList {
  key code     : RetentionReference;
      position : Integer;
}

entity RetentionRunKinds : CodeList {
  key code : RetentionRunKind;
}

entity RetentionRunStates : CodeList {
  key code        : RetentionRunState;
      position    : Integer;
      criticality : codes.Criticality;
}

entity RetentionItemStates : CodeList {
  key code        : RetentionItemState;
      position    : Integer;
      criticality : codes.Criticality;
}

/** What keeps a row from being blocked or erased. */
entity RetentionObstacles : CodeList {
  key code     : String(20);
      position : Integer;
}

/**
 * How long personal data is needed, and how long the law wants it kept. Criteria that are empty fit every row; of all rules that fit the
 * longest counts, since duties add up.
 */
entity RetentionRules : cuid, managed {
  object          : Association to PrivacyObjects not null;
  orderType       : Association to codes.OrderTypes;
  deviceClass     : Association to codes.DeviceClasses;
  country         : String(3);
  companyCode     : String(4);
  reference       : Association to RetentionReferences not null default 'ended';
  /** So long after the reference date people still work with it; then its purpose has ended, and it is blocked. */
  residenceMonths : Integer not null default 0;
  /** So long after the end of purpose it is kept; then it is erased. */
  retentionMonths : Integer not null default 0;
  legalBasis      : localized String(120) not null;
  /** Where that stands, or who decided it. */
  source          : String(500);
  isActive        : Boolean not null default true;
}

/** Nothing of this row, or of this customer's orders, is blocked or erased, as long as somebody has a claim to it. */
entity LegalHolds : cuid, managed {
  object       : Association to PrivacyObjects;
  objectNumber : String(20);
  customer     : Association to master.Customers;
  reason       : types.Text not null;
  releasedAt   : Timestamp;
  releasedBy   : types.UserId;
}

/** One preview and, once somebody else starts it, what came of it. */
entity RetentionRuns : cuid {
  number     : String(10) not null;
  kind       : Association to RetentionRunKinds not null;
  object     : Association to PrivacyObjects;
  state      : Association to RetentionRunStates not null default 'Proposed';
  /** As of which day what is due was found. */
  asOf       : Date not null;
  proposedAt : Timestamp not null;
  proposedBy : types.UserId not null;
  startedAt  : Timestamp;
  startedBy  : types.UserId;
  endedAt    : Timestamp;
  comment    : types.Text;
  items      : Composition of many RetentionItems on items.run = $self;
}

entity RetentionItems : cuid {
  run          : Association to RetentionRuns not null;
  object       : Association to PrivacyObjects not null;
  objectID     : String(36) not null;
  objectNumber : String(20);
  rule         : Association to RetentionRules;
  /** When its work ended, when its purpose, and when the row may be erased. */
  endedOn      : Date;
  purposeEnd   : Date;
  eraseOn      : Date;
  state        : Association to RetentionItemStates not null default 'Planned';
  /** Why it was left alone. */
  obstacle     : Association to RetentionObstacles;
  doneAt       : Timestamp;
}

/** What has been blocked, and erased since. */
entity BlockedObjects {
  key object       : Association to PrivacyObjects;
  key objectID     : String(36);
      objectNumber : String(20);
      /** When its work had ended: what blocking changes in the row no longer counts. */
      endedOn      : Date;
      blockedAt    : Timestamp not null;
      eraseOn      : Date;
      erasedAt     : Timestamp;
      values       : Association to many SealedValues on values.object = object and values.objectID = objectID;
}

/** Values of blocked rows, taken out of them: whoever reads the row by whatever way finds none. */
entity SealedValues : cuid {
  object   : Association to PrivacyObjects not null;
  objectID : String(36) not null;
  entity   : String(100) not null;
  rowID    : String(36) not null;
  element  : String(60) not null;
  value    : LargeString;
}

/** Reads of sensitive and changes of personal data, where no audit log service is bound. Rows are added, never changed. */
entity PersonalDataLog {
  key ID         : UUID;
      at         : Timestamp;
      event      : String(40);
      userId     : types.UserId;
      objectType : String(100);
      /** Key of the row; of many rows read at once their number and the first keys. */
      objectID   : String(1000);
      subjectType : String(100);
      subjectID  : String(255);
      /** Names of what was read; of what was changed also values, JSON. */
      attributes : LargeString;
      tenantId   : String(100);
}

/** Persons as this module knows them: by their own record, or as the contact of an order. */
entity DataSubjects as
    select from dispatch.Technicians {
      key 'technician:' || ID as ID : String(60),
          'Technician'  as kind  : String(15),
          name          as name  : types.Name,
          email         as email : types.EmailAddress,
          phone         as phone : types.PhoneNumber,
          userId        as userId : types.UserId,
          cast(null as String(80)) as customerName : types.Name
    }
  union all
    select from warnings.OnCallPersons {
      key 'oncall:' || ID as ID : String(60),
          'OnCallPerson'  as kind  : String(15),
          name            as name  : types.Name,
          email           as email : types.EmailAddress,
          cast(null as String(30)) as phone : types.PhoneNumber,
          userId          as userId : types.UserId,
          cast(null as String(80)) as customerName : types.Name
    }
  union all
    select from orders.WorkOrders {
      key 'contact:' || min(ID) as ID : String(60),
          'Contact'             as kind  : String(15),
          contactName           as name  : types.Name,
          contactEmail          as email : types.EmailAddress,
          contactPhone          as phone : types.PhoneNumber,
          cast(null as String(255)) as userId : types.UserId,
          max(customerName)     as customerName : types.Name
    } where contactName is not null or contactEmail is not null or contactPhone is not null
      group by contactName, contactEmail, contactPhone, customer;

annotate LegalHolds       with @aftersales.indexes: [['object_code', 'objectNumber'], ['customer_ID']];
annotate RetentionRuns    with @assert.unique: { number: [number] } @aftersales.indexes: [['state_code']];
annotate RetentionItems   with @assert.unique: { row: [run, object, objectID] } @aftersales.indexes: [['run_ID', 'state_code']];
annotate SealedValues     with @aftersales.indexes: [['object_code', 'objectID']];
annotate PersonalDataLog  with @aftersales.indexes: [['at'], ['subjectID', 'at']];

annotate DataSubjects with @PersonalData: { EntitySemantics: 'Other' } {
  name @PersonalData.IsPotentiallyPersonal; email @PersonalData.IsPotentiallyPersonal; phone @PersonalData.IsPotentiallyPersonal; userId @PersonalData.IsPotentiallyPersonal;
}
annotate SealedValues with @PersonalData: { EntitySemantics: 'Other' } { value @PersonalData.IsPotentiallySensitive; }
annotate LegalHolds with @PersonalData: { EntitySemantics: 'Other' } { releasedBy @PersonalData.IsPotentiallyPersonal; }
annotate RetentionRuns with @PersonalData: { EntitySemantics: 'Other' } { proposedBy @PersonalData.IsPotentiallyPersonal; startedBy @PersonalData.IsPotentiallyPersonal; }
