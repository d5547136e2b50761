namespace aftersales;

using { cuid, managed, sap.common.CodeList } from '@sap/cds/common';
using { Attachments } from '@cap-js/attachments';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as orders } from './work-orders';
using { aftersales as parts } from './spare-parts';
using { aftersales as host } from './host-erp';
using { aftersales as catalogs } from './catalogs';

/** System statuses of the host: outstanding, postponed, in process, completed. */
type NotificationStatus : String(4) enum { OSNO; NOPO; NOPR; NOCO; };
/** Outstanding, released, completed, successful. */
type TaskStatus         : String(4) enum { TSOS; TSRL; TSCO; TSSC; };
/** Unknown counts as yes until somebody clears it. */
type ScreeningAnswer    : String(7) enum { yes; no; unknown; };

entity NotificationStatuses : CodeList {
  key code        : NotificationStatus;
      position    : Integer;
      criticality : codes.Criticality;
      isOpen      : Boolean;
}

entity TaskStatuses : CodeList {
  key code        : TaskStatus;
      position    : Integer;
      criticality : codes.Criticality;
}

entity ScreeningAnswers : CodeList {
  key code        : ScreeningAnswer;
      criticality : codes.Criticality;
}

/** Who or what raised it: a person, an order, a rule, a trend, the host. */
entity NotificationOrigins : CodeList {
  key code : String(10);
}

/**
 * A quality notification: what went wrong, found where, why, and what is done about it. Text fields tell of the product, not of people: who called
 * stands in the order.
 */
entity QualityNotifications : cuid, managed {
  number            : String(12);
  type              : Association to catalogs.NotificationTypes not null;
  status            : Association to NotificationStatuses not null default 'OSNO';
  origin            : Association to NotificationOrigins default 'manual';
  /** Which rule raised it. */
  rule              : Association to NotificationRules;
  /** The rule or the caller's key and what it is about: the same occasion makes one notification. */
  occasion          : String(120);
  shortText         : types.ShortText not null;
  longText          : String(5000);
  priority          : Association to codes.Priorities;
  /** Still needs somebody's work; kept beside the status because the worklist filters by it. */
  isOpen            : Boolean default true;
  /** By type and equipment, from the profile rules; findings are coded within it. */
  catalogProfile    : Association to catalogs.CatalogProfiles;
  workOrder         : Association to orders.WorkOrders;
  equipment         : Association to master.Equipment;
  serialNumber      : String(18);
  model             : String(20);
  manufacturer      : String(30);
  deviceClass       : Association to codes.DeviceClasses;
  /** Full UDI as read from the device, else its device identifier. */
  udi               : String(120);
  plant             : String(4);
  /** The part that it is about, with its batch; the device itself where there is none. */
  part              : Association to master.Products;
  batch             : parts.Batch;
  partSerialNumber  : parts.SerialNumber;
  customer          : Association to master.Customers;
  customerName      : types.Name;
  country           : String(3);
  supplier          : String(10);
  faultCategory     : Association to codes.FaultCategories;
  patientImpact     : Association to codes.PatientImpacts;
  /** When the event happened, and when the company came to know of it: the clocks of the authorities start there. */
  eventDate         : Date;
  awareAt           : Timestamp;
  reportedOn        : Date;
  requiredEnd       : Date;
  owner             : types.UserId;
  postponedReason   : types.Text;
  reopenReason      : types.Text;
  /** Why a proposal of a rule was not followed. */
  dismissedReason   : types.Text;
  completedAt       : Timestamp;
  completedBy       : types.UserId;
  /** Harm screening: was somebody hurt, or did somebody's state of health get worse? */
  intakeHarm            : Association to ScreeningAnswers default 'unknown';
  /** Could it have led to that, or could it if it happened again? */
  intakePotential       : Association to ScreeningAnswers default 'unknown';
  /** Did the device do other than it should, in use with a patient? */
  intakeMalfunction     : Association to ScreeningAnswers default 'unknown';
  intakeScreenedAt      : Timestamp;
  intakeScreenedBy      : types.UserId;
  /** The same three questions again, when the facts are known. */
  completionHarm        : Association to ScreeningAnswers default 'unknown';
  completionPotential   : Association to ScreeningAnswers default 'unknown';
  completionMalfunction : Association to ScreeningAnswers default 'unknown';
  completionScreenedAt  : Timestamp;
  completionScreenedBy  : types.UserId;
  /** A medical device, and a question that was not answered with no: somebody has to decide for the authorities. */
  mayBeReportable   : Boolean default false;
  /** The soonest end among the open reports to authorities, and when its warnings come; nothing while no clock runs. */
  clockDueAt        : Timestamp;
  /** The same as a flag, by which lists find the few that have one. */
  isClockRunning    : Boolean default false;
  clockWarnAt50     : Timestamp;
  clockWarnAt75     : Timestamp;
  /** 21 CFR 820.35(a), ISO 13485 8.2.2. */
  complaint         : Composition of one ComplaintRecords on complaint.notification = $self;
  items             : Composition of many NotificationItems on items.notification = $self;
  tasks             : Composition of many NotificationTasks on tasks.notification = $self;
  activities        : Composition of many NotificationActivities on activities.notification = $self;
  attachments       : Composition of many Attachments;
  /** The host's notification or defect. */
  hostDocument      : String(30);
  hostStatus        : String(40);
  hostMessage       : Association to host.HostMessages;
  hostReadAt        : Timestamp;
}

