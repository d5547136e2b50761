namespace aftersales;

using { cuid, managed, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as quality } from './quality';

/** Calendar days, the authority's working days, or hours from the moment of awareness. */
type DayKind       : String(8) enum { calendar; work; hours; };
/** What a period runs from: awareness of the event, or of what makes it urgent. */
type ClockStart    : String(8) enum { event; finding; action; };
type DecisionState : String(10) enum { Proposed; Decided; };
type ReportStatus  : String(10) enum { Draft; Submitted; Withdrawn; };

// ---- who asks, where, and for whom

/** FDA, EU, NMPA. */
entity Authorities : CodeList {
  key code          : String(10);
      /** Whose calendar dates count. */
      timeZone      : types.TimeZone;
      /** Whose holidays are no working days. */
      holidayRegion : String(10);
      position      : Integer;
}

/** Countries in which an authority's rules hold. */
entity AuthorityCountries {
  key authority : Association to Authorities;
  key country   : String(3);
}

/** Where a manufacturer's devices are on the market, and what the company is to the authority there. The row with a model goes before the one without. */
entity DeviceMarkets : cuid, managed {
  manufacturer : String(30) not null;
  /** Empty: all models. */
  model        : String(20);
  authority    : Association to Authorities not null;
  role         : Association to ReporterRoles not null default 'manufacturer';
  validFrom    : Date;
  validTo      : Date;
}

entity ReporterRoles : CodeList {
  key code     : String(20);
      position : Integer;
}

/** Days on which an authority does not work, and weekend days on which it does. Those of the USA follow from the law and need no rows. */
entity AuthorityHolidays {
  key region    : String(10);
  key day       : Date;
      name      : String(80);
      isWorkday : Boolean default false;
}

// ---- the rules

/** What is asked before it is decided. An open answer counts as the one that asks for a report. */
entity RegulatoryInputs : CodeList {
  key code            : String(30);
      unknownCountsAs : String(3);
      position        : Integer;
}

/** The rules of an authority as they hold for what is learned from a day on; earlier versions stay, since a decision names the one that it was made by. */
entity RegulatoryRuleSets : CodeList {
  key code      : String(20);
      authority : Association to Authorities not null;
      validFrom : Date not null;
      validTo   : Date;
      source    : String(255);
      rules     : Composition of many RegulatoryRules on rules.ruleSet = $self;
}

/** The first rule whose conditions hold decides. */
entity RegulatoryRules {
  key ruleSet      : Association to RegulatoryRuleSets;
  key rule         : String(30);
      position     : Integer;
      text         : localized String(255);
      /** JSON: input → answer that it must have, or a list of them. */
      conditions   : String(1000);
      isReportable : Boolean;
      reportKind   : Association to RegulatoryReportKinds;
      /** Days or hours; empty where the paragraph names no number. */
      period       : Integer;
      dayKind      : DayKind;
      startsWith   : ClockStart;
      /** For instance 21 CFR 803.50(a)(1). */
      paragraph    : String(120);
}

/** Follow-up reports and what else is owed once a report is out. */
entity RegulatoryFollowUps {
  key ruleSet    : Association to RegulatoryRuleSets;
  key reportKind : Association to RegulatoryReportKinds;
      period     : Integer;
      /** As of a rule, or months. */
      dayKind    : String(8);
      paragraph  : String(120);
}

// ---- decisions

entity RegulatoryDecisionStates : CodeList {
  key code        : DecisionState;
      criticality : codes.Criticality;
}

