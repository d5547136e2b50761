namespace aftersales;

using { sap.common.CodeList, cuid, managed } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as orders } from './work-orders';
using { aftersales as levels } from './service-levels';

type MilestoneStatus    : String(10) enum { waiting; open; done; skipped; };
type MilestoneEventType : String(15) enum { planned; done; implied; skipped; reopened; retargeted; };
type ShipmentStatus     : String(10) enum { announced; inTransit; customs; delayed; delivered; lost; cancelled; };
/** Kinds of milestones with blanks between. */
type MilestoneKindCodes : String(250);

// ---- templates

/** Milestones that a chain can have, and the instants of an order that targets can count from. */
entity MilestoneKinds : CodeList {
  key code         : String(20);
      position     : Integer;
      /** An instant of the order, such as its receipt; it is in no chain. */
      isOrderDate  : Boolean default false;
      /** The order's step that reaches this milestone; empty for those that people or shipments confirm. */
      orderEvent   : Association to codes.EventTypes;
}

/** Who has to see to a milestone: a role of this service. */
entity OwnerRoles : CodeList {
  key code : String(20);
}

/** What proves that a milestone was reached. */
entity EvidenceKinds : CodeList {
  key code : String(15);
}

/** The chain that orders of a kind go through. Criteria that are empty fit every order; the most specific template holds. */
entity MilestoneTemplates : cuid, managed {
  number        : String(20) not null;
  name          : localized String(80);
  validFrom     : Date;
  validTo       : Date;
  orderType     : Association to codes.OrderTypes;
  deviceClass   : Association to codes.DeviceClasses;
  executionMode : Association to codes.ExecutionModes;
  calendar      : Association to levels.Calendars not null;
  milestones    : Composition of many TemplateMilestones on milestones.template = $self;
}

entity TemplateMilestones : cuid {
  template     : Association to MilestoneTemplates not null;
  position     : Integer not null;
  kind         : Association to MilestoneKinds not null;
  ownerRole    : Association to OwnerRoles not null;
  evidence     : Association to EvidenceKinds;
  /** Milestones that come first; without any it may begin at once. What neither comes before the other runs in parallel. */
  predecessors : MilestoneKindCodes;
  /** So much working time after another milestone or an instant of the order, or before the promise when it is below zero. */
  anchor       : Association to MilestoneKinds;
  minutes      : types.Minutes;
  calendar     : Association to levels.Calendars;
  /** Or absolute: a time of day at the site, so many days after the day of the receipt. */
  dueDay       : Integer;
  dueTime      : levels.TimeOfDay;
  /** Share of the progress. */
  weight       : Integer default 1;
}

// ---- chains of orders

entity MilestoneStatuses : CodeList {
  key code        : MilestoneStatus;
      criticality : codes.Criticality;
}

entity MilestoneEventTypes : CodeList {
  key code : MilestoneEventType;
}

/** The chain of one order, frozen when it was released. Figures are refreshed with each entry of the ledger. */
entity MilestoneChains : cuid {
  workOrder      : Association to orders.WorkOrders not null;
  template       : Association to MilestoneTemplates;
  templateNumber : String(20);
  milestoneCount : Integer default 0;
  doneCount      : Integer default 0;
  /** Percent by weight; what was skipped does not count. */
  progress       : Integer default 0;
  /** Of the last milestone. */
  plannedAt      : Timestamp;
  forecastAt     : Timestamp;
  /** Open milestones that are late, or will be as far as is known. */
  lateCount      : Integer default 0;
  revision       : Integer default 0;
  milestones     : Composition of many Milestones on milestones.chain = $self;
}

