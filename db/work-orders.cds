namespace aftersales;

using { cuid, managed, Currency } from '@sap/cds/common';
using { Attachments } from '@cap-js/attachments';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as dispatch } from './dispatch';

/** The repair of one piece of equipment, from the call to the signature. */
entity WorkOrders : cuid, managed, EquipmentSnapshot {
  number              : String(10);
  /** Channel and reference of the request, or the order's own ID: one request is one order. */
  intakeKey           : String(120) not null;
  reference           : String(60);
  channel             : Association to codes.Channels;
  orderType           : Association to codes.OrderTypes;

  status              : Association to codes.WorkOrderStatuses default 'New';
  /** Written with every change of status, so that the history's row is made in the same statement. */
  previousStatus      : Association to codes.WorkOrderStatuses;
  eventCount          : Integer default 0;
  /** Still needs somebody's work; kept beside the status because lists filter and sort by it. */
  isOpen              : Boolean default true;

  equipment           : Association to master.Equipment;
  customer            : Association to master.Customers;
  department          : String(40);

  shortText           : types.ShortText;
  symptom             : types.Text;
  faultCategory       : Association to codes.FaultCategories;
  urgency             : Association to codes.Urgencies;
  patientImpact       : Association to codes.PatientImpacts;
  priority            : Association to codes.Priorities;
  executionMode       : Association to codes.ExecutionModes;
  warrantyStatus      : Association to codes.WarrantyStatuses;
  accountingIndicator : Association to codes.AccountingIndicators;

  contactName         : types.Name;
  contactPhone        : types.PhoneNumber;
  contactEmail        : types.EmailAddress;

  receivedAt          : Timestamp;
  requestedStart      : Timestamp;
  /** What the customer was told; the deadline that lists and warnings use. */
  promisedAt          : Timestamp;
  /** Since when the promise waits for the customer: it will move by as much working time, and nothing is overdue meanwhile. */
  promisePausedAt     : Timestamp;
  technician          : Association to dispatch.Technicians;
  plannedStart        : Timestamp;
  releasedAt          : Timestamp;
  startedAt           : Timestamp;
  completedAt         : Timestamp;
  acceptedAt          : Timestamp;
  closedAt            : Timestamp;
  holdReason          : Association to codes.HoldReasons;

  resolution          : Association to codes.ResolutionCodes;
  summary             : types.Text;
  rootCauseHint       : types.Text;
  /** Test and inspection data of the completed service (21 CFR 820.35(b)). */
  testData            : types.Text;
  finalTest           : Association to codes.FinalTestResults;
  /** Full UDI (device and production identifier) as read from the device. */
  udi                 : String(120);
  downtimeMinutes     : types.Minutes;
  firstTimeFix        : Boolean;
  remoteFix           : Boolean;
  reopenCount         : Integer default 0;
  rating              : Integer;
  ratingComment       : types.Text;

  repeatOf            : Association to WorkOrders;
  predecessor         : Association to WorkOrders;
  predecessorRelation : Association to codes.PredecessorRelations;

  currency            : Currency;
  /** Sum of the cost items, kept by SQL in the transaction that changes them. */
  costTotal           : types.Amount default 0;

  costItems           : Composition of many CostItems on costItems.workOrder = $self;
  attachments         : Composition of many Attachments;
  notes               : Association to many Notes on notes.workOrder = $self;
  events              : Association to many Events on events.workOrder = $self;
}

/** The equipment as it was when the request came in: later changes of master data don't rewrite history. */
aspect EquipmentSnapshot : types.Address {
  serialNumber       : String(18);
  model              : String(20);
  manufacturer       : String(30);
  udiDI              : String(40);
  deviceClass        : Association to codes.DeviceClasses;
  importance         : Association to codes.EquipmentImportances;
  plant              : String(4);
  functionalLocation : String(40);
  siteName           : types.Name;
  customerName       : types.Name;
}

entity CostItems : cuid, managed {
  workOrder           : Association to WorkOrders;
  type                : Association to codes.CostTypes;
  description         : types.ShortText;
  quantity            : types.Quantity;
  unit                : types.UnitOfMeasure;
  rate                : types.Rate;
  /** Quantity times rate, rounded half up to the currency's decimals. */
  amount              : types.Amount;
  currency            : Currency;
  accountingIndicator : Association to codes.AccountingIndicators;
  performedOn         : Date;
}

/** Written once, never changed: corrections are further notes. */
entity Notes : cuid {
  workOrder : Association to WorkOrders;
  text      : String(2000) not null;
  createdAt : Timestamp   @cds.on.insert: $now;
  createdBy : types.UserId @cds.on.insert: $user;
}

/** The append-only history: who, when, from, to, why. */
entity Events : cuid {
  workOrder  : Association to WorkOrders;
  /** 1, 2, 3 … within the order. */
  sequence   : Integer;
  type       : Association to codes.EventTypes;
  at         : Timestamp;
  userId     : types.UserId;
  fromStatus : Association to codes.WorkOrderStatuses;
  toStatus   : Association to codes.WorkOrderStatuses;
  /** Code from the list that belongs to the type of event. */
  reason     : String(20);
  text       : types.Text;
  holdReason   : Association to codes.HoldReasons on holdReason.code = reason and type.code = 'Held';
  cancelReason : Association to codes.CancelReasons on cancelReason.code = reason and type.code = 'Cancelled';
  reopenReason : Association to codes.ReopenReasons on reopenReason.code = reason and type.code = 'Reopened';
  resolution   : Association to codes.ResolutionCodes on resolution.code = reason and type.code = 'Completed';
}

/** Words of a symptom that point to a fault category; one language a row. */
entity FaultRules : cuid, managed {
  language      : String(5);
  keyword       : String(40);
  faultCategory : Association to codes.FaultCategories;
  patientImpact : Association to codes.PatientImpacts;
  weight        : Integer default 1;
}

/** Priority from urgency × importance × patient impact. */
entity PriorityRules : managed {
  key urgency       : Association to codes.Urgencies;
  key importance    : Association to codes.EquipmentImportances;
  key patientImpact : Association to codes.PatientImpacts;
      priority      : Association to codes.Priorities;
}

/** Last number given out, per object; taken by UPDATE in the transaction that uses it. */
entity NumberRanges {
  key object : String(30);
      prefix : String(5);
      digits : Integer;
      last   : Integer64 default 0;
}
