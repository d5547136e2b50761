using { aftersales.DataPrivacyService } from './service';

annotate DataPrivacyService with @(requires: ['DataProtectionOfficer', 'Auditor']);

annotate DataPrivacyService.RetentionRules  with @(restrict: [{ grant: 'READ', to: 'Auditor' }, { grant: '*', to: 'DataProtectionOfficer' }]);
annotate DataPrivacyService.PrivacyObjects  with @(restrict: [{ grant: 'READ', to: ['DataProtectionOfficer', 'Auditor'] }]);
annotate DataPrivacyService.LegalHolds      with @(restrict: [{ grant: 'READ', to: 'Auditor' }, { grant: ['READ', 'CREATE', 'UPDATE', 'release'], to: 'DataProtectionOfficer' }]);
annotate DataPrivacyService.Customers       with @(restrict: [{ grant: 'READ', to: ['DataProtectionOfficer', 'Auditor'] }]);
annotate DataPrivacyService.RetentionRuns   with @(restrict: [{ grant: 'READ', to: 'Auditor' }, { grant: ['READ', 'start', 'cancel'], to: 'DataProtectionOfficer' }]);
annotate DataPrivacyService.RetentionItems  with @(restrict: [{ grant: 'READ', to: ['DataProtectionOfficer', 'Auditor'] }]);
annotate DataPrivacyService.BlockedObjects  with @(restrict: [{ grant: 'READ', to: ['DataProtectionOfficer', 'Auditor'] }]);
annotate DataPrivacyService.SealedValues    with @(restrict: [{ grant: 'READ', to: ['DataProtectionOfficer', 'Auditor'] }]);
annotate DataPrivacyService.PersonalDataLog with @(restrict: [{ grant: 'READ', to: ['DataProtectionOfficer', 'Auditor'] }]);
annotate DataPrivacyService.DataSubjects    with @(restrict: [{ grant: ['READ', 'export'], to: 'DataProtectionOfficer' }]);
annotate DataPrivacyService.simulate        with @(requires: 'DataProtectionOfficer');
annotate DataPrivacyService.CurrentUser     with @(restrict: [{ grant: 'READ', to: 'any' }]);
