using from './db';
using from './srv/host-erp';
using from './srv/master-data';
using from './srv/service-levels';
using from './srv/work-orders';
