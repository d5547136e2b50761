using { aftersales as db } from '../../db';
using { aftersales.DispatchService } from './service';
using from './matching';

// An area's days as people see them on the dispatch board.
extend service DispatchService with {

  /** Visits, each with what stands on its card. */
  @readonly @cds.redirection.target: false  @cds.query.limit: 10000
  entity BoardVisits as select from db.Assignments {
    key ID, workOrder, technician, role, state, state.name as stateName, isPinned, plannedStart, plannedEnd, travelMinutes, latitude, longitude, answerBy,
    workOrder.number, workOrder.shortText, workOrder.customerName, workOrder.city, workOrder.promisedAt, workOrder.priority, workOrder.faultCategory.name as faultName
  } where state.code in ('Offered', 'Accepted', 'Started', 'Done') and plannedStart is not null;

  /** Orders that somebody has to go to, and nobody is asked yet. */
  @readonly @cds.redirection.target: false
  entity UnassignedOrders as select from db.WorkOrders {
    key ID, number, shortText, priority, priority.name as priorityName, faultCategory, faultCategory.name as faultName, model, customerName, city, country, promisedAt,
    requestedStart, serviceArea, latitude, longitude, receivedAt
  } where status.code = 'Released' and executionMode.code = 'onsite';

  type BoardSpan {
    startsAt : Timestamp;
    endsAt   : Timestamp;
  }

  type BoardDay : BoardSpan {
    day : Date;
  }

  type BoardAbsence : BoardSpan {
    kindName : String(255);
  }

  type BoardPerson {
    technician_ID : UUID;
    number        : db.Technicians:number;
    name          : db.Technicians:name;
    /** Where the day begins and ends. */
    latitude      : Double;
    longitude     : Double;
    capacity      : Integer;
    working       : many BoardSpan;
    absences      : many BoardAbsence;
  }

  type BoardVisit {
    ID            : UUID;
    workOrder_ID  : UUID;
    technician_ID : UUID;
    role          : db.Assignments:role;
    state_code    : db.AssignmentStates:code;
    stateName     : String(255);
    isPinned      : Boolean;
    plannedStart  : Timestamp;
    plannedEnd    : Timestamp;
    travelMinutes : Integer;
    latitude      : Double;
    longitude     : Double;
    answerBy      : Timestamp;
    number        : db.WorkOrders:number;
    shortText     : db.WorkOrders:shortText;
    customerName  : db.WorkOrders:customerName;
    city          : db.WorkOrders:city;
    promisedAt    : Timestamp;
    priority_code : db.WorkOrders:priority.code;
    faultName     : String(255);
  }

  type Board {
    /** See `boardStamp`. */
    stamp    : String(100);
    /** The area's clocks: days begin at midnight there. */
    timeZone : db.ServiceAreas:timeZone;
    days     : many BoardDay;
    crew     : many BoardPerson;
    visits   : many BoardVisit;
  }

  /** Those who work in an area, when they do, and where they go. */
  function board(area_code : db.ServiceAreas:code not null, firstDay : Date not null, lastDay : Date not null) returns Board;

  /** Another one than before: somebody has given, moved or answered something, and the board is to be read anew. One statement or two. */
  function boardStamp(area_code : db.ServiceAreas:code not null)                                                returns String(100);

  type AreaLoad {
    area_code        : db.ServiceAreas:code;
    day              : Date;
    technicians      : Integer;
    /** Working time less absences, and what visits take of it. */
    availableMinutes : Integer;
    plannedMinutes   : Integer;
    /** Planned of available; empty where nobody works. */
    percent          : Integer;
    /** Orders without a visit whose promise ends on that day, or has ended before the first one. */
    dueOrders        : Integer;
  }

  /** How full the days of all areas are. People count where they belong to. */
  function areaLoads(firstDay : Date not null, lastDay : Date not null) returns many AreaLoad;
}

annotate DispatchService.BoardVisits      with @(restrict: [{ grant: 'READ', to: ['Dispatcher', 'Admin'] }]);
annotate DispatchService.UnassignedOrders with @(restrict: [{ grant: 'READ', to: ['Dispatcher', 'Admin'] }]);
annotate DispatchService.board            with @(requires: ['Dispatcher', 'Admin']);
annotate DispatchService.boardStamp       with @(requires: ['Dispatcher', 'Admin']);
annotate DispatchService.areaLoads        with @(requires: ['Dispatcher', 'Admin']);
annotate DispatchService.UnassignedOrders with @(cds.search: { number, shortText, customerName, city });
