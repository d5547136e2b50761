using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';

// Whether an authority must be told, by when, and what it is told.
extend service QualityService with {

  /** What the rules say, for one authority. */
  type RegulatoryProposal {
    authority_code : String(10);
    ruleSet_code   : String(20);
    rule           : String(30);
    text           : String(255);
    paragraph      : String(120);
    isReportable   : Boolean;
    reportKind_code : String(15);
    period         : Integer;
    dayKind        : String(8);
    awareOn        : Date;
    dueOn          : Date;
    dueAt          : Timestamp;
    /** JSON: the answers that it was made with, those of the notification and the device included. */
    inputs         : LargeString;
  }

  @readonly entity Authorities          as projection on db.Authorities;
  @readonly entity AuthorityCountries   as projection on db.AuthorityCountries;
  @readonly entity AuthorityHolidays    as projection on db.AuthorityHolidays;
  @readonly entity ReporterRoles        as projection on db.ReporterRoles;
  @readonly entity RegulatoryInputs     as projection on db.RegulatoryInputs;
  @readonly entity RegulatoryRuleSets   as projection on db.RegulatoryRuleSets;
  @readonly entity RegulatoryRules      as projection on db.RegulatoryRules;
  @readonly entity ReportFormFields     as projection on db.ReportFormFields;
  @readonly entity ReportValues         as projection on db.ReportValues;
  @readonly entity RegulatoryReportKinds as projection on db.RegulatoryReportKinds;
  entity DeviceMarkets                  as projection on db.DeviceMarkets;

  @readonly entity RegulatoryDecisions  as projection on db.RegulatoryDecisions { *, ruleApplied.text as ruleText };
  @readonly entity RegulatoryWarnings   as projection on db.RegulatoryWarnings actions {
    action acknowledgeWarning() returns RegulatoryWarnings;
  };

  @cds.redirection.target
  entity RegulatoryReports              as projection on db.RegulatoryReports {
    *,
    (case when status.code <> 'Draft' or dueAt is null then null when dueAt <= $now then 100 when warnAt75 <= $now then 75 when warnAt50 <= $now then 50 else 0 end) as level : Integer,
    (case when status.code = 'Draft' then days_between(date($now), dueOn) end)                    as daysLeft : Integer,
    (case when status.code <> 'Draft' then isLate when dueAt <= $now then true else false end)    as isOverdue : Boolean,
    (case when status.code <> 'Draft' then 0 when dueAt <= $now then 1 when warnAt75 <= $now then 1 when warnAt50 <= $now then 2 else 3 end) as clockCriticality : db.Criticality
  } actions {
    /** Takes over again what the notification says now, into fields that nobody has written in. */
    action fill()                                                              returns RegulatoryReports;
    /** Writes down that the authority has it. What it asks for and the report lacks is named. */
    action submit(reference : String(60) not null, credential : String(200))   returns RegulatoryReports;
    /** A supplementary, follow-up or final report with a clock of its own. */
    action createFollowUp(kind_code : String(15) not null, learnedAt : Timestamp) returns RegulatoryReports;
  };
  entity RegulatoryReportFields         as projection on db.RegulatoryReportFields { *, form.label as label, form.section as section, form.isRequired as isRequired, form.valueList as valueList };

  /** Every clock that runs, the next one first. */
  @readonly
  @cds.redirection.target: false
  entity RegulatoryDueList as select from db.RegulatoryReports {
    key ID, number, notification, authority, kind, paragraph, awareOn, dueOn, dueAt, warnAt50, warnAt75, warnedLevel, decision.state.code as decisionState_code : String(10),
    notification.number as notificationNumber, notification.shortText as shortText, notification.serialNumber as serialNumber, notification.model as model, notification.owner as owner,
    (case when dueAt <= $now then 100 when warnAt75 <= $now then 75 when warnAt50 <= $now then 50 else 0 end) as level : Integer,
    days_between(date($now), dueOn)                                                                           as daysLeft : Integer,
    (case when dueAt <= $now then true else false end)                                                        as isOverdue : Boolean,
    (case when dueAt <= $now then 1 when warnAt75 <= $now then 1 when warnAt50 <= $now then 2 else 3 end)     as clockCriticality : db.Criticality
  } where status.code = 'Draft';
}

extend entity QualityService.QualityNotifications with actions {
  /** What the rules say about these answers; `inputs` is a JSON object {input: answer}, what it leaves open is taken from the notification. Of all authorities without a code. */
  function proposeReportability(authority_code : String(10), inputs : String(2000), findingAt : Timestamp) returns many QualityService.RegulatoryProposal;
  /** A quality engineer's proposal or a quality manager's decision. What differs from the rules needs a reason. */
  action decideReportability(
    authority_code : String(10) not null,
    inputs         : LargeString,
    isReportable   : Boolean,
    reason         : String(1000),
    findingAt      : Timestamp,
    credential     : String(200)
  ) returns QualityService.RegulatoryDecisions;
};
