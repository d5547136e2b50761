using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';

// What belongs to a case is read here and changed by actions alone: no draft holds it, so none can write it back.
extend service QualityService with {

  @readonly entity CapaNotifications   as projection on db.CapaNotifications;
  @readonly entity CapaActions         as projection on db.CapaActions {
    *,
    case when status.code in ('TSOS', 'TSRL') and dueDate < date($now) then true else false end as isOverdue : Boolean,
    case when status.code in ('TSOS', 'TSRL') and dueDate < date($now) then 1 else status.criticality end as criticality : Integer,
    case when owner = $user then true else false end as isMine : Boolean
  };
  @readonly entity CapaCauses          as projection on db.CapaCauses;
  @readonly entity EffectivenessChecks as projection on db.EffectivenessChecks;
  @readonly entity EffectivenessScopes as projection on db.EffectivenessScopes;
  @readonly entity CountedFailures     as projection on db.CountedFailures;
  @readonly entity CapaExtensions      as projection on db.CapaExtensions;
  @readonly entity CapaCycles          as projection on db.CapaCycles;
  @readonly entity CapaParticipants    as projection on db.CapaParticipants;
  @readonly entity CapaEvents          as projection on db.CapaEvents;
  @readonly entity RiskScales          as projection on db.RiskScales;
  entity RiskThresholds                as projection on db.RiskThresholds;
  entity RiskMatrixCells               as projection on db.RiskMatrixCells;

  /** From several notifications at once, or from a trend that stands out; one notification has `raiseCapa`. */
  action createCapa(title : db.ShortText not null, notifications : many UUID, signal_ID : UUID) returns QualityService.CapaCases;
}

extend QualityService.CapaCases with columns {
  case when isOpen = true and dueDate < date($now) then true else false end as isOverdue : Boolean,
  case when isOpen = true and dueDate < date($now) then 1 else 0 end as dueCriticality : Integer,
  case when owner = $user then true else false end as isMine : Boolean
};

extend QualityService.CapaCases with actions {
  action contain()                                                                 returns QualityService.CapaCases;
  action assessRisk()                                                              returns QualityService.CapaCases;
  action confirmRootCause()                                                        returns QualityService.CapaCases;
  action plan()                                                                    returns QualityService.CapaCases;
  action verify(credential : String)                                               returns QualityService.CapaCases;
  action implement()                                                               returns QualityService.CapaCases;
  action startEffectivenessCheck()                                                 returns QualityService.CapaCases;
  action verifyEffectiveness(passed : Boolean not null, evidence : db.Text not null, credential : String) returns QualityService.CapaCases;
  action cancelCase(reason : db.Text not null)                                     returns QualityService.CapaCases;
  action requestExtension(toDate : Date not null, reason : db.Text not null)       returns QualityService.CapaCases;

  action addNotification(notification_ID : UUID not null)                          returns QualityService.CapaCases;
  action removeNotification(notification_ID : UUID not null)                       returns QualityService.CapaCases;

  action addCause(parent_ID : UUID, branch_code : String(12), answer : db.Text not null, evidence : db.Text) returns QualityService.CapaCauses;
  action changeCause(cause_ID : UUID not null, branch_code : String(12), answer : db.Text, evidence : db.Text) returns QualityService.CapaCauses;
  /** Under another answer, or to the top without one; at the end without a position. */
  action moveCause(cause_ID : UUID not null, parent_ID : UUID, position : Integer) returns QualityService.CapaCauses;
  /** With all answers below it. */
  action removeCause(cause_ID : UUID not null)                                     returns QualityService.CapaCases;
  action markRootCause(cause_ID : UUID not null, isRootCause : Boolean)            returns QualityService.CapaCauses;
  action ruleOutCause(cause_ID : UUID not null, isRuledOut : Boolean, evidence : db.Text) returns QualityService.CapaCauses;

  action addAction(kind_code : db.CapaActionKind not null, text : db.Text not null, owner : db.UserId, dueDate : Date) returns QualityService.CapaActions;

  /** How the effect of this cycle will be proven; until `implement` freezes it. */
  action defineCheck(criterion : db.Text not null, measure_code : db.EffectMeasure not null, limit : db.Quantity not null, sample : Integer, windowDays : Integer not null, dataSource : db.Text) returns QualityService.CapaCases;
  /** Counts what the module knows; takes the figures where only a person can measure. */
  action measureEffect(measured : db.Quantity, sampleSeen : Integer)               returns QualityService.CapaCases;
};

extend QualityService.CapaActions with actions {
  action change(kind_code : db.CapaActionKind, text : db.Text, owner : db.UserId, dueDate : Date) returns QualityService.CapaActions;
  /** Only what was never released. */
  action remove();
  action release()                                                                 returns QualityService.CapaActions;
  action complete(result : db.Text not null)                                       returns QualityService.CapaActions;
  action confirmSuccess()                                                          returns QualityService.CapaActions;
};

extend QualityService.CapaExtensions with actions {
  action approve(decision : db.Text)                                               returns QualityService.CapaExtensions;
  action decline(decision : db.Text not null)                                      returns QualityService.CapaExtensions;
};

extend QualityService.QualityNotifications with actions {
  action raiseCapa(title : db.ShortText)                                           returns QualityService.CapaCases;
};
