using { aftersales.QualityService } from './catalogs';

// Everybody who may speak of quality reads what it is coded by; quality keeps it.
annotate QualityService.CatalogTypes         with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate QualityService.NotificationTypes    with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate QualityService.ProfileCodes         with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate QualityService.CodeGroups           with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: ['CREATE', 'UPDATE'], to: ['QualityManager', 'Admin'] }]);
annotate QualityService.Codes                with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: ['CREATE', 'UPDATE'], to: ['QualityManager', 'Admin'] }]);
annotate QualityService.CatalogProfiles      with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: ['CREATE', 'UPDATE'], to: ['QualityManager', 'Admin'] }]);
annotate QualityService.CatalogProfileGroups with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: '*', to: ['QualityManager', 'Admin'] }]);
annotate QualityService.CatalogProfileRules  with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: '*', to: ['QualityManager', 'Admin'] }]);
