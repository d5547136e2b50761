using from './service';
using from './constraints';
using from './access-control';
