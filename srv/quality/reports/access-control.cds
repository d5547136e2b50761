using { aftersales.QualityService } from './reports';
using from '../capa/access-control';
using from '../regulatory/access-control';

// Who may read all of what a report tells may read the report.
annotate QualityService.QualityDocuments with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: 'READ', to: 'Admin', where: (object <> 'CapaCases') }
]);
annotate QualityService.QualityDocumentKinds with @(restrict: [{ grant: 'READ', to: 'any' }]);

annotate QualityService.CapaCases         with @(restrict: [..., { grant: 'createReport', to: ['QualityEngineer', 'QualityManager'] }]);
annotate QualityService.RegulatoryReports with @(restrict: [..., { grant: 'createReport', to: ['QualityEngineer', 'QualityManager'] }]);
