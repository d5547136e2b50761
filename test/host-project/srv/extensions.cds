using { aftersales.WorkOrderService } from 'cap-after-sales/srv/work-orders';
using { aftersales.DispatchService } from 'cap-after-sales/srv/dispatch';
using { erp } from '../db/extensions';

// A code list that orders refer to comes with them; its rules of access are this company's.
annotate erp.AccessRules with @readonly;

// Stricter than the module: an annotation takes the place of the module's, so that all grants that stay are repeated.

annotate DispatchService.MatchingWeights with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'Auditor'] },
  { grant: '*', to: 'Admin' }
]);

// Dispatchers give out the orders of their own area alone; who has none gives out none.
annotate DispatchService.WorkOrders with @(restrict: [
  { grant: ['READ', 'recommend', 'check', 'assign', 'reassign'], to: 'Dispatcher', where: (serviceArea.code = $user.serviceArea) },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: 'READ', to: 'Auditor' },
  { grant: ['READ', 'recommend', 'check', 'assign', 'reassign'], to: 'Admin' }
]);

annotate WorkOrderService.importHistory with @(requires: 'Admin');
