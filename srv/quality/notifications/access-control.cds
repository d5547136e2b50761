using { aftersales.QualityService } from './notifications';
using from '../access-control';

annotate QualityService.QualityNotifications with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) },
  { grant: 'CREATE', to: ['ServiceAgent', 'QualityEngineer', 'QualityManager', 'Admin'] },
  { grant: ['UPDATE', 'putInProcess', 'postpone'], to: ['QualityEngineer', 'QualityManager', 'Admin'] },
  { grant: ['proposeReportability', 'decideReportability', 'raiseCapa', 'sendToHost', 'refreshFromHost', 'createReport'], to: ['QualityEngineer', 'QualityManager'] },
  { grant: ['complete', 'reopen', 'dismissProposal'], to: 'QualityManager' }
]);
annotate QualityService.NotificationItems with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (notification.workOrder.technician.userId = $user) },
  { grant: ['CREATE', 'UPDATE', 'DELETE'], to: ['QualityEngineer', 'QualityManager', 'Admin'] }
]);
annotate QualityService.NotificationCauses with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (item.notification.workOrder.technician.userId = $user) },
  { grant: ['CREATE', 'UPDATE', 'DELETE'], to: ['QualityEngineer', 'QualityManager', 'Admin'] }
]);
annotate QualityService.NotificationTasks with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (notification.workOrder.technician.userId = $user or owner = $user) },
  { grant: ['CREATE', 'UPDATE', 'DELETE', 'release', 'confirmSuccess'], to: ['QualityEngineer', 'QualityManager', 'Admin'] },
  { grant: 'complete', to: ['QualityEngineer', 'QualityManager', 'Admin'] },
  { grant: 'complete', to: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner'], where: (owner = $user) }
]);
annotate QualityService.NotificationActivities with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (notification.workOrder.technician.userId = $user) },
  { grant: ['CREATE', 'UPDATE', 'DELETE'], to: ['QualityEngineer', 'QualityManager', 'Admin'] }
]);
// What a complaint is told by and answered with is a matter of those who handle it.
annotate QualityService.ComplaintRecords with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: ['CREATE', 'UPDATE'], to: ['QualityEngineer', 'QualityManager', 'Admin'] }
]);
annotate QualityService.QualityNotifications.attachments with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (up_.workOrder.technician.userId = $user) },
  { grant: ['CREATE', 'UPDATE', 'DELETE'], to: ['QualityEngineer', 'QualityManager', 'Admin'] }
]);
annotate QualityService.OrderEvidence with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] }
]);
annotate QualityService.WorkOrders with @(restrict: [
  ...,
  { grant: 'raiseNotification', to: ['ServiceAgent', 'Dispatcher', 'QualityEngineer', 'QualityManager', 'Admin'] },
  { grant: 'raiseNotification', to: 'Technician', where: (technician.userId = $user) }
]);

annotate QualityService.NotificationRules    with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: ['CREATE', 'UPDATE'], to: ['QualityManager', 'Admin'] }
]);
annotate QualityService.NotificationTriggers with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate QualityService.Equipment   with @(restrict: [{ grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] }]);
annotate QualityService.Customers   with @(restrict: [{ grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] }]);
annotate QualityService.Parts       with @(restrict: [{ grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] }]);
annotate QualityService.FittedParts with @(restrict: [{ grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] }]);

annotate QualityService.OrderEvidence with @aftersales.ofOrder: 'workOrder_ID';
