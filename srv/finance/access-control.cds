using { aftersales.FinanceService } from './service';

// CostReader: systems that pull, and nothing else.
annotate FinanceService with @(requires: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'CostReader', 'Auditor', 'Admin']);

annotate FinanceService.RepairCosts with @(restrict: [{ grant: 'READ', to: ['CostController', 'CostReader', 'Auditor', 'Admin'] }]);
annotate FinanceService.CostPostings with @(restrict: [
  { grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] },
  { grant: ['reverse', 'resend'], to: 'CostController' }
]);
annotate FinanceService.CostPostingLines with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.CostPostingDocuments with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.OrderFinances with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: ['closeFinance', 'requestBilling'], to: 'CostController' }
]);
annotate FinanceService.PlannedCosts with @(restrict: [{ grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'QualityManager', 'CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.WorkOrders with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.CostItems with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.post with @(requires: 'CostController');
annotate FinanceService.addLateCost with @(requires: 'CostController');
