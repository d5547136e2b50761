namespace aftersales;

using { sap.common.CodeList, cuid, managed, Currency, Language } from '@sap/cds/common';
using { Attachments } from '@cap-js/attachments';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as levels } from './service-levels';
using { aftersales as orders } from './work-orders';

type SkillLevel      : Integer;
type AssignmentState : String(10) enum { Offered; Accepted; Declined; Expired; Withdrawn; Started; Done; };
type CrewRole        : String(10) enum { lead; second; };
type FactorCode      : String(20);
type RuleCode        : String(20);

// ---- where and what for

/** Where a group of technicians works. An order lies in the area whose places fit its address most closely. */
entity ServiceAreas : CodeList {
  key code     : String(20);
      timeZone : types.TimeZone;
      /** Distance on the road over that on the great circle, and how fast one gets along. */
      detour   : Decimal(4, 2) default 1.3;
      speed    : Integer default 60;
      currency : Currency;
      places   : Composition of many ServiceAreaPlaces on places.area = $self;
}

entity ServiceAreaPlaces : cuid {
  area         : Association to ServiceAreas not null;
  country      : String(3) not null;
  /** As addresses have it; empty: the whole country. */
  region       : String(40);
  postalFrom   : String(10);
  postalTo     : String(10);
}

entity SkillTags : CodeList {
  key code : String(20);
}

/** What work of a kind asks for. Criteria that are empty fit every order; all requirements that fit hold. */
entity WorkRequirements : cuid, managed {
  orderType     : Association to codes.OrderTypes;
  faultCategory : Association to codes.FaultCategories;
  deviceClass   : Association to codes.DeviceClasses;
  model         : String(20);
  skill         : Association to SkillTags;
  minimumLevel  : SkillLevel default 1;
  /** Kind of a certificate that must cover the model on the day of the visit. */
  certificate   : Association to CertificateKinds;
  /** Kind of a tool that must be in calibration on the day of the visit. */
  tool          : Association to ToolKinds;
  /** How many people have to come. */
  crewSize      : Integer;
  /** How long it takes until history says more. */
  minutes       : types.Minutes;
}

/** Whom a customer wishes to see, or not to see again. */
entity CustomerPreferences : cuid, managed {
  customer   : Association to master.Customers not null;
  technician : Association to Technicians not null;
  isExcluded : Boolean default false;
  reason     : types.ShortText;
}

// ---- technicians

entity Technicians : cuid, managed {
  number            : String(12) not null;
  name              : types.Name not null;
  /** The user who signs in; row rules compare it with $user. */
  userId            : types.UserId;
  email             : types.EmailAddress;
  phone             : types.PhoneNumber;
  /** Personnel number in the host. */
  employeeNumber    : String(12);
  isActive          : Boolean default true;
  area              : Association to ServiceAreas;
  timeZone          : types.TimeZone;
  country           : String(3);
  region            : String(40);
  homeLatitude      : types.Latitude;
  homeLongitude     : types.Longitude;
  /** Where days begin and end instead of home, such as the depot with the parts. */
  startsAtDepot     : Boolean default false;
  depotName         : types.Name;
  depotLatitude     : types.Latitude;
  depotLongitude    : types.Longitude;
  /** When this person works, with the holidays of country and region; breaks are gaps between spans. */
  calendar          : Association to levels.Calendars;
  /** Visits a day, and minutes of overtime a day. */
  capacity          : Integer;
  overtimeMinutes   : types.Minutes default 0;
  plant             : String(4);
  /** Storage location of the van. */
  storageLocation   : String(4);
  costRate          : types.Rate;
  currency          : Currency;
  activityType      : String(6);
  costCenter        : String(10);
  /** Written by whoever gives this person a visit, so that two don't do so at once. */
  scheduleVersion   : Integer default 0;
  /** Of the offers so far, those that were accepted, in percent. */
  acceptanceRate    : Integer;
  ratingAverage     : Decimal(3, 2);
  ratingCount       : Integer default 0;
  /** Of so many repairs, those that held at the first visit, in percent. */
  repairCount       : Integer default 0;
  firstTimeFixRate  : Integer;
  furtherAreas      : Composition of many TechnicianAreas on furtherAreas.technician = $self;
  skills            : Composition of many Skills on skills.technician = $self;
  certificates      : Composition of many Certificates on certificates.technician = $self;
  trainings         : Composition of many Trainings on trainings.technician = $self;
  absences          : Composition of many Absences on absences.technician = $self;
  tools             : Composition of many Tools on tools.technician = $self;
  languages         : Composition of many TechnicianLanguages on languages.technician = $self;
  attachments       : Composition of many Attachments;
  performance       : Association to many TechnicianPerformance on performance.technician = $self;
}

/** Areas beside the own one. */
entity TechnicianAreas : cuid {
  technician : Association to Technicians not null;
  area       : Association to ServiceAreas not null;
}

/** Levels run from 1 (under guidance) to 5 (teaches others). */
@title: '{i18n>TechnicianSkills}'
entity Skills : cuid {
  technician : Association to Technicians not null;
  skill      : Association to SkillTags not null;
  level      : SkillLevel not null default 3;
  validFrom  : Date;
  validTo    : Date;
}

entity CertificateKinds : CodeList {
  key code : String(20);
}

entity Certificates : cuid, managed {
  technician : Association to Technicians not null;
  kind       : Association to CertificateKinds not null;
  number     : String(40);
  issuer     : types.Name;
  validFrom  : Date;
  validTo    : Date;
  /** Models that it covers; without any all of them. */
  models     : Composition of many CertificateModels on models.certificate = $self;
}

