using { aftersales.HostErpService } from './service';

annotate HostErpService with @(requires: 'Admin');

annotate HostErpService.HostMessages with @(restrict: [{ grant: ['READ', 'retry', 'giveUp'], to: 'Admin' }]);
