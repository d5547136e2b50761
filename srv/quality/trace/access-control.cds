using { aftersales.QualityService } from '../service';
using from './trace';

annotate QualityService.BatchHolders with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.PartBatches  with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: ['CREATE', 'UPDATE'], to: ['QualityEngineer', 'QualityManager'] }
]);
annotate QualityService.trace with @(requires: ['QualityEngineer', 'QualityManager', 'Auditor']);
// A trace goes wherever the product is.
annotate QualityService.BatchHolders with @aftersales.ofOrder: null;
