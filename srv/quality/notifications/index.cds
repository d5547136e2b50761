using from './notifications';
using from './flows';
using from './access-control';
using from './constraints';
