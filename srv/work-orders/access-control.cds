using { aftersales.WorkOrderService } from './service';

annotate WorkOrderService with @(requires: [
  'ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer',
  'QualityManager', 'CostController', 'Auditor', 'Admin'
]);

annotate WorkOrderService.WorkOrders with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: ['CREATE', 'UPDATE'], to: ['ServiceAgent', 'Dispatcher', 'Admin'] },
  { grant: 'UPDATE', to: 'Technician', where: (technician.userId = $user) },
  { grant: ['release', 'cancel', 'reopen', 'accept', 'close', 'addNote'], to: ['ServiceAgent', 'Dispatcher', 'Admin'] },
  { grant: ['assign', 'unassign', 'start', 'hold', 'resume', 'complete'], to: ['Dispatcher', 'Admin'] },
  { grant: ['start', 'hold', 'resume', 'complete', 'accept', 'addNote'], to: 'Technician', where: (technician.userId = $user) },
  { grant: 'close', to: 'CostController' },
  { grant: 'addNote', to: ['PartsPlanner', 'QualityEngineer', 'QualityManager'] }
]);

annotate WorkOrderService.Repairs with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) }
]);

annotate WorkOrderService.CostItems with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) },
  { grant: ['CREATE', 'UPDATE', 'DELETE'], to: ['ServiceAgent', 'Dispatcher', 'Admin'] },
  { grant: ['CREATE', 'UPDATE', 'DELETE'], to: 'Technician', where: (workOrder.technician.userId = $user) }
]);

annotate WorkOrderService.Notes with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) }
]);

annotate WorkOrderService.Events with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) }
]);

annotate WorkOrderService.FaultRules with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: '*', to: 'Admin' }
]);

annotate WorkOrderService.PriorityRules with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: '*', to: 'Admin' }
]);

annotate WorkOrderService.intake with @(requires: ['ServiceAgent', 'Dispatcher', 'Admin'], aftersales.rateLimit: 'intake');
annotate WorkOrderService.importHistory with @(requires: 'Admin');

annotate WorkOrderService.WorkOrders.attachments with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: ['CREATE', 'UPDATE', 'DELETE'], to: ['ServiceAgent', 'Dispatcher', 'Admin'] },
  { grant: ['READ', 'CREATE', 'UPDATE', 'DELETE'], to: 'Technician', where: (up_.technician.userId = $user) }
]);

// What forms choose from, and who comes.
annotate WorkOrderService.Equipment   with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate WorkOrderService.Customers   with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate WorkOrderService.Technicians with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate WorkOrderService.CurrentUser with @(restrict: [{ grant: 'READ', to: 'any' }]);
