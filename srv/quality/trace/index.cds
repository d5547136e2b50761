using from './trace';
using from './access-control';
using from './constraints';
