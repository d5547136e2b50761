using { aftersales as db } from '../../db';
using { aftersales.ServiceLevelService } from './service';

namespace aftersales;

extend service ServiceLevelService with {

  @odata.draft.enabled
  entity MilestoneTemplates as projection on db.MilestoneTemplates;
  entity TemplateMilestones as projection on db.TemplateMilestones {
    *,
    /** In words: what comes before it, and when it is due. */
    virtual null as predecessorNames : String(500),
    virtual null as targetText       : String(250)
  };

  /** An order's chain with its progress. */
  @readonly
  entity MilestoneChains    as projection on db.MilestoneChains;

  @readonly
  entity Milestones         as projection on db.Milestones {
    *,
    /** Not reached, and its due date has passed or will have when it is reached as expected. */
    case when status.code in ('waiting', 'open') and (dueAt < $now or forecastAt > dueAt) then true else false end as isLate : Boolean
  } actions {
    /** Says that it was reached, now or earlier, and shows the evidence. */
    action confirm(at : Timestamp, text : db.Milestones:evidenceText, reference : db.Milestones:evidenceReference) returns Milestones;
    /** This order does not need it. */
    action skip(text : db.MilestoneEvents:text not null)                         returns Milestones;
    /** It was confirmed or skipped by mistake. */
    action withdraw(text : db.MilestoneEvents:text not null)                     returns Milestones;
    /** It is due at an instant of its own from now on. */
    action retarget(dueAt : Timestamp not null, text : db.MilestoneEvents:text not null) returns Milestones;
  };

  @readonly
  entity MilestoneEvents    as projection on db.MilestoneEvents {
    *,
    milestone.kind as kind
  };

  /** Milestones of all orders with what one groups them by; the counts can be summed. */
  @readonly @cds.redirection.target: false
  entity MilestoneLedger    as projection on db.Milestones {
    key ID,
    workOrder,
    workOrder.number      as orderNumber,
    workOrder.country     as country,
    workOrder.region      as region,
    workOrder.orderType   as orderType,
    workOrder.deviceClass as deviceClass,
    workOrder.customer    as customer,
    kind.name                  as kindName,
    workOrder.customer.name    as customerName,
    workOrder.orderType.name   as orderTypeName,
    workOrder.deviceClass.name as deviceClassName,
    ownerRole.name             as ownerRoleName,
    status.name                as statusName,
    status.criticality         as criticality,
    kind, ownerRole, status, plannedAt, dueAt, forecastAt, doneAt, lateMinutes,
    1 as milestoneCount : Integer,
    case when status.code = 'done' then 1 else 0 end as reachedCount : Integer,
    case when status.code = 'done' and lateMinutes <= 0 then 1 else 0 end as onTimeCount : Integer,
    case when status.code = 'done' and lateMinutes > 0 or status.code in ('waiting', 'open') and dueAt < $now then 1 else 0 end as lateCount : Integer,
    case when status.code in ('waiting', 'open') and (dueAt is null or dueAt >= $now) then 1 else 0 end as openCount : Integer
  };

  entity Shipments          as projection on db.Shipments actions {
    /** What the carrier tells. The same reference counts once. */
    action report(
      type_code   : db.ShipmentEventTypes:code not null,
      at          : Timestamp,
      location    : db.ShipmentEvents:location,
      text        : db.ShipmentEvents:text,
      estimatedAt : Timestamp,
      reference   : db.ShipmentEvents:reference
    ) returns Shipments;
  };
  @readonly
  entity ShipmentEvents     as projection on db.ShipmentEvents;

  /** Gives an order that was released before there was a template its chain. */
  action planMilestones(workOrder_ID : UUID not null) returns MilestoneChains;

  type BreachReason {
    code    : String(20);
    text    : String(255);
    /** What of the risk it adds. */
    percent : Integer;
  }

  type BreachRisk {
    /** Percent; nothing for orders that are done, or that wait for the customer. */
    risk       : Integer;
    dueAt      : Timestamp;
    /** By when half of such repairs would be done. */
    expectedAt : Timestamp;
    /** Earlier repairs of the same fault and model. */
    known      : Integer;
    reasons    : many BreachReason;
  }

  /** How likely the order's fix will be late, from its planned arrival, its parts and the usual durations of its fault and model. */
  function breachRisk(workOrder_ID : UUID not null) returns BreachRisk;

  /** A milestone that is past its due date, or expected to be reached after it. Told once for each due date. */
  event Milestone.Late {
    workOrder_ID : UUID;
    milestone_ID : UUID;
    kind_code    : String(20);
    ownerRole    : String(20);
    dueAt        : Timestamp;
    forecastAt   : Timestamp;
    /** `overdue` or `forecast`. */
    reason       : String(10);
  }

  /** A shipment that is expected later than was said before. */
  event Shipment.Slipped {
    workOrder_ID : UUID;
    shipment_ID  : UUID;
    milestone_ID : UUID;
    carrier      : String(80);
    number       : String(40);
    previous     : Timestamp;
    estimatedAt  : Timestamp;
    slipMinutes  : Integer;
  }
}

