namespace aftersales;

using { sap.common.CodeList, cuid, managed, Currency } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as orders } from './work-orders';

type ClockKind        : String(15) enum { response; arrival; restore; fix; completion; };
type ClockStatus      : String(10) enum { notStarted; running; paused; stopped; };
type ClockEventType   : String(15) enum { started; paused; resumed; stopped; targetChanged; };
type TermKind         : String(10) enum { penalty; bonus; standby; };
type TargetChange     : String(15) enum { priority; agreement; promise; executionMode; calendar; };
/** Local time of day at the site, `HH:MM`; `24:00` is the day's end. */
type TimeOfDay        : String(5);
/** ISO 3166: country, or country and subdivision, such as `DE` or `DE-BW`. */
type Region           : String(6);

// ---- calendars

/** Countries and their parts that have holidays or agreements of their own. */
entity Regions : CodeList {
  key code          : Region;
      /** As addresses have them; a region that has its ISO code there needs none. */
      addressRegion : String(40);
}

/** When people work. Without a time zone of its own a calendar means that of the site. */
entity Calendars : managed {
  key code          : String(20);
      name          : localized String(80);
      timeZone      : types.TimeZone;
      /** Whose holidays count; empty: those of the site's country and region. */
      holidayRegion : Association to Regions;
      hasHolidays   : Boolean default true;
      spans         : Composition of many CalendarSpans on spans.calendar = $self;
      exceptions    : Composition of many CalendarExceptions on exceptions.calendar = $self;
}

/** Days of the week, 1 Monday to 7 Sunday. */
entity Weekdays : CodeList {
  key code : Integer;
}

/** A span of work on a day of the week, 1 Monday to 7 Sunday. One that ends before it starts runs over midnight. */
entity CalendarSpans : cuid {
  calendar : Association to Calendars not null;
  weekday  : Integer not null;
  startsAt : TimeOfDay not null;
  endsAt   : TimeOfDay not null;
  /** Its name; an unknown one has none. */
  day      : Association to Weekdays on day.code = weekday;
}

/** A day with spans of its own, a row each; without times a day off. */
entity CalendarExceptions : cuid {
  calendar : Association to Calendars not null;
  day      : Date not null;
  startsAt : TimeOfDay;
  endsAt   : TimeOfDay;
  reason   : String(80);
}

/** Movable holidays are dated rows like the others: a row is a day. */
entity Holidays : cuid, managed {
  region : Association to Regions not null;
  day    : Date not null;
  name   : localized String(80);
}

/**
 * What the hours of a calendar, or the holidays of a region, were before somebody changed them. Appended to, never changed, so that a
 * past instant can be read as it was known then.
 */
entity CalendarVersions : cuid {
  @aftersales.onDelete: 'outlives'
  calendar   : Association to Calendars;
  /** Or: whose holidays these were. */
  @aftersales.onDelete: 'outlives'
  region     : Association to Regions;
  /** Spans and exceptions, or days, as JSON. */
  definition : LargeString not null;
  /** Number of the change that ended it, and when that was. */
  revision   : Integer64 not null;
  replacedAt : Timestamp not null;
  userId     : types.UserId;
}

// ---- agreements

entity ClockKinds : CodeList {
  key code     : ClockKind;
      position : Integer;
}

/** What was promised to whom. Criteria that are empty fit every order; the most specific agreement holds. */
entity Agreements : cuid, managed {
  number          : String(20) not null;
  name            : localized String(80);
  validFrom       : Date;
  validTo         : Date;
  serviceContract : String(10);
  customer        : Association to master.Customers;
  model           : String(20);
  importance      : Association to codes.EquipmentImportances;
  priority        : Association to codes.Priorities;
  region          : Association to Regions;
  calendar        : Association to Calendars not null;
  /** Working time before a due date at which the first warning is given. */
  warnMinutes     : types.Minutes default 60;
  targets         : Composition of many AgreementTargets on targets.agreement = $self;
  pauses          : Composition of many AgreementPauses on pauses.agreement = $self;
  terms           : Composition of many AgreementTerms on terms.agreement = $self;
}

/** How much working time each clock has. A clock without a target is not kept. */
entity AgreementTargets : cuid {
  agreement : Association to Agreements not null;
  clock     : Association to ClockKinds not null;
  minutes   : types.Minutes not null;
  /** Where a clock runs on other hours than the agreement's. */
  calendar  : Association to Calendars;
}

/** Reasons for which an order on hold pauses its clocks, or one of them. Whatever is not listed lets them run. */
entity AgreementPauses : cuid {
  agreement  : Association to Agreements not null;
  holdReason : Association to codes.HoldReasons not null;
  clock      : Association to ClockKinds;
}

entity TermKinds : CodeList {
  key code : TermKind;
}

/** Penalties for being late, bonuses for being early, paid stand-by hours: figures for finance, no posting here. */
entity AgreementTerms : cuid {
  agreement    : Association to Agreements not null;
  kind         : Association to TermKinds not null;
  clock        : Association to ClockKinds;
  /** For each started unit of so many minutes. */
  unitMinutes  : types.Minutes;
  amount       : types.Amount;
  maximum      : types.Amount;
  currency     : Currency;
}

// ---- clocks

entity ClockStatuses : CodeList {
  key code        : ClockStatus;
      criticality : codes.Criticality;
}

entity ClockEventTypes : CodeList {
  key code : ClockEventType;
}

/** Why a clock got another target. */
entity TargetChanges : CodeList {
  key code : TargetChange;
}

/**
 * One clock of one order. What stands here beside the keys is read from the ledger and refreshed in the transaction that
 * adds to it, so that lists and sweeps find it by index; the ledger alone is the truth.
 */
entity Clocks : cuid {
  workOrder  : Association to orders.WorkOrders not null;
  kind       : Association to ClockKinds not null;
  agreement  : Association to Agreements;
  status     : Association to ClockStatuses not null;
  startedAt  : Timestamp;
  dueAt      : Timestamp;
  /** Set as soon as the due date is known to have passed; nothing is derived from its absence. */
  breachedAt : Timestamp;
  stoppedAt  : Timestamp;
  eventCount : Integer default 0;
  events     : Composition of many ClockEvents on events.clock = $self;
}

/** The ledger: appended to, never changed. */
entity ClockEvents : cuid {
  clock         : Association to Clocks not null;
  workOrder     : Association to orders.WorkOrders not null;
  sequence      : Integer not null;
  type          : Association to ClockEventTypes not null;
  /** When it took effect, and when it became known. */
  at            : Timestamp not null;
  recordedAt    : Timestamp not null;
  /** Code of a hold reason, of a target change, or of the order's event that moved the clock. */
  reason        : String(20);
  text          : types.ShortText;
  userId        : types.UserId;
  holdReason    : Association to codes.HoldReasons on holdReason.code = reason and type.code = 'paused';
  targetChange  : Association to TargetChanges on targetChange.code = reason and type.code = 'targetChanged';
  orderEvent    : Association to codes.EventTypes on orderEvent.code = reason;
  /** Of `started` and `targetChanged`: working minutes on a calendar in a zone, or a promised instant. Without a calendar round the clock. */
  targetMinutes : types.Minutes;
  targetAt      : Timestamp;
  calendar      : Association to Calendars;
  timeZone      : types.TimeZone;
  holidayRegion : Association to Regions;
  /** Hold reasons that pause the clock, with blanks between: as agreed then, whatever the agreement says today. */
  pauseReasons  : String(250);
  agreement     : Association to Agreements;
}
