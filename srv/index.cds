using from './host-erp';
using from './master-data';
using from './work-orders';
