namespace aftersales;

using { aftersales as db } from './work-orders';
using { aftersales as dispatch } from './dispatch';
using { aftersales as master } from './master-data';
using { aftersales as levels } from './service-levels';
using { aftersales as warnings } from './warnings';
using { aftersales as chains } from './milestones';
using { aftersales as parts } from './spare-parts';
using { aftersales as planning } from './part-planning';
using { aftersales as quality } from './quality';
using { aftersales as finance } from './finance';

// Whose work needs what tells about persons. For everybody else who may read the row it is dots, wherever the element is shown:
// see srv/personal-data, and docs/data-privacy.md for the table. An element without a rule is for all who may read its row.

// Who calls back, or drives there.
annotate db.WorkOrders with {
  createdBy    @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
  modifiedBy   @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
  contactName  @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'Admin'];
  contactPhone @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'Admin'];
  contactEmail @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'Admin'];
  // What people say in their own words names people.
  symptom       @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
  ratingComment @aftersales.need: ['ServiceAgent', 'Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
}
annotate master.Customers with {
  email @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'Admin'];
  phone @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'Admin'];
}
annotate warnings.Notices with {
  recipient @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Admin'];
  subject   @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Admin'];
  body      @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Admin'];
}
annotate warnings.OnCallPersons with {
  email @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Admin'];
}

// How the trail of an order names who did what: for those who work on it, and those who answer for its record.
annotate db.Notes with {
  text      @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
  createdBy @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
}
annotate db.Events with {
  userId @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
}
annotate levels.ClockEvents with {
  userId @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
}
annotate chains.Milestones with {
  evidenceText @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
}
annotate chains.MilestoneEvents with {
  text   @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
  userId @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
}
annotate chains.ShipmentEvents with {
  userId @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
}
annotate warnings.Warnings with {
  acknowledgedBy @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityManager', 'Auditor', 'Admin'];
  handedOverBy   @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityManager', 'Auditor', 'Admin'];
}
annotate parts.PartMovements with {
  userId @aftersales.need: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
}
annotate quality.QualityNotifications with {
  owner                @aftersales.need: ['ServiceAgent', 'Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
  completedBy          @aftersales.need: ['ServiceAgent', 'Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
  intakeScreenedBy     @aftersales.need: ['ServiceAgent', 'Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
  completionScreenedBy @aftersales.need: ['ServiceAgent', 'Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'];
}
annotate quality.ComplaintRecords with {
  complainantReference @aftersales.need: ['ServiceAgent', 'QualityEngineer', 'QualityManager', 'Auditor'];
}

// Where people live, what they cost and why they are away is for those who plan their work, and for themselves.
annotate dispatch.Technicians with {
  userId         @aftersales.need: ['Dispatcher', 'Technician', 'Auditor', 'Admin'];
  email          @aftersales.need: ['Dispatcher', 'Technician', 'Admin'];
  phone          @aftersales.need: ['Dispatcher', 'Technician', 'Admin'];
  homeLatitude   @aftersales.need: ['Dispatcher', 'Technician', 'Admin'];
  homeLongitude  @aftersales.need: ['Dispatcher', 'Technician', 'Admin'];
  costRate       @aftersales.need: ['Dispatcher', 'Technician', 'Admin'];
}
annotate dispatch.Absences with {
  kind    @aftersales.need: ['Dispatcher', 'Technician', 'Admin'];
  comment @aftersales.need: ['Dispatcher', 'Technician', 'Admin'];
}
annotate dispatch.CustomerPreferences with {
  reason @aftersales.need: ['Dispatcher', 'Admin'];
}
// A van stands where its technician lives.
annotate parts.StockPlaces with {
  latitude  @aftersales.need: ['Dispatcher', 'PartsPlanner', 'Admin'];
  longitude @aftersales.need: ['Dispatcher', 'PartsPlanner', 'Admin'];
}
