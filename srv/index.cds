using from './master-data';
using from './work-orders';
