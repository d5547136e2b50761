using { aftersales.QualityService } from '../service';
using from './service';

// Quality works on a case, the manager decides; who owns an action sees and completes that one, whatever the role.
annotate QualityService.CapaCases with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: ['CREATE', 'UPDATE', 'DELETE'], to: ['QualityEngineer', 'QualityManager'] },
  {
    grant: ['contain', 'assessRisk', 'confirmRootCause', 'plan', 'verify', 'implement', 'startEffectivenessCheck', 'requestExtension', 'addNotification', 'removeNotification',
      'addCause', 'changeCause', 'moveCause', 'removeCause', 'markRootCause', 'ruleOutCause', 'addAction', 'defineCheck', 'measureEffect'],
    to: ['QualityEngineer', 'QualityManager']
  },
  { grant: ['verifyEffectiveness', 'cancelCase'], to: 'QualityManager' }
]);

annotate QualityService.CapaActions with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: ['change', 'remove', 'release', 'complete', 'confirmSuccess'], to: ['QualityEngineer', 'QualityManager'] },
  { grant: ['READ', 'complete'], to: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'CostController', 'Admin'], where: (owner = $user) }
]);

annotate QualityService.CapaExtensions with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: ['approve', 'decline'], to: 'QualityManager' }
]);

annotate QualityService.CapaNotifications   with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.CapaCauses          with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.EffectivenessChecks with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.EffectivenessScopes with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.CountedFailures     with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.CapaCycles          with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.CapaParticipants    with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.CapaEvents          with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);

annotate QualityService.RiskScales      with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }]);
annotate QualityService.RiskThresholds  with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }, { grant: ['CREATE', 'UPDATE', 'DELETE'], to: 'QualityManager' }]);
annotate QualityService.RiskMatrixCells with @(restrict: [{ grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] }, { grant: 'UPDATE', to: 'QualityManager' }]);

annotate QualityService.createCapa with @(requires: ['QualityEngineer', 'QualityManager']);

annotate QualityService.CapaCases.attachments with @(restrict: [
  { grant: 'READ', to: ['QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: ['CREATE', 'UPDATE', 'DELETE'], to: ['QualityEngineer', 'QualityManager'] }
]);
// What is counted for a case is counted everywhere.
annotate QualityService.CountedFailures with @aftersales.ofOrder: null;
