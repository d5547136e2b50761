// What people see: labels and value helps shared by all apps, then each app's own pages.
using from './common/value-helps';
using from './work-orders';
