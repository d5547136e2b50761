namespace aftersales;

using { sap.common.CodeList, cuid, managed, Currency } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as dispatch } from './dispatch';
using { aftersales as orders } from './work-orders';

type PlanState          : String(10) enum { Queued; Running; Ready; Published; Discarded; Failed; Cancelled; };
type PlanChange         : String(10) enum { unchanged; moved; reassigned; added; dropped; };
type PlanFigureCode     : String(20);
type UnservedReasonCode : String(20);

entity PlanStates : CodeList {
  key code        : PlanState;
      criticality : codes.Criticality;
      /** Somebody waits for it: an area has one such plan at a time. */
      isAtWork    : Boolean default false;
}

entity PlanChanges : CodeList {
  key code        : PlanChange;
      criticality : codes.Criticality;
}

/** What a plan is measured by, before and after; what the planner alone counts has no value before. */
entity PlanFigureKinds : CodeList {
  key code     : PlanFigureCode;
      position : Integer;
      unit     : String(10);
}

entity UnservedReasons : CodeList {
  key code : UnservedReasonCode;
}

/** A proposal for the visits of an area on some days, and what became of it. Nobody's day changes before it is published. */
entity Plans : cuid, managed {
  number         : String(10) not null;
  area           : Association to dispatch.ServiceAreas not null;
  /** Both included. */
  firstDay       : Date not null;
  lastDay        : Date not null;
  /** How long to search. */
  seconds        : Integer not null;
  seed           : Integer default 1;
  /** Most iterations, for plans that are to be made again alike. */
  maxIterations  : Integer;
  /** Visits start in time for the promise, or not at all. */
  keepsPromises  : Boolean default false;
  /** A re-plan changes as little as it can: somebody dropped out, or an order can't wait. */
  isReplan       : Boolean default false;
  reason         : types.ShortText;
  absent         : Association to dispatch.Technicians;
  urgent         : Association to orders.WorkOrders;

  state          : Association to PlanStates not null default 'Queued';
  /** The area while somebody waits for the plan, so that it has one at a time. */
  busyArea       : String(20);
  progress       : Integer default 0;
  iterations     : Integer64 default 0;
  startedAt      : Timestamp;
  finishedAt     : Timestamp;
  /** What it knew is as old as this. */
  builtAt        : Timestamp;
  /** Whoever works on it says so again before then; later it may be taken up by others. */
  leaseUntil     : Timestamp;
  attempts       : Integer default 0;
  failure        : types.Text;
  publishedAt    : Timestamp;
  publishedBy    : types.UserId;

  orderCount      : Integer default 0;
  technicianCount : Integer default 0;
  unservedBefore  : Integer;
  unservedAfter   : Integer;
  breachesBefore  : Integer;
  breachesAfter   : Integer;
  travelBefore    : types.Minutes;
  travelAfter     : types.Minutes;
  moneyBefore     : types.Amount;
  moneyAfter      : types.Amount;
  currency        : Currency;
  addedCount      : Integer default 0;
  movedCount      : Integer default 0;
  reassignedCount : Integer default 0;
  droppedCount    : Integer default 0;

  figures        : Composition of many PlanFigures on figures.plan = $self;
  visits         : Composition of many PlanVisits on visits.plan = $self;
  unserved       : Composition of many PlanUnserved on unserved.plan = $self;
  crew           : Composition of many PlanTechnicians on crew.plan = $self;
}

entity PlanFigures {
  key plan        : Association to Plans;
  key figure      : Association to PlanFigureKinds;
      valueBefore : Decimal(15, 2);
      valueAfter  : Decimal(15, 2);
}

/** A visit of the days as they would be, or one that would be dropped: that has a time before only. */
entity PlanVisits : cuid {
  plan             : Association to Plans not null;
  workOrder        : Association to orders.WorkOrders not null;
  technician       : Association to dispatch.Technicians;
  day              : Date;
  /** 1, 2, 3 … in the technician's day. */
  sequence         : Integer;
  plannedStart     : Timestamp;
  plannedEnd       : Timestamp;
  travelMinutes    : types.Minutes;
  /** After the promise. */
  lateMinutes      : types.Minutes;
  change           : Association to PlanChanges not null;
  technicianBefore : Association to dispatch.Technicians;
  startBefore      : Timestamp;
  endBefore        : Timestamp;
  /** Stands whatever is planned: under way, about to begin, pinned, of a crew, or of another area. */
  isFixed          : Boolean default false;
  assignment       : Association to dispatch.Assignments;
  /** What the order had seen when the plan was made: it has changed since when this is another number by now. */
  orderEventCount  : Integer;
}

/** An order that would get no visit, and why. */
entity PlanUnserved : cuid {
  plan            : Association to Plans not null;
  workOrder       : Association to orders.WorkOrders not null;
  priority        : Association to codes.Priorities;
  reason          : Association to UnservedReasons not null;
  /** Technician-days that could have taken it as far as the reason leaves any. */
  days            : Integer;
  /** Technicians that were looked at, and the rule that keeps most of them out. */
  technicians     : Integer;
  rule            : Association to dispatch.MatchingRules;
  ruleTechnicians : Integer;
  /** It has a visit now, which the plan takes back. */
  isDropped       : Boolean default false;
}

/** Whose days were planned, as of which state. */
entity PlanTechnicians {
  key plan            : Association to Plans;
  key technician      : Association to dispatch.Technicians;
      scheduleVersion : Integer not null;
}
