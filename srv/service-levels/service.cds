using { aftersales as db } from '../../db';

namespace aftersales;

/** What was agreed with the customer, and the clocks that run on it. */
service ServiceLevelService @(path: '/odata/v4/service-levels') {

  @odata.draft.enabled
  entity Agreements  as projection on db.Agreements;
  @odata.draft.enabled
  entity Calendars   as projection on db.Calendars;
  @odata.draft.enabled
  entity Holidays    as projection on db.Holidays;
  entity Regions     as projection on db.Regions;
  /** What calendars and holidays were before somebody changed them. */
  @readonly
  entity CalendarVersions as projection on db.CalendarVersions;

  @readonly
  entity Clocks      as projection on db.Clocks {
    *,
    /** Running and past its due date. */
    case when status.code = 'running' and dueAt < $now then true else false end as isOverdue : Boolean
  };
  /** The ledger of all clocks. */
  @readonly
  entity ClockEvents as projection on db.ClockEvents {
    *,
    clock.kind as kind,
    coalesce(holdReason.name, targetChange.name, orderEvent.name) as reasonName : String(255)
  } excluding { holdReason, targetChange, orderEvent };

  /** The order behind a clock. */
  @readonly
  entity WorkOrders  as projection on db.WorkOrders {
    ID, number, status, isOpen, shortText, priority, customer, customerName, siteName, city, region, country, timeZone, serialNumber, model,
    technician, receivedAt, promisedAt, promisePausedAt
  };
  @readonly entity Customers as projection on db.Customers { ID, number, name };

  type EarlierTarget {
    dueAt      : Timestamp;
    replacedAt : Timestamp;
    reason     : String(20);
  }

  /** A clock as its ledger reads at an instant. */
  type ClockReading {
    kind_code        : db.ClockKinds:code;
    agreement_ID     : UUID;
    status_code      : db.ClockStatuses:code;
    startedAt        : Timestamp;
    dueAt            : Timestamp;
    breachedAt       : Timestamp;
    targetMinutes    : Integer;
    calendar_code    : db.Calendars:code;
    /** Working time used and left; below zero after the due date. */
    elapsedMinutes   : Integer;
    remainingMinutes : Integer;
    pauseReason      : String(20);
    earlierTargets   : many EarlierTarget;
  }

  type ConsideredAgreement {
    ID          : UUID;
    number      : db.Agreements:number;
    name        : db.Agreements:name;
    specificity : Integer;
    /** The first criterion that does not fit, or `validity`; nothing for those that would hold. */
    failed      : String(20);
  }

  type SimulatedClock {
    kind_code          : db.ClockKinds:code;
    minutes            : Integer;
    calendar_code      : db.Calendars:code;
    timeZone           : db.Calendars:timeZone;
    holidayRegion_code : db.Regions:code;
    pauseReasons       : many db.HoldReasons:code;
    dueAt              : Timestamp;
  }

  type Simulation {
    agreement_ID : UUID;
    number       : db.Agreements:number;
    /** Best first: the first one without a failed criterion holds. */
    considered   : many ConsideredAgreement;
    clocks       : many SimulatedClock;
  }

  type Interval {
    startsAt : Timestamp;
    endsAt   : Timestamp;
  }

  type DueDate {
    dueAt        : Timestamp;
    /** The working time between start and due date, at most the first hundred stretches. */
    workingTimes : many Interval;
  }

  /** Which agreement would hold for these criteria, or for an order, and when its clocks would be due. What is given counts more than the order. */
  function simulate(
    workOrder_ID       : UUID,
    serviceContract    : db.Agreements:serviceContract,
    customer_ID        : UUID,
    model              : db.Agreements:model,
    importance_code    : db.EquipmentImportances:code,
    priority_code      : db.Priorities:code,
    region_code        : db.Regions:code,
    executionMode_code : db.ExecutionModes:code,
    timeZone           : db.Calendars:timeZone,
    start              : Timestamp
  ) returns Simulation;

  /** When so many working minutes after a start are over. Zone and region are those of the calendar where it has them. */
  function dueDate(
    calendar_code : db.Calendars:code not null,
    start         : Timestamp not null,
    minutes       : Integer not null,
    timeZone      : db.Calendars:timeZone,
    region_code   : db.Regions:code
  ) returns DueDate;

  /** An order's clocks as they stood at an instant, as far as was known then or at another instant, calendars included. Without instants: now. */
  function clocksAt(workOrder_ID : UUID not null, at : Timestamp, knownAt : Timestamp) returns many ClockReading;

  /** The customer can work again, though the fault is not repaired yet: stops the clock that waits for that. */
  action recordRestoration(workOrder_ID : UUID not null, at : Timestamp, text : db.ClockEvents:text) returns many ClockReading;

  /** Applies agreements as they are today to an order whose terms were frozen by its release. */
  action redetermine(workOrder_ID : UUID not null, text : db.ClockEvents:text) returns many ClockReading;
}
