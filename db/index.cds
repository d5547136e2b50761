using from './types';
using from './code-lists';
using from './master-data';
using from './dispatch';
using from './work-orders';
using from './indexes';
using from './personal-data';
using from './host-erp';
