using { aftersales.MasterDataService } from './service';

annotate MasterDataService with @(requires: [
  'ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer',
  'QualityManager', 'CostController', 'Auditor', 'Admin'
]);

annotate MasterDataService.ReplicationRuns with @(restrict: [
  { grant: 'READ', to: ['Admin', 'Auditor'] },
  { grant: ['cancel', 'resume'], to: 'Admin' }
]);
annotate MasterDataService.ReplicationRejects with @(restrict: [{ grant: 'READ', to: ['Admin', 'Auditor'] }]);
annotate MasterDataService.replicate with @(requires: 'Admin');
annotate MasterDataService.stock with @(requires: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'Auditor', 'Admin']);

// Whoever may use the service: who the customer is and what stands there is known to all who work for them.
annotate MasterDataService.Customers   with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate MasterDataService.Equipment   with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate MasterDataService.Products    with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate MasterDataService.CurrentUser with @(restrict: [{ grant: 'READ', to: 'any' }]);
