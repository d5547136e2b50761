using { aftersales.QualityService } from './host';

annotate QualityService.HostRemarks with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] }
]);
annotate QualityService.followHost with @(requires: ['QualityEngineer', 'QualityManager', 'Admin']);
