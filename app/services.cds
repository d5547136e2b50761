// What people see: labels and value helps shared by all apps, then each app's own pages, in the order of their tiles.
using from './common';
using from './work-orders';
using from './service-levels';
using from './my-notices';
using from './milestones';
using from './on-call';
using from './notices';
using from './agreements';
using from './milestone-templates';
using from './calendars';
using from './dispatch';
using from './technicians';
using from './host-erp';
using from './master-data';
