using { aftersales as db } from '../../db';
using { aftersales.ServiceLevelService } from './service';

// Warnings, who has to answer them, and what was told to whom.
extend service ServiceLevelService with {

  /** Those to come are planned and follow the due date; those that were given stay. */
  @readonly
  entity Warnings as projection on db.Warnings {
    *,
    clock.kind as clockKind,
    clock.dueAt as dueAt,
    clock.kind as kind,
    workOrder.customer as customer,
    workOrder.country as country,
    workOrder.region as region,
    workOrder.technician as technician,
    workOrder.priority as priority,
    /** Who has to answer, for those too who may not read the rota. */
    person.name as personName,
    /** How long after its time it was given, in minutes. */
    floor(seconds_between(fireAt, firedAt) / 60) as lateMinutes : Integer
  } excluding { turn, hours } actions {
    /** I have seen it and look after it: the ladder leaves time to act. */
    action acknowledge(comment : db.Warnings:comment)                               returns Warnings;
    /** Somebody else on the rota looks after it, and has to answer in turn. */
    action handOver(person_ID : UUID not null, comment : db.Warnings:comment)       returns Warnings;
  };

  @readonly
  entity Notices as projection on db.Notices excluding { turn, customer } actions {
    /** It could not be delivered: try it again. */
    action resend() returns Notices;
  };
  /** What this user was told within the application. */
  @readonly
  entity MyNotices as projection on db.Notices {
    ID, workOrder, warning, recipient, subject, body, createdAt, readAt,
    case when readAt is null then false else true end as isRead : Boolean
  } where channel.code = 'inApp' and recipient = $user actions {
    action markAsRead() returns MyNotices;
  };

  @odata.draft.enabled
  entity OnCallPersons    as projection on db.OnCallPersons;
  @odata.draft.enabled
  entity OnCallShifts     as projection on db.OnCallShifts;
  @odata.draft.enabled
  entity EscalationSteps  as projection on db.EscalationSteps;
  @odata.draft.enabled
  entity NoticeTemplates  as projection on db.NoticeTemplates {
    *,
    /** How it reads with examples in place of its placeholders. */
    virtual null as previewSubject      : String(250),
    virtual null as previewBody         : String(2000),
    /** Placeholders that stay as they are, since notices don't know them. */
    virtual null as unknownPlaceholders : String(250)
  };
  @readonly entity WarningRules as projection on db.WarningRules;
}

extend ServiceLevelService.WorkOrders with columns {
  warnings : Association to many ServiceLevelService.Warnings on warnings.workOrder.ID = ID,
  /** What was told about this order, with its state. */
  notices  : Association to many ServiceLevelService.Notices on notices.workOrder.ID = ID
};
