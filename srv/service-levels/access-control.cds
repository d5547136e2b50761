using { aftersales.ServiceLevelService } from './service';

annotate ServiceLevelService with @(requires: [
  'ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer',
  'QualityManager', 'CostController', 'Auditor', 'Admin'
]);

// Penalties and bonuses are between the companies.
annotate ServiceLevelService.Agreements with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'QualityManager', 'CostController', 'Auditor'] },
  { grant: '*', to: 'Admin' }
]);

annotate ServiceLevelService.Calendars with @(restrict: [
  { grant: 'READ', to: 'any' },
  { grant: '*', to: 'Admin' }
]);

annotate ServiceLevelService.Holidays with @(restrict: [
  { grant: 'READ', to: 'any' },
  { grant: '*', to: 'Admin' }
]);

annotate ServiceLevelService.Regions with @(restrict: [
  { grant: 'READ', to: 'any' },
  { grant: '*', to: 'Admin' }
]);

annotate ServiceLevelService.CalendarVersions with @(restrict: [
  { grant: 'READ', to: ['Auditor', 'Admin'] }
]);

annotate ServiceLevelService.Clocks with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) }
]);

annotate ServiceLevelService.ClockEvents with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) }
]);

annotate ServiceLevelService.WorkOrders with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) }
]);

annotate ServiceLevelService.simulate          with @(requires: ['ServiceAgent', 'Dispatcher', 'QualityManager', 'CostController', 'Auditor', 'Admin']);
annotate ServiceLevelService.recordRestoration with @(requires: ['Technician', 'ServiceAgent', 'Dispatcher', 'Admin']);
annotate ServiceLevelService.redetermine       with @(requires: ['Dispatcher', 'Admin']);

// Parts of an agreement and of a calendar are seen and changed by those who may do so with the whole.
annotate ServiceLevelService.AgreementTargets with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'QualityManager', 'CostController', 'Auditor'] },
  { grant: '*', to: 'Admin' }
]);
annotate ServiceLevelService.AgreementPauses with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'QualityManager', 'CostController', 'Auditor'] },
  { grant: '*', to: 'Admin' }
]);
annotate ServiceLevelService.AgreementTerms with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'QualityManager', 'CostController', 'Auditor'] },
  { grant: '*', to: 'Admin' }
]);
annotate ServiceLevelService.CalendarSpans with @(restrict: [
  { grant: 'READ', to: 'any' },
  { grant: '*', to: 'Admin' }
]);
annotate ServiceLevelService.CalendarExceptions with @(restrict: [
  { grant: 'READ', to: 'any' },
  { grant: '*', to: 'Admin' }
]);

// What forms choose from: few fields each.
annotate ServiceLevelService.Customers with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate ServiceLevelService.dueDate   with @(requires: 'authenticated-user');
// Of orders that the person may read.
annotate ServiceLevelService.clocksAt  with @(requires: 'authenticated-user');
