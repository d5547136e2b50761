using from './service';
using from './expiring';
using from './constraints';
using from './access-control';
using from './matching';
using from './plans';
using from './board';