annotate ServiceLevelService.MilestoneLedger with @Aggregation.ApplySupported: {
  Transformations       : ['aggregate', 'topcount', 'bottomcount', 'identity', 'concat', 'groupby', 'filter', 'search'],
  GroupableProperties   : [
    ID, workOrder_ID, orderNumber, kind_code, kindName, ownerRole_code, ownerRoleName, status_code, statusName, criticality, country, region,
    orderType_code, orderTypeName, deviceClass_code, deviceClassName, customer_ID, customerName, dueAt, doneAt
  ],
  AggregatableProperties: [
    { Property: milestoneCount }, { Property: reachedCount }, { Property: onTimeCount }, { Property: lateCount }, { Property: openCount }, { Property: lateMinutes }
  ]
};

// ---- constraints

annotate ServiceLevelService.MilestoneTemplates with {
  number        @mandatory;
  name          @mandatory;
  orderType     @assert.target;
  deviceClass   @assert.target;
  executionMode @assert.target;
  calendar      @mandatory  @assert.target;
  validTo       @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
};

annotate ServiceLevelService.TemplateMilestones with {
  position  @mandatory;
  kind      @mandatory  @assert.target;
  ownerRole @mandatory  @assert.target;
  evidence  @assert.target;
  anchor    @assert.target;
  calendar  @assert.target;
  dueDay    @assert: (case when dueDay < 0 then 'DAYS_NEGATIVE' end);
  dueTime   @assert.format: '^([01][0-9]|2[0-3]):[0-5][0-9]$'  @assert.format.message: 'TIME_OF_DAY_INVALID';
  weight    @assert: (case when weight < 0 then 'WEIGHT_NEGATIVE' end);
};

annotate ServiceLevelService.Shipments with {
  workOrder        @mandatory  @assert.target;
  milestone        @assert.target;
  carrier          @mandatory;
  number           @mandatory;
  leg              @mandatory  @assert.target;
  status           @readonly;
  firstEstimatedAt @readonly;
  deliveredAt      @readonly;
  eventCount       @readonly;
  events           @readonly;
};

// ---- access control

annotate ServiceLevelService.MilestoneTemplates with @(restrict: [
  { grant: 'READ', to: 'any' },
  { grant: '*', to: 'Admin' }
]);

annotate ServiceLevelService.TemplateMilestones with @(restrict: [
  { grant: 'READ', to: 'any' },
  { grant: '*', to: 'Admin' }
]);

annotate ServiceLevelService.MilestoneChains with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) }
]);

// Whose milestone it is, is looked at when it is confirmed.
annotate ServiceLevelService.Milestones with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: ['READ', 'confirm'], to: 'Technician', where: (workOrder.technician.userId = $user) },
  { grant: 'confirm', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Admin'] },
  { grant: ['skip', 'withdraw', 'retarget'], to: ['Dispatcher', 'Admin'] }
]);

annotate ServiceLevelService.MilestoneEvents with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) }
]);

annotate ServiceLevelService.MilestoneLedger with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] }
]);

annotate ServiceLevelService.Shipments with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: ['READ', 'CREATE', 'report'], to: 'Technician', where: (workOrder.technician.userId = $user) },
  { grant: ['CREATE', 'report'], to: ['Dispatcher', 'PartsPlanner', 'Admin'] }
]);

annotate ServiceLevelService.ShipmentEvents with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (shipment.workOrder.technician.userId = $user) }
]);

annotate ServiceLevelService.breachRisk     with @(requires: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityManager', 'CostController', 'Auditor', 'Admin']);
annotate ServiceLevelService.planMilestones with @(requires: ['Dispatcher', 'Admin']);
