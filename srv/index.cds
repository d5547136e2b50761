using from './dispatch';
using from './host-erp';
using from './master-data';
using from './service-levels';
using from './spare-parts';
using from './work-orders';