entity Milestones : cuid {
  chain             : Association to MilestoneChains not null;
  workOrder         : Association to orders.WorkOrders not null;
  position          : Integer not null;
  /** Depth in the chain: milestones of one stage run in parallel. */
  stage             : Integer not null;
  kind              : Association to MilestoneKinds not null;
  status            : Association to MilestoneStatuses not null;
  ownerRole         : Association to OwnerRoles not null;
  evidence          : Association to EvidenceKinds;
  orderEvent        : Association to codes.EventTypes;
  predecessors      : MilestoneKindCodes;
  anchor            : Association to MilestoneKinds;
  /** The instant of the order that the target counts from; a reopened order counts anew. */
  anchorAt          : Timestamp;
  minutes           : types.Minutes;
  calendar          : Association to levels.Calendars;
  timeZone          : types.TimeZone;
  holidayRegion     : Association to levels.Regions;
  /** An instant of its own, as the template or a person has set it. */
  targetAt          : Timestamp;
  weight            : Integer default 1;
  /** When it was due by the plan at the release; never changed. */
  plannedAt         : Timestamp;
  /** When it is due: counted from what it counts from once that was reached, until then from when that is due. */
  dueAt             : Timestamp;
  /** When it will be reached as far as is known. */
  forecastAt        : Timestamp;
  /** When it was reached, or skipped. */
  doneAt            : Timestamp;
  /** Working time after the due date, once it was reached; below zero when early. */
  lateMinutes       : types.Minutes;
  /** The due date for which it was told as late, and as what: each is told once as expected and once as overdue. */
  lateNotedFor      : Timestamp;
  lateNotedAs       : String(10);
  evidenceText      : types.Text;
  evidenceReference : String(60);
  /** False for a milestone that was reached without the evidence asked for. */
  hasEvidence       : Boolean default false;
  eventCount        : Integer default 0;
  events            : Composition of many MilestoneEvents on events.milestone = $self;
  shipments         : Association to many Shipments on shipments.milestone = $self;
}

/** The ledger: appended to, never changed. */
entity MilestoneEvents : cuid {
  milestone  : Association to Milestones not null;
  workOrder  : Association to orders.WorkOrders not null;
  sequence   : Integer not null;
  type       : Association to MilestoneEventTypes not null;
  /** When it took effect, and when it became known. */
  at         : Timestamp not null;
  recordedAt : Timestamp not null;
  dueAt      : Timestamp;
  /** The order's step, the shipment's event, or nothing when a person entered it. */
  cause      : String(20);
  text       : types.Text;
  reference  : String(60);
  userId     : types.UserId;
}

// ---- shipments

/** Where a shipment's leg runs, such as from the supplier to the country's border. */
entity ShipmentLegs : CodeList {
  key code      : String(15);
      position  : Integer;
      /** It ends where the shipment is needed. */
      isLast    : Boolean default false;
      /** The milestone that waits for it, unless the shipment names another. */
      milestone : Association to MilestoneKinds;
}

entity ShipmentStatuses : CodeList {
  key code        : ShipmentStatus;
      criticality : codes.Criticality;
      /** Nothing more will come. */
      isFinal     : Boolean default false;
}

/** What carriers tell; the status that follows, and the milestone that it reaches, if any. */
entity ShipmentEventTypes : CodeList {
  key code      : String(20);
      status    : Association to ShipmentStatuses;
      milestone : Association to MilestoneKinds;
}

/** Parts or equipment on their way, as evidence for the milestone that waits for them. */
entity Shipments : cuid, managed {
  workOrder        : Association to orders.WorkOrders not null;
  milestone        : Association to Milestones;
  carrier          : types.Name not null;
  number           : String(40) not null;
  leg              : Association to ShipmentLegs not null;
  content          : types.ShortText;
  status           : Association to ShipmentStatuses default 'announced';
  firstEstimatedAt : Timestamp;
  estimatedAt      : Timestamp;
  deliveredAt      : Timestamp;
  eventCount       : Integer default 0;
  events           : Composition of many ShipmentEvents on events.shipment = $self;
}

/** Appended to, never changed. A carrier that tells the same twice is recognised by its reference. */
entity ShipmentEvents : cuid {
  shipment    : Association to Shipments not null;
  sequence    : Integer not null;
  type        : Association to ShipmentEventTypes not null;
  at          : Timestamp not null;
  recordedAt  : Timestamp not null;
  location    : types.Name;
  text        : types.ShortText;
  estimatedAt : Timestamp;
  reference   : String(60);
  userId      : types.UserId;
}
