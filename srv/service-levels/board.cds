using { aftersales as db } from '../../db';
using { aftersales.ServiceLevelService } from './service';

/** What a lead looks at: open clocks with what filters and columns need of their orders, in one flat row. */
extend service ServiceLevelService with {

  @readonly @cds.redirection.target: false
  entity ClockBoard  as projection on db.Clocks {
    ID, workOrder, kind, status, level, rule, startedAt, dueAt, breachedAt,
    workOrder.number     as number,
    workOrder.shortText  as shortText,
    workOrder.status     as orderStatus,
    workOrder.priority   as priority,
    workOrder.customer   as customer,
    workOrder.customerName as customerName,
    workOrder.siteName   as siteName,
    workOrder.city       as city,
    workOrder.country    as country,
    workOrder.region     as region,
    workOrder.technician as technician,
    /** Red past the due date, else as the warnings that were given say; grey while it waits. */
    case
      when status.code = 'paused' then 0
      when dueAt < $now then 1
      else coalesce(level.criticality, 3)
    end as criticality : Integer,
    forecast.risk       as risk,
    forecast.expectedAt as expectedAt,
    case when forecast.risk >= 70 then 1 when forecast.risk >= 30 then 2 when forecast.risk >= 0 then 3 else 0 end as riskCriticality : Integer,
    /** Hours from now, for filters only: `eq 2` is due in the next two, `le 2` includes what is overdue, `eq 0` is overdue. */
    null as dueWithin : Integer
  } where status.code = 'running' or status.code = 'paused';

  @readonly
  entity Technicians as projection on db.Technicians { ID, number, name, userId, area.name as area, isActive };

  /** What the user at hand may do, read from the access rules, so that an app shows no button in vain. */
  @readonly @odata.singleton @cds.persistence.skip
  entity CurrentUser {
    key userId      : String(255);
        /** Agreements, calendars, holidays. */
        mayMaintain : Boolean;
        maySimulate : Boolean;
        mayAnswer   : Boolean;
        mayHandOver : Boolean;
        /** Shifts of the rota. */
        mayPlanShifts : Boolean;
        mayResend     : Boolean;
        maySeeAgreements   : Boolean;
        mayForecast        : Boolean;
        /** Say that the customer can work again. */
        mayRestore         : Boolean;
        mayRedetermine     : Boolean;
        mayPlanMilestones  : Boolean;
        /** Skip, withdraw and retarget milestones, and confirm those of all roles. */
        maySteerMilestones : Boolean;
        /** Enter shipments and what carriers tell. */
        mayShip            : Boolean;
        roles              : many String(30);
  }

  /** A time in which a clock waited, or was stopped until it was reopened. */
  type ClockWait : ServiceLevelService.Interval {
    reason : String(20);
  }

  /** All that a picture of a clock needs. */
  type ClockTimeLine : ServiceLevelService.ClockReading {
    now          : Timestamp;
    stoppedAt    : Timestamp;
    /** Stretches of work from the start to the end of the picture; those too close to be told apart are one. */
    workingTimes : many ServiceLevelService.Interval;
    waits        : many ClockWait;
    /** The end of the picture: the latest of now or the stop, the due date, and earlier ones. */
    endsAt       : Timestamp;
  }

  /** An order's clocks with the working hours they run on, from their start to their end. */
  function timeLines(workOrder_ID : UUID not null) returns many ClockTimeLine;
}

annotate ServiceLevelService.ClockBoard with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) }
]);
annotate ServiceLevelService.Technicians with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate ServiceLevelService.CurrentUser with @(restrict: [{ grant: 'READ', to: 'any' }]);
// Of orders that the person may read.
annotate ServiceLevelService.timeLines   with @(requires: 'authenticated-user');
