using { aftersales.FinanceService } from './rules';

// Controllers keep rules and rates; which company codes there are is the administrator's business. Shares and plants are written with what they belong to.
annotate FinanceService.CompanyCodes      with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor'] }, { grant: '*', to: 'Admin' }]);
annotate FinanceService.CompanyCodePlants with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.PostingPeriods    with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.ExchangeRates     with @(restrict: [{ grant: 'READ', to: 'Auditor' }, { grant: '*', to: ['CostController', 'Admin'] }]);
annotate FinanceService.ActivityRates     with @(restrict: [{ grant: 'READ', to: 'Auditor' }, { grant: '*', to: ['CostController', 'Admin'] }]);
annotate FinanceService.CostObjectRules   with @(restrict: [{ grant: 'READ', to: 'Auditor' }, { grant: '*', to: ['CostController', 'Admin'] }]);
annotate FinanceService.AccountRules      with @(restrict: [{ grant: 'READ', to: 'Auditor' }, { grant: '*', to: ['CostController', 'Admin'] }]);
annotate FinanceService.CoverageRules     with @(restrict: [{ grant: 'READ', to: 'Auditor' }, { grant: '*', to: ['CostController', 'Admin'] }]);
annotate FinanceService.CoverageShares    with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.setPeriod with @(requires: ['CostController', 'Admin']);
annotate FinanceService.determine with @(requires: ['CostController', 'Auditor', 'Admin']);
