using { aftersales.FinanceService } from './service';

annotate FinanceService.AccrualRuns with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }, { grant: ['postAccruals', 'cancelAccruals'], to: 'CostController' }]);
annotate FinanceService.AccrualItems with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }, { grant: ['exclude', 'include'], to: 'CostController' }]);
annotate FinanceService.WarrantyProvisions with @(restrict: [{ grant: 'READ', to: ['Auditor', 'Admin'] }, { grant: '*', to: ['CostController', 'Admin'] }]);
annotate FinanceService.proposeAccruals with @(requires: 'CostController');
