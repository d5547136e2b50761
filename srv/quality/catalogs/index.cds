using from './catalogs';
using from './access-control';
using from './constraints';
