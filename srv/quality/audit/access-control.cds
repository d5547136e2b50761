using { aftersales.QualityService } from '../service';
using from './audit';

// Those whom the trail is about don't read it, nor does who runs the system.
annotate QualityService.AuditEvents with @(restrict: [{ grant: 'READ', to: 'Auditor' }]);
