using { aftersales.QualityService } from '../service';
using from './trends';

annotate QualityService.TrendSeries  with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.TrendPoints  with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.TrendSignals with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: ['accept', 'dismiss'], to: ['QualityEngineer', 'QualityManager'] }
]);
annotate QualityService.recalculateTrends with @(requires: ['QualityEngineer', 'QualityManager']);
