using { aftersales.DispatchService } from './service';

annotate DispatchService with @(requires: ['Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin']);

// Where people live, when they are away and what they cost is for those who plan their work, and for themselves.
annotate DispatchService.Technicians with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.Technicians.attachments with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (up_.userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
// The parts of a technician's record, which can be asked for by themselves.
annotate DispatchService.TechnicianAreas with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.Skills with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.Certificates with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.CertificateModels with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (certificate.technician.userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.Trainings with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.Absences with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.Tools with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.TechnicianLanguages with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.TechnicianPerformance with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) }
]);

// Whether qualification is kept up is the business of quality as well.
annotate DispatchService.ExpiringCertificates with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) }
]);
annotate DispatchService.DueCalibrations with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) }
]);

annotate DispatchService.ExpiringThings with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (userId = $user) }
]);

annotate DispatchService.ServiceAreas with @(restrict: [
  { grant: 'READ', to: 'any' },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
annotate DispatchService.WorkRequirements with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'QualityEngineer', 'QualityManager', 'Auditor'] },
  { grant: '*', to: 'Admin' }
]);
annotate DispatchService.CustomerPreferences with @(restrict: [
  { grant: 'READ', to: 'Auditor' },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);

annotate DispatchService.SkillTags        with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: '*', to: 'Admin' }]);
annotate DispatchService.CertificateKinds with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: '*', to: 'Admin' }]);
annotate DispatchService.ToolKinds        with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: '*', to: 'Admin' }]);
annotate DispatchService.AbsenceKinds     with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: '*', to: 'Admin' }]);

annotate DispatchService.importTechnicians  with @(requires: ['Dispatcher', 'Admin']);
annotate DispatchService.placeOrders        with @(requires: 'Admin');
annotate DispatchService.rebuildPerformance with @(requires: 'Admin');

annotate DispatchService.ServiceAreaPlaces with @(restrict: [
  { grant: 'READ', to: 'any' },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);
// What forms choose from: few fields each.
annotate DispatchService.Calendars   with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate DispatchService.Customers   with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate DispatchService.Models      with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate DispatchService.CurrentUser with @(restrict: [{ grant: 'READ', to: 'any' }]);
