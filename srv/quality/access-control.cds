using { aftersales.QualityService } from './service';

annotate QualityService with @(requires: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin']);

annotate QualityService.WorkOrders with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) }
]);
