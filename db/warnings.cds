namespace aftersales;

using { sap.common.CodeList, cuid, managed } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as orders } from './work-orders';
using { aftersales as levels } from './service-levels';

type WarningLevel   : String(10) enum { green; yellow; red; };
type WarningState   : String(15) enum { Planned; Open; Acknowledged; HandedOver; Resolved; Withdrawn; Superseded; };
type EscalationRole : String(10) enum { main; standBy; lead; };
type NoticeChannel  : String(10) enum { inApp; email; webhook; };
type NoticeState    : String(10) enum { Pending; Sending; Sent; Failed; };

// ---- warnings

entity WarningLevels : CodeList {
  key code        : WarningLevel;
      criticality : codes.Criticality;
}

entity WarningStates : CodeList {
  key code        : WarningState;
      position    : Integer;
      criticality : codes.Criticality;
}

/** When a clock warns: at a share of its target, at the agreed time before the due date, and once it is overdue. */
entity WarningRules : CodeList {
  key code          : String(20);
      position      : Integer;
      level         : Association to WarningLevels;
      /** Share of the target that is used, 100 once it is exceeded; empty: the agreement's time before the due date. */
      percent       : Integer;
      /** Somebody has to answer, or the next level is asked. */
      escalates     : Boolean default false;
      /** The customer is told as well, of the fix only. */
      tellsCustomer : Boolean default false;
}

/** How the clock stands: refreshed with it, and whenever one of its warnings is given. */
extend entity levels.Clocks with {
  level : Association to WarningLevels default 'green';
  rule  : Association to WarningRules;
}

/** A warning, from the day it is planned. Planned ones move with the due date, those that were given stay. */
entity Warnings : cuid {
  workOrder       : Association to orders.WorkOrders not null;
  clock           : Association to levels.Clocks not null;
  rule            : Association to WarningRules not null;
  level           : Association to WarningLevels not null;
  state           : Association to WarningStates not null default 'Planned';
  /** When it is due, and when it was given: later after an outage. */
  fireAt          : Timestamp not null;
  firedAt         : Timestamp;
  /** The clock's hours, on which the ladder counts: calendar, zone and holiday region. */
  hours           : String(80);
  escalationLevel : Integer;
  /** When the next level is asked unless somebody answers. */
  escalateAt      : Timestamp;
  /** Who has to answer. */
  person          : Association to OnCallPersons;
  acknowledgedAt  : Timestamp;
  acknowledgedBy  : types.UserId;
  handedOverAt    : Timestamp;
  handedOverBy    : types.UserId;
  comment         : types.Text;
  closedAt        : Timestamp;
  /** Rows that one turn of work took together carry its number. */
  turn            : String(12);
}

// ---- who is asked

/** People who can be on call, and how they want to be told. */
entity OnCallPersons : cuid, managed {
  name      : types.Name not null;
  userId    : types.UserId;
  email     : types.EmailAddress;
  language  : String(14);
  timeZone  : types.TimeZone;
  /** Local times between which only warnings that somebody has to answer come through. */
  quietFrom : levels.TimeOfDay;
  quietTo   : levels.TimeOfDay;
  tongue    : Association to NoticeLanguages on tongue.code = language;
}

/** A shift of the rota. Of those that fit a site, the one for its region counts before that for its country, its zone, and all. */
entity OnCallShifts : cuid, managed {
  team     : types.Name not null;
  region   : Association to levels.Regions;
  timeZone : types.TimeZone;
  startsAt : Timestamp not null;
  endsAt   : Timestamp not null;
  main     : Association to OnCallPersons not null;
  standBy  : Association to OnCallPersons;
  lead     : Association to OnCallPersons;
}

entity EscalationRoles : CodeList {
  key code : EscalationRole;
}

/** The ladder, on the clock's calendar: who is asked, and how long that person has to answer and then to act. */
entity EscalationSteps {
  key level          : Integer;
      role           : EscalationRole not null;
      respondMinutes : types.Minutes not null;
      actMinutes     : types.Minutes not null;
      part           : Association to EscalationRoles on part.code = role;
}

// ---- notices

entity NoticeChannels : CodeList {
  key code : NoticeChannel;
}

entity NoticeStates : CodeList {
  key code        : NoticeState;
      criticality : codes.Criticality;
}

/** Languages that people can choose; a text in a language beside these is used as well. */
entity NoticeLanguages : CodeList {
  key code : String(14);
}

/** What notices are about: the names of their templates. */
entity NoticeKinds : CodeList {
  key code : String(30);
}

/** Texts with `{placeholders}`, one language a row. */
entity NoticeTemplates : managed {
  key template : String(30);
  key language : String(14);
      subject  : String(200) not null;
      body     : types.Text not null;
      /** Off: nobody is told this in this language. */
      isActive : Boolean not null default true;
      tongue   : Association to NoticeLanguages on tongue.code = language;
      kind     : Association to NoticeKinds on kind.code = template;
}

/** What was told to whom, once per matter, recipient and channel. */
entity Notices : cuid {
  workOrder  : Association to orders.WorkOrders;
  warning    : Association to Warnings;
  /** What it is about, such as a warning at a level of the ladder: told once. */
  matter     : String(120) not null;
  person     : Association to OnCallPersons;
  customer   : Association to master.Customers;
  /** Mail address, user, or name of the webhook. */
  recipient  : String(241) not null;
  channel    : Association to NoticeChannels not null;
  template   : String(30);
  language   : String(14);
  subject    : String(250);
  body       : String(2000);
  state      : Association to NoticeStates not null default 'Pending';
  createdAt  : Timestamp;
  /** Not before: quiet hours, a pause after a failure, or the lease of whoever sends it at the moment. */
  sendAfter  : Timestamp;
  sentAt     : Timestamp;
  readAt     : Timestamp;
  attempts   : Integer default 0;
  error      : String(250);
  turn       : String(12);
  tongue     : Association to NoticeLanguages on tongue.code = language;
  kind       : Association to NoticeKinds on kind.code = template;
}