entity CertificateModels : cuid {
  certificate : Association to Certificates not null;
  model       : String(20) not null;
}

entity Trainings : cuid, managed {
  technician  : Association to Technicians not null;
  title       : types.ShortText not null;
  trainer     : types.Name;
  completedOn : Date not null;
  validTo     : Date;
  /** Tested, with what result. */
  result      : types.ShortText;
}

entity AbsenceKinds : CodeList {
  key code : String(15);
}

entity Absences : cuid, managed {
  technician : Association to Technicians not null;
  kind       : Association to AbsenceKinds not null;
  startsAt   : Timestamp not null;
  endsAt     : Timestamp not null;
  comment    : types.ShortText;
}

entity ToolKinds : CodeList {
  key code            : String(20);
      /** Without a valid calibration nothing may be measured with it. */
      needsCalibration : Boolean default true;
}

entity Tools : cuid, managed {
  technician     : Association to Technicians not null;
  kind           : Association to ToolKinds not null;
  serialNumber   : String(30);
  calibratedOn   : Date;
  calibrationDue : Date;
}

entity TechnicianLanguages : cuid {
  technician : Association to Technicians not null;
  language   : Language not null;
}

/**
 * What a person has repaired: one row for an order and each person who completed it, kept when the order is reopened and goes to
 * somebody else. The figures below are sums of these rows.
 */
entity TechnicianRepairs {
  key workOrder     : Association to orders.WorkOrders;
  key technician    : Association to Technicians;
      model         : String(20);
      faultCategory : String(20);
      completedAt   : Timestamp not null;
      /** Between start and completion, without the time on hold; empty where the start is not known or nights lie between. */
      minutes       : types.Minutes;
      isFirstTimeFix : Boolean default false;
      rating        : Integer;
}

/** Figures kept from the work, per model and fault category (empty where the order has none). */
entity TechnicianPerformance {
  key technician     : Association to Technicians;
  key model          : String(20);
  key faultCategory  : String(20);
      repairs        : Integer default 0;
      firstTimeFixes : Integer default 0;
      /** Repairs whose minutes are known, and the sum of those. */
      timedRepairs   : Integer default 0;
      minutes        : types.Minutes default 0;
}

/** How soon something ends that is needed for the work: in how many days at most. */
entity ExpiryHorizons : CodeList {
  key code        : String(10);
      position    : Integer;
      criticality : codes.Criticality;
}

// ---- matching

/** The factors that a score is made of, and the rules before them: the names of what the functions compute. */
entity MatchingFactors : CodeList {
  key code     : FactorCode;
      position : Integer;
      unit     : String(10);
}

entity MatchingRules : CodeList {
  key code     : RuleCode;
      position : Integer;
}

/**
 * How much a factor's hundred points are worth, in equivalent travel minutes. Area and order type that are empty (`*`) mean all; the
 * closest row holds.
 */
entity MatchingWeights : managed {
  key area      : String(20) default '*';
  key orderType : String(4) default '*';
  key factor    : Association to MatchingFactors;
      minutes   : types.Minutes not null default 0;
}

/**
 * What matching keeps in memory and has to read anew: a technician, or the tables of requirements, preferences and weights. Numbers are
 * given in the order in which transactions end, so that whoever knows of one knows of all before it.
 */
entity MatchingChanges {
  key subject : String(36);
      number  : Integer64 not null;
}

// ---- visits

entity AssignmentStates : CodeList {
  key code        : AssignmentState;
      criticality : codes.Criticality;
      /** Takes the person's time. */
      isHeld      : Boolean default false;
}

entity DeclineReasons : CodeList {
  key code : String(20);
}

/** A visit of a person for an order, from the offer on. Those that are held take up the person's time. */
entity Assignments : cuid, managed {
  workOrder       : Association to orders.WorkOrders not null;
  technician      : Association to Technicians not null;
  role            : CrewRole default 'lead';
  state           : Association to AssignmentStates not null default 'Offered';
  /** Without a time the person knows of the order, and nothing of the day is taken. */
  plannedStart    : Timestamp;
  plannedEnd      : Timestamp;
  /** On the way there, as expected. */
  travelMinutes   : types.Minutes;
  latitude        : types.Latitude;
  longitude       : types.Longitude;
  /** Stays where it is, whatever is optimised. */
  isPinned        : Boolean default false;
  offeredAt       : Timestamp;
  /** Unanswered by then, the offer passes on. */
  answerBy        : Timestamp;
  answeredAt      : Timestamp;
  declineReason   : Association to DeclineReasons;
  comment         : types.ShortText;
  /** What was recommended when this was chosen, and why another was taken. */
  rank            : Integer;
  score           : Decimal(9, 2);
  bestTechnician  : Association to Technicians;
  bestScore       : Decimal(9, 2);
  overruleReason  : types.ShortText;
  factors         : Composition of many AssignmentFactors on factors.assignment = $self;
}

/** The factors as they were when the assignment was made. */
entity AssignmentFactors : cuid {
  assignment   : Association to Assignments not null;
  factor       : Association to MatchingFactors not null;
  raw          : Decimal(15, 3);
  score        : Decimal(9, 2);
  weight       : types.Minutes;
  contribution : Decimal(9, 2);
}

/** The area in which an order lies: kept with it, for lists and plans by area. */
extend entity orders.WorkOrders with {
  serviceArea : Association to ServiceAreas;
}
