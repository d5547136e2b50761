using from './db';
using from './srv/master-data';
using from './srv/work-orders';
