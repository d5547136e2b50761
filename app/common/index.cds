using from './labels';
using from './labels-host-erp';
using from './labels-replication';
using from './labels-service-levels';
using from './texts';
using from './technical-fields';
using from './value-helps';