/** One authority's answer for one notification. Never changed but for isCurrent: a new decision follows the old one. */
entity RegulatoryDecisions : cuid {
  notification : Association to quality.QualityNotifications not null;
  authority    : Association to Authorities not null;
  /** 1, 2, 3 … for the notification and the authority. */
  sequence     : Integer not null;
  /** The one that holds. */
  isCurrent    : Boolean default true;
  state        : Association to RegulatoryDecisionStates not null default 'Proposed';
  ruleSet      : Association to RegulatoryRuleSets;
  rule         : String(30);
  ruleApplied  : Association to RegulatoryRules on ruleApplied.ruleSet.code = $self.ruleSet.code and ruleApplied.rule = $self.rule;
  paragraph    : String(120);
  /** What was answered, as JSON; what was left open is not in it. */
  inputs       : LargeString;
  /** What the notification itself answered then, as JSON: when that changes, it is decided anew. */
  basis        : LargeString;
  isReportable : Boolean not null;
  /** What the rules proposed. */
  proposed     : Boolean;
  reason       : types.Text;
  awareAt      : Timestamp;
  /** Day 0: the earlier one of the company's calendar and the authority's. */
  awareOn      : Date;
  /** When the company learned what makes it urgent, where that was later. */
  findingAt    : Timestamp;
  period       : Integer;
  dayKind      : DayKind;
  dueOn        : Date;
  dueAt        : Timestamp;
  /** Nobody: proposed by the rules alone. */
  decidedBy    : types.UserId;
  decidedAt    : Timestamp;
}

// ---- reports and their clocks

entity RegulatoryReportStatuses : CodeList {
  key code        : ReportStatus;
      position    : Integer;
      criticality : codes.Criticality;
}

/** initial, followUp, final, fieldAction, trend, group. */
entity RegulatoryReportKinds : CodeList {
  key code     : String(15);
      position : Integer;
}

/** What an authority is owed: a draft with the fields that it asks for, until it is submitted. Its clock never pauses. */
entity RegulatoryReports : cuid, managed {
  number       : String(12);
  decision     : Association to RegulatoryDecisions;
  notification : Association to quality.QualityNotifications not null;
  authority    : Association to Authorities not null;
  kind         : Association to RegulatoryReportKinds not null default 'initial';
  status       : Association to RegulatoryReportStatuses not null default 'Draft';
  paragraph    : String(120);
  /** The report that this one follows. */
  follows      : Association to RegulatoryReports;
  awareAt      : Timestamp;
  awareOn      : Date;
  /** Empty where the paragraph names no number of days: without undue delay. */
  dueOn        : Date;
  /** The end of that day where it ends first: at the company or at the authority. */
  dueAt        : Timestamp;
  warnAt50     : Timestamp;
  warnAt75     : Timestamp;
  /** 0, 50, 75, 100: what was warned of. */
  warnedLevel  : Integer default 0;
  /** Answers by the authority's field. */
  fields       : Composition of many RegulatoryReportFields on fields.report = $self;
  warnings     : Association to many RegulatoryWarnings on warnings.report = $self;
  submittedAt  : Timestamp;
  submittedBy  : types.UserId;
  /** As the authority confirmed it. */
  reference    : String(60);
  isLate       : Boolean default false;
}

/** What an authority's form asks for, section by section. */
entity ReportFormFields {
  key authority  : Association to Authorities;
  /** For instance B5 (Form FDA 3500A) or 1.2a (MIR form). */
  key field      : String(10);
      position   : Integer;
      section    : localized String(100);
      label      : localized String(255);
      isRequired : Boolean default false;
      /** The codes that it takes. */
      valueList  : String(30);
      /** What the field is filled from at first. */
      source     : String(30);
}

/** Codes that forms use, such as those of the FDA's MAUDE files. */
entity ReportValues {
  key valueList : String(30);
  key value     : String(10);
      name      : localized String(100);
      position  : Integer;
}

entity RegulatoryReportFields {
  key report    : Association to RegulatoryReports;
  key field     : String(10);
      authority : Association to Authorities;
      position  : Integer;
      value     : String(5000);
      /** Written by a person: not filled again. */
      isManual  : Boolean default false;
      form      : Association to ReportFormFields on form.authority.code = $self.authority.code and form.field = $self.field;
}

/** Half, three quarters or all of a report's time has passed; each level once. */
entity RegulatoryWarnings : cuid {
  report         : Association to RegulatoryReports not null;
  notification   : Association to quality.QualityNotifications not null;
  level          : Integer not null;
  raisedAt       : Timestamp;
  dueAt          : Timestamp;
  acknowledgedAt : Timestamp;
  acknowledgedBy : types.UserId;
}

extend quality.QualityNotifications with {
  regulatoryDecisions : Association to many RegulatoryDecisions on regulatoryDecisions.notification = $self;
  regulatoryReports   : Association to many RegulatoryReports on regulatoryReports.notification = $self;
};
