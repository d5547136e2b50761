using from './service';
using from './access-control';
using from './constraints';
