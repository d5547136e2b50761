using { aftersales as db } from '../../db';

namespace aftersales;

/** Who can do which work, where and when. */
service DispatchService @(path: '/odata/v4/dispatch') {

  @odata.draft.enabled
  entity Technicians         as projection on db.Technicians;
  @odata.draft.enabled
  entity ServiceAreas        as projection on db.ServiceAreas;
  @odata.draft.enabled
  entity WorkRequirements    as projection on db.WorkRequirements;
  @odata.draft.enabled
  entity CustomerPreferences as projection on db.CustomerPreferences;

  entity SkillTags           as projection on db.SkillTags;
  entity CertificateKinds    as projection on db.CertificateKinds;
  entity ToolKinds           as projection on db.ToolKinds;
  entity AbsenceKinds        as projection on db.AbsenceKinds;

  /** Figures per model and fault category, with the rates that people read. */
  @readonly
  entity TechnicianPerformance as projection on db.TechnicianPerformance {
    *,
    cast(case when repairs > 0 then round(firstTimeFixes * 100.0 / repairs, 0) end as Integer) as firstTimeFixRate : Integer,
    cast(case when timedRepairs > 0 then round(minutes * 1.0 / timedRepairs, 0) end as Integer) as meanMinutes : Integer,
    faultCategoryText : Association to db.FaultCategories on faultCategoryText.code = $self.faultCategory
  };

  @readonly entity Calendars as projection on db.Calendars { code, name, timeZone };
  @readonly entity Customers as projection on db.Customers { ID, number, name, city, country };
  /** Models of the installed base. */
  @readonly
  entity Models              as select from db.Equipment { key model, min(manufacturer) as manufacturer : String(30) } where model is not null group by model;

  /** What the user at hand may do, read from the access rules, so that an app shows no button in vain. */
  @readonly @odata.singleton @cds.persistence.skip
  entity CurrentUser {
    key userId      : String(255);
        mayMaintain : Boolean;
        /** What work asks for. */
        mayRequire  : Boolean;
        mayImport   : Boolean;
  }

  /** A cell or a row that was not taken, and why. */
  type RejectedCell {
    line   : Integer;
    column : String(60);
    reason : String(255);
  }

  type TechnicianImport {
    rows       : Integer;
    /** Technicians that are new, and those that were there. */
    created    : Integer;
    updated    : Integer;
    rejected   : Integer;
    seconds    : Decimal(9, 3);
    rejects    : many RejectedCell;
    /** The rejected rows as CSV, ready to be corrected and imported again. */
    rejectsCsv : LargeString;
  }

  /** Makes technicians, or changes those with the same number. */
  action importTechnicians(csv : LargeBinary not null, mapping : LargeString) returns TechnicianImport;

  /** Finds the area of every order anew, after places were changed by other means than this service. */
  action placeOrders() returns Integer;

  /** Builds the figures of all technicians anew from the orders that they completed. */
  action rebuildPerformance() returns Integer;
}
