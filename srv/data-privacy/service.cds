using { aftersales as db } from '../../db';

namespace aftersales;

/** How long personal data is kept, what is done when that is over, and what a person is told about it. */
service DataPrivacyService @(path: '/odata/v4/data-privacy') {

  @odata.draft.enabled
  entity RetentionRules     as projection on db.RetentionRules;
  entity PrivacyObjects     as projection on db.PrivacyObjects;

  @odata.draft.enabled
  entity LegalHolds         as projection on db.LegalHolds {
    *, case when releasedAt is null then true else false end as isHeld : Boolean
  } actions {
    action release() returns LegalHolds;
  };

  /** Whose orders a hold keeps. */
  @readonly
  entity Customers          as projection on db.Customers { ID, number, name, city };

  @readonly
  entity RetentionRuns      as projection on db.RetentionRuns {
    *,
    (select count(*) as n : Integer from db.RetentionItems where run.ID = RetentionRuns.ID and state.code = 'Planned') as plannedCount : Integer,
    (select count(*) as n : Integer from db.RetentionItems where run.ID = RetentionRuns.ID and state.code = 'Held')    as heldCount    : Integer,
    (select count(*) as n : Integer from db.RetentionItems where run.ID = RetentionRuns.ID and state.code = 'Done')    as doneCount    : Integer
  } actions {
    /** Not by who proposed it: four eyes. */
    action start(comment : db.RetentionRuns:comment) returns RetentionRuns;
    action cancel() returns RetentionRuns;
  };
  @readonly
  entity RetentionItems     as projection on db.RetentionItems;

  @readonly
  entity BlockedObjects     as projection on db.BlockedObjects;
  /** What was taken out of blocked rows. */
  @readonly
  entity SealedValues       as projection on db.SealedValues { *, virtual null as entityName : String(100), virtual null as elementName : String(100) };

  /** With names of the model in the words of pages. */
  @readonly
  entity PersonalDataLog    as projection on db.PersonalDataLog {
    *, virtual null as eventName : String(60), virtual null as objectName : String(100), virtual null as rowsText : String(1000), virtual null as fields : LargeString
  };

  /** Persons by name, mail, phone, user or customer. */
  @readonly
  entity DataSubjects       as projection on db.DataSubjects { *, virtual null as kindName : String(60) } actions {
    /** All that is stored about the person, as an archive with a JSON file for machines and a page for people. */
    action export() returns LargeBinary @Core.MediaType: 'application/zip'  @Core.ContentDisposition.Filename: 'personal-data.zip';
  };

  /** Finds what is due today, and does nothing: kind `block` or `erase`, of one object or all. */
  action simulate(kind : db.RetentionRunKinds:code not null, object : db.PrivacyObjects:code) returns RetentionRuns;

  /** What the user at hand may do, so that an app shows no button in vain. */
  @readonly @odata.singleton @cds.persistence.skip
  entity CurrentUser {
    key userId      : String(255);
        mayMaintain : Boolean;
  }
}
