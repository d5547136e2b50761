using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';

namespace aftersales;

extend projection QualityService.QualityNotifications with {
  /** Whose turn it is. */
  case when owner = $user then true else false end as isMine : Boolean,
  case when isOpen = true and requiredEnd <= date($now) then true else false end as isDue : Boolean,
  case when isOpen = true and requiredEnd < date($now) then true else false end as isOverdue : Boolean,
  case when isOpen = false or requiredEnd is null then 0 when requiredEnd < date($now) then 1 when days_between(date($now), requiredEnd) <= 3 then 2 else 0 end as dueCriticality : Integer,
  /** Raised by a rule, and nobody has taken it up yet. */
  case when origin.code = 'rule' and status.code = 'OSNO' then true else false end as isProposed : Boolean,
  /** How much of the time for the next report to an authority is used up; nothing while no clock runs. */
  case when clockDueAt is null then null when clockDueAt <= $now then 100 when clockWarnAt75 <= $now then 75 when clockWarnAt50 <= $now then 50 else 0 end as clockLevel : Integer,
  case when clockDueAt is null then 0 when clockWarnAt75 <= $now then 1 when clockWarnAt50 <= $now then 2 else 3 end as clockCriticality : Integer,
  /** Photos and documents of the order stay with the order. */
  evidence : Association to many QualityService.OrderEvidence on evidence.workOrder_ID = workOrder.ID
}

extend entity QualityService.QualityNotifications with actions {
  action putInProcess()                                          returns QualityService.QualityNotifications;
  action postpone(reason : db.QualityNotifications:postponedReason not null) returns QualityService.QualityNotifications;
  /** Signed: nothing is open any more. */
  action complete(credential : String(255))                      returns QualityService.QualityNotifications;
  action reopen(reason : db.QualityNotifications:reopenReason not null) returns QualityService.QualityNotifications;
  /** Signed as well: what a rule proposed is no matter of quality. */
  action dismissProposal(reason : db.QualityNotifications:dismissedReason not null, credential : String(255)) returns QualityService.QualityNotifications;
};

extend service QualityService with {

  entity NotificationItems      as projection on db.NotificationItems;
  entity NotificationCauses     as projection on db.NotificationCauses;
  entity NotificationTasks      as projection on db.NotificationTasks actions {
    action release()                                             returns NotificationTasks;
    action complete(result : db.NotificationTasks:result)        returns NotificationTasks;
    action confirmSuccess()                                      returns NotificationTasks;
  };
  entity NotificationActivities as projection on db.NotificationActivities;
  entity ComplaintRecords       as projection on db.ComplaintRecords;

  entity NotificationRules      as projection on db.NotificationRules;
  @readonly entity NotificationTriggers as projection on db.NotificationTriggers;

  // Evidence of the order: its name and kind; the file is read in the order.
  @readonly @cds.redirection.target: false
  entity OrderEvidence          as projection on db.WorkOrders.attachments {
    key ID, up_.ID as workOrder_ID : UUID, filename, mimeType, createdAt
  };

  @readonly entity Equipment    as projection on db.Equipment { ID, number, serialNumber, name, model, manufacturer, product, udiDI, deviceClass, plant, siteName, department, customer, country };
  // Whom it concerns, without whom to call.
  @readonly entity Customers    as projection on db.Customers { ID, number, name, city, country };
  @readonly entity Parts        as projection on db.Products;
  @readonly @cds.redirection.target
  entity FittedParts            as projection on db.FittedParts;
}

extend entity QualityService.WorkOrders with actions {
  /** Takes over what the order knows of the product; who called stays with the order. */
  action raiseNotification(type_code : db.NotificationTypes:code not null, text : db.ShortText) returns QualityService.QualityNotifications;
};
