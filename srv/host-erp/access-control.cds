using { aftersales.HostErpService } from './service';

annotate HostErpService with @(requires: 'Admin');