/** A defect: what, on which part of the object, where, how many. */
entity NotificationItems : cuid, managed {
  notification     : Association to QualityNotifications;
  /** The notification's: what its codes are chosen from. */
  profile          : Association to catalogs.CatalogProfiles;
  /** 1, 2, 3 … within the notification. */
  position         : Integer;
  text             : types.ShortText;
  defectGroup      : catalogs.CodeGroup;
  defectCode       : catalogs.Code;
  defect           : Association to catalogs.Codes on defect.catalog.code = '9' and defect.codeGroup = $self.defectGroup and defect.code = $self.defectCode;
  objectPartGroup  : catalogs.CodeGroup;
  objectPartCode   : catalogs.Code;
  objectPart       : Association to catalogs.Codes on objectPart.catalog.code = 'B' and objectPart.codeGroup = $self.objectPartGroup and objectPart.code = $self.objectPartCode;
  locationGroup    : catalogs.CodeGroup;
  locationCode     : catalogs.Code;
  location         : Association to catalogs.Codes on location.catalog.code = 'E' and location.codeGroup = $self.locationGroup and location.code = $self.locationCode;
  quantity         : types.Quantity default 1;
  unit             : types.UnitOfMeasure;
  part             : Association to master.Products;
  batch            : parts.Batch;
  serialNumber     : parts.SerialNumber;
  /** The part that was removed or fitted with the order. */
  fittedPart       : Association to parts.FittedParts;
  causes           : Composition of many NotificationCauses on causes.item = $self;
}

entity NotificationCauses : cuid, managed {
  profile     : Association to catalogs.CatalogProfiles;
  item        : Association to NotificationItems;
  position    : Integer;
  causeGroup  : catalogs.CodeGroup;
  causeCode   : catalogs.Code;
  cause       : Association to catalogs.Codes on cause.catalog.code = '5' and cause.codeGroup = $self.causeGroup and cause.code = $self.causeCode;
  text        : types.Text;
  isRootCause : Boolean default false;
}

entity NotificationTasks : cuid, managed {
  notification : Association to QualityNotifications;
  /** Likewise. */
  profile      : Association to catalogs.CatalogProfiles;
  position     : Integer;
  taskGroup    : catalogs.CodeGroup;
  taskCode     : catalogs.Code;
  task         : Association to catalogs.Codes on task.catalog.code = '2' and task.codeGroup = $self.taskGroup and task.code = $self.taskCode;
  text         : types.Text;
  status       : Association to TaskStatuses not null default 'TSOS';
  owner        : types.UserId;
  dueDate      : Date;
  completedAt  : Timestamp;
  completedBy  : types.UserId;
  result       : types.Text;
}

entity NotificationActivities : cuid, managed {
  notification  : Association to QualityNotifications;
  /** Likewise. */
  profile       : Association to catalogs.CatalogProfiles;
  position      : Integer;
  activityGroup : catalogs.CodeGroup;
  activityCode  : catalogs.Code;
  activity      : Association to catalogs.Codes on activity.catalog.code = '8' and activity.codeGroup = $self.activityGroup and activity.code = $self.activityCode;
  text          : types.Text;
  performedAt   : Timestamp;
}

/** Complete, or closed without an investigation for a reason that is written down. */
entity ComplaintRecords : cuid, managed {
  notification          : Association to QualityNotifications;
  receivedOn            : Date;
  /** Function of who complained; name, address and phone stay where they are. */
  complainantRole       : String(60);
  /** Where they are: the order's number, the file of the department. */
  complainantReference  : String(60);
  nature                : types.Text;
  deviceAvailable       : Boolean;
  deviceReturnedOn      : Date;
  isInvestigationNeeded : Boolean default true;
  /** Asked for where nothing is investigated. */
  justification         : types.Text;
  justifiedBy           : types.UserId;
  justifiedAt           : Timestamp;
  investigation         : types.Text;
  investigatedOn        : Date;
  investigatedBy        : types.UserId;
  result                : types.Text;
  correctiveAction      : types.Text;
  reply                 : types.Text;
  repliedOn             : Date;
  isComplete            : Boolean default false;
  /** Names of the fields that are still missing, separated by commas. */
  missing               : String(500);
}

/** When the module proposes a notification by itself; data, edited by quality. What is left open holds for all. */
entity NotificationRules : CodeList, managed {
  key code             : String(20);
      trigger          : Association to NotificationTriggers not null;
      notificationType : Association to catalogs.NotificationTypes not null;
      /** What the trigger counts by: days of a repeat, days of life of a new part. */
      days             : Integer;
      /** The impact that it is about; possible and harm alike without one. */
      patientImpact    : Association to codes.PatientImpacts;
      deviceClass      : Association to codes.DeviceClasses;
      model            : String(20);
      faultCategory    : Association to codes.FaultCategories;
      resolution       : Association to codes.ResolutionCodes;
      priority         : Association to codes.Priorities;
      isActive         : Boolean default true;
      position         : Integer;
}

/** What the service can notice: repeatFailure, earlyFailure, patientImpact, returnToFactory, abnormalClose, failedFinalTest. */
entity NotificationTriggers : CodeList {
  key code      : String(20);
      usesDays  : Boolean default false;
      position  : Integer;
}
