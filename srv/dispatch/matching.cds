using { aftersales as db } from '../../db';
using { aftersales.DispatchService } from './service';

/** Who comes: recommended with reasons, chosen by people, answered by whoever is asked. */
extend service DispatchService with {

  @readonly
  entity WorkOrders as projection on db.WorkOrders {
    ID, number, status, isOpen, shortText, priority, orderType, faultCategory, executionMode, serialNumber, model, deviceClass, customer, customerName, siteName,
    department, street, city, postalCode, region, country, timeZone, latitude, longitude, serviceArea, technician, requestedStart, promisedAt, plannedStart,
    receivedAt,
    assignments : Association to many Assignments on assignments.workOrder = $self
  } actions {
    /**
     * Everybody, ranked or with the rule that keeps them out. Looks from `start` on, or exactly at `at`; `limit` cuts both lists, not the counts.
     * `forSecond` asks for the second person of a crew.
     */
    function recommend(start : Timestamp, at : Timestamp, forSecond : Boolean, limit : Integer) returns Recommendation;
    /** The verdict on one person, now or for a start that somebody has in mind. */
    function check(technician_ID : UUID not null, at : Timestamp)                 returns Recommendation;
    /** Without a start the visit gets the person's cheapest place. Somebody else than the best needs a reason; rules hold for everybody. */
    action assign(
      technician_ID  : UUID not null,
      plannedStart   : Timestamp,
      second_ID      : UUID,
      overruleReason : db.Assignments:overruleReason
    )                                                                            returns WorkOrders;
    /** Another person or time for an order that is assigned: the visit is withdrawn, and offered anew. */
    action reassign(
      technician_ID  : UUID not null,
      plannedStart   : Timestamp,
      second_ID      : UUID,
      overruleReason : db.Assignments:overruleReason
    )                                                                            returns WorkOrders;
  };

  @readonly
  entity Assignments as projection on db.Assignments actions {
    action accept()                                                              returns Assignments;
    action decline(reason_code : db.DeclineReasons:code not null, comment : db.Assignments:comment) returns Assignments;
  };
  @readonly entity AssignmentFactors as projection on db.AssignmentFactors;

  @readonly entity MatchingFactors as projection on db.MatchingFactors;
  @readonly entity MatchingRules   as projection on db.MatchingRules;
  entity MatchingWeights           as projection on db.MatchingWeights;

  type FactorResult {
    factor_code  : db.MatchingFactors:code;
    name         : String(255);
    unit         : String(10);
    /** What was measured, in words; of factors that an installation adds. */
    text         : String(255);
    /** Empty: not known. */
    raw          : Decimal(15, 3);
    score        : Decimal(9, 2);
    /** What a hundred points are worth, and what these points are, in minutes of travel. */
    weight       : Integer;
    contribution : Decimal(9, 2);
  }

  type RankedTechnician {
    rank          : Integer;
    technician_ID : UUID;
    number        : db.Technicians:number;
    name          : db.Technicians:name;
    /** Sum of the contributions. */
    total         : Decimal(9, 2);
    /** Expected arrival and end. */
    plannedStart  : Timestamp;
    plannedEnd    : Timestamp;
    /** On the way there, and what the visit adds to the day's travel. */
    travelMinutes : Integer;
    addedMinutes  : Integer;
    /** The place among the day's visits: 1 is the first of `visits` and this one. */
    position      : Integer;
    visits        : Integer;
    factors       : many FactorResult;
  }

  type RuleFact {
    name  : String(40);
    value : String(255);
  }

  type RejectedTechnician {
    technician_ID : UUID;
    number        : db.Technicians:number;
    name          : db.Technicians:name;
    rule_code     : db.MatchingRules:code;
    ruleName      : String(255);
    text          : String(500);
    facts         : many RuleFact;
  }

  type Recommendation {
    workOrder_ID : UUID;
    /** What the work asks for. */
    minutes      : Integer;
    crewSize     : Integer;
    /** Of all, whatever is listed. */
    eligible     : Integer;
    ineligible   : Integer;
    ranked       : many RankedTechnician;
    rejected     : many RejectedTechnician;
  }

  type ProposedWeight {
    factor_code : db.MatchingFactors:code;
    minutes     : Integer;
  }

  type Standing {
    technician_ID : UUID;
    number        : db.Technicians:number;
    name          : db.Technicians:name;
    rankBefore    : Integer;
    totalBefore   : Decimal(9, 2);
    rankAfter     : Integer;
    totalAfter    : Decimal(9, 2);
  }

  /** What other weights would make of an order's ranking; factors that are left out keep theirs. Nothing is written. */
  action previewWeights(workOrder_ID : UUID not null, weights : many ProposedWeight, limit : Integer) returns many Standing;
}

annotate DispatchService.WorkOrders with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: ['recommend', 'check', 'assign', 'reassign'], to: ['Dispatcher', 'Admin'] }
]);

annotate DispatchService.Assignments with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: ['accept', 'decline'], to: ['Dispatcher', 'Admin'] },
  { grant: ['accept', 'decline'], to: 'Technician', where: (technician.userId = $user) }
]);
annotate DispatchService.AssignmentFactors with @(restrict: [{ grant: 'READ', to: ['Dispatcher', 'Auditor', 'Admin'] }]);

annotate DispatchService.MatchingWeights with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]) {
  factor    @assert.target;
  minutes   @mandatory  @assert: (case when minutes < 0 or minutes > 1440 then 'WEIGHT_OUT_OF_RANGE' end);
};
annotate DispatchService.previewWeights with @(requires: ['Dispatcher', 'Admin']);
