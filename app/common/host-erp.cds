using { aftersales.HostErpService } from '../../srv/host-erp';
using from './stored';

annotate HostErpService.HostMessages with {
  dependsOnNumber @title: '{i18n>dependsOn}';
  nextAttemptAt   @title: '{i18n>nextAttemptAt}';
}
