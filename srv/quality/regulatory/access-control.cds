using { aftersales.QualityService } from '../service';

// What authorities are told is known to quality, and to those who look over its shoulder.
annotate QualityService.RegulatoryDecisions with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] }]);
annotate QualityService.RegulatoryReports   with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: ['fill', 'createFollowUp'], to: ['QualityEngineer', 'QualityManager'] },
  { grant: 'submit', to: 'QualityManager' }
]);
annotate QualityService.RegulatoryReportFields with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'UPDATE', to: ['QualityEngineer', 'QualityManager'] }
]);
annotate QualityService.RegulatoryDueList   with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] }]);
annotate QualityService.RegulatoryWarnings  with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'acknowledgeWarning', to: ['QualityEngineer', 'QualityManager'] }
]);
annotate QualityService.DeviceMarkets       with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: '*', to: ['QualityManager', 'Admin'] }
]);

// What the law says is no secret.
annotate QualityService.RegulatoryRuleSets with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate QualityService.RegulatoryRules    with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate QualityService.ReportFormFields   with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate QualityService.ReportValues       with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate QualityService.AuthorityCountries with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate QualityService.AuthorityHolidays  with @(restrict: [{ grant: 'READ', to: 'any' }]);
