using { aftersales as db } from '../../db';
using { aftersales.DispatchService } from './service';
using from './matching';

/** The days of an area as a whole: proposed by the route planner, looked at by people, published at once or not at all. */
extend service DispatchService with {

  @readonly
  entity Plans as projection on db.Plans excluding { busyArea, leaseUntil, attempts, crew } actions {
    /** Stops the search; what was found is thrown away. */
    action cancel()  returns Plans;
    /** Writes all visits or none: 409 names the orders that changed meanwhile. */
    action publish() returns Plans;
    action discard() returns Plans;
  };
  @readonly entity PlanFigures as projection on db.PlanFigures;
  @readonly entity PlanVisits  as projection on db.PlanVisits;
  @readonly
  entity PlanUnserved          as projection on db.PlanUnserved {
    *,
    /** Why, in the reader's language. */
    virtual null as text : String(500)
  };

  @readonly entity PlanStates      as projection on db.PlanStates;
  @readonly entity PlanChanges     as projection on db.PlanChanges;
  @readonly entity PlanFigureKinds as projection on db.PlanFigureKinds;
  @readonly entity UnservedReasons as projection on db.UnservedReasons;

  /**
   * Plans the days of an area, both included, in so many seconds. With `keepsPromises` nothing starts too late for its promise; else
   * that costs. The plan is made beside the requests: its state and progress say how far it is.
   */
  action optimize(
    ![from]       : Date not null,
    to            : Date not null,
    area_code     : db.ServiceAreas:code not null,
    seconds       : Integer,
    keepsPromises : Boolean,
    seed          : Integer,
    maxIterations : Integer
  )                         returns Plans;

  /** Likewise after somebody dropped out, or for an order that can't wait: everybody else keeps to what was told as far as possible. */
  action replan(
    area_code     : db.ServiceAreas:code not null,
    ![from]       : Date not null,
    to            : Date not null,
    technician_ID : UUID,
    workOrder_ID  : UUID,
    reason        : db.Plans:reason,
    seconds       : Integer,
    seed          : Integer,
    maxIterations : Integer
  )                         returns Plans;
}

annotate DispatchService.Plans with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'Auditor', 'Admin'] },
  { grant: ['cancel', 'publish', 'discard'], to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.PlanFigures  with @(restrict: [{ grant: 'READ', to: ['Dispatcher', 'Auditor', 'Admin'] }]);
annotate DispatchService.PlanVisits   with @(restrict: [{ grant: 'READ', to: ['Dispatcher', 'Auditor', 'Admin'] }]);
annotate DispatchService.PlanUnserved with @(restrict: [{ grant: 'READ', to: ['Dispatcher', 'Auditor', 'Admin'] }]);
annotate DispatchService.optimize     with @(requires: ['Dispatcher', 'Admin']);
annotate DispatchService.replan       with @(requires: ['Dispatcher', 'Admin']);
