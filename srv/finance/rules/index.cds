using from './rules';
using from './constraints';
using from './access-control';
