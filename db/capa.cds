namespace aftersales;

using { cuid, managed, sap.common.CodeList } from '@sap/cds/common';
using { Attachments } from '@cap-js/attachments';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as orders } from './work-orders';
using { aftersales as quality } from './quality';
using { aftersales as catalogs } from './catalogs';

type CapaPhase      : String(20) enum { Initiated; Contained; RiskAssessed; RootCauseFound; Planned; Verified; Implemented; EffectivenessCheck; Closed; Cancelled; };
type CapaActionKind : String(12) enum { containment; correction; corrective; preventive; };
type RiskMethod     : String(10) enum { FMEA; ISO14971; };
type RiskLevel      : String(12) enum { acceptable; reducible; unacceptable; };
type ExtensionState : String(10) enum { Requested; Approved; Declined; };
/** What can be counted here, and what only a person can measure. */
type EffectMeasure  : String(20) enum { repeatFailures; repeatRate; manual; };

entity CapaPhases : CodeList {
  key code        : CapaPhase;
      position    : Integer;
      criticality : codes.Criticality;
      isOpen      : Boolean;
}

// ---- risk, as data

entity RiskMethods : CodeList {
  key code : RiskMethod;
}

entity RiskLevels : CodeList {
  key code        : RiskLevel;
      /** The higher one counts where several apply. */
      position    : Integer;
      criticality : codes.Criticality;
}

/** What a figure stands for: severity, occurrence or detection of a method. */
entity RiskScales : CodeList {
  key method : Association to RiskMethods;
  key factor : String(10) enum { severity; occurrence; detection; };
  key figure : Integer;
}

/** FMEA: from which risk priority number, or from which severity whatever the number, a risk is at least on this level. */
entity RiskThresholds : managed {
  key rule         : String(20);
      level        : Association to RiskLevels not null;
      fromNumber   : Integer;
      fromSeverity : Integer;
}

/** ISO 14971: severity × probability of harm. */
entity RiskMatrixCells : managed {
  key severity   : Integer;
  key occurrence : Integer;
      level      : Association to RiskLevels not null;
}

// ---- the case

/**
 * Corrective and preventive action: from the first containment to the proof that the failure stays away.
 *
 * What belongs to a case is reached by associations, not compositions: a draft holds the header alone, so that saving one can never
 * write back what was frozen or done meanwhile.
 */
entity CapaCases : cuid, managed {
  number              : String(12);
  phase               : Association to CapaPhases not null default 'Initiated';
  /** Written with every change of phase, so that the history's row is made in the same statement. */
  previousPhase       : Association to CapaPhases;
  eventCount          : Integer not null default 0;
  isOpen              : Boolean not null default true;
  title               : types.ShortText not null;
  problem             : String(2000);
  /** 1, 2, 3 …: a failed effectiveness check begins the next one. */
  cycle               : Integer not null default 1;
  owner               : types.UserId;
  /** Who is to judge the effect: neither owner nor somebody who carried out an action, now or before. */
  approver            : types.UserId;
  dueDate             : Date;
  containment         : types.Text;
  riskMethod          : Association to RiskMethods default 'FMEA';
  /** FMEA: 1–10 each. ISO 14971: 1–5, occurrence being the probability of harm, no detection. */
  severity            : Integer;
  occurrence          : Integer;
  detection           : Integer;
  /** severity × occurrence × detection, or × probability. */
  riskNumber          : Integer;
  riskLevel           : Association to RiskLevels;
  /** The answers that were confirmed as root causes of this cycle. */
  rootCause           : String(2000);
  causeGroup          : catalogs.CodeGroup;
  causeCode           : catalogs.Code;
  model               : String(20);
  part                : Association to master.Products;
  faultCategory       : Association to codes.FaultCategories;
  /** Why the planned actions do no harm to the product: written and signed before they are carried out. */
  verification        : types.Text;
  implementedAt       : Timestamp;
  closedAt            : Timestamp;
  closedBy            : types.UserId;
  cancelReason        : types.Text;
  notifications       : Association to many CapaNotifications on notifications.capa = $self;
  actions             : Association to many CapaActions on actions.capa = $self;
  causes              : Association to many CapaCauses on causes.capa = $self;
  checks              : Association to many EffectivenessChecks on checks.capa = $self;
  extensions          : Association to many CapaExtensions on extensions.capa = $self;
  cycles              : Association to many CapaCycles on cycles.capa = $self;
  participants        : Association to many CapaParticipants on participants.capa = $self;
  events              : Association to many CapaEvents on events.capa = $self;
  attachments         : Composition of many Attachments;
}

entity CapaNotifications {
  key capa         : Association to CapaCases;
  key notification : Association to quality.QualityNotifications;
      addedAt      : Timestamp;
      addedBy      : types.UserId;
}

extend entity quality.QualityNotifications with {
  capas : Association to many CapaNotifications on capas.notification = $self;
}

/** What one round of cause, plan and check came to: stays readable when the next one begins. */
entity CapaCycles {
  key capa          : Association to CapaCases;
  key cycle         : Integer;
      startedAt     : Timestamp;
      /** The risk as it was when the root cause was confirmed. */
      riskMethod    : Association to RiskMethods;
      severity      : Integer;
      occurrence    : Integer;
      detection     : Integer;
      riskNumber    : Integer;
      riskLevel     : Association to RiskLevels;
      rootCause     : String(2000);
      verification  : types.Text;
      verifiedAt    : Timestamp;
      verifiedBy    : types.UserId;
      implementedAt : Timestamp;
      implementedBy : types.UserId;
      /** Whether its effectiveness check was passed; null while it is open. */
      passed        : Boolean;
      endedAt       : Timestamp;
}

