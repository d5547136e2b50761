using { aftersales.QualityService } from '../service';
using from './signatures';

annotate QualityService.Signatures        with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] }]);
annotate QualityService.SignatureMeanings with @(restrict: [{ grant: 'READ', to: 'any' }]);
