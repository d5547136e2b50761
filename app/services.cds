// What people see: labels and value helps shared by all apps, then each app's own pages.
using from './common';
using from './work-orders';
using from './host-erp';
using from './master-data';
using from './service-levels';
using from './agreements';
using from './calendars';