/** Who has ever owned the case, or owned or completed an action of it: they can't approve its effect. Never taken back. */
entity CapaParticipants {
  key capa   : Association to CapaCases;
  key userId : types.UserId;
  key role   : String(12) enum { owner; implementer; };
      since  : Timestamp;
}

/** The append-only history: who, when, from, to, why. */
entity CapaEvents : cuid {
  capa      : Association to CapaCases;
  /** 1, 2, 3 … within the case. */
  sequence  : Integer;
  type      : Association to CapaEventTypes;
  at        : Timestamp;
  userId    : types.UserId;
  cycle     : Integer;
  fromPhase : Association to CapaPhases;
  toPhase   : Association to CapaPhases;
  text      : types.Text;
}

entity CapaEventTypes : CodeList {
  key code : String(20);
}

// ---- actions

/** Containment and correction mend what is there, corrective and preventive actions keep it from happening again. */
entity CapaActionKinds : CodeList {
  key code       : CapaActionKind;
      position   : Integer;
      /** Carried out only after the plan was verified. */
      needsVerification : Boolean not null default false;
}

entity CapaActions : cuid, managed {
  capa          : Association to CapaCases not null;
  cycle         : Integer;
  /** 1, 2, 3 … within the case. */
  position      : Integer;
  kind          : Association to CapaActionKinds not null;
  text          : types.Text;
  owner         : types.UserId;
  dueDate       : Date;
  status        : Association to quality.TaskStatuses not null default 'TSOS';
  completedAt   : Timestamp;
  completedBy   : types.UserId;
  result        : types.Text;
  confirmedAt   : Timestamp;
  confirmedBy   : types.UserId;
}

// ---- causes

/** Branches of the fishbone: people, machine, material, method, measurement, environment. */
entity CauseBranches : CodeList {
  key code     : String(12);
      position : Integer;
}

/** 5-why tree and fishbone in one: an answer to "why?" under the answer before it, on a branch, with its evidence. */
entity CapaCauses : cuid, managed {
  capa        : Association to CapaCases not null;
  cycle       : Integer;
  parent      : Association to CapaCauses;
  /** 1, 2, 3 … among the answers to the same question. */
  position    : Integer;
  branch      : Association to CauseBranches;
  answer      : types.Text;
  evidence    : types.Text;
  isRootCause : Boolean not null default false;
  isRuledOut  : Boolean not null default false;
}

// ---- the proof

entity EffectMeasures : CodeList {
  key code     : EffectMeasure;
      position : Integer;
      /** Counted by the module from its own records. */
      isComputed : Boolean not null default false;
}

/** What will prove the effect: fixed before implementation, then frozen, then measured. One for each cycle. */
entity EffectivenessChecks : cuid, managed {
  capa        : Association to CapaCases not null;
  cycle       : Integer;
  criterion   : types.Text;
  measure     : Association to EffectMeasures;
  /** Passed while what is measured does not exceed it: repeat failures, or those per 100 repairs. */
  limit       : types.Quantity;
  /** Repairs of the models in question, or observations, that have to be seen; none asked for without it. */
  sample      : Integer;
  windowDays  : Integer;
  dataSource  : types.Text;
  frozenAt    : Timestamp;
  /** First and last day (UTC) on which failures count. */
  windowStart : Date;
  windowEnd   : Date;
  measured    : types.Quantity;
  sampleSeen  : Integer;
  measuredAt  : Timestamp;
  measuredBy  : types.UserId;
  passed      : Boolean;
  evidence    : types.Text;
  decidedBy   : types.UserId;
  decidedAt   : Timestamp;
  scopes      : Association to many EffectivenessScopes on scopes.check = $self;
  failures    : Association to many CountedFailures on failures.check = $self;
}

/** What counts as the same failure: as the notifications of the case had it when the check was frozen. */
entity EffectivenessScopes : cuid {
  check         : Association to EffectivenessChecks not null;
  notification  : Association to quality.QualityNotifications;
  model         : String(20);
  part          : Association to master.Products;
  faultCategory : Association to codes.FaultCategories;
  /** Code group and code each, parted by blanks. */
  defects       : types.Text;
  causes        : types.Text;
}

/** A failure that was counted against the effect. */
entity CountedFailures : cuid {
  check        : Association to EffectivenessChecks not null;
  notification : Association to quality.QualityNotifications;
  workOrder    : Association to orders.WorkOrders;
  happenedOn   : Date;
  /** By what it is the same failure: cause, defect, fault. */
  matchedBy    : Association to FailureMatches;
}

entity FailureMatches : CodeList {
  key code : String(10);
}

// ---- more time

entity CapaExtensionStates : CodeList {
  key code        : ExtensionState;
      criticality : codes.Criticality;
}

/** More time, asked for by one and granted by another. */
entity CapaExtensions : cuid, managed {
  capa        : Association to CapaCases not null;
  fromDate    : Date;
  toDate      : Date;
  reason      : types.Text;
  requestedBy : types.UserId;
  requestedAt : Timestamp;
  state       : Association to CapaExtensionStates not null default 'Requested';
  decidedBy   : types.UserId;
  decidedAt   : Timestamp;
  decision    : types.Text;
}
