using from './labels';
using from './labels-host-erp';
using from './texts';
using from './technical-fields';
using from './value-helps';
