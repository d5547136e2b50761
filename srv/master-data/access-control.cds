using { aftersales.MasterDataService } from './service';

annotate MasterDataService with @(requires: [
  'ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer',
  'QualityManager', 'CostController', 'Auditor', 'Admin'
]);
